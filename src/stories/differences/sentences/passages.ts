import type { Language } from '../../../domain/time.ts';
import type { Concept } from '../../../domain/topic.ts';
import { datesIn } from '../../../text/dates/dates.ts';
import type { DateFound, Written } from '../../../text/dates/meanings.ts';
import type { ConceptFinder, Mention } from '../../../text/names/concepts.ts';
import { type NumberFound, numbersIn } from '../../../text/numbers/numbers.ts';
import { sentences } from '../../../text/sentences.ts';
import type { Account } from '../../account.ts';
import { finderOf } from '../../concepts-named.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { isLookingBack } from './modality.ts';
import { withPhrases } from './phrases.ts';
import { isTitled, type Token, tokensOf } from './tokens.ts';
import { type Whereabouts, whenWritten } from './whereabouts.ts';

/** A sentence of an account, read. The title is the first. */
export interface Passage {
  readonly account: Account;
  /** 0 for the title. */
  readonly at: number;
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly keys: ReadonlySet<string>;
  readonly dates: readonly DateFound[];
  /** Without those of its dates. */
  readonly numbers: readonly NumberFound[];
  readonly mentions: readonly Mention[];
  /** It looks back on another event. */
  readonly background: boolean;
}

/** An account, read as far as it is compared. */
export interface Reading {
  readonly account: Account;
  readonly whereabouts: Whereabouts;
  readonly written: Written;
  readonly passages: readonly Passage[];
}

/** What is read of one account. */
const CHARACTERS = 16_000;
const SENTENCES = 120;
const SENTENCE_CHARACTERS = 700;
/** Further than this from the day of writing, in days, a date is another event's. */
export const FAR = 10;

/** Reads an account into passages. */
export function readAccount(account: Account, concepts: readonly Concept[]): Reading {
  const find = finderOf(concepts);
  const body = account.text.slice(0, CHARACTERS);
  const { whereabouts, written } = whenWritten(account, body);
  const spans = sentences(body).slice(0, SENTENCES);
  const texts = [account.title, ...spans.map(({ start, end }) => body.slice(start, end))];
  const read = texts.map((text) => text.slice(0, SENTENCE_CHARACTERS));
  const tokens = read.map((text) => withPhrases(text, account.language, tokensOf(text, account.language)));
  const named = namedInside(tokens);
  const passages: Passage[] = [];
  let lines = 0;
  for (const [at, text] of read.entries()) {
    if ((at === 1 && text === account.title) || text.trim() === '') continue;
    if (at > 0 && at <= 2 && DATE_LINE.test(text)) {
      lines += 1;
      continue;
    }
    const words = {
      text,
      at: at - lines,
      tokens: withoutPlainHead(tokens[at] ?? [], account.language, named),
    };
    const passage = readPassage(words, account, written, find, dayOf(passages.at(-1)));
    passages.push(PRONOUN.test(text) ? goingOn(passages.at(-1), passage) : passage);
  }
  return { account, whereabouts, written, passages };
}

/** Where, when and by whom an account was sent stands before its first sentence: КАРСК, 2 ноября. /Агентство/. */
const DATE_LINE = /^\p{Lu}[\p{Lu}\s-]{2,30},\s[^.!?,]{3,24}\.$|^\/[^/]{2,40}\/\.?$/u;

/** A sentence that begins so goes on with what the one before spoke of. */
const PRONOUN =
  /^(?:He|She|They|It|That|This|Both|Each|The (?:first|second|third|last|other|two|three)(?= \p{L}+(?:s|ed|ll|ve)?\b)|Он|Она|Они|Оно|Это|Тогда|Оба|Обе|Первый|Второй|그는|그녀는|이들은|이어|이는|당시)(?!\p{L})/u;

function goingOn(before: Passage | undefined, passage: Passage): Passage {
  const names = [...(before?.keys ?? [])].filter((key) => /^(?:name|concept|thing):/u.test(key));
  const background = passage.background || (before?.background === true && passage.dates.length === 0);
  const clauses = background ? passage.clauses.map((clause) => ({ ...clause, background })) : passage.clauses;
  return { ...passage, background, clauses, keys: new Set([...passage.keys, ...names]) };
}

/** What is named inside sentences, where a capital is that of a name. */
const namedInside = (sentences: readonly (readonly Token[])[]): ReadonlySet<string> =>
  new Set(
    sentences.flatMap((tokens) =>
      isTitled(tokens) ? [] : tokens.slice(1).flatMap(({ name }) => (name === null ? [] : [name])),
    ),
  );

/** The capital of a sentence's first word names nothing where nobody is named so inside a sentence: Rescuers, Floods. */
function withoutPlainHead(
  tokens: readonly Token[],
  language: Language,
  named: ReadonlySet<string>,
): readonly Token[] {
  const [first, second] = tokens;
  if (language === 'ko' || !first || first.name === null) return tokens;
  return second?.isCapital || named.has(first.name) ? tokens : [{ ...first, name: null }, ...tokens.slice(1)];
}

/** The last day that a passage states, which the next may mean by "that day". */
const dayOf = (passage: Passage | undefined): DateFound | null =>
  passage?.dates.findLast(({ grain, from }) => grain === 'day' && from !== null) ?? null;

const SAME_DAY: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:the same|that) day\b/iu,
  ru: /(?<!\p{L})в (?:тот|этот) же день|(?<!\p{L})в этот день/iu,
  ko: /(?<!\p{L})이날/u,
};

/** The dates of a sentence, "that day" among them. */
function datedIn(
  text: string,
  language: Language,
  written: Written,
  before: DateFound | null,
): readonly DateFound[] {
  const dates = datesIn(text, language, written);
  const same = before && SAME_DAY[language]?.exec(text);
  if (!same) return dates;
  const start = same.index;
  return [...dates, { ...before, start, end: start + same[0].length }].toSorted((a, b) => a.start - b.start);
}

function readPassage(
  { text, at, tokens }: Pick<Passage, 'text' | 'at' | 'tokens'>,
  account: Account,
  written: Written,
  find: ConceptFinder,
  before: DateFound | null,
): Passage {
  const { language } = account;
  const { mentions } = find(text, at === 0 ? 'title' : 'body');
  const dates = datedIn(text, language, written, before);
  const numbers = numbersIn(text, language).filter(
    ({ start, end }) => !dates.some((date) => date.start < end && start < date.end),
  );
  const parts = clausesOf(text, language, tokens, mentions);
  const planned = parts.some((clause) => clause.planned);
  const far = dates.filter((date) => isFar(date, planned, written.day));
  const back = isLookingBack(text, language);
  const ofTheseDays = dates.some((date) => date.grain === 'day' && !far.includes(date));
  const clauses = parts.map((clause) => {
    const isFarItself = far.some(({ start }) => start >= clause.start && start < clause.end);
    return { ...clause, background: back || (ofTheseDays ? isFarItself : far.length > 0) };
  });
  return {
    account,
    at,
    text,
    language,
    tokens,
    clauses,
    keys: union(clauses, dates, numbers),
    dates,
    numbers,
    mentions,
    background: back || far.length > 0,
  };
}

/** Smaller numbers are everywhere. */
const TELLING_NUMBER = 10;

/**
 * What the clauses speak of, and the days and numbers the sentence states: sentences of two languages that date or count the same
 * share little else.
 */
function union(
  clauses: readonly Clause[],
  dates: readonly DateFound[],
  numbers: readonly NumberFound[],
): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { keys } of clauses) for (const key of keys) all.add(key);
  for (const { grain, from } of dates) if (grain === 'day' && from !== null) all.add(`day:${from}`);
  for (const { low } of numbers) if (low >= TELLING_NUMBER) all.add(`number:${low}`);
  return all;
}

/**
 * Long past; or a month to come, in a sentence that plans nothing: then it is that month of a year before. A day to come is a
 * plan.
 */
function isFar({ from, to, grain }: DateFound, planned: boolean, today: number): boolean {
  if (to !== null && to < today - (grain === 'day' ? FAR : 0)) return true;
  return grain === 'month' && from !== null && from > today && !planned;
}

/** The clause in which a place of the text stands. */
export function clauseAt(passage: Passage, place: number): Clause | undefined {
  return passage.clauses.findLast(({ start }) => start <= place);
}

/** Where the subject of a clause may stand: in it, or, of one that goes on with "and", in the one before. */
export function withSubject({ clauses, text }: Passage, clause: Clause): readonly Clause[] {
  const before = clauses[clauses.indexOf(clause) - 1];
  const goesOn = /^[,\s]*(?:and|but|и|но)\s\p{Ll}/u.test(text.slice(clause.start, clause.start + 8));
  return goesOn && before ? [before, clause] : [clause];
}
