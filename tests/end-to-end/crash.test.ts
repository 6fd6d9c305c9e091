import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock } from '../../src/adapters/clock.ts';
import type { ArticleView } from '../../src/domain/view.ts';
import { openStore } from '../../src/store/open.ts';
import { feedOf, type Host, openHost, type SampleItem } from './host.ts';
import { type Home, makeHome, topicwatch } from './program.ts';

const KILLS = 100;
const FEEDS = 4;

/** What the outlets say by now. Nothing ever leaves a feed, so whatever is missing in the end was lost by us. */
const outlets = Array.from({ length: FEEDS }, (): SampleItem[] => []);
const requests = new EventEmitter();
let host: Host;
let home: Home;

beforeAll(async () => {
  host = await openHost((request, response) => {
    requests.emit('feed');
    const items = outlets[Number(request.url?.slice(1))] ?? [];
    const body = feedOf('Gazette', items);
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
  });
  home = makeHome(Object.fromEntries(outlets.map((_, at) => [`outlet-${at}`, `${host.url}${at}`])));
});
afterAll(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

const run = (during?: Parameters<typeof topicwatch>[1]) =>
  topicwatch(['run', '--force', '--config', home.config, '--json'], during);

test(`${KILLS} kills at any moment of a run lose nothing, double nothing and leave every file whole`, async () => {
  await expectAllIsThere('at the start');
  const { start, work } = await lengthOfRun();
  const met: Record<'killed' | 'ended', number> = { killed: 0, ended: 0 };

  for (let round = 1; round <= KILLS; round += 1) {
    happen();
    const early = round % 10 === 0; // else once it has begun to poll: starting up is half of a run, and harmless
    const moment = Math.random() * (early ? start : work);
    const wait = early ? Promise.resolve() : firstRequest();
    const { signal } = await run({
      during: (child) => void wait.then(() => sleep(moment)).then(() => child.kill('SIGKILL')),
    });
    met[signal === 'SIGKILL' ? 'killed' : 'ended'] += 1;
    expect(
      brokenFiles(),
      `after kill ${round}, ${moment.toFixed(1)} ms into ${early ? 'its start' : 'its work'}`,
    ).toEqual([]);
    if (round % 20 === 0) await expectAllIsThere(`after kill ${round}`);
  }
  expect(met.killed).toBeGreaterThan(KILLS / 2);
  happen();
  await expectAllIsThere('in the end');
}, 300_000);

/**
 * The outlets go on writing: one new item, at times a title is edited. Half of the items are on the topic, and stay or
 * stay off it when they are edited.
 */
function happen(): void {
  const number = outlets.flat().length;
  const items = outlets[number % FEEDS] ?? [];
  const newest = items.at(-1);
  if (number % 3 === 0 && newest)
    items[items.length - 1] = { ...newest, title: `${newest.title} (corrected)` };
  const title =
    number % 8 < 4 ? `Caldmoor and Brae agree on ferry ${number}` : `Tansy Vale paints bell ${number}`;
  items.push({ id: `item-${number}`, title, date: new Date() });
}

/** How many milliseconds a run takes now: until it asks for the first feed, and from there to its end. */
async function lengthOfRun(): Promise<{ readonly start: number; readonly work: number }> {
  happen();
  const began = performance.now();
  const asked = firstRequest().then(() => performance.now());
  expect(await run()).toMatchObject({ code: 0 });
  const ended = performance.now();
  return { start: (await asked) - began, work: ended - (await asked) };
}

/** Resolves at the next request for a feed. */
const firstRequest = (): Promise<unknown> => once(requests, 'feed');

/** Published files that a reader would stumble over. */
function brokenFiles(): string[] {
  return globSync('**/*.{atom,xml,opml,json}', { cwd: home.feeds }).filter((name) => {
    const text = readFileSync(join(home.feeds, name), 'utf8');
    try {
      if (name.endsWith('.json')) JSON.parse(text);
      else
        new DOMParser({
          onError: (_, message) => {
            throw new Error(message);
          },
        }).parseFromString(text, 'text/xml');
      return false;
    } catch {
      return true;
    }
  });
}

/** Lets a run finish the work, and holds the corpus and the feeds against what the outlets said. */
async function expectAllIsThere(when: string): Promise<void> {
  expect(await run(), when).toMatchObject({ code: 0 });
  const said = outlets.flat();
  const onTopic = said.filter(({ title }) => title.includes('Caldmoor')).map(({ title }) => title);
  const store = await openStore(home.database, { clock: createClock(), host: hostname(), pid: process.pid });
  try {
    expect(await store.integrity(), when).toEqual([]);
    expect((await store.counts()).articles, when).toBe(said.length);
    const views: ArticleView[] = [];
    for await (const view of store.export('caldmoor-brae', { decision: 'accepted' })) views.push(view);
    expect(views.map(({ article }) => article.title).sort(), when).toEqual(onTopic.sort());
    const stories = await store.storiesOf(
      'caldmoor-brae',
      views.map(({ article }) => article.id),
    );
    expect(stories.size, when).toBe(onTopic.length);
  } finally {
    await store.close();
  }
  const feed = JSON.parse(readFileSync(join(home.feeds, 'caldmoor-brae.articles.json'), 'utf8')) as {
    items: { title: string; id: string }[];
  };
  expect(feed.items.map(({ title }) => title).sort(), when).toEqual(onTopic.sort());
  const names = readdirSync(home.feeds, { recursive: true, encoding: 'utf8' });
  expect(
    names.filter((name) => name.endsWith('.tmp')),
    when,
  ).toEqual([]);
}
