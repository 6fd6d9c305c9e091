import type { Item } from '../domain/article.ts';
import type { Cycle } from '../domain/cycle.ts';
import { type Lease, LeaseBusy } from '../domain/lease.ts';
import type { Settings } from '../domain/settings.ts';
import type { Source, SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import { isDue } from '../ingest/schedule.ts';
import type { Progress } from './poll.ts';
import { publish } from './publish.ts';
import type { Refreshed } from './refresh.ts';
import type { Services } from './services.ts';
import { compareNews } from './stories/news.ts';
import { suggestDaily } from './suggestions/daily.ts';
import type { Tally } from './tally.ts';
import { markVanished } from './vanished.ts';
import { waitingPages } from './waiting-pages.ts';
import { openWork } from './work.ts';

export interface CycleOptions {
  /** Only these sources; empty: all that are enabled. */
  readonly sourceIds: readonly string[];
  /** Poll what is not due yet, too. Validators still apply. */
  readonly force: boolean;
  /** Poll and decide, store and publish nothing. */
  readonly dryRun: boolean;
  readonly progress?: Progress;
}

/** Sources polled before what they brought is decided on. It bounds memory; most settings name fewer. */
const ROUND = 125;

/**
 * One cycle: poll what is due, decide, commit; then publish.
 *
 * Polling runs before the lease is taken, all that changes the store or the feeds under it. A source's validators are
 * committed with the articles it brought, so that a crash at any point loses nothing. Rejects with `LeaseBusy`, at
 * once, while another process is at work.
 */
export async function runCycle(services: Services, options: CycleOptions): Promise<Cycle> {
  const started = services.clock.now().toISOString();
  const settings = await services.settings();
  const store = await services.store();
  const holder = await store.leaseHolder();
  if (holder !== null && !options.dryRun) throw new LeaseBusy(holder);

  const work = openWork(settings, store, started, services.log);
  const remembered = await store.sourceStates();
  const due = dueSources(settings, remembered, options, started);
  const polled: SourceState[] = [];
  const carried: Pick<Refreshed, 'source' | 'carries'>[] = [];
  let waiting: SourceState[] = []; // of sources that brought nothing new: stored under the next lease there is
  for (let at = 0; at < due.length && !services.signal.aborted; at += ROUND) {
    const round = due.slice(at, at + ROUND);
    const progress: Progress = (done, _, source) => options.progress?.(at + done, due.length, source);
    const refreshed = await pollRound(services, settings, round, remembered, started, progress);
    carried.push(...refreshed.map(({ source, carries }) => ({ source, carries })));
    const items = refreshed.flatMap((one) => one.items);
    const states = refreshed.map(({ state }) => state);
    polled.push(...states);
    waiting.push(...states);
    if (options.dryRun) await work.items(null, items, states);
    else if (items.length > 0) {
      await underLease(store, 'run', (lease) => work.items(lease, items, waiting));
      waiting = [];
    }
  }

  const report = (published: number): Cycle => ({
    started,
    finished: services.clock.now().toISOString(),
    polled: polled.length,
    unchanged: polled.filter(({ result }) => result === 'unchanged').length,
    failed: polled.flatMap(failure),
    ...work.tally(),
    published,
  });
  if (options.dryRun) return report(0);
  return underLease(store, 'run', async (lease) => {
    await work.items(lease, [], waiting);
    await markVanished(store, lease, carried, started);
    await work.corpus(lease);
    await suggestDaily(services, lease);
    await compareNews(store, lease, settings, started);
    await store.retain(lease, settings.retention, started);
    const cycle = report(await publish(services, lease));
    await store.recordCycle(lease, cycle);
    return cycle;
  });
}

/** Adds items that came from no source: decide, commit, publish. */
export async function runImport(
  services: Services,
  items: readonly Item[],
): Promise<Tally & Pick<Cycle, 'published'>> {
  const store = await services.store();
  const settings = await services.settings();
  const now = services.clock.now().toISOString();
  const work = openWork(settings, store, now, services.log);
  return underLease(store, 'import', async (lease) => {
    await work.items(lease, items, []);
    await compareNews(store, lease, settings, now);
    return { ...work.tally(), published: await publish(services, lease) };
  });
}

async function underLease<T>(store: Store, purpose: string, work: (lease: Lease) => Promise<T>): Promise<T> {
  const lease = await store.lease(purpose);
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}

function dueSources(
  { sources }: Settings,
  remembered: ReadonlyMap<string, SourceState>,
  { sourceIds, force }: CycleOptions,
  now: Instant,
): readonly Source[] {
  return sources.filter((source) => {
    const named = sourceIds.includes(source.id);
    if (source.disabled !== null || (sourceIds.length > 0 && !named)) return false;
    const state = remembered.get(source.id);
    // A source that said 410 is asked again only by its name.
    return force ? named || (state?.goneSince ?? null) === null : isDue(state, source, now);
  });
}

/** Polls sources, and reads the pages behind their items where they ask for it. */
async function pollRound(
  services: Services,
  { http, topics }: Settings,
  sources: readonly Source[],
  remembered: ReadonlyMap<string, SourceState>,
  now: Instant,
  progress: Progress,
): Promise<readonly Refreshed[]> {
  const { poll } = await import('./poll.ts');
  const { clock, log, signal } = services;
  const store = await services.store();
  const ports = { store, clock, fetcher: await services.fetcher(), reader: await services.reader() };
  const polled = await poll(sources, remembered, ports, {
    atOnce: http.total,
    signal,
    progress,
  });
  const waiting = await waitingPages(store, polled, now);
  const wantsPages = polled.some(({ source, items }) => source.fullText && items.length > 0);
  if (!wantsPages && waiting.length === 0) return polled;

  const { readPages } = await import('./full-text.ts');
  const pagePorts = {
    ...ports,
    extractor: await services.extractor(),
    pace: await services.pace(),
    log,
    signal,
  };
  return readPages(polled, waiting, topics, now, pagePorts);
}

function failure({ sourceId, result, message }: SourceState): Cycle['failed'] {
  if (result === null || result === 'ok' || result === 'unchanged') return [];
  return [{ sourceId, result, message: message ?? result }];
}
