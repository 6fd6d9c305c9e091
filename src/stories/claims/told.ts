/** What an account tells, made ready to be looked through. */

import type { Language } from '../../domain/time.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { soundOf } from '../../text/names/sound.ts';
import { type NumberFound, numbersIn } from '../../text/numbers/numbers.ts';
import { unitOf } from '../../text/numbers/units.ts';
import { sentences } from '../../text/sentences.ts';
import { eachTerm } from '../../text/words.ts';
import type { Account } from '../account.ts';
import { conceptsIn } from '../concepts-named.ts';

/** As much of an account as is read, in UTF-16 units, sentences, and units of a sentence. */
const READ = 12_000;
const SENTENCES_READ = 80;
const SENTENCE_LENGTH = 1_000;

/** A sentence of an account, ready to be looked for elsewhere. */
export interface Statement {
  readonly text: string;
  readonly numbers: readonly NumberFound[];
  /** Folded stems, without stop words and numbers. */
  readonly terms: ReadonlySet<string>;
}

/** An account as it is looked through for what others say. */
export interface Told {
  readonly account: Account;
  readonly language: Language;
  readonly statements: readonly Statement[];
  /** All the terms of its title and text. */
  readonly terms: ReadonlySet<string>;
  /** The values of all its numbers, in words too, and every row of digits. */
  readonly figures: readonly Figure[];
  /** The concepts of the topic it names, by id. */
  readonly concepts: ReadonlySet<string>;
}

/** Reads an account once for all that is asked of it. */
export function toldBy(account: Account, find: ConceptFinder): Told {
  const { title, language } = account;
  const text = account.text.slice(0, READ);
  const all = sentences(text);
  const head = statementOf(title.slice(0, SENTENCE_LENGTH), language);
  const statements = all
    .slice(0, SENTENCES_READ)
    .map(({ start, end }) =>
      statementOf(text.slice(start, Math.min(end, start + SENTENCE_LENGTH)), language),
    );
  const rest = text.slice(all[SENTENCES_READ]?.start ?? text.length);
  const parts = [head, ...statements, statementOf(rest, language)];
  return {
    account,
    language,
    statements,
    terms: new Set(parts.flatMap(({ terms }) => [...terms])),
    figures: parts.flatMap(figuresOf),
    concepts: conceptsIn(`${head.text}\n${text}`, find),
  };
}

const statementOf = (text: string, language: Language): Statement => ({
  text,
  numbers: numbersIn(text, language),
  terms: termsOf(text, language),
});

/** The terms of a text without its numbers: those are compared by their value. */
export function termsOf(text: string, language: Language): ReadonlySet<string> {
  const terms = new Set<string>();
  eachTerm(text, language, {}, (term) => terms.add(term));
  return terms;
}

/** A number as it is compared: in itself, and in the measure of its unit (0.4 kilometres, 400 metres). */
export interface Figure {
  readonly value: number;
  /** `metre`, `percent`; null: it counts things. */
  readonly unit: string | null;
  readonly measured: number;
  /** Digits that may be no count: a date, a score, a part of a longer number. */
  readonly bare?: true;
}

function figuresOf({ text, numbers }: Statement): readonly Figure[] {
  const counted = numbers.flatMap(({ low, high, end }) => [figure(low, text, end), figure(high, text, end)]);
  // What is no count there (a date, a score, a name) may still be one here.
  const digits = Array.from(text.matchAll(/\d{1,12}/gu), ([row]) => ({
    value: Number(row),
    unit: null,
    measured: Number(row),
    bare: true as const,
  }));
  return [...counted, ...digits];
}

/** A number with the unit that stands behind it; in Korean a particle may be tied to it (톤을). */
export function figure(value: number, text: string, end: number): Figure {
  const [, word = ''] = /^[\s\u00a0-]{0,3}([%％㎞㎝㎏㎡]|\p{L}{1,20})/u.exec(text.slice(end, end + 24)) ?? [];
  const korean = /^\p{Script=Hangul}/u.test(word)
    ? [3, 2, 1].map((length) => unitOf(word.slice(0, length)))
    : [];
  const unit = unitOf(word) ?? korean.find((one) => one !== null);
  return { value, unit: unit?.id ?? null, measured: value * (unit?.factor ?? 1) };
}

/** Names are looked for across scripts by their sound; more words than this are not listened to. */
const WORDS_HEARD = 1_500;

const sounds = new WeakMap<Told, readonly string[]>();

/**
 * How the words of an account sound that may be names: capitalised ones, or all of Korean; listened to when it is first asked.
 */
export function soundsOf(told: Told): readonly string[] {
  const known = sounds.get(told);
  if (known) return known;
  const { title, text } = told.account;
  const made = soundsIn(`${title.slice(0, SENTENCE_LENGTH)}\n${text.slice(0, READ)}`);
  sounds.set(told, made);
  return made;
}

function soundsIn(text: string): readonly string[] {
  const heard = new Set<string>();
  let left = WORDS_HEARD;
  for (const [word] of text.matchAll(/(?:\p{Lu}|\p{Script=Hangul})[\p{L}\p{M}’-]{1,40}/gu)) {
    heard.add(soundOf(word));
    left -= 1;
    if (left === 0) break;
  }
  return [...heard];
}
