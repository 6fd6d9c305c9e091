import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedOf, type Host, openHost, type SampleItem } from './host.ts';
import { type Home, makeHome, type Outcome, topicwatch } from './program.ts';

const now = new Date();
const item = (id: string, title: string): SampleItem => ({ id, title, date: now });
const rss = (items: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Odd</title><link>https://odd.example/</link>${items}</channel></rss>`;

/** What each outlet answers with, by path. */
const ANSWERS: Readonly<
  Record<string, { readonly status?: number; readonly type?: string; readonly body: string | Buffer }>
> = {
  good: { body: feedOf('Good', [item('good-1', 'Caldmoor and Brae share a lighthouse')]) },
  empty: { body: '' },
  page: { type: 'text/html', body: '<!doctype html><title>Moved</title><p>Caldmoor and Brae</p>' },
  truncated: {
    body: feedOf('Cut', [
      item('cut-1', 'Caldmoor sells Brae a crane'),
      item('cut-2', 'Never told in full'),
    ]).slice(0, -120),
  },
  // a gigabyte is not needed: the cap is at 15 million bytes, after decompression
  huge: {
    body: Buffer.concat([Buffer.from('<rss version="2.0"><channel><title>'), Buffer.alloc(15_000_001, 'x')]),
  },
  missing: { status: 404, body: 'no such feed' },
  broken: { status: 500, body: 'out of order' },
  odd: {
    body: rss(
      [
        '<item><title>Caldmoor without an id meets Brae</title><link>https://odd.example/no-id</link></item>',
        '<item><guid isPermaLink="false">no-link</guid><title>Caldmoor without a link meets Brae</title></item>',
        '<item><guid isPermaLink="false">no-title</guid><description>Caldmoor meets Brae although nobody gave it a title.</description></item>',
        '<item><guid isPermaLink="false">twice</guid><title>Caldmoor meets Brae under one id</title></item>',
        '<item><guid isPermaLink="false">twice</guid><title>Caldmoor meets Brae under one id</title></item>',
        '<item></item>',
        '<item><guid isPermaLink="false">markup</guid><title>Caldmoor &lt;b&gt;meets&lt;/b&gt; Brae &amp;amp; sons ]]&gt; end</title></item>',
        '<item><guid isPermaLink="false">control</guid><title>Caldmoor\u0007 meets\u0000 Brae in control &#xD800;</title></item>',
        '<item><guid isPermaLink="false">no-such-day</guid><title>Caldmoor meets Brae on no day</title><pubDate>Sun, 31 Feb 2026 10:00:00 GMT</pubDate></item>',
        '<item><guid isPermaLink="false">future</guid><title>Caldmoor meets Brae in the future</title><pubDate>Fri, 01 Jan 2199 10:00:00 GMT</pubDate></item>',
        '<item><guid isPermaLink="false">relative</guid><title>Caldmoor meets Brae near by</title><link>/near/by</link></item>',
        `<item><guid isPermaLink="false">script</guid><title>Caldmoor meets Brae in a script</title><link>javascript:alert('hi')</link></item>`,
      ].join('\n'),
    ),
  },
};

/** What the JSON of a run tells of a failure. */
interface Failed {
  readonly sourceId: string;
  readonly result: string;
  readonly message: string;
}

let host: Host;
let home: Home;
let outcome: Outcome;

beforeAll(async () => {
  host = await openHost((request, response) => {
    const answer = ANSWERS[request.url?.slice(1) ?? ''];
    response
      .writeHead(answer?.status ?? 200, { 'content-type': answer?.type ?? 'application/rss+xml' })
      .end(answer?.body);
  });
  home = makeHome(Object.fromEntries(Object.keys(ANSWERS).map((name) => [name, host.url + name])));
  outcome = await topicwatch(['run', '--config', home.config, '--json']);
});
afterAll(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

const failures = (): readonly Failed[] => (JSON.parse(outcome.stdout) as { failed: Failed[] }).failed;

test('outlets that answer badly are told one by one, and the run is done all the same', () => {
  expect(outcome.stderr).toBe('');
  expect(outcome.code).toBe(0);
  expect(Object.fromEntries(failures().map(({ sourceId, result }) => [sourceId, result]))).toEqual({
    empty: 'not-a-feed',
    page: 'not-a-feed',
    huge: 'too-large',
    missing: 'http',
    broken: 'http',
  });
  for (const { message } of failures()) expect(message).toMatch(/\S+ \S+ \S+/);
});

/** The title and link of each entry of the published feed of articles. */
function published(): Map<string, string> {
  const text = readFileSync(join(home.feeds, 'caldmoor-brae.articles.atom'), 'utf8');
  const document = new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, 'text/xml');
  const entries = Array.from(document.getElementsByTagName('entry'));
  return new Map(
    entries.map((entry) => {
      const alternate = Array.from(entry.getElementsByTagName('link')).find(
        (link) => link.getAttribute('rel') !== 'via',
      );
      return [
        entry.getElementsByTagName('title')[0]?.textContent ?? '',
        alternate?.getAttribute('href') ?? '',
      ];
    }),
  );
}

test('what is whole in a feed that breaks off is kept', () => {
  expect([...published().keys()]).toContain('Caldmoor sells Brae a crane');
});

test('odd items stay, each once, with what can be made of them, and do not harm the good ones', () => {
  const entries = published();
  const titles = [...entries.keys()];
  expect(titles).toContain('Caldmoor and Brae share a lighthouse');
  expect(titles.filter((title) => title === 'Caldmoor meets Brae under one id')).toHaveLength(1);
  for (const told of [
    'without an id',
    'without a link',
    'nobody gave it a title',
    'on no day',
    'in the future',
  ]) {
    expect(
      titles.find((title) => title.includes(told)),
      told,
    ).toBeDefined();
  }
  expect(titles).toContain('Caldmoor meets Brae & sons ]]> end');
  expect(titles.find((title) => title.includes('in control'))).toMatch(/^Caldmoor\s?meets\s?Brae in control/);
  expect(entries.get('Caldmoor meets Brae near by')).toBe(`${host.url}near/by`);
  expect(entries.get('Caldmoor meets Brae in a script')).not.toMatch(/^javascript:/);
});

test('no published date lies in the future', () => {
  const text = readFileSync(join(home.feeds, 'caldmoor-brae.articles.atom'), 'utf8');
  const dates = [...text.matchAll(/<(?:updated|published)>([^<]+)</g)].map(([, date]) =>
    Date.parse(date ?? ''),
  );
  expect(dates.length).toBeGreaterThan(10);
  expect(Math.max(...dates)).toBeLessThanOrEqual(Date.now());
});
