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
