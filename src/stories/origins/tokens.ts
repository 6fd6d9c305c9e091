/** What the words of a sentence are, and where voices stand among them. */

import { remembered } from './remembered.ts';
import type { Named, Voice } from './voice.ts';

/** A word or a sign of a sentence. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  /** In UTF-16 units of the sentence. */
  readonly start: number;
  readonly end: number;
}

/** Longer sentences are lists or broken texts; their beginning is read. */
const MOST = 160;

/** Dotted abbreviations, possessive endings, words with their hyphens, numbers, and single signs. */
const TOKEN =
  /(?:\p{Lu}\.){2,9}|['’]s(?![\p{L}\p{N}])|\p{L}[\p{L}\p{M}\p{N}]{0,60}(?:[-‑](?=\p{L})[\p{L}\p{M}\p{N}]{1,60}){0,6}|\p{N}{1,30}|[^\s\p{L}\p{N}]/gu;

/** The tokens of a sentence, at most 160. */
export function tokensOf(sentence: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of sentence.matchAll(TOKEN)) {
    tokens.push({
      text,
      lower: text.toLowerCase().replace('’', "'"),
      start: index,
      end: index + text.length,
    });
    if (tokens.length >= MOST) break;
  }
  return tokens;
}

/** A voice that is named in a sentence, from its first token to its last. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly voice: Voice;
  /** It says only what sort of body it is, and stands for one that was named before: the ministry. */
  readonly bare: boolean;
  /** It is the body's head that is named, not the body: Velmark's defence minister. */
  readonly holder?: true;
  /** It is told by where it sits: the ministry in Karsk. */
  readonly seated?: true;
}

/** The phrases of voices that are known by name. */
export function knownPhrases(tokens: readonly Token[], named: readonly Named[]): readonly Phrase[] {
  return named.flatMap(({ voice, start, end }) => {
    const from = tokens.findIndex((token) => token.end > start);
    let to = from;
    while ((tokens[to + 1]?.start ?? Number.POSITIVE_INFINITY) < end) to += 1;
    return from < 0 ? [] : [{ from, to, voice, bare: false }];
  });
}

/** The tokens as they would stand in a text. */
export function nameOf(tokens: readonly Token[], from: number, to: number): string {
  let name = '';
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    name += name === '' || token.start === tokens[at - 1]?.end ? token.text : ` ${token.text}`;
  }
  return name;
}

export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** A test of single words that remembers its answers: long alternations are slow, and asked of every word. */
export const wordTest = (pattern: RegExp): { readonly test: (word: string) => boolean } => ({
  test: remembered((word) => pattern.test(word)),
});
