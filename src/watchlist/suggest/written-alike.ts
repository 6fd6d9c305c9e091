import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/** What a longer name may differ by that its words do not tell. */
const ALLOWANCE = 0.15;

/**
 * How alike two names of one script are written, 0 to 1, by their least alike word; 0 where one has more words. Dovran Kesh and
 * Dovraan Qesh are; Kim Jong Un and Kim Jong Il are not.
 */
export function writtenLike(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || a.length !== b.length) return 0;
  return Math.min(
    ...a.map((word, at) => closeness(word, b[at] ?? '')),
    closeness(a.join(''), b.join('')) + ALLOWANCE,
  );
}

const wordsOf = (name: string): readonly string[] =>
  anyAscii(name)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const closeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);
