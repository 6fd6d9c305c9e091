import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';
import { fold } from '../../text/fold.ts';
import { isNoName, kindOfWord, restOfBody } from '../../text/names/kinds.ts';
import { stem } from '../../text/stem.ts';
import type { Occurrence, Taken } from './occurrence.ts';
import { isByline, roleOfWord } from './role-words.ts';

/** A word that begins with a capital, in scripts that have them. */
const CAPITALISED = /(?<![\p{L}\p{M}\p{N}’'-])\p{Lu}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*/gu;
/** What may stand between two words of one name. */
const JOINT = /^(?:[ \u00a0]| (?:of|of the|for|de|del|da|di|van|von|der|al|el|bin|ibn) )$/u;
/** Nothing, the end of a sentence, or what opens a quotation: here every word has a capital. */
const BEFORE_SENTENCE = /(?:^|[.!?…:\n—–])[\s"'“”„«(]*$/u;
const POSSESSIVE = /[’']s?$/u;
/** What no sign parts from the name behind it. */
const LAST_CLAUSE = /[^.!?;:—]*$/;
const MOST_WORDS = 6;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly initial: boolean;
}

/**
 * The names a text in Latin or Cyrillic letters holds beside those that are taken: runs of capitalised words, without what says
 * who somebody is and without the words sentences happen to begin with.
 *
 * @param isOrdinary whether a word, in small letters, is one that is otherwise written small
 */
export function namesInRuns(
  text: string,
  language: Language,
  taken: readonly Taken[],
  isOrdinary: (word: string) => boolean,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const run of runsOf(text)) {
    for (const part of partsBesides(run, taken)) {
      const name = nameOf(part, text, language, isOrdinary);
      if (name !== null) found.push(name);
    }
  }
  return found;
}

/** A title in which most words have capitals says nothing by them. */
export function isTitleCased(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}

function runsOf(text: string): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let last: Token | undefined;
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    const plain = word.replace(POSSESSIVE, '');
    const token = {
      text: plain,
      start: index,
      end: index + word.length,
      initial: beginsSentence(text, index),
    };
    const joined =
      last !== undefined &&
      last.end - last.start === last.text.length &&
      JOINT.test(text.slice(last.end, index));
    if (joined) runs.at(-1)?.push(token);
    else runs.push([token]);
    last = token;
  }
  return runs;
}

const beginsSentence = (text: string, index: number): boolean =>
  BEFORE_SENTENCE.test(text.slice(Math.max(0, index - 6), index)) || index === 0;

/** A run without the words that name a concept already: Karsovian Waterways Service leaves two. */
function partsBesides(run: readonly Token[], taken: readonly Taken[]): readonly (readonly Token[])[] {
  if (taken.length === 0) return [run];
  const parts: Token[][] = [[]];
  for (const token of run) {
    const isTaken = taken.some(({ start, end }) => start < token.end && token.start < end);
    if (isTaken) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function nameOf(
  tokens: readonly Token[],
  text: string,
  language: Language,
  isOrdinary: (word: string) => boolean,
): Occurrence | null {
  let role: string | null = null;
  let first = 0;
  for (; first < tokens.length; first += 1) {
    const { text: word, initial } = tokens[first] ?? { text: '', initial: false };
    const small = word.toLowerCase();
    const said = isByline(small) ? 'byline' : roleOfWord(small, language);
    if (said !== null) role = said;
    else if (!(initial && isOrdinary(small)) && !isNoName(small)) break;
  }
  const name = tokens.slice(first, first + MOST_WORDS);
  const [head] = name;
  if (head === undefined || name.at(-1) === undefined) return null;
  const words = name.map(({ text: word }) => word);
  if (words.length === 1 && isEmpty(words[0] ?? '', language)) return null;
  const end = ending(name);
  const rest = language === 'ru' ? restOfBody(words.at(-1) ?? '', text, end) : '';
  const form = text.slice(head.start, end) + rest;
  role ??= roleBefore(text, head.start, language);
  return {
    key: keyOf(form, language),
    form,
    language,
    kind: kindOf(words, role, text.slice(Math.max(0, head.start - 8), head.start)),
    role,
    opens: head.initial,
  };
}

/** One letter, an acronym of two, or a word that only makes names together with others. */
function isEmpty(word: string, language: Language): boolean {
  const kind = kindOfWord(word);
  // Of a Russian body's name only the first word has a capital.
  const isHead = kind !== null && !(language === 'ru' && kind === 'organisation');
  return word.length < 3 || isNoName(word) || isHead;
}

function ending(tokens: readonly Token[]): number {
  const last = tokens.at(-1);
  return last === undefined ? 0 : last.start + last.text.length;
}

/** A name without the cases it stands in: equal for all forms in one language. */
function keyOf(form: string, language: Language): string {
  return form
    .split(/[\s-]+/u)
    .map((word) => (language === 'ru' ? stem(word, 'ru') : fold(word)))
    .join(' ');
}

/** The words before a name, in small letters: the first deputy minister; министр иностранных дел. */
function roleBefore(text: string, start: number, language: Language): string | null {
  const before = text.slice(Math.max(0, start - 48), start);
  const words = before.slice(before.search(LAST_CLAUSE)).match(/\p{L}[\p{L}-]*/gu) ?? [];
  for (const word of words.slice(-4).reverse()) {
    const small = word.toLowerCase();
    const role = isByline(small) ? 'byline' : roleOfWord(small, language);
    if (role !== null) return role;
  }
  return null;
}

function kindOf(words: readonly string[], role: string | null, before: string): ConceptKind | null {
  const kinds = new Set(words.flatMap((word) => word.split('-')).map(kindOfWord));
  if (kinds.has('organisation')) return 'organisation';
  if (/\b(?:in|at|near|from|off|towards?)\s$/u.test(before)) return 'place';
  if (kinds.has('place')) return 'place';
  if (/(?<![\p{L}])(?:в|из|близ|город[еаы]?|порту)\s$/u.test(before)) return 'place';
  if (role !== null && words.length > 1) return 'person';
  return null;
}
