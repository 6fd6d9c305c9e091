import type { Lease } from '../domain/lease.ts';
import type { Store } from '../domain/store.ts';
import { daysBefore, type Instant } from '../domain/time.ts';
import { missing } from '../ingest/vanished.ts';
import type { Refreshed } from './refresh.ts';

/** An article that stood so long in its feed has had its readers. */
const WATCHED_DAYS = 14;
/** Marks the articles that polled sources took out of their feeds, and takes the mark off those that are back. */
export async function markVanished(
  store: Store,
  lease: Lease,
  polled: readonly Pick<Refreshed, 'source' | 'carries'>[],
  now: Instant,
): Promise<void> {
  const read = polled.flatMap(({ source, carries }) => (carries === null ? [] : [{ source, carries }]));
  if (read.length === 0) return;
  const since = daysBefore(now, WATCHED_DAYS);
  const carried = Map.groupBy(
    await store.carriedBy(
      read.map(({ source }) => source.id),
      since,
    ),
    ({ sourceId }) => sourceId,
  );
  const marks = read.flatMap(({ source, carries }) => {
    const { gone, back } = missing(carries, carried.get(source.id) ?? []);
    return [
      ...gone.map((articleId) => ({ articleId, since: now })),
      ...back.map((articleId) => ({ articleId, since: null })),
    ];
  });
  if (marks.length > 0) await store.recordVanished(lease, marks);
}
