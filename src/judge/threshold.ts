import type { Topic } from '../domain/topic.ts';

/**
 * How the scores of the stream are spread: how many documents were seen, and how many had each log-odds, in bins of .1 from
 * `LOWEST`. Those below it, or out for a reason of their own, are only counted in `documents`. JSON.
 */
export interface Spread {
  readonly documents: number;
  readonly bins: readonly number[];
}

/** Log-odds from which an article is accepted, and from which a person is asked. */
export interface Threshold {
  readonly accept: number;
  readonly review: number;
}

const LOWEST = -6;
const BINS = 100;
const WIDTH = 0.1;

export const NOTHING_SEEN: Spread = { documents: 0, bins: [] };

/** Takes scores into a spread; null: out, whatever the threshold. */
export function spreadWith(spread: Spread, scores: readonly (number | null)[]): Spread {
  const bins = Array.from({ length: BINS }, (_, at) => spread.bins[at] ?? 0);
  for (const score of scores) {
    if (score === null || score < LOWEST) continue;
    const at = Math.min(BINS - 1, Math.floor((score - LOWEST) / WIDTH));
    bins[at] = (bins[at] ?? 0) + 1;
  }
  return { documents: spread.documents + scores.length, bins };
}

/** Beyond this many documents older ones fade: all counts are halved. */
const REMEMBERED_DOCUMENTS = 20_000;

/** Lets what was seen long ago count less. */
export function faded({ documents, bins }: Spread): Spread {
  if (documents <= REMEMBERED_DOCUMENTS) return { documents, bins };
  return { documents: documents / 2, bins: bins.map((count) => count / 2) };
}

/** The bins from the highest down, each with its lower edge and how many scores lie at or above it. */
function tail(
  spread: Spread,
): readonly { readonly edge: number; readonly count: number; readonly above: number }[] {
  let above = 0;
  return spread.bins
    .map((count, at) => ({ edge: LOWEST + at * WIDTH, count }))
    .toReversed()
    .map(({ edge, count }) => {
      above += count;
      return { edge, count, above };
    });
}

/** Where nothing of the stream is known, an article must reach this share of what a typical example does. */
const SHARE_OF_TYPICAL = 0.75;
/** How much of a stream is on a topic nobody knows: a curiosity, a subject among others, or what its sources are about. */
const POSSIBLE_SHARES = [0.005, 0.02, 0.1];
/** How far each of them may move the first guess, in log-odds. */
const MOVED_MOST = 0.8;
/** The part of that by which a stream that is known well moves it. */
const SAY_OF_STREAM = 0.5;
/** After so many documents it is known half as well as can be. */
const HALF_KNOWN = 200;

/**
 * The log-odds from which to accept by examples alone.
 *
 * The first guess is a share of the examples' geometric mean. The stream corrects it: where much lies above the guess,
 * neighbouring subjects are likely to be among it; where next to nothing does, the examples are likely to be more alike than
 * their topic. So it is moved towards where a topic would take one of the possible shares of the stream, their mean.
 *
 * @param leftOut the relevance of each example as judged by the others.
 */
export function thresholdByExamples(leftOut: readonly number[], stream: Spread): number {
  const typical = meanOf(leftOut.map(Math.log));
  const first = typical + Math.log(SHARE_OF_TYPICAL);
  const bins = tail(stream);
  const moves = POSSIBLE_SHARES.map((share) => {
    const bin = bins.find(({ above }) => above >= share * stream.documents);
    const taking = bin ? bin.edge + WIDTH / 2 : LOWEST;
    return Math.min(MOVED_MOST, Math.max(-MOVED_MOST, taking - first));
  });
  const known = stream.documents / (stream.documents + HALF_KNOWN);
  return first + SAY_OF_STREAM * known * meanOf(moves);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Where nothing of the stream is known: an article is accepted that is as likely on topic as this (.38). */
const LIKELY = -0.5;
/** So many plausible documents outweigh that. */
const ENOUGH_PLAUSIBLE = 10;

/** The log-odds from which to accept where scores are probabilities: where the F1 they promise over the stream peaks. */
export function thresholdByOdds(stream: Spread): number {
  const bins = tail(stream).map((bin) => ({ ...bin, likely: bin.count * logistic(bin.edge + WIDTH / 2) }));
  const expected = bins.reduce((sum, { likely }) => sum + likely, 0);
  let best = 0;
  let peak = LIKELY;
  let kept = 0;
  for (const { edge, likely, above } of bins) {
    kept += likely;
    const f1 = above === 0 ? 0 : (2 * kept) / (above + expected);
    if (f1 > best) [best, peak] = [f1, edge];
  }
  return LIKELY + (peak - LIKELY) * Math.min(1, expected / ENOUGH_PLAUSIBLE);
}

const BREADTH: Readonly<Record<Topic['breadth'], number>> = { broad: -0.5, normal: 0, narrow: 0.5 };
/** How far below acceptance a person is still asked: a quarter less relevant than would do. */
const REVIEW = -0.4;

/** Moves an automatic threshold by the topic's breadth, and lays the one for review below it. */
export function settle(accept: number, breadth: Topic['breadth']): Threshold {
  const moved = accept + BREADTH[breadth];
  return { accept: moved, review: moved + REVIEW };
}

/** Log-odds as a score between 0 and 1. */
export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of a score. */
export function logit(score: number): number {
  return Math.log(score / (1 - score));
}
