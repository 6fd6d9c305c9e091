import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedOf, type Host, openHost, type SampleItem } from './host.ts';
import { type Home, makeHome, topicwatch } from './program.ts';

const DAY = 24 * 60 * 60 * 1000;

let items: SampleItem[];
/** Where the feed is now; whoever asks elsewhere is sent on. */
let place: string;
let asked: { readonly path: string; readonly status: number }[];
let host: Host;
let home: Home;

beforeEach(async () => {
  const date = new Date();
  items = [
    { id: 'lighthouse', title: 'Caldmoor and Brae share a lighthouse', date },
    { id: 'bell', title: 'Tansy Vale paints its bell', date },
  ];
  place = '/feed';
  asked = [];
  host = await openHost((request, response) => {
    const { status, headers, body } = answer(request);
    asked.push({ path: request.url ?? '', status });
    response.writeHead(status, headers).end(body);
  });
  home = makeHome({ gazette: `${host.url}feed`, courier: `${host.url}feed?for=courier` });
});
afterEach(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

function answer({ url = '', headers }: IncomingMessage): {
  status: number;
  headers: Record<string, string>;
  body?: string;
} {
  const [path, query] = url.split('?');
  if (path !== place) return { status: 301, headers: { location: query ? `${place}?${query}` : place } };
  const body = feedOf('Gazette', items);
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return { status: 200, headers: { etag, 'content-type': 'application/rss+xml' }, body };
}

/** One run, which has to succeed, and what it counted. */
async function run(...flags: string[]): Promise<Record<string, number>> {
  const { code, stdout, stderr } = await topicwatch(['run', '--config', home.config, '--json', ...flags]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, number>;
}

/** Every published file: its bytes and when it was last written. */
function published(): Map<string, string> {
  const names = readdirSync(home.feeds, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(home.feeds, name)).isFile());
  return new Map(
    files.map((name) => {
      const path = join(home.feeds, name);
      return [name, `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`];
    }),
  );
}

interface Entry {
  readonly id: string;
  readonly title: string;
}
const entries = (name = 'caldmoor-brae.json'): readonly Entry[] =>
  (JSON.parse(readFileSync(join(home.feeds, name), 'utf8')) as { items: Entry[] }).items;

test('a second run over unchanged sources costs a 304 each, and touches no file', async () => {
  expect(await run()).toMatchObject({ polled: 2, fresh: 2, accepted: 1 });
  const before = published();
  expect(before.size).toBeGreaterThan(10);
  asked = [];

  expect(await run('--force')).toMatchObject({ polled: 2, unchanged: 2, fresh: 0, published: 0 });
  expect(asked.map(({ status }) => status)).toEqual([304, 304]);
  expect(published()).toEqual(before);
});

test('what is not due is not asked for', async () => {
  await run();
  asked = [];
  expect(await run()).toMatchObject({ polled: 0, failed: [], published: 0 });
  expect(asked).toEqual([]);
});

test('two sources with the same article make one entry', async () => {
  await run();
  expect(entries().map(({ title }) => title)).toEqual(['Caldmoor and Brae share a lighthouse']);
  expect(entries('caldmoor-brae.articles.json')).toHaveLength(1);
});

test('an entry of the updates feed is never rewritten, not by an edited title either', async () => {
  await run('--source', 'gazette');
  const before = entries('caldmoor-brae.updates.json');
  items[0] = {
    id: 'lighthouse',
    title: 'Caldmoor and Brae share nothing',
    date: items[0]?.date ?? new Date(),
  };
  expect(await run('--source', 'gazette', '--force')).toMatchObject({ revised: 1 });
  expect(entries('caldmoor-brae.updates.json').filter(({ id }) => id === before[0]?.id)).toEqual(before);
});

test('an edited title is a revision of the same article, and the entry keeps its id', async () => {
  await run('--source', 'gazette');
  const [before] = entries();
  items[0] = {
    id: 'lighthouse',
    title: 'Caldmoor and Brae share a tall lighthouse',
    date: items[0]?.date ?? new Date(),
  };

  expect(await run('--source', 'gazette', '--force')).toMatchObject({ fresh: 0, revised: 1 });
  expect(entries()).toEqual([
    expect.objectContaining({ id: before?.id, title: 'Caldmoor and Brae share a tall lighthouse' }),
  ]);
});

test('an accepted article that its outlet edits until it is a near miss stays in, and says so', async () => {
  await run('--source', 'gazette');
  const [before] = entries();
  const text =
    'Caldmoor is glad. The keepers count every ship. They write down the weather. A boat from Brae passed. Brae has no light, and Brae wants none.';
  const near = { title: 'Caldmoor lights its lighthouse again', text, date: items[0]?.date ?? new Date() };
  items = [
    { ...near, id: 'lighthouse' },
    { ...near, id: 'lamp' },
  ];

  expect(await run('--source', 'gazette', '--force')).toMatchObject({ fresh: 1, revised: 1, review: 1 });
  expect(entries().map(({ id }) => id)).toEqual([before?.id]);
  const explained = await topicwatch([
    'explain',
    'https://gazette.example/lighthouse',
    '--config',
    home.config,
  ]);
  expect(explained.stdout).toContain('it was accepted before its outlet edited it');
});

test('a first run over a feed of two years fills the corpus and floods nobody', async () => {
  const old = Array.from({ length: 30 }, (_, at) => ({
    id: `old-${at}`,
    title: `Caldmoor and Brae agree on ferry ${at}`,
    date: new Date(Date.now() - (30 + at * 20) * DAY),
  }));
  items.push(...old);
  expect(await run()).toMatchObject({ accepted: 31 });
  for (const name of ['caldmoor-brae.json', 'caldmoor-brae.updates.json', 'caldmoor-brae.articles.json']) {
    expect(entries(name).map(({ title }) => title)).toEqual(['Caldmoor and Brae share a lighthouse']);
  }
  const { stdout } = await topicwatch([
    'search',
    'ferry',
    '--limit',
    '50',
    '--config',
    home.config,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toHaveLength(30);
});

test('a changed topic is judged again without fetching; what returns has the id it had', async () => {
  await run();
  const [before] = entries();
  const file = join(home.config, 'topics/caldmoor-brae.yaml');
  const topic = readFileSync(file, 'utf8');
  asked = [];

  writeFileSync(file, topic.replaceAll('Brae', 'Skerry Holm'));
  await run();
  expect(entries()).toEqual([]);
  writeFileSync(file, topic);
  await run();
  expect(entries().map(({ id }) => id)).toEqual([before?.id]);
  expect(asked).toEqual([]);
});

test('a feed that moved for good is asked for where it is from then on', async () => {
  await run('--source', 'gazette');
  place = '/moved';
  await run('--source', 'gazette', '--force');
  asked = [];
  await run('--source', 'gazette', '--force');
  expect(asked).toEqual([{ path: '/moved', status: 304 }]);
});

test('every decision can be asked for: in, out, and on a file that is not in the corpus', async () => {
  await run();
  const explain = async (what: string): Promise<string> => {
    const { code, stdout, stderr } = await topicwatch(['explain', what, '--config', home.config]);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const accepted = await explain('https://gazette.example/lighthouse');
  expect(accepted).toContain('accepted');
  expect(accepted).toContain('“Caldmoor” in the title');
  expect(accepted).toContain('“Brae” in the title');

  const rejected = await explain('https://gazette.example/bell');
  expect(rejected).toContain('rejected');
  expect(rejected).toMatch(/missing +caldmoor, brae/);

  const file = join(home.dir, 'letter.txt');
  writeFileSync(file, 'A letter from Brae\n\nNobody here has heard of the other town.\n');
  expect(await explain(file)).toMatch(/missing +caldmoor\n/);
});

test('a dry run polls and judges, and leaves no trace', async () => {
  expect(await run('--dry-run')).toMatchObject({ polled: 2, fresh: 2, accepted: 1, published: 0 });
  expect(readdirSync(home.dir)).not.toContain('feeds');
  expect(await run()).toMatchObject({ fresh: 2, accepted: 1 });
});

test('a run tells of a topic that accepts nothing of many articles that lack one facet alone, until it accepts one', async () => {
  const date = new Date();
  items = ['bell', 'boat', 'barn', 'bridge', 'baker'].map((id) => ({
    id,
    title: `Caldmoor paints its ${id}`,
    date,
  }));
  const told = async () => (await topicwatch(['run', '--config', home.config, '--force'])).stdout;
  expect(await told()).toMatch(
    /caldmoor-brae: Nothing was accepted, and 5 articles lack Brae alone.*required: false/,
  );
  items = [...items, { id: 'lighthouse', title: 'Caldmoor and Brae share a lighthouse', date }];
  expect(await told()).not.toContain('Nothing was accepted');
});
