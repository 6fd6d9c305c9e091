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
/** How far the stream may move that: fully known, it has this say. */
const SAY_OF_STREAM = 0.3;
/** So many unlabelled documents above the first guess make the stream fully known. */
const ENOUGH_ABOVE = 10;
/** Five examples tell little of how examples vary: so many more, that vary this much, are assumed. */
const ASSUMED_EXAMPLES = 4;
const ASSUMED_DEVIATION = 0.3;

/**
 * The log-odds from which to accept by examples alone.
 *
 * A first guess is a share of the examples' geometric mean. The stream corrects it: taking on-topic scores to be log-normal with
 * the examples' mean and deviation, the share of the stream that is on topic is at most what the stream holds anywhere in their
 * range; the second guess is where the F1 expected under that share peaks.
 *
 * @param leftOut the relevance of each example as judged by the others.
 */
export function thresholdByExamples(leftOut: readonly number[], stream: Spread): number {
  const logs = leftOut.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const first = mean + Math.log(SHARE_OF_TYPICAL);
  const bins = tail(stream).filter(({ above }) => above > 0);
  if (bins.length === 0) return first;

  const squares = logs.reduce(
    (sum, log) => sum + (log - mean) ** 2,
    ASSUMED_EXAMPLES * ASSUMED_DEVIATION ** 2,
  );
  const deviation = Math.sqrt(squares / (logs.length + ASSUMED_EXAMPLES - 1));
  const topical = (edge: number) => 1 - normalCdf((edge - mean) / deviation);
  const share = bins.reduce((least, { edge, above }) => {
    const part = topical(edge);
    return part < 0.3 || part > 0.9 ? least : Math.min(least, above / stream.documents / part);
  }, 1);

  let second = first;
  let best = 0;
  for (const { edge, above } of bins) {
    if (edge < mean + Math.log(0.2) || edge > mean + Math.log(1.5)) continue;
    const accepted = above / stream.documents;
    const f1 = (2 * Math.min(share * topical(edge), accepted)) / (accepted + share);
    if (f1 > best) [best, second] = [f1, edge];
  }
  const above = bins.find(({ edge }) => edge < first + WIDTH)?.above ?? 0;
  const say = SAY_OF_STREAM * Math.min(1, above / ENOUGH_ABOVE);
  return first + say * (second - first);
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

/** Abramowitz and Stegun 26.2.17; right to 7 digits. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - upper : upper;
}
