import type { Article } from '../domain/article.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Refreshed } from './refresh.ts';

/** Pages read of one source in one run. */
export const MOST_PAGES = 10;
/** A page that waited for longer is news no more. */
const WAITING_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/** Articles whose page earlier runs did not come to, of sources that answered in this one; newest first. */
export async function waitingPages(
  store: Store,
  polled: readonly Refreshed[],
  now: Instant,
): Promise<readonly Article[]> {
  const answered = polled.filter(({ source, state }) => source.fullText && state.failures === 0);
  if (answered.length === 0) return [];
  const since = new Date(Date.parse(now) - WAITING_DAYS * DAY).toISOString();
  return store.waitingPages(
    answered.map(({ source }) => source.id),
    since,
    MOST_PAGES,
  );
}
