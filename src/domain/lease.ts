import type { Instant } from './time.ts';

/** The right to change the store, held by one process at a time. */
export interface Lease {
  /** Grows with every holder; a commit under an older token is refused. */
  readonly token: number;
  /** Rejects with `LeaseLost` when another holder took over. Called before each irrevocable step. */
  check(): Promise<void>;
  release(): Promise<void>;
}

export interface LeaseHolder {
  readonly pid: number;
  readonly host: string;
  /** What it is doing: `run`, `watch`, `publish`, … */
  readonly purpose: string;
  readonly since: Instant;
}

/** The lease is held by a live process; the command line ends with exit code 75. */
export class LeaseBusy extends Error {
  override readonly name = 'LeaseBusy';
  readonly holder: LeaseHolder;
  constructor(holder: LeaseHolder) {
    super(
      `another topicwatch (${holder.purpose}, process ${holder.pid} on ${holder.host}) has been at work on this store ` +
        `since ${holder.since}; wait until it is done, or stop it`,
    );
    this.holder = holder;
  }
}

/** This process was paused for longer than a lease lasts, and another took over. Nothing was written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor() {
    super('another process took over the store while this one was paused; nothing was written, run again');
  }
}
