import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/domain/ports.ts';
import { DEFAULT_HTTP, type Settings } from '../../src/domain/settings.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Proposal } from '../../src/domain/suggestion.ts';
import { createDeciding, decideItems } from '../../src/pipeline/deciding.ts';
import { proposalsOf } from '../../src/pipeline/suggestions/look.ts';
import { openStore } from '../../src/store/open.ts';
import { CHANGES, fifthDay } from '../fixtures/watchlist-stream/changes.ts';
import { type Day, endOf, stream } from '../fixtures/watchlist-stream/stream.ts';
import { SOURCES, TOPIC } from '../fixtures/watchlist-stream/world.ts';

const SETTINGS: Settings = {
  dir: 'config',
  store: 'corpus.db',
  schedule: { cron: '*/10 * * * *', timezone: 'UTC' },
  http: DEFAULT_HTTP,
  publish: {
    dir: 'feeds',
    baseUrl: null,
    entries: 100,
    newWithinDays: 7,
    languages: ['en'],
    tagAuthority: null,
  },
  web: { host: '127.0.0.1', port: 0, hosts: [], public: false, baseUrl: null },
  retention: { rejectedDays: 90, revisions: 20 },
  sources: SOURCES,
  topics: [TOPIC],
};
const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Judges, groups and stores one day of the stream, as the cycles of that day would. */
async function storeDay(store: Store, day: Day): Promise<void> {
  const lease = await store.lease('test');
  const deciding = createDeciding(
    SETTINGS,
    store,
    endOf(day.day),
    (change) => store.commit(lease, change),
    SILENT,
  );
  await decideItems(deciding, day.items, day.states);
  await lease.release();
}

export interface Found {
  readonly name: string;
  /** When it had shown five times, and when it was proposed; null: never. */
  readonly fifth: number | null;
  readonly proposed: number | null;
}

export interface Replay {
  readonly articles: number;
  readonly changes: readonly Found[];
  readonly others: readonly { readonly day: number; readonly proposal: Proposal }[];
}

/** Runs the whole stream through judging, grouping and the store, and asks for proposals at the end of each day. */
export async function replay(seed: number): Promise<Replay> {
  const dir = mkdtempSync(join(tmpdir(), 'topicwatch-stream-'));
  let now = endOf(0);
  const clock = { now: () => new Date(now) };
  const store = await openStore(join(dir, 'corpus.db'), { clock, host: 'quayside', pid: process.pid });
  const days: Day[] = [];
  const first = new Map<string, { day: number; proposal: Proposal }>();
  try {
    for (const day of stream(seed)) {
      now = endOf(day.day);
      days.push(day);
      await storeDay(store, day);
      for (const proposal of await proposalsOf({ sources: SOURCES, topics: [TOPIC] }, store, now)) {
        const key = JSON.stringify([proposal.kind, proposal.subject]);
        if (!first.has(key)) first.set(key, { day: day.day, proposal });
      }
    }
  } finally {
    await store.close();
    rmSync(dir, { recursive: true });
  }
  const all = [...first.values()];
  return {
    articles: days.reduce((sum, { items }) => sum + items.length, 0),
    changes: CHANGES.map((change) => ({
      name: change.name,
      fifth: fifthDay(change, days),
      proposed: all.find(({ proposal }) => change.isProposed(proposal))?.day ?? null,
    })),
    others: all.filter(({ proposal }) => !CHANGES.some((change) => change.isProposed(proposal))),
  };
}

/** A change counts as found when it is proposed within five days of having shown five times. */
export const inTime = ({ fifth, proposed }: Found): boolean =>
  fifth !== null && proposed !== null && proposed <= fifth + 5;

export function figures({ articles, changes, others }: Replay): string {
  return [
    `${articles} articles, ${changes.filter(inTime).length} of ${changes.length} changes proposed in time, ${others.length} other proposals`,
    ...changes.map(
      ({ name, fifth, proposed }) => `  ${name}: five mentions by day ${fifth}, proposed on day ${proposed}`,
    ),
    ...others.map(({ day, proposal }) => `  other, day ${day}: ${proposal.title}. ${proposal.why}`),
  ].join('\n');
}
