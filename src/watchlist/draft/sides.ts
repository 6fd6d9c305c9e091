import { countryNamed, countryOfCity } from '../../text/names/countries.ts';
import type { Bearer } from './bearers.ts';

/** Two bearers that the documents are about together. */
export type Sides = readonly [Bearer, Bearer];

/** A side stands in at least this share of the documents, and both in one sentence in at least that. */
const NEARLY_ALL = 0.8;
const TOGETHER = 0.6;

/**
 * The two places whose dealings the documents tell of: both stand in nearly all of them, mostly also in one sentence. Of several
 * pairs the one that meets most often. Null: the documents pair no two sides.
 *
 * @param isOrdinary whether a bearer is named as much elsewhere: then it tells nothing of these documents.
 */
export function sidesOf(
  bearers: readonly Bearer[],
  documents: number,
  isOrdinary: (bearer: Bearer) => boolean,
): Sides | null {
  const able = bearers.filter(
    (one) =>
      (one.kind === 'place' || (one.kind === null && one.mentions.length >= 2 * documents)) &&
      one.documents.size >= NEARLY_ALL * documents &&
      !isOrdinary(one),
  );
  const pairs = able.flatMap((a, at) =>
    able.slice(at + 1).map((b) => ({ sides: [a, b] as const, ...meetings(a, b) })),
  );
  const [best] = pairs
    .filter((pair) => pair.documents >= TOGETHER * documents)
    .toSorted((a, b) => b.documents - a.documents || b.sentences - a.sentences);
  return best?.sides ?? null;
}

function meetings(a: Bearer, b: Bearer): { readonly documents: number; readonly sentences: number } {
  const named = new Set(a.mentions.map(({ sentence }) => sentence));
  const both = b.mentions.filter(({ sentence }) => named.has(sentence));
  return {
    documents: new Set(both.map(({ document }) => document)).size,
    sentences: new Set(both.map(({ sentence }) => sentence)).size,
  };
}

/** What is written right beside a name says this many times more than standing in one sentence with it. */
const BESIDE = 3;
/** So much more must speak for one side than for the other, and at least so much. */
const CLEARLY = 3;
const ENOUGH = 2;

/**
 * The side a bearer belongs to: the one it is said to be of (Russian Foreign Minister Lavrov), that it is a town of, or in whose
 * sentences without the other it stands. Null: neither, or both.
 */
export function sideOf(bearer: Bearer, sides: Sides): 0 | 1 | null {
  const own = sides.indexOf(bearer);
  if (own === 0 || own === 1) return own;
  if (bearer.country !== null) return null;
  const city = countryOfCity(bearer.spellings[0]?.text ?? '')?.code;
  const town = sides.findIndex(({ country }) => country !== null && country === city);
  if (town === 0 || town === 1) return town;
  if (city !== undefined) return null;
  const weights = sides.map((side, at) => weightOf(bearer, side, sides[at === 0 ? 1 : 0]));
  const [first = 0, second = 0] = weights;
  if (first >= ENOUGH && first >= CLEARLY * second) return 0;
  return second >= ENOUGH && second >= CLEARLY * first ? 1 : null;
}

function weightOf(bearer: Bearer, side: Bearer, other: Bearer): number {
  const theirs = new Set(side.mentions.map(({ sentence }) => sentence));
  const others = new Set(other.mentions.map(({ sentence }) => sentence));
  return bearer.mentions.reduce((sum, { of, sentence }) => {
    if (of !== null && names(side, of)) return sum + BESIDE;
    return theirs.has(sentence) && !others.has(sentence) ? sum + 1 : sum;
  }, 0);
}

function names({ country, spellings }: Bearer, name: string): boolean {
  const code = countryNamed(name)?.code;
  if (country !== null || code !== undefined) return country === code;
  return spellings.some(({ text }) => text === name);
}
