import type { Language } from '../../domain/time.ts';

/** How near articles of one event are. It differs by what is grouped. */
export interface Field {
  /** Two sides are of one event from this link on, */
  readonly join: number;
  /** and from this much more with every tenfold of articles beyond 500: among more, chance finds better pairs. */
  readonly busier: number;
  /** Accounts of one event come within so many days; after them similarity counts for less. */
  readonly eventDays: number;
  /** See `Vocabulary`. */
  readonly prior: number;
}

/** A name that is looked for tells little of an event: it stands in a share of the stories before any of them is seen. */
export interface LookedFor {
  /** The concept that `Arrival.concepts` gives, */
  readonly concept: string;
  /** and how it is written. */
  readonly names: readonly { readonly text: string; readonly language: Language }[];
  readonly share: number;
}

/** News of all kinds. */
export const ANY_NEWS: Field = { join: 0.205, busier: 0.1, eventDays: 3, prior: 0 };
/**
 * Articles of one topic: the same names stand in all, so more must be shared before two are taken for one event, and what was
 * said of an event two days later is as often the next event as a late account.
 */
export const ONE_TOPIC: Field = { join: 0.3, busier: 0.03, eventDays: 1, prior: 20 };

const BUSY_FROM = 500;
const BUSIEST = 0.08;

/** The link from which two sides are of one event, among so many articles. */
export function joinAmong(articles: number, { join, busier }: Field): number {
  return join + Math.min(BUSIEST, Math.max(0, busier * Math.log10(articles / BUSY_FROM)));
}
