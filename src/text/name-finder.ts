import type { Language } from '../domain/time.ts';
import { mayFollowKoreanName } from './korean-names.ts';
import { type Casing, casingOf, isCased, nameForms } from './names.ts';
import { fold } from './words.ts';

/** A name to be found, and what it is the name of. */
export interface Name<T> {
  /** As it is written by itself: in Russian in the nominative. */
  readonly text: string;
  readonly language: Language;
  readonly isPerson: boolean;
  readonly of: T;
}

export interface NameFound<T> {
  readonly of: T;
  /** In UTF-16 units. A Korean particle is not part of it, a Russian ending is. */
  readonly start: number;
  readonly end: number;
  /** How many words stand before it. */
  readonly word: number;
}

export interface NamesFound<T> {
  /** By start, the longest first. They overlap where one name stands inside another (Korea, North Korea). */
  readonly found: readonly NameFound<T>[];
  /** How many words the text has; a run of Han or kana counts as one. */
  readonly words: number;
}

/** Finds names in a text, in time that grows with the text only, however many names there are. */
export type NameFinder<T> = (text: string) => NamesFound<T>;

/**
 * Builds the finder for a list of names. Texts and names are compared word by word, folded as `fold` does it:
 *
 * - Russian names in all cases; Korean ones at the beginning of a word, where a particle may follow; Han and kana, which have no
 *   spaces, anywhere, but a single Han sign (北) only by itself. All others as whole words, so that an apostrophe ends them (Russia’s).
 * - Hyphens, dots, spaces and apostrophes inside a name are alike: Kim Jong-un, Kim Jong Un; US, U.S.
 * - A capitalised name of one word asks for a capital (Восточный is no восточный), one of two or three capitals for capitals (US).
 */
export function nameFinder<T>(names: Iterable<Name<T>>): NameFinder<T> {
  const tries: Tries<T> = { words: { next: new Map(), ends: [] }, signs: { next: new Map(), ends: [] } };
  for (const name of names) {
    const end: End<T> = { of: name.of, casing: casingOf(name.text) };
    for (const form of nameForms(name.text, name.language, name.isPerson)) insert(tries, form, end);
  }
  const memory = new Map<string, readonly Step<T>[]>();
  return (text) => search(text, tries, memory);
}

interface End<T> {
  readonly of: T;
  readonly casing: Casing;
}

interface Node<T> {
  next: Map<string, Node<T>> | null;
  ends: readonly End<T>[];
}

interface Tries<T> {
  /** Names by their words. */
  readonly words: Node<T>;
  /** Names in Han and kana by their signs. */
  readonly signs: Node<T>;
}

/** A word of a text that a name begins or goes on with. */
interface Step<T> {
  readonly node: Node<T>;
  /** How much of the word it takes. */
  readonly length: number;
  /** Nothing of the word is left, so that the name may go on in the next. */
  readonly whole: boolean;
}

/** Alphabets most news is written in; looked at first, they are read twice as fast. */
const COMMON = 'a-zA-Z0-9\\u0400-\\u052f';
const HANGUL = '\\p{Script=Hangul}';
const HAN_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
/** Marks and invisible signs that may stand inside a word. */
const INSIDE = '\\p{M}\\u00ad\\u200b-\\u200d\\u2060';
const LETTER = `[[\\p{L}\\p{N}]--[${HANGUL}${HAN_KANA}]]`;
const FURTHER = `[[\\p{L}\\p{N}${INSIDE}]--[${HANGUL}${HAN_KANA}]]`;
/**
 * Words: runs of Hangul, of Han and kana, and of everything else, so that KCNA의 is two. The Korean middle dot ㆍ is a letter to
 * Unicode, and none here.
 */
const WORD = new RegExp(
  `[${COMMON}](?:[${COMMON}]+|${FURTHER})*|[${HANGUL}--[ㆍᆞ]]+|[${HAN_KANA}]+|${LETTER}${FURTHER}*`,
  'gv',
);
const SIGNS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,}$/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const MIDDLE_DOT = /[·‧･•＝=]/gu;

function insert<T>({ words, signs }: Tries<T>, form: string, end: End<T>): void {
  const dotted = form.replace(MIDDLE_DOT, '・');
  const [root, keys] = SIGNS.test(dotted)
    ? [signs, [...dotted]]
    : [words, Array.from(form.matchAll(WORD), ([word]) => keyOf(word))];
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    const next: Node<T> = node.next.get(key) ?? { next: null, ends: [] };
    node.next.set(key, next);
    node = next;
  }
  if (!node.ends.some(({ of, casing }) => of === end.of && casing === end.casing))
    node.ends = [...node.ends, end];
}

function keyOf(word: string): string {
  return fold(word.replace(INVISIBLE, ''));
}

/** Words remembered before the memory starts anew. */
const MEMORY = 50_000;
/** The longest beginning of a Korean word that is looked up. */
const LONGEST = 24;

interface Begun<T> {
  readonly node: Node<T>;
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

function search<T>(text: string, tries: Tries<T>, memory: Map<string, readonly Step<T>[]>): NamesFound<T> {
  const found: NameFound<T>[] = [];
  let begun: readonly Begun<T>[] = NONE;
  let count = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const [word] = match;
    const steps = memory.get(word) ?? remember(memory, word, stepsOf(tries.words, word));
    const hasSigns = isSign(word.charCodeAt(0));
    // Nearly every word is part of no name.
    if (steps.length > 0 || begun.length > 0 || hasSigns) {
      const here = nextOf(text, begun, match.index, word);
      for (const { node, length, whole } of steps) {
        here.push({ node, whole, start: match.index, end: match.index + length, word: count });
      }
      for (const name of here) take(found, text, name);
      if (hasSigns) {
        for (const name of signsIn(text, match.index, word.length, tries.signs, count))
          take(found, text, name);
      }
      begun = here.some(({ whole }) => whole) ? here.filter(({ whole, node }) => whole && node.next) : NONE;
    }
    count += 1;
  }
  return { found: found.sort((a, b) => a.start - b.start || b.end - a.end), words: count };
}

const NONE: readonly never[] = [];

function remember<T>(memory: Map<string, readonly Step<T>[]>, word: string, steps: readonly Step<T>[]) {
  if (memory.size >= MEMORY) memory.clear();
  memory.set(word, steps.length > 0 ? steps : NONE);
  return steps;
}

/** The names begun before that go on in this word. */
function nextOf<T>(
  text: string,
  begun: readonly Begun<T>[],
  at: number,
  word: string,
): (Begun<T> & { whole: boolean })[] {
  return begun
    .filter((name) => isJoint(text, name, at))
    .flatMap((name) =>
      stepsOf(name.node, word).map(({ node, length, whole }) => ({ ...name, node, whole, end: at + length })),
    );
}

function take<T>(found: NameFound<T>[], text: string, { node, start, end, word }: Begun<T>): void {
  for (const { of, casing } of node.ends) {
    if (!isCased(text, start, end, casing)) continue;
    // U.S. keeps its last dot.
    const dotted = text[end] === '.' && text[end - 2] === '.';
    found.push({ of, start, end: dotted ? end + 1 : end, word });
  }
}

function stepsOf<T>(from: Node<T>, word: string): readonly Step<T>[] {
  if (!from.next) return [];
  const key = keyOf(word);
  if (!/^\p{Script=Hangul}/u.test(key)) {
    const node = from.next.get(key);
    return node ? [{ node, length: word.length, whole: true }] : [];
  }
  const steps: Step<T>[] = [];
  for (let length = Math.min(key.length, LONGEST); length > 0; length -= 1) {
    const beginning = key.slice(0, length);
    const node = from.next.get(beginning);
    if (!node || !mayFollowKoreanName(beginning, key.slice(length))) continue;
    const whole = length === key.length;
    // A decomposed word is longer than its key; then the name is taken to fill it.
    steps.push({ node, length: whole || key.length !== word.length ? word.length : length, whole });
  }
  return steps;
}

/** Han and kana lie in these blocks; Hangul and everything else does not. */
function isSign(code: number): boolean {
  return (
    (code >= 0x2e80 && code < 0xa000) ||
    (code >= 0xd840 && code < 0xdc00) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}

/** The names in Han and kana that begin within a run of them. */
function* signsIn<T>(
  text: string,
  start: number,
  length: number,
  root: Node<T>,
  word: number,
): Generator<Begun<T>> {
  for (let first = start; first < start + length; first += 1) {
    let node: Node<T> | undefined = root;
    for (let end = first; node && end < text.length; end += 1) {
      node = node.next?.get((text[end] ?? '').replace(MIDDLE_DOT, '・'));
      if (node && node.ends.length > 0) yield { node, start: first, end: end + 1, word };
    }
  }
}

/** What may stand between two words of a name: white space, or one sign that joins; never the end of a sentence. */
const JOINT = /^(?:\s{0,8}|[\p{Pd}.'’ʼ·‧・･ㆍᆞ/])$/u;
/** An initial keeps its dot: N. Korea. */
const INITIAL = /^\.\s{1,2}$/u;

function isJoint<T>(text: string, name: Begun<T>, next: number): boolean {
  if (next - name.end > 8) return false;
  const between = text.slice(name.end, next);
  if (JOINT.test(between)) return true;
  return INITIAL.test(between) && !/[\p{L}\p{N}]/u.test(text[name.end - 2] ?? '');
}
