import type { PollResult } from './source.ts';
import type { Instant } from './time.ts';

/** What one run did: the table it ends with, and what `status` reports. */
export interface Cycle {
  readonly started: Instant;
  readonly finished: Instant;
  readonly polled: number;
  readonly unchanged: number;
  readonly failed: readonly {
    readonly sourceId: string;
    readonly result: PollResult;
    readonly message: string;
  }[];
  /** Articles never seen before, and new revisions of known ones. */
  readonly fresh: number;
  readonly revised: number;
  /** Newly accepted and newly put up for review, over all topics. */
  readonly accepted: number;
  readonly review: number;
  /** Files that were written. */
  readonly published: number;
}

/** What all cycles since the store was made did together: counts that only grow. */
export interface Totals {
  readonly cycles: number;
  /** By how they ended; a result that never came is absent. */
  readonly polls: Readonly<Partial<Record<PollResult, number>>>;
  readonly fresh: number;
  readonly revised: number;
}
