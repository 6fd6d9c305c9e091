import { cleanCharacters, foldSpace } from '../text/characters.ts';
import { words } from '../text/words.ts';

/** Letters a word has room for; a text without spaces is cut by this, since it may be one endless word. */
const LETTERS_A_WORD = 25;

/** Text on one line, of characters that every format can carry. */
export function line(text: string): string {
  return foldSpace(cleanCharacters(text));
}

/**
 * Plain data with only such characters in its strings, so that no field is forgotten, whatever came from outside. White
 * space at the ends stays: runs of a paragraph are parted by it.
 */
export function clean<T>(data: T): T {
  return cleaned(data) as T;
}

function cleaned(data: unknown): unknown {
  if (typeof data === 'string') return cleanCharacters(data).replace(/\s+/g, ' ');
  if (Array.isArray(data)) return data.map(cleaned);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cleaned(value)]));
}

/** Words as a strict reader counts them: a dash or dot that stands alone is one too. */
export function countWords(text: string): number {
  return wordStarts(text).length;
}

/** At most so many words of a text, cut behind a sentence where one ends in the second half, else with an ellipsis. */
export function firstWords(text: string, limit: number): string {
  const short = text.slice(0, limit * LETTERS_A_WORD);
  const beyond = wordStarts(short)[limit];
  if (beyond === undefined && short === text) return text;
  const cut = short.slice(0, beyond);
  const sentence = /^.*[.!?。！？…]["'”’»)]?(?=\s|$)/su.exec(cut)?.[0] ?? '';
  return sentence.length > cut.length / 2 ? sentence : `${cut.replace(/[\s\p{P}\p{Cs}]+$/u, '')}…`;
}

function wordStarts(text: string): readonly number[] {
  const starts = words(text, 'und').map((word) => word.start);
  for (const alone of text.matchAll(/(?<!\S)[^\s\p{L}\p{M}\p{N}]+(?!\S)/gu)) starts.push(alone.index);
  return starts.toSorted((a, b) => a - b);
}
