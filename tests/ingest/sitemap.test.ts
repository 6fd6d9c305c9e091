import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/ingest/normalise.ts';
import { dayInAddress, titleOfAddress } from '../../src/ingest/sitemap/address.ts';
import { joinSitemaps, sitemapsToRead } from '../../src/ingest/sitemap/sitemap.ts';
import { aSource, read } from './reading.ts';

const NOW = '2026-03-05T12:00:00.000Z';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

const urlset = (urls: string, namespaces = SITEMAP): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset ${namespaces}>${urls}</urlset>`;
const index = (sitemaps: readonly (readonly [string, string?])[]): string => {
  const all = sitemaps.map(
    ([loc, lastmod]) =>
      `<sitemap><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</sitemap>`,
  );
  return `<sitemapindex ${SITEMAP}>${all.join('')}</sitemapindex>`;
};

const FERRY =
  '<url><loc>https://imber.example/a?id=7&amp;lang=en</loc><news:news><news:publication><news:name>The Imber ' +
  'Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>' +
  '2026-03-04T08:00:00+09:00</news:publication_date><news:title>Ferry &amp; lock reopen</news:title>' +
  '<news:keywords>ferry, Imber</news:keywords></news:news></url>';

describe('a news sitemap', () => {
  test('has titles and addresses however often they were escaped', async () => {
    const twice = FERRY.replaceAll('&amp;', '&amp;amp;');
    expect((await read(urlset(twice, `${SITEMAP} ${NEWS}`))).entries).toMatchObject([
      { title: 'Ferry & lock reopen', link: 'https://imber.example/a?id=7&lang=en' },
    ]);
  });

  test('has the title, date, language and publication of each article', async () => {
    const document = await read(urlset(FERRY, `${SITEMAP} ${NEWS}`));
    expect(document).toMatchObject({
      ok: true,
      format: 'sitemap-news',
      feed: { title: 'The Imber Courier', language: 'en', link: 'https://news.example/' },
      entries: [
        {
          title: 'Ferry & lock reopen',
          link: 'https://imber.example/a?id=7&lang=en',
          published: '2026-03-03T23:00:00.000Z',
          language: 'en',
          publisher: { name: 'The Imber Courier' },
          tags: [{ term: 'ferry' }, { term: 'Imber' }],
        },
      ],
      skipped: [],
    });
    const { items } = normalise(document, aSource({ title: 'imber.example' }), NOW);
    expect(items).toMatchObject([{ publisher: { name: 'The Imber Courier' }, language: 'en' }]);
  });

  test('is read under any prefix or none, in CDATA, and with elements that are not closed', async () => {
    const { entries } = await read(
      '<s:urlset><s:url><s:loc>https://imber.example/1</s:loc><n:news><n:title><![CDATA[Weir & mill]]></n:title></n:news>' +
        '<s:url><s:loc>https://imber.example/2<n:news><n:title>Mill</n:title></n:news></s:url></s:urlset>',
    );
    expect(entries.map(({ link, title }) => [link, title])).toEqual([
      ['https://imber.example/1', 'Weir & mill'],
      ['https://imber.example/2', null],
    ]);
    const bare = await read('<urlset><url><loc>https://imber.example/3</loc></url></urlset>');
    expect(bare.entries).toMatchObject([{ link: 'https://imber.example/3', title: null }]);
  });

  test('does not take the address of a picture or a video for that of the article', async () => {
    const { entries } = await read(
      urlset(
        '<url><image:image><image:loc>https://imber.example/ferry.jpg</image:loc><image:title>Deck</image:title></image:image>' +
          '<loc>https://imber.example/ferry</loc></url>',
      ),
    );
    expect(entries).toMatchObject([{ link: 'https://imber.example/ferry', title: null }]);
  });
});

describe('a plain sitemap', () => {
  test('has its newest first, each with the title and day its address holds', async () => {
    const { format, entries } = await read(
      urlset(
        '<url><loc>https://imber.example/about</loc></url>' +
          '<url><loc>https://imber.example/2026/03/02/weir-gate-closes-early-48213.html</loc><lastmod>2026-03-05</lastmod></url>' +
          '<url><loc>https://imber.example/news/new-ferry-to-brae/</loc><lastmod>2026-03-04T10:00:00Z</lastmod></url>',
      ),
      { timezone: 'Asia/Seoul' },
    );
    expect(format).toBe('sitemap');
    expect(entries.map(({ title, published, updated }) => [title, published, updated])).toEqual([
      ['New Ferry To Brae', null, '2026-03-04T10:00:00.000Z'],
      ['Weir Gate Closes Early', '2026-03-01T15:00:00.000Z', '2026-03-04T15:00:00.000Z'],
      [null, null, null],
    ]);
  });

  test('an old article stays old where its page was changed since', async () => {
    const document = await read(
      urlset(
        '<url><loc>https://imber.example/2019/05/01/a-bridge-opens</loc><lastmod>2026-03-05</lastmod></url>',
      ),
    );
    const { items } = normalise(document, aSource(), NOW);
    expect(items).toMatchObject([
      { published: '2019-05-01T00:00:00.000Z', updated: '2026-03-05T00:00:00.000Z' },
    ]);
  });

  test('an article without a title in its address is named after the address', async () => {
    const document = await read(urlset('<url><loc>https://imber.example/n/84213</loc></url>'));
    expect(normalise(document, aSource(), NOW).items).toMatchObject([{ title: 'imber.example/n/84213' }]);
  });

  test('of fifty thousand addresses the newest thousand are kept, and it says so', async () => {
    const url = (_: unknown, n: number): string =>
      `<url><loc>https://imber.example/${n}</loc><lastmod>${new Date(n * 3_600_000 + 1e12).toISOString()}</lastmod></url>`;
    const { entries, skipped } = await read(urlset(Array.from({ length: 60_000 }, url).join('')));
    expect(entries).toHaveLength(1_000);
    expect(entries[0]?.link).toBe('https://imber.example/49999');
    expect(skipped).toEqual([
      'every address after the first 50000',
      'all but the newest 1000 of 50000 addresses',
    ]);
  });
});

test.each([
  [
    'a feed that speaks of one',
    '<rss version="2.0"><channel><title>&lt;urlset&gt; explained</title></channel></rss>',
    'rss-2.0',
  ],
  ['a page that shows one', '<html><body><pre><urlset ></urlset></pre></body></html>', null],
])('%s is no sitemap', async (_what, document, format) => {
  expect(await read(document)).toMatchObject({ format });
});

describe('hostile sitemaps', () => {
  test('lead to no address but of the web, and hold no markup or control characters', async () => {
    const { entries, skipped } = await read(
      urlset(
        '<url><loc>javascript:alert(1)</loc></url><url><loc>file:///etc/passwd</loc></url>' +
          '<url><loc>https://imber.example/1</loc><news:news><news:title>Lock\u0007 &#27;[2J</news:title></news:news></url>',
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.title).toBe('Lock [2J');
    expect(skipped).toContain('an address that is none of the web');
  });

  test('of nesting without end, or texts of megabytes, cost their bytes only', async () => {
    const deep = `<url>${'<a>'.repeat(100_000)}<loc>https://imber.example/1</loc>${'</a>'.repeat(100_000)}</url>`;
    const long = `<url><loc>https://imber.example/2</loc><news:news><news:title>${'ferry '.repeat(500_000)}</news:title></news:news></url>`;
    const { entries } = await read(urlset(deep + long));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.title?.length).toBeLessThanOrEqual(1_000);
  });

  test('whatever comes, a document comes back', async () => {
    const piece = fc.constantFrom(
      '<url>',
      '</url>',
      '<loc>',
      '</loc>',
      '<urlset>',
      'https://a.example/',
      '&x;',
      '<![CDATA[',
      ']]>',
      '__proto__',
      '<news:title>',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const { ok, entries } = await read(`<urlset>${pieces.join('')}`);
        expect(ok).toBe(true);
        for (const { link } of entries) expect(link).toMatch(/^https:/);
      }),
    );
  });
});

describe('an index of sitemaps', () => {
  const chosen = async (...sitemaps: (readonly [string, string?])[]): Promise<readonly string[]> =>
    sitemapsToRead(await read(index(sitemaps))).map((url) => url.replace('https://imber.example/', ''));

  test('is read through those of news, where it has any', async () => {
    expect(
      await chosen(
        ['https://imber.example/pages.xml', '2026-03-05'],
        ['https://imber.example/news-sitemap.xml'],
        ['https://imber.example/newsletter.xml', '2026-03-05'],
      ),
    ).toEqual(['news-sitemap.xml']);
  });

  test('is read through the three that changed last, lists of sections and authors left out', async () => {
    expect(
      await chosen(
        ['https://imber.example/author-sitemap.xml', '2026-03-05'],
        ['https://imber.example/post-sitemap1.xml', '2024-03-05'],
        ['https://imber.example/post-sitemap2.xml', '2025-03-05'],
        ['https://imber.example/post_tag-sitemap.xml', '2026-03-05'],
        ['https://imber.example/post-sitemap3.xml', '2026-03-04'],
        ['https://imber.example/post-sitemap4.xml', '2026-03-05'],
      ),
    ).toEqual(['post-sitemap4.xml', 'post-sitemap3.xml', 'post-sitemap2.xml']);
  });

  test('that says nothing of changes is read through the highest numbers', async () => {
    const months = ['2026-9', '2026-10', '2025-12', '2026-1'].map(
      (month) => [`https://imber.example/articles-${month}.xml`] as const,
    );
    expect(await chosen(...months)).toEqual([
      'articles-2026-10.xml',
      'articles-2026-9.xml',
      'articles-2026-1.xml',
    ]);
  });

  test('has the entries of its sitemaps, each address once, and says what could not be read', async () => {
    const all = await read(
      index([
        ['https://imber.example/a.xml'],
        ['https://imber.example/b.xml'],
        ['https://imber.example/c.xml'],
        ['https://imber.example/d.xml'],
      ]),
    );
    const url = (path: string, day: number): string =>
      `<url><loc>https://imber.example/${path}</loc><lastmod>2026-03-0${day}</lastmod></url>`;
    const joined = joinSitemaps(all, [
      { ...(await read(urlset(url('1', 1) + url('2', 2)))), url: 'https://imber.example/a.xml' },
      { ...(await read(urlset(url('3', 3) + url('2', 2)))), url: 'https://imber.example/b.xml' },
      { ...(await read(index([]))), url: 'https://imber.example/c.xml' },
    ]);
    expect(joined.entries.map(({ link }) => link)).toEqual(
      ['3', '2', '1'].map((path) => `https://imber.example/${path}`),
    );
    expect(joined.skipped).toEqual([
      '1 of the 4 sitemaps of the index',
      'the sitemap https://imber.example/c.xml: it is a list of sitemaps again',
    ]);
  });

  test('that leads nowhere is a source that cannot be read', async () => {
    const all = await read(index([['https://imber.example/a.xml']]));
    expect(joinSitemaps(all, [{ ...(await read('')), url: 'https://imber.example/a.xml' }])).toMatchObject({
      ok: false,
      error: expect.stringContaining('https://imber.example/a.xml'),
    });
    expect(joinSitemaps(all, []).ok).toBe(false);
  });
});

test.each([
  ['https://imber.example/2026/03/02/ferry-runs-again-48213.html', 'Ferry Runs Again'],
  [
    'https://imber.example/news/20260302-3f9a0c1b-ferry-to-brae_opens-today-3f9a0c1b/',
    '3f9a0c1b Ferry To Brae Opens Today',
  ],
  [
    'https://imber.example/%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9-%D0%BC%D0%BE%D1%81%D1%82-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82',
    'Новый Мост Открыт',
  ],
  ['https://imber.example/%E0%A4-broken-escape-here', '%E0%A4 Broken Escape Here'],
  ['https://imber.example/news/48213', null],
  ['https://imber.example/', null],
  ['https://imber.example/world-news/', null],
])('the title in %s is %s', (address, title) => {
  expect(titleOfAddress(address)).toBe(title);
});

test.each([
  ['https://imber.example/2026/3/2/ferry', '2026-03-02'],
  ['https://imber.example/news-2026-03-02-ferry', '2026-03-02'],
  ['https://imber.example/view/20260302/ferry', '2026-03-02'],
  ['https://imber.example/2026/13/02/ferry', null],
  ['https://imber.example/2026/03/ferry', null],
  ['https://imber.example/view/20260302001', null],
  ['https://imber.example/205/12', null],
])('the day in %s is %s', (address, day) => {
  expect(dayInAddress(address, 'UTC')?.slice(0, 10) ?? null).toBe(day);
});
