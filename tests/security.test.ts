import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createExtractor, createReader } from '../src/adapters/workers.ts';
import { checkSources } from '../src/settings/load.ts';
import { sourcesFromOpml } from '../src/settings/opml.ts';
import { readYaml } from '../src/settings/yaml.ts';
import { asking, fetcherWith, serve } from './adapters/servers.ts';

const inRoot = (path: string): URL => new URL(`../${path}`, import.meta.url);

describe('SECURITY.md', () => {
  const rows = readFileSync(inRoot('SECURITY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | '));

  test.each(rows)('names tests that exist for: %s', (_what, _promise, shown = '') => {
    const places = [...shown.matchAll(/\[[\w-]+\]\(([^)]+)\): ((?:\*[^*]+\*(?:; )?)+)/g)];
    expect(places.length).toBeGreaterThan(0);
    for (const [, file = '', names = ''] of places) {
      expect(existsSync(inRoot(file)), file).toBe(true);
      const text = readFileSync(inRoot(file), 'utf8');
      for (const [, name = ''] of names.matchAll(/\*([^*]+)\*/g)) expect(text, file).toContain(`'${name}'`);
    }
  });

  test('has a line for each kind of hostile input', () => {
    expect(rows.length).toBeGreaterThan(20);
  });
});

test.each(['"\u0080\u00ff\u00a7"', 'W/"a"b"', `"${'x'.repeat(7_000)}"`])(
  'a validator of odd bytes is sent back as it came, or not at all',
  async (etag) => {
    const sent: (string | undefined)[] = [];
    const { url } = await serve((request, response) => {
      sent.push(request.headers['if-none-match']);
      response.writeHead(200, { etag, 'last-modified': 'Sat, 32 Mar\u0080 2026' }).end('<rss/>');
    });
    const fetcher = fetcherWith();
    const first = await fetcher.fetch(asking(url));
    if (first.kind !== 'fetched') throw new Error(first.kind);
    const second = await fetcher.fetch(asking(url, { validators: first.validators }));
    expect(second.kind).toBe('fetched');
    expect([undefined, etag]).toContain(sent[1]);
  },
);

test.each([
  ['NULs', '\0'],
  ['C1 controls', '\u0091'],
  ['broken UTF-8', '\ufffd'],
])(
  'a feed of millions of %s takes no more memory than its thread may',
  { timeout: 20_000 },
  async (_, sign) => {
    const reader = createReader(inRoot('src/ingest/worker.ts'));
    onTestFinished(() => reader.close());
    const millions = Buffer.alloc(10_000_000, sign === '\ufffd' ? 0xff : Buffer.from(sign));
    const body = Buffer.concat([Buffer.from('<rss><channel><title>Pier'), millions]);
    const about = {
      contentType: 'text/xml',
      contentLanguage: null,
      url: 'https://pier.example/',
      timezone: 'UTC',
    };
    expect(await reader.read({ ...about, body })).toMatchObject({ ok: true });
  },
);

test('a page of 200,000 paragraphs costs itself at most, and the next one is read', {
  timeout: 20_000,
}, async () => {
  const extractor = createExtractor(inRoot('src/ingest/worker.ts'));
  onTestFinished(() => extractor.close());
  const read = (paragraphs: string) =>
    extractor.extract({
      body: Buffer.from(`<html><body><article>${paragraphs}</article></body></html>`),
      contentType: 'text/html',
      url: 'https://herald.example/ferry',
    });
  await read('<p>Ferry'.repeat(200_000));
  const ordinary =
    'The ferry to Brae runs again from Monday, the harbour master of Caldmoor told the council.';
  expect(await read(`<p>${ordinary}</p>`)).toMatchObject({ kind: 'article' });
});

test.each(['../../etc/cron', 'a/b', '.hidden', 'a\\b', 'con:', 'a b', 'index', '%2e%2e'])(
  'no id of the settings is a path',
  (id) => {
    const text = JSON.stringify([{ id, url: 'https://herald.example/rss' }]);
    expect(() => checkSources(readYaml(text, 'sources.yaml'), '/settings')).toThrow(/sources\.yaml:1:\d+/);
  },
);

test('a list of feeds nested without end is refused, a long one read', () => {
  const opml = (outlines: string): string => `<opml version="2.0"><body>${outlines}</body></opml>`;
  const outline = '<outline text="Ferry news">';
  const deep = opml(outline.repeat(100_000) + '</outline>'.repeat(100_000));
  expect(() => sourcesFromOpml(deep, 'mine.opml', [])).toThrow('mine.opml: it is no OPML');
  const feeds = Array.from(
    { length: 2_000 },
    (_, n) => `<outline text="Pier ${n}" xmlUrl="https://pier${n}.example/rss"/>`,
  );
  expect(sourcesFromOpml(opml(feeds.join('')), 'mine.opml', []).sources).toHaveLength(2_000);
});
