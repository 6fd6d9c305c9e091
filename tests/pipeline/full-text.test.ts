import { rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { runCycle } from '../../src/pipeline/cycle.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { serve } from '../adapters/servers.ts';
import { makeHome } from '../end-to-end/program.ts';

const NOW = '2026-03-03T12:00:00.000Z';
const PARAGRAPHS = [
  'The council of Caldmoor has signed the treaty on the bridge, two years after the first stone was laid on the northern bank.',
  'Brae will pay for the lamps and for the toll house, its envoy said at the ceremony, and Caldmoor for everything else.',
  'The bridge opens in spring. Until then the ferry sails at seven in the morning and at six in the evening, as it always did.',
];
const page = (head = '') =>
  `<!doctype html><html lang="en"><head><title>Bridge</title>${head}</head><body><nav><a href="/">Home</a></nav>
  <article><h1>Bridge</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly link?: string;
  /** It has a recording instead of a page. */
  readonly isHeard?: true;
}
const feed = (url: string, entries: readonly Entry[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${entries
    .map(
      ({ name, title, link = `${url}/${name}`, isHeard }) =>
        `<item><guid isPermaLink="false">${name}</guid><title>${title}</title>` +
        (isHeard ? `<enclosure url="${link}" type="audio/mpeg" length="1"/>` : `<link>${link}</link>`) +
        '<description>Read it all on our pages.</description><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item>',
    )
    .join('')}</channel></rss>`;

/** A gazette whose feed holds titles and no more, the program watching it, and what was asked of both. */
async function watching(
  entries: readonly Entry[],
  {
    robots = '',
    pages = () => page(),
    moved = {},
    status = 503,
  }: {
    readonly robots?: string;
    readonly pages?: (path: string) => string | null;
    readonly moved?: Readonly<Record<string, string>>;
    /** Of a page that is null. */
    readonly status?: number;
  } = {},
) {
  const asked: string[] = [];
  const current: { entries: readonly Entry[]; now: string; robots: string | null } = {
    entries,
    robots,
    now: NOW,
  };
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? '';
    const body =
      path === '/feed'
        ? feed(site.url, current.entries)
        : path === '/robots.txt'
          ? current.robots
          : pages(path);
    asked.push(path);
    if (moved[path] !== undefined) return response.writeHead(302, { location: moved[path] }).end();
    response.writeHead(body === null ? status : 200, {
      'content-type': path === '/feed' ? 'text/xml' : 'text/html',
    });
    response.end(body ?? 'out of order');
  };
  const site = await serve(answer);
  const home = makeHome({}, { http: { allowPrivateHosts: ['127.0.0.1'] } });
  const source = { id: 'gazette', url: `${site.url}/feed`, title: 'Gazette', language: 'en', fullText: true };
  writeFileSync(join(home.config, 'sources.yaml'), JSON.stringify([source]));
  const turns: { readonly key: string; readonly seconds: number }[] = [];
  const real = openServices(home.config, { verbose: false }, { now: () => new Date(current.now) });
  const services: Services = {
    ...real,
    signal: new AbortController().signal,
    pace: async () => ({
      async turn(key, seconds) {
        turns.push({ key, seconds });
      },
    }),
  };
  onTestFinished(async () => {
    await real.close();
    rmSync(home.dir, { recursive: true });
  });
  return {
    site,
    asked,
    turns,
    tell: (later: readonly Entry[]) => {
      current.entries = later;
    },
    publishRobots: (text: string | null) => {
      current.robots = text;
    },
    run: () => runCycle(services, { sourceIds: [], force: true, dryRun: false }),
    /** What a run asks for beside the feed and robots.txt, so many minutes after the first. */
    asksAfter: async (minutes: number): Promise<readonly string[]> => {
      current.now = new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
      asked.length = 0;
      await runCycle(services, { sourceIds: [], force: true, dryRun: false });
      return asked.filter((path) => path !== '/feed' && path !== '/robots.txt');
    },
    find: async (name: string) => (await real.store()).find(`${site.url}/${name}`),
    judgement: async (name: string) => {
      const store = await real.store();
      const article = await store.find(`${site.url}/${name}`);
      return article === null ? null : ((await store.judgements(article.id))[0] ?? null);
    },
  };
}

test('a plausible item is judged by its page, as one summary would not have told', async () => {
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor signs' }]);
  expect(await gazette.run()).toMatchObject({ fresh: 1, accepted: 1 });
  expect(await gazette.find('bridge')).toMatchObject({
    title: 'Caldmoor signs',
    summary: 'Read it all on our pages.',
    text: PARAGRAPHS.join('\n'),
    html: expect.stringContaining('<p>Brae will pay'),
  });
  expect(await gazette.judgement('bridge')).toMatchObject({ decision: 'accepted', judged: 'full' });
});

test('a page is fetched once: the next poll of the same feed sees no revision, and asks for no page', async () => {
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor signs' }]);
  await gazette.run();
  const asked = gazette.asked.length;
  gazette.tell([
    { name: 'bridge', title: 'Caldmoor signs' },
    { name: 'fair', title: 'The fair begins' },
  ]);
  expect(await gazette.run()).toMatchObject({ fresh: 1, revised: 0 });
  expect(gazette.asked.slice(asked)).toEqual(['/feed']);
  expect(await gazette.find('bridge')).toMatchObject({ revision: 1, text: PARAGRAPHS.join('\n') });
});

test('an edited title is a revision, whose page is read again', async () => {
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor signs' }]);
  await gazette.run();
  gazette.tell([{ name: 'bridge', title: 'Caldmoor signs at last' }]);
  expect(await gazette.run()).toMatchObject({ fresh: 0, revised: 1 });
  expect(await gazette.find('bridge')).toMatchObject({ revision: 2, text: PARAGRAPHS.join('\n') });
});

test('what names no side of any topic is not fetched', async () => {
  const gazette = await watching([{ name: 'fair', title: 'The fair begins' }]);
  expect(await gazette.run()).toMatchObject({ fresh: 1, accepted: 0 });
  expect(gazette.asked).toEqual(['/feed']);
});

test('a recording that stands in for a page is not fetched', async () => {
  const gazette = await watching([{ name: 'e7.mp3', title: 'Caldmoor signs', isHeard: true }]);
  await gazette.run();
  expect(gazette.asked).toEqual(['/feed']);
  expect(await gazette.find('e7.mp3')).toMatchObject({ title: 'Caldmoor signs' });
});

test('robots.txt is asked for once, obeyed, and decides the pace', async () => {
  const gazette = await watching(
    ['a', 'b', 'private/c'].map((name) => ({ name, title: `Caldmoor signs ${name}` })),
    { robots: 'User-agent: *\nDisallow: /private/\nCrawl-delay: 3' },
  );
  await gazette.run();
  expect(gazette.asked).toEqual(['/feed', '/robots.txt', '/a', '/b']);
  expect(gazette.turns).toEqual([
    { key: gazette.site.host, seconds: 3 },
    { key: gazette.site.host, seconds: 3 },
  ]);
  expect(await gazette.find('private/c')).toMatchObject({ text: null });
});

test('a page that redirects to where robots.txt does not want it read is not read', async () => {
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor and Brae sign' }], {
    robots: 'User-agent: *\nDisallow: /members/',
    moved: { '/bridge': '/members/bridge' },
  });
  await gazette.run();
  expect(gazette.asked).toContain('/members/bridge');
  expect(await gazette.find('bridge')).toMatchObject({ text: null });
});

test('a title that was made of the address gives way to the one of the page', async () => {
  const gazette = await watching([
    { name: 'caldmoor-signs-bridge-treaty', title: 'Caldmoor Signs Bridge Treaty' },
  ]);
  await gazette.run();
  expect(await gazette.find('caldmoor-signs-bridge-treaty')).toMatchObject({ title: 'Bridge' });
});

describe('of more than ten pages of a source', () => {
  const papers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({
      name: `n${from + n}`,
      title: `Caldmoor signs paper ${from + n}`,
    }));
  const paths = (from: number, to: number) => papers(from, to).map(({ name }) => `/${name}`);

  test('the first are read, the others by the next run, each once, though the feed stays as it is', async () => {
    const gazette = await watching(papers(0, 14));
    expect(await gazette.run()).toMatchObject({ fresh: 14 });
    expect(gazette.asked.slice(2)).toEqual(paths(0, 10));
    expect(await gazette.find('n12')).toMatchObject({ text: null });
    gazette.asked.length = 0;
    expect(await gazette.run()).toMatchObject({ fresh: 0, revised: 0 });
    expect(gazette.asked.toSorted()).toEqual(['/feed', '/robots.txt', ...paths(10, 14)].toSorted());
    expect(await gazette.find('n12')).toMatchObject({ text: PARAGRAPHS.join('\n'), revision: 1 });
    expect(await gazette.judgement('n12')).toMatchObject({ judged: 'full' });
    gazette.asked.length = 0;
    await gazette.run();
    expect(gazette.asked).toEqual(['/feed']);
  });

  test('what is new comes before what waits, and ten are the most of both', async () => {
    const gazette = await watching(papers(0, 14));
    await gazette.run();
    gazette.asked.length = 0;
    gazette.tell([...papers(20, 28), ...papers(0, 14)]);
    await gazette.run();
    expect(gazette.asked.slice(2, 10)).toEqual(paths(20, 28));
    expect(gazette.asked).toHaveLength(2 + 10);
  });

  test('an article that its late page decides on is accepted then', async () => {
    const gazette = await watching([...papers(0, 10), { name: 'bridge', title: 'Caldmoor signs' }]);
    await gazette.run();
    expect(await gazette.judgement('bridge')).not.toMatchObject({ decision: 'accepted' });
    await gazette.run();
    expect(await gazette.judgement('bridge')).toMatchObject({ decision: 'accepted', judged: 'full' });
  });
});

describe('a page that cannot be had', () => {
  const bridge = [{ name: 'bridge', title: 'Caldmoor signs' }];

  test('for a passing reason is asked for three times more, ever more rarely', async () => {
    const gazette = await watching(bridge, { pages: () => null });
    expect(await gazette.asksAfter(0)).toEqual(['/bridge']);
    expect(await gazette.asksAfter(10)).toEqual([]);
    expect(await gazette.asksAfter(15)).toEqual(['/bridge']);
    expect(await gazette.asksAfter(60)).toEqual([]);
    expect(await gazette.asksAfter(75)).toEqual(['/bridge']);
    expect(await gazette.asksAfter(435)).toEqual(['/bridge']);
    expect(await gazette.asksAfter(5_000)).toEqual([]);
    expect(await gazette.find('bridge')).toMatchObject({ text: null, revision: 1 });
  });

  test('completes its article once it is there again', async () => {
    let isDown = true;
    const gazette = await watching(bridge, { pages: () => (isDown ? null : page()) });
    await gazette.run();
    isDown = false;
    expect(await gazette.asksAfter(15)).toEqual(['/bridge']);
    expect(await gazette.find('bridge')).toMatchObject({ text: PARAGRAPHS.join('\n'), revision: 1 });
    expect(await gazette.judgement('bridge')).toMatchObject({ decision: 'accepted', judged: 'full' });
    expect(await gazette.asksAfter(75)).toEqual([]);
  });

  test('waits where robots.txt cannot be had, too', async () => {
    const gazette = await watching(bridge);
    gazette.publishRobots(null);
    expect(await gazette.asksAfter(0)).toEqual([]);
    gazette.publishRobots('');
    expect(await gazette.asksAfter(15)).toEqual(['/bridge']);
  });

  test.each([[404], [403], [410]])('with %i is asked for once', async (status) => {
    const gazette = await watching(bridge, { pages: () => null, status });
    expect(await gazette.asksAfter(0)).toEqual(['/bridge']);
    expect(await gazette.asksAfter(15)).toEqual([]);
  });
});

test.each([
  ['fails', () => null],
  [
    'holds only a beginning',
    () => page('<script type="application/ld+json">{"@type":"Report","isAccessibleForFree":false}</script>'),
  ],
  ['holds no article', () => '<!doctype html><title>Bridge</title><p>Please switch on JavaScript.</p>'],
])('an item whose page %s is judged by its summary', async (_, pages) => {
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor and Brae sign' }], { pages });
  expect(await gazette.run()).toMatchObject({ fresh: 1, accepted: 1, failed: [] });
  expect(await gazette.find('bridge')).toMatchObject({ text: null });
  expect(await gazette.judgement('bridge')).toMatchObject({ judged: 'summary' });
});

test('a feed leads to no other private address than its own host and port', async () => {
  const inside: string[] = [];
  const other = await serve((request, response) => {
    inside.push(request.url ?? '');
    response.end(page());
  });
  const secret = `${other.url}/admin`;
  const gazette = await watching([{ name: 'bridge', title: 'Caldmoor and Brae sign', link: secret }]);
  expect(await gazette.run()).toMatchObject({ fresh: 1 });
  expect(inside).toEqual([]);
});
