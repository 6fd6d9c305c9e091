import type { Language } from '../../domain/time.ts';
import { isPlainLetter } from '../characters.ts';
import { fold } from '../fold.ts';
import { eachRun } from '../runs.ts';
import { type Casing, casingOf, nameForms } from './names.ts';

/** A name to be found, and what it is the name of. */
export interface Name<T> {
  /** As it is written by itself: in Russian in the nominative. */
  readonly text: string;
  readonly language: Language;
  readonly isPerson: boolean;
  readonly of: T;
}

/** Where names stand by what they are spelt of, so that looking one up takes a step for each part, however many there are. */
export interface NameTries<T> {
  /** Names by their words. */
  readonly words: TrieNode<T>;
  /** Names in Han and kana by their signs. */
  readonly signs: TrieNode<T>;
}

export interface TrieNode<T> {
  /** By the key of a word, as `wordKey` makes it, or by a sign. Null: no name goes on from here. */
  next: Map<string, TrieNode<T>> | null;
  /** The names that end here. */
  readonly ends: readonly NameEnd<T>[];
}

interface NameEnd<T> {
  readonly of: T;
  readonly casing: Casing;
}

/** Puts every form of every name in its place. */
export function nameTries<T>(names: Iterable<Name<T>>): NameTries<T> {
  const tries: NameTries<T> = { words: { next: new Map(), ends: [] }, signs: { next: new Map(), ends: [] } };
  for (const { text, language, isPerson, of } of names) {
    const leaf = { next: null, ends: [{ of, casing: casingOf(text) }] };
    for (const form of nameForms(text, language, isPerson)) insert(tries, form, leaf);
  }
  return tries;
}

const SIGNS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,}$/u;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const MIDDLE_DOT = /[·‧･•＝=]/gu;

/** What forms of a word that are alike have in common. */
export const wordKey = (word: string): string => fold(word.replace(INVISIBLE, ''));

/** Middle dots are written in many ways. */
export const withOneDot = (signs: string): string => signs.replace(MIDDLE_DOT, '・');

/** All forms of a name end in one leaf: a million names in all their cases are mostly leaves. So no leaf is ever changed. */
function insert<T>({ words, signs }: NameTries<T>, form: string, leaf: TrieNode<T>): void {
  const dotted = withOneDot(form);
  const [root, keys] = SIGNS.test(dotted) ? [signs, dotted.split('')] : [words, keysOf(form)];
  const last = keys.pop();
  if (last === undefined) return;
  let node = root;
  for (const key of keys) {
    const known = node.next?.get(key);
    const next = known?.next ? known : { next: new Map(), ends: known?.ends ?? [] };
    node.next?.set(key, next);
    node = next;
  }
  const known = node.next?.get(last);
  node.next?.set(last, known ? { next: known.next, ends: together(known.ends, leaf.ends) } : leaf);
}

function together<T>(known: readonly NameEnd<T>[], more: readonly NameEnd<T>[]): readonly NameEnd<T>[] {
  const isNew = ({ of, casing }: NameEnd<T>) => !known.some((end) => end.of === of && end.casing === casing);
  return more.every(isNew) ? [...known, ...more] : known;
}

function keysOf(form: string): string[] {
  const keys: string[] = [];
  eachRun(form, (_, start, end) => keys.push(wordKey(form.slice(start, end))));
  return keys;
}

/**
 * Which three letters a word begins with where a name begins with it, five bits a letter: one look tells most words from names.
 * Latin and Russian letters share the bits, which only lets a word through in vain.
 */
export function beginningsOf<T>({ next }: TrieNode<T>): Uint8Array {
  const beginnings = new Uint8Array(1 << 15);
  for (const key of next?.keys() ?? []) {
    const beginning = beginningOf(key, 0);
    if (beginning >= 0) beginnings[beginning] = 1;
  }
  return beginnings;
}

/** Whether a name may begin with a word; told of words that begin with three plain letters, others may. */
export function mayBegin(text: string, start: number, end: number, beginnings: Uint8Array): boolean {
  if (end - start < 3) return true;
  const beginning = beginningOf(text, start);
  if (beginning < 0 || beginnings[beginning] === 1) return true;
  const after = text.charCodeAt(start + 3); // a mark may change the third letter
  return end - start > 3 && after >= 0x300 && after < 0x370;
}

/** The case of a letter is not among its last five bits, in ASCII and from А to я. @returns -1: other letters are there. */
function beginningOf(text: string, at: number): number {
  const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  if (!isPlainLetter(first) || !isPlainLetter(second) || !isPlainLetter(third)) return -1;
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}
