import type { Item } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Cycle } from '../domain/cycle.ts';
import type { Settings } from '../domain/settings.ts';
import type { SourceState } from '../domain/source.ts';
import { type Lease, LeaseBusy, type Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { isDue } from '../ingest/schedule.ts';
import type { Progress } from './poll.ts';
import { publish } from './publish.ts';
import type { Refreshed } from './refresh.ts';
import type { Services } from './services.ts';
import { NOTHING, type Tally, tally } from './tally.ts';

export interface CycleOptions {
  /** Only these sources; empty: all that are enabled. */
  readonly sourceIds: readonly string[];
  /** Poll what is not due yet, too. Validators still apply. */
  readonly force: boolean;
  /** Poll and decide, store and publish nothing. */
  readonly dryRun: boolean;
  readonly progress?: Progress;
}

/**
 * One cycle: poll what is due, decide, commit, publish.
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

  const refreshed = await pollDue(services, settings, options, started);
  const report = (counts: Tally, published: number): Cycle => ({
    started,
    finished: services.clock.now().toISOString(),
    polled: refreshed.length,
    unchanged: refreshed.filter(({ state }) => state.result === 'unchanged').length,
    failed: refreshed.flatMap(failure),
    ...counts,
    published,
  });

  const items = refreshed.flatMap((one) => one.items);
  const states = refreshed.map(({ state }): SourceState => state);
  if (options.dryRun) return report(await decideAll(services, items, states, started, null), 0);

  return underLease(store, 'run', async (lease) => {
    const counts = await decideAll(services, items, states, started, lease);
    await store.retain(lease, settings.retention, started);
    const cycle = report(counts, await publish(services, lease));
    await store.recordCycle(lease, cycle);
    return cycle;
  });
}

/** Adds items that came from no source: decide, commit, publish. */
export async function runImport(
  services: Services,
  items: readonly Item[],
): Promise<Tally & Pick<Cycle, 'published'>> {
  const now = services.clock.now().toISOString();
  return underLease(await services.store(), 'import', async (lease) => {
    const counts = await decideAll(services, items, [], now, lease);
    return { ...counts, published: await publish(services, lease) };
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

async function pollDue(
  services: Services,
  settings: Settings,
  { sourceIds, force, progress }: CycleOptions,
  now: Instant,
): Promise<readonly Refreshed[]> {
  const store = await services.store();
  const states = await store.sourceStates();
  const due = settings.sources.filter((source) => {
    const named = sourceIds.includes(source.id);
    if (source.disabled !== null || (sourceIds.length > 0 && !named)) return false;
    const state = states.get(source.id);
    // A source that said 410 is asked again only by its name.
    return force ? named || (state?.goneSince ?? null) === null : isDue(state, source, now);
  });
  if (due.length === 0) return [];
  const { poll } = await import('./poll.ts');
  const ports = {
    store,
    clock: services.clock,
    fetcher: await services.fetcher(),
    reader: await services.reader(),
  };
  const { signal, log } = services;
  const polled = await poll(due, states, ports, {
    atOnce: settings.http.total,
    signal,
    ...(progress && { progress }),
  });
  if (!polled.some(({ source, items }) => source.fullText && items.length > 0)) return polled;
  const { readPages } = await import('./full-text.ts');
  const guest = { ...ports, extractor: await services.extractor(), pace: await services.pace(), log, signal };
  return readPages(polled, settings.topics, now, guest);
}

/** @param lease null: nothing is stored. */
async function decideAll(
  services: Services,
  items: readonly Item[],
  states: readonly SourceState[],
  now: Instant,
  lease: Lease | null,
): Promise<Tally> {
  const store = await services.store();
  const { topics } = await services.settings();
  if (items.length + states.length === 0 && !(await corpusWaits(store, topics))) return NOTHING;

  const { createDeciding, decideCorpus, decideItems } = await import('./deciding.ts');
  let counts = NOTHING;
  const commit = async (change: ChangeSet): Promise<void> => {
    if (lease !== null) await store.commit(lease, change);
    counts = tally(counts, change);
  };
  const deciding = createDeciding(await services.settings(), store, now, commit);
  await decideItems(deciding, items, states);
  if (lease !== null) await decideCorpus(deciding);
  return counts;
}

/** Whether the corpus holds articles that were judged under an older form of a topic. */
async function corpusWaits(store: Store, topics: readonly Topic[]): Promise<boolean> {
  for (const { id, hash } of topics) if ((await store.toJudge(id, hash, 1)).length > 0) return true;
  return false;
}

function failure({ source, state }: Refreshed): Cycle['failed'] {
  const { result } = state;
  if (result === null || result === 'ok' || result === 'unchanged') return [];
  return [{ sourceId: source.id, result, message: state.message ?? result }];
}
