import type { Article, PageReading } from '../domain/article.ts';
import type { Store } from '../domain/store.ts';
import { daysBefore, type Instant } from '../domain/time.ts';
import type { Refreshed } from './refresh.ts';

/** Pages read of one source in one run. */
export const MOST_PAGES = 10;
/** A page that waited for longer is news no more. */
const WAITING_DAYS = 7;
const MINUTE = 60 * 1000;
/** After how many minutes a page that could not be had is asked for again, by how often it failed; then it is given up. */
const AGAIN_AFTER = [15, 60, 360];

/** Articles whose page is due to be read, of sources that answered in this run; newest first. */
export async function waitingPages(
  store: Store,
  polled: readonly Refreshed[],
  now: Instant,
): Promise<readonly Article[]> {
  const answered = polled.filter(({ source, state }) => source.fullText && state.failures === 0);
  if (answered.length === 0) return [];
  const since = daysBefore(now, WAITING_DAYS);
  return store.waitingPages(
    answered.map(({ source }) => source.id),
    since,
    now,
    MOST_PAGES,
  );
}

/**
 * How the reading of a page stands after it could not be had, for a reason that passes.
 *
 * @param before as it stood; absent: it was not waited for
 * @param retryAt when its server wants to be asked again; null: it does not say
 */
export function afterFailure(
  before: PageReading | undefined,
  retryAt: Instant | null,
  now: Instant,
): PageReading {
  const failures = 1 + (typeof before === 'object' ? before.failures : 0);
  const minutes = AGAIN_AFTER[failures - 1];
  if (minutes === undefined) return 'read';
  const due = new Date(Date.parse(now) + minutes * MINUTE).toISOString();
  return { failures, due: retryAt !== null && retryAt > due ? retryAt : due };
}
