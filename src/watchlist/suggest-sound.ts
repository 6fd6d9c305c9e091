import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/** What one sound is written as in one script and as another in the next; the order matters. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|tch|chkh/g, 's'],
  [/[cszt]h|zh|sh|ts|j|z|x/g, 's'],
  [/ck|kh|gh|q|g|c/g, 'k'],
  [/ph|f|v|w(?=[aeiou])|b/g, 'p'],
  [/d/g, 't'],
  [/r/g, 'l'],
  [/h/g, ''],
  [/[aeiouyw]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** How a name sounds, roughly: Latin letters, sounds that scripts confuse as one, no account of which vowel. */
function soundOf(name: string): string {
  // Sign by sign, so that the ng that ends a Korean syllable is told from one that begins with g after n.
  const latin = Array.from(name, (sign) => anyAscii(sign).toLowerCase())
    .join('|')
    .replace(/n\|?g(?!\|?[aeiouy])/g, 'n')
    .replace(/ng(?=\|)/g, 'n')
    .replace(/[^a-z]/g, '');
  return ALIKE.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), latin);
}

/** The sounds of a name without its vowels, which scripts write most differently: a key to look alike names up by. */
export const skeletonOf = (name: string): string => soundOf(name).replaceAll('a', '');

/** Shorter ones are alike by chance; those that are little longer, only where they are the same. */
const SHORTEST = 3;
const SHORT = 4;

/** How alike two names of different scripts sound, 0 to 1: 노광철 and Но Гван Чхоль, Порт-Саллоу and 포트샐로. */
export function soundsLike(one: string, other: string): number {
  const [a, b] = [skeletonOf(one), skeletonOf(other)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST || (shorter < SHORT && a !== b)) return 0;
  const consonants = closeness(a, b);
  return Math.min(consonants, (consonants + closeness(soundOf(one), soundOf(other))) / 2 + 0.05);
}

/** How alike two names of one script are written, 0 to 1; names of as many words by their least alike word. */
export function writtenLike(one: string, other: string): number {
  const [a, b] = [one, other].map((name) =>
    anyAscii(name)
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(Boolean),
  );
  if (a === undefined || b === undefined || a.length !== b.length) return 0;
  return Math.min(
    ...a.map((word, at) => closeness(word, b[at] ?? '')),
    closeness(a.join(''), b.join('')) + 0.15,
  );
}

const closeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);
