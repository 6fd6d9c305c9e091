import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import type { Lease } from '../../src/domain/lease.ts';
import type { Services } from '../../src/pipeline/services.ts';
import {
  acceptSuggestion,
  openSuggestions,
  showSuggestion,
  suggestNow,
} from '../../src/pipeline/suggestions/acts.ts';
import { suggestDaily } from '../../src/pipeline/suggestions/daily.ts';
import { type Home, makeHome } from '../end-to-end/program.ts';
import { NOTHING, sourceState } from '../store/samples.ts';

const DAY = 24 * 3_600_000;

let home: Home;
let now: number;
let services: Services;

beforeEach(() => {
  home = makeHome({ gazette: 'https://gazette.example/feed' });
  writeFileSync(
    join(home.config, 'sources.yaml'),
    '# mine\n- id: gazette\n  url: "https://gazette.example/feed" # daily\n',
  );
  now = Date.parse('2026-05-01T12:00:00.000Z');
  services = openServices(home.config, { verbose: false }, { now: () => new Date(now) });
});
afterEach(async () => {
  await services.close();
  rmSync(home.dir, { recursive: true });
});

async function underLease(work: (lease: Lease) => Promise<void>): Promise<void> {
  const lease = await (await services.store()).lease('test');
  await work(lease);
  await lease.release();
}

/** What the server says from now on: it has moved. */
async function moves(): Promise<void> {
  const store = await services.store();
  const state = sourceState('gazette', {
    url: 'https://gazette.example/feed',
    movedTo: 'https://news.gazette.example/feed',
    movedSince: new Date(now).toISOString(),
  });
  await underLease((held) => store.commit(held, { ...NOTHING, sources: [state] }));
}

test('the first cycle only notes when it was; from the next day on each day is looked once', async () => {
  const store = await services.store();
  await moves();
  const look = () => underLease((held) => suggestDaily(services, held));
  await look();
  expect(await store.suggestions()).toEqual([]);
  now += 1.5 * DAY;
  await look();
  const at = new Date(now).toISOString();
  expect(await store.suggestions()).toMatchObject([
    { number: 1, kind: 'moved-source', state: 'open', proposed: at },
  ]);
  now += DAY / 2;
  await look();
  expect((await store.suggestionBasis())?.at).toBe(at);
});

test('a source is moved by accepting it; a change that was shown before somebody else’s is refused', async () => {
  await moves();
  now += 2 * DAY;
  const [open] = await suggestNow(services);
  const { changed, replay } = await showSuggestion(services, open?.number ?? 0);
  expect(replay).toBeNull();
  expect(changed?.after).toBe(
    changed?.before.replace('https://gazette.example', 'https://news.gazette.example'),
  );
  const stale = changed && { ...changed, before: `${changed.before}\n` };
  await expect(acceptSuggestion(services, 1, stale)).rejects.toMatchObject({ code: 'changed' });
  expect(await openSuggestions(services)).toHaveLength(1);
  expect(await acceptSuggestion(services, 1, changed)).toMatchObject({ state: 'accepted' });
  await expect((await services.editor()).texts()).resolves.toMatchObject({ 'sources.yaml': changed?.after });
  await expect(showSuggestion(services, 2)).rejects.toMatchObject({ code: 'unknown' });
});
