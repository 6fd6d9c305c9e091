import { DAY, type Instant } from '../../domain/time.ts';

/** Of late, at most; the time before is at least twice as long. */
const LATE = 14 * DAY;
/** Of a shorter corpus nobody can say what is usual in it. */
const SHORTEST = 6 * DAY;

/** What counts as of late, and what it is held against. */
export interface Period {
  /** The oldest article. */
  readonly begin: number;
  /** Where "of late" begins. */
  readonly late: number;
  readonly now: number;
}

/** The period a corpus covers, from its oldest article to now; null where it is too short to tell what is usual. */
export function periodOf(oldest: Instant | undefined, now: Instant): Period | null {
  const [begin, end] = [Date.parse(oldest ?? now), Date.parse(now)];
  if (end - begin < SHORTEST) return null;
  return { begin, late: end - Math.min(LATE, (end - begin) / 3), now: end };
}

export const dayOf = (at: Instant | number): string => new Date(at).toISOString().slice(0, 10);

/**
 * How surprising it is that of so many articles of late and before so many name something, as the log-likelihood ratio G²
 * (Dunning 1993); above 10.8 it comes by chance once in a thousand times. 0 where it has become rarer.
 */
export function surprise(late: number, ofLate: number, before: number, ofBefore: number): number {
  const share = (late + before) / (ofLate + ofBefore);
  if (ofLate === 0 || late / ofLate <= share) return 0;
  const part = (seen: number, expected: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / expected);
  return (
    2 *
    (part(late, ofLate * share) +
      part(before, ofBefore * share) +
      part(ofLate - late, ofLate * (1 - share)) +
      part(ofBefore - before, ofBefore * (1 - share)))
  );
}
