import { standalone } from '../fold.ts';
import { eachRun } from '../runs.ts';
import { mayFollowKoreanName } from './korean-names.ts';
import { isCased } from './names.ts';
import {
  beginningsOf,
  mayBegin,
  type Name,
  type NameTries,
  nameTries,
  type TrieNode,
  withOneDot,
  wordKey,
} from './tries.ts';

interface NameFound<T> {
  readonly of: T;
  /** In UTF-16 units. A Korean particle is not part of it, a Russian ending is. */
  readonly start: number;
  readonly end: number;
  /** How many words stand before it. */
  readonly word: number;
}

interface NamesFound<T> {
  /** By start, the longest first. They overlap where one name stands inside another (Korea, North Korea). */
  readonly found: readonly NameFound<T>[];
  /** How many words the text has; two signs of Han or kana count as one. */
  readonly words: number;
}

/** Finds names in a text, in time that grows with the text only, however many names there are. */
export type NameFinder<T> = (text: string) => NamesFound<T>;

/**
 * Builds the finder for a list of names. Texts and names are compared word by word, folded as `fold` does it:
 *
 * - Russian names in all cases; Korean ones at the beginning of a word, where a particle may follow; Han and kana, which have no
 *   spaces, anywhere, but a single Han sign (北) only by itself. All others as whole words, so that an apostrophe ends them
 *   (Russia’s).
 * - Hyphens, dots, spaces and apostrophes inside a name are alike: Kim Jong-un, Kim Jong Un; US, U.S.
 * - A capitalised name of one word asks for a capital (Восточный is no восточный), one of two or three capitals for capitals
 *   (US).
 */
export function nameFinder<T>(names: Iterable<Name<T>>): NameFinder<T> {
  const tries = nameTries(names);
  const known: Known<T> = { ...tries, beginnings: beginningsOf(tries.words), memory: new Map() };
  return (text) => search(text, known);
}

interface Known<T> extends NameTries<T> {
  /** By which a word is told that begins no name. */
  readonly beginnings: Uint8Array;
  /** What was met, by the word. */
  readonly memory: Map<string, Met<T>>;
}

/** A word that was met: the key it is looked for by, and where names begin with it. */
interface Met<T> {
  readonly key: string;
  readonly steps: readonly Step<T>[];
}

/** A word of a text that a name begins or goes on with. */
interface Step<T> {
  readonly node: TrieNode<T>;
  /** How much of the word it takes. */
  readonly length: number;
  /** Nothing of the word is left, so that the name may go on in the next. */
  readonly whole: boolean;
}

/** Words remembered before the memory starts anew. */
const MEMORY = 50_000;
/** Longer words are no names; hostile texts have them. */
const LONGEST_WORD = 100;
/** The longest name that is looked for at the beginning of a Korean word. */
const LONGEST_BEGINNING = 24;

interface Begun<T> {
  readonly node: TrieNode<T>;
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

/** A name that has come to an end of a word; it may go on in the next where nothing of the word is left. */
interface Reached<T> extends Begun<T> {
  readonly whole: boolean;
}

function search<T>(text: string, { words, signs, beginnings, memory }: Known<T>): NamesFound<T> {
  const found: NameFound<T>[] = [];
  let begun: readonly Begun<T>[] = NONE;
  let count = 0;
  eachRun(text, (script, start, end) => {
    // Nearly every word is part of no name.
    if (begun.length === 0 && script === 'letters' && !mayBegin(text, start, end, beginnings)) {
      count += 1;
      return;
    }
    const word = text.slice(start, end);
    const { key, steps } = memory.get(word) ?? meet(words, word, memory);
    if (steps.length > 0 || begun.length > 0) {
      const reached = nextOf(text, begun, start, word, key);
      for (const { node, length, whole } of steps)
        reached.push({ node, whole, start, end: start + length, word: count });
      for (const name of reached) take(found, text, name);
      begun = reached.filter(({ whole, node }) => whole && node.next);
    }
    if (script === 'signs') {
      for (const name of signsIn(text, start, word.length, signs, count)) take(found, text, name);
      count += Math.ceil(word.length / 2);
    } else count += 1;
  });
  return { found: found.sort((a, b) => a.start - b.start || b.end - a.end), words: count };
}

const NONE: readonly never[] = [];

function meet<T>(root: TrieNode<T>, word: string, memory: Map<string, Met<T>>): Met<T> {
  if (word.length > LONGEST_WORD) return { key: '', steps: NONE };
  const own = standalone(word);
  const key = wordKey(own);
  const met = { key, steps: stepsOf(root, own, key) };
  if (memory.size >= MEMORY) memory.clear();
  memory.set(own, met);
  return met;
}

/** The names begun before that go on in this word. */
function nextOf<T>(
  text: string,
  begun: readonly Begun<T>[],
  at: number,
  word: string,
  key: string,
): Reached<T>[] {
  return begun
    .filter((name) => isJoint(text, name, at))
    .flatMap((name) =>
      stepsOf(name.node, word, key).map(({ node, length, whole }) => ({
        ...name,
        node,
        whole,
        end: at + length,
      })),
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

function stepsOf<T>(from: TrieNode<T>, word: string, key: string): readonly Step<T>[] {
  if (!from.next) return NONE;
  if (!/^\p{Script=Hangul}/u.test(key)) {
    const node = from.next.get(key);
    return node ? [{ node, length: word.length, whole: true }] : NONE;
  }
  const steps: Step<T>[] = [];
  for (let length = Math.min(key.length, LONGEST_BEGINNING); length > 0; length -= 1) {
    const beginning = key.slice(0, length);
    const node = from.next.get(beginning);
    if (!node || !mayFollowKoreanName(beginning, key.slice(length))) continue;
    const whole = length === key.length;
    // A decomposed word is longer than its key; then the name is taken to fill it.
    steps.push({ node, length: whole || key.length !== word.length ? word.length : length, whole });
  }
  return steps;
}

/** The names in Han and kana that begin within a run of them. */
function* signsIn<T>(
  text: string,
  start: number,
  length: number,
  root: TrieNode<T>,
  word: number,
): Generator<Begun<T>> {
  for (let first = start; first < start + length; first += 1) {
    let node: TrieNode<T> | undefined = root;
    for (let end = first; node && end < text.length; end += 1) {
      node = node.next?.get(withOneDot(text[end] ?? ''));
      if (node && node.ends.length > 0)
        yield { node, start: first, end: end + 1, word: word + Math.floor((first - start) / 2) };
    }
  }
}

/**
 * What may stand between two words of a name: white space (Workers’ Party), or one sign that joins; never the end of a sentence.
 */
const JOINT = /^(?:['’ʼ]?\s{0,8}|[\p{Pd}.·‧・･ㆍᆞ/])$/u;
/** An initial keeps its dot: N. Korea. */
const INITIAL = /^\.\s{1,2}$/u;

function isJoint<T>(text: string, name: Begun<T>, next: number): boolean {
  if (next - name.end > 8) return false;
  const between = text.slice(name.end, next);
  if (JOINT.test(between)) return true;
  return INITIAL.test(between) && !/[\p{L}\p{N}]/u.test(text[name.end - 2] ?? '');
}
