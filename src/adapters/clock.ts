import type { Clock } from '../domain/ports.ts';

/** The clock of this machine. */
export function createClock(): Clock {
  return { now: () => new Date() };
}
