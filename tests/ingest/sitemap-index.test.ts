import { describe, expect, test } from 'vitest';
import type { Reader } from '../../src/domain/ports.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { parseDocument } from '../../src/ingest/parse.ts';
import { readSource } from '../../src/pipeline/refresh.ts';
import { fetcherWith, serve } from '../adapters/servers.ts';
import { aSource } from './reading.ts';

const reader: Reader = { read: (raw) => parseDocument(raw, 'raw'), close: async () => {} };

/** A site with an index of sitemaps; what it was asked for, with the conditions that were sent. */
async function aSite(sitemaps: Readonly<Record<string, string>>, locations = Object.keys(sitemaps)) {
  const asked: string[] = [];
  const { url } = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(request.headers['if-none-match'] ? `${path} again` : path);
    const list = locations.map((at) => `<sitemap><loc>${new URL(at, url).href}</loc></sitemap>`).join('');
    const body = path === '/sitemap.xml' ? `<sitemapindex>${list}</sitemapindex>` : sitemaps[path];
    response.writeHead(body ? 200 : 404, { etag: '"same"' }).end(body);
  });
  const source = aSource({ url: `${url}/sitemap.xml` });
  const ports = { reader, fetcher: fetcherWith(), clock: { now: () => new Date('2026-03-05T12:00:00Z') } };
  return { asked, poll: (state: SourceState | null) => readSource(source, state, ports) };
}

const article = (path: string): string =>
  `<urlset><url><loc>https://imber.example/${path}</loc><lastmod>2026-03-04</lastmod></url></urlset>`;

describe('a source that is an index of sitemaps', () => {
  test('brings what its sitemaps hold, also when only these have changed', async () => {
    const sitemaps = { '/one.xml': article('first-ferry-of-spring') };
    const { asked, poll } = await aSite(sitemaps);
    const first = await poll(null);
    expect(first.items.map(({ title }) => title)).toEqual(['First Ferry Of Spring']);
    expect(first.state).toMatchObject({ result: 'ok', validators: { etag: null, lastModified: null } });

    sitemaps['/one.xml'] = article('second-ferry-of-spring');
    const second = await poll(first.state);
    expect(second.items.map(({ title }) => title)).toEqual(['Second Ferry Of Spring']);
    expect(asked).toEqual(['/sitemap.xml', '/one.xml', '/sitemap.xml', '/one.xml']);
  });

  test('goes on without the sitemaps that cannot be read, and says which', async () => {
    const { poll } = await aSite({ '/good.xml': article('weir-gate-closes-early') }, [
      '/good.xml',
      '/missing.xml',
    ]);
    const { items, skipped } = await poll(null);
    expect(items).toHaveLength(1);
    expect(skipped).toEqual([expect.stringMatching(/missing\.xml.*404/)]);
  });

  test('fails where none of them can be read', async () => {
    const { poll } = await aSite({}, ['/missing.xml']);
    expect((await poll(null)).state).toMatchObject({
      result: 'not-a-feed',
      message: expect.stringMatching(/index of sitemaps.*404/),
    });
  });

  test('leads to no private address but its own', async () => {
    let isReached = false;
    const inside = await serve((_request, response) => {
      isReached = true;
      response.end(article('inner-secret-of-house'));
    });
    const { poll } = await aSite({ '/good.xml': article('weir-gate-closes-early') }, [
      '/good.xml',
      `${inside.url}/secret.xml`,
    ]);
    const { items, skipped } = await poll(null);
    expect(items).toHaveLength(1);
    expect(skipped).toEqual([expect.stringContaining('not a public address')]);
    expect(isReached).toBe(false);
  });
});
