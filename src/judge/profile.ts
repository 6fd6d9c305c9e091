import { type OrdinaryWords, presence, rarity, usualLength } from './ordinary.ts';
import type { Terms } from './terms.ts';

/**
 * What the documents on a topic have in common, in one language. Relevance is the sum of weight times presence over the
 * terms, scaled so that examples, each judged by the others, have 1 in the geometric mean. JSON.
 */
export interface Profile {
  /** By the examples alone. */
  readonly given: Weights;
  /** With what was adopted from the stream: three quarters that, one quarter `given`, so that it cannot drift away. */
  readonly adapted: Weights;
  /** The relevance of each example as judged by the others, in their order (of many, an even sample). */
  readonly leftOut: readonly number[];
  /** The length of document that presence is measured by. */
  readonly usualLength: number;
}

type Weights = Readonly<Record<string, number>>;
type Vector = ReadonlyMap<string, number>;

/** Documents of the stream that were taken to be on topic because they scored high: the mean presence of their terms. JSON. */
export interface Adopted {
  readonly count: number;
  readonly presence: Weights;
}

/** So many are remembered; each newer one then replaces an even share of the older. */
const ADOPTED_MOST = 30;
/** An adopted document counts as much as this share of an example. */
const ADOPTED_WEIGHT = 0.15;
const ADOPTED_TERMS = 150;
const ANCHOR = 0.25;

/** So that nothing is divided by 0 where the only example is left out. */
const LEAST_WORTH = 0.5;

const PROFILE_TERMS = 60;
/** Exponent of the mean presence: a term that all examples share counts far more than one that fills a single example. */
const SHARED = 2.5;
/** Exponent of the rarity. */
const RARE = 2;
/** What the mean presence in counter-examples takes off a term's presence in examples. */
const DAMPING = 0.3;

/** More examples than this are not left out one by one; an even sample of them is. */
const LEFT_OUT_MOST = 40;
/** What a document must have, to be called typical, of the score an only example gives itself; few on the topic have more. */
const ALONE = 0.2;
/** An example unlike all others counts as at least this share of the median: the threshold must not fall to it. */
const OUTLIER = 0.25;

/** A document on the topic, and how much of an example it is: 1, or less. */
export interface Weighed extends Terms {
  readonly worth: number;
}

/**
 * Learns a profile from examples in one language.
 *
 * @param positive at least one.
 */
export function learnProfile(
  positive: readonly Weighed[],
  negative: readonly Terms[],
  words: OrdinaryWords | undefined,
  adopted: Adopted | undefined,
): Profile {
  const usual = usualLength(words, positive);
  const vectors = positive.map((example) => presenceOf(example, usual));
  const shares = vectors.map((vector, at) => scaled(vector, positive[at]?.worth ?? 1));
  const sum = sumOf(shares);
  const worth = positive.reduce((total, example) => total + example.worth, 0);
  const against = meanOf(sumOf(negative.map((example) => presenceOf(example, usual))), negative.length);
  const rarities = new Map<string, number>();
  const weigh = (without: number | null, also: Adopted | undefined): Vector => {
    const mean =
      without === null
        ? meanOf(sum, worth, null, also)
        : meanOf(sum, worth - (positive[without]?.worth ?? 0), shares[without], also);
    return weightsOf(mean, against, (term) => {
      const known = rarities.get(term) ?? rarity(words, term);
      rarities.set(term, known);
      return known;
    });
  };
  const scores = (also: Adopted | undefined): readonly number[] => {
    if (vectors.length === 1) return vectors.map((vector) => ALONE * product(weigh(null, undefined), vector));
    return lifted(
      evenly([...vectors.entries()], LEFT_OUT_MOST).map(([at, vector]) => product(weigh(at, also), vector)),
    );
  };
  const alone = relative(weigh(null, undefined), scores(undefined));
  const together = adopted ? relative(weigh(null, adopted), scores(adopted)) : alone;
  return {
    given: Object.fromEntries(alone.weights),
    adapted: Object.fromEntries(blend(alone.weights, together.weights)),
    leftOut: alone.scores.map((score, at) => ANCHOR * score + (1 - ANCHOR) * (together.scores[at] ?? score)),
    usualLength: usual,
  };
}

/** The presence of each term in a document. */
export function presenceOf(document: Terms, usual: number): Vector {
  return new Map(
    [...document.found].map(([term, { weight }]) => [term, presence(weight, document.length, usual)]),
  );
}

/** Takes one more document into what was adopted. */
export function adopt(adopted: Adopted | undefined, document: Vector): Adopted {
  const count = Math.min(adopted?.count ?? 0, ADOPTED_MOST - 1);
  const mean = new Map(
    Object.entries(adopted?.presence ?? {}).map(([term, x]) => [term, (x * count) / (count + 1)]),
  );
  for (const [term, x] of document) mean.set(term, (mean.get(term) ?? 0) + x / (count + 1));
  return { count: count + 1, presence: Object.fromEntries(mean) };
}

/** Keeps the terms of adopted documents that could weigh anything. */
export function tidyAdopted({ count, presence }: Adopted, words: OrdinaryWords | undefined): Adopted {
  const importance = ([term, x]: [string, number]) => x * rarity(words, term);
  const kept = Object.entries(presence).toSorted(
    (a, b) => importance(b) - importance(a) || (a[0] < b[0] ? -1 : 1),
  );
  return { count, presence: Object.fromEntries(kept.slice(0, ADOPTED_TERMS)) };
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [term, x] of vector) sum.set(term, (sum.get(term) ?? 0) + x);
  return sum;
}

/** The mean presence over documents worth `count`, without what is left out, and over the adopted ones at their weight. */
function meanOf(sum: Vector, count: number, without: Vector | null = null, also?: Adopted): Vector {
  const borrowed = also ? also.count * ADOPTED_WEIGHT : 0;
  const total = Math.max(LEAST_WORTH, count) + borrowed;
  const mean = new Map<string, number>();
  for (const [term, x] of sum) mean.set(term, (x - (without?.get(term) ?? 0)) / total);
  for (const [term, x] of Object.entries(also?.presence ?? {})) {
    mean.set(term, (mean.get(term) ?? 0) + (x * borrowed) / total);
  }
  return mean;
}

/** The strongest terms, their weights summing to 1. Ties are broken by the term: equal input gives equal output. */
function weightsOf(mean: Vector, against: Vector, rarityOf: (term: string) => number): Vector {
  const strongest = [...mean]
    .map(([term, x]): [string, number] => [term, x - DAMPING * (against.get(term) ?? 0)])
    .filter(([, x]) => x > 1e-6)
    .map(([term, x]): [string, number] => [term, x ** SHARED * rarityOf(term) ** RARE])
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, PROFILE_TERMS);
  return scaled(new Map(strongest), 1 / (strongest.reduce((sum, [, weight]) => sum + weight, 0) || 1));
}

/** Scales weights, and the scores examples have under them, by the geometric mean of those scores. */
function relative(weights: Vector, scores: readonly number[]) {
  const typical = Math.exp(scores.reduce((sum, score) => sum + Math.log(score), 0) / scores.length);
  return { weights: scaled(weights, 1 / typical), scores: scores.map((score) => score / typical) };
}

function blend(given: Vector, learned: Vector): Vector {
  const blended = new Map([...given].map(([term, weight]) => [term, weight * ANCHOR]));
  for (const [term, weight] of learned) blended.set(term, (blended.get(term) ?? 0) + weight * (1 - ANCHOR));
  return blended;
}

function product(weights: Vector, vector: Vector): number {
  let sum = 0;
  for (const [term, weight] of weights) sum += weight * (vector.get(term) ?? 0);
  return sum;
}

function scaled(vector: Vector, factor: number): Vector {
  return new Map([...vector].map(([term, x]) => [term, x * factor]));
}

/** Lifts scores far below the median, and all above 0: they are divided by, and their logarithm is taken. */
function lifted(scores: readonly number[]): readonly number[] {
  const median = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;
  return scores.map((score) => Math.max(score, OUTLIER * median, 1e-3));
}

function evenly<T>(items: readonly T[], most: number): readonly T[] {
  return items.length <= most ? items : items.filter((_, at) => at % Math.ceil(items.length / most) === 0);
}
