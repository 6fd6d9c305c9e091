import type { Meeting } from './meeting.ts';

/**
 * The weights of a meeting, as they add to the log-odds that an article is on topic. Fitted by logistic regression on news about
 * pairs of countries, and checked on articles of our own; `BASE` leaves the usual threshold at -.5.
 */
const BASE = -1.6;
const NAMED = 1.2;
const TOGETHER = 1.6;
/** A pair of neighbouring sentences is nearly as good as a sentence that names both. */
const NEAR = 0.75;
const LATE = -1.2;
/** After so many words a side that has not been named begins to be late; after `LATEST` it is as late as can be. */
const SOON = 20;
const LATEST = 300;
const SUPPORTING = 0.4;

export interface Odds {
  readonly base: number;
  /** Of each side, in their order. Grows with the logarithm: the tenth name says little more. */
  readonly sides: readonly number[];
  readonly together: number;
  readonly late: number;
  readonly supporting: number;
}

/** What each trait of a meeting adds. */
export function oddsOf({ counts, together, near, latest, supporting }: Meeting): Odds {
  return {
    base: BASE,
    sides: counts.map((count) => (NAMED / counts.length) * Math.log(1 + count)),
    together: TOGETHER * Math.log(1 + together + NEAR * near),
    late: LATE * Math.log(1 + Math.min(latest, LATEST) / SOON),
    supporting: SUPPORTING * Math.log(1 + supporting),
  };
}

/** The log-odds of an article by its facets; null: a side is missing; undefined: the topic has none. */
export function facetOdds(meeting: Meeting): number | null | undefined {
  if (meeting.counts.length === 0) return undefined;
  if (meeting.counts.some((count) => count === 0)) return null;
  const { base, sides, together, late, supporting } = oddsOf(meeting);
  return sides.reduce((sum, side) => sum + side, base + together + late + supporting);
}
