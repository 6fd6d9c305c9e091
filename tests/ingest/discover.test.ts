import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, feedsOfPage, sitemapsOfRobots, usualAddresses } from '../../src/ingest/discover.ts';

/** How an address asks for a secret. */
const SECRET = `\${API_KEY}`;
const PAGE = 'https://imber.example/news/';

const feeds = (html: string | Uint8Array, contentType: string | null = 'text/html; charset=utf-8') =>
  feedsOfPage(typeof html === 'string' ? Buffer.from(html) : html, contentType, PAGE);
const addresses = (candidates: readonly Candidate[]): readonly string[] =>
  candidates.map(({ url }) => url.replace('https://imber.example', ''));

describe('the feeds of a page', () => {
  test('are those it declares, in its order, with what it calls them', () => {
    const found = feeds(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="Courier &amp; Post" href="/rss">' +
        '<LINK REL="alternate home" TYPE="application/atom+xml; charset=utf-8" HREF="world.atom?a=1&amp;b=2">' +
        "<link rel='alternate' type='application/feed+json' href='//feeds.imber.example/all.json'>" +
        '<link rel=feed href=plain></head>',
    );
    expect(found).toEqual([
      { url: 'https://imber.example/rss', why: 'declared', title: 'Courier & Post' },
      { url: 'https://imber.example/news/world.atom?a=1&b=2', why: 'declared', title: '' },
      { url: 'https://feeds.imber.example/all.json', why: 'declared', title: '' },
      { url: 'https://imber.example/news/plain', why: 'declared', title: '' },
    ]);
  });

  test('are not its styles, translations, previews for other sites, or itself', () => {
    const links = [
      'rel="stylesheet" type="text/css" href="/feed.css"',
      'rel="alternate stylesheet" type="text/xml" href="/style.xsl"',
      'rel="alternate" hreflang="ko" href="/ko/"',
      'rel="alternate" type="text/xml+oembed" href="/oembed?format=xml"',
      'rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"',
      'rel="alternate" type="application/rss+xml" href=""',
      'rel="alternate" type="application/rss+xml"',
    ];
    expect(feeds(links.map((link) => `<link ${link}>`).join(''))).toEqual([]);
  });

  test('are links that look like feeds, behind the declared ones; each address once', () => {
    const found = feeds(
      '<a href="/world-rss">World</a><a href="/list">RSS feeds</a><a href="/x?feed=rss2">x</a><a href="/index.rdf">y</a>' +
        '<a href="https://feeds.imber.example/all">all</a><a href="feed://imber.example/all.xml#top">z</a>' +
        '<a href="/icon" title="Atom"><img src="/atom.png"></a><a href="/rss">RSS</a>' +
        '<link rel="alternate" type="application/rss+xml" href="/rss">',
    );
    expect(found[0]).toMatchObject({ url: 'https://imber.example/rss', why: 'declared' });
    expect(found.slice(1).map(({ url }) => url)).toEqual([
      'https://imber.example/world-rss',
      'https://imber.example/list',
      'https://imber.example/x?feed=rss2',
      'https://imber.example/index.rdf',
      'https://feeds.imber.example/all',
      'http://imber.example/all.xml',
      'https://imber.example/icon',
    ]);
    expect(new Set(found.slice(1).map(({ why }) => why))).toEqual(new Set(['linked']));
  });

  test.each([
    ['/feedback', 'Tell us'],
    ['/how-to-feed-cats', 'How to feed cats'],
    ['/sitemap.xml', 'Site map'],
    ['/embarrassing', 'embarrassing'],
    ['https://feedly.com/i/subscription/feed/https://imber.example/rss', 'Follow'],
    ['#rss', 'RSS'],
    ['mailto:rss@imber.example', 'RSS'],
  ])('are not a link to %s', (href, label) => {
    expect(feeds(`<a href="${href}">${label}</a>`)).toEqual([]);
  });

  test('that carry what readers comment come last', () => {
    const found = feeds(
      '<link rel="alternate" type="application/rss+xml" title="Imber » Comments Feed" href="/comments/feed/">' +
        '<link rel="alternate" type="application/rss+xml" title="Imber » Feed" href="/feed/">',
    );
    expect(addresses(found)).toEqual(['/feed/', '/comments/feed/']);
  });

  test('are resolved against the base the page states, where that is of the web', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="rss">';
    expect(feeds(`<base href="https://cdn.imber.example/a/">${link}`)[0]?.url).toBe(
      'https://cdn.imber.example/a/rss',
    );
    expect(feeds(`<base href="javascript:alert(1)">${link}`)[0]?.url).toBe('https://imber.example/news/rss');
  });

  test('are found in pages of other charsets', () => {
    const utf16 = Buffer.from(
      '\ufeff<link rel="alternate" type="application/rss+xml" href="/rss">',
      'utf16le',
    );
    expect(addresses(feeds(utf16, 'text/html'))).toEqual(['/rss']);
  });

  test('are not what scripts, styles and comments speak of', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/rss">';
    expect(feeds(`<script>var a = '${link}';</script><style>${link}</style><!-- ${link} -->`)).toEqual([]);
  });
});

describe('a hostile page', () => {
  test('leads to web addresses only, without user info, of a length that anybody writes', () => {
    const hrefs = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/xml,<rss/>',
      `/${'a'.repeat(3_000)}`,
      'feed:file:///etc/passwd',
    ];
    const links = hrefs.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`);
    expect(feeds(links.join(''))).toEqual([]);
    const [named] = feeds('<link rel="feed" href="https://me:secret@imber.example/rss">');
    expect(named?.url).toBe('https://imber.example/rss');
  });

  test('cannot ask for a secret of the settings by an address that names it', () => {
    const [found] = feeds(`<link rel="feed" href="https://evil.example/rss?key=${SECRET}">`);
    expect(found?.url).toBe('https://evil.example/rss?key=%24%7BAPI_KEY}');
    expect(
      sitemapsOfRobots(Buffer.from(`Sitemap: https://evil.example/${SECRET}.xml`), PAGE)[0]?.url,
    ).not.toContain('${');
  });

  test.each([
    ['nested without end', '<div>'.repeat(500_000)],
    ['links without an end', '<a href="/rss">'.repeat(100_000)],
    ['attributes without end', `<a ${'href="/rss" '.repeat(100_000)}>`],
    ['labels of megabytes', `<a href="/x">${'rss '.repeat(500_000)}</a>`],
    ['labels that make patterns backtrack', `<a href="/x">${'- '.repeat(100)}</a>`.repeat(2_000)],
    ['addresses that make patterns backtrack', `<a href="/${'sitemap.xml-'.repeat(150)}">x</a>`.repeat(500)],
  ])('of %s is read in passing', { timeout: 4_000 }, (_what, html) => {
    expect(feeds(html).length).toBeLessThanOrEqual(2);
  });

  test('gives what may be asked, whatever it holds', () => {
    const piece = fc.constantFrom(
      '<a',
      '<link ',
      ' rel=alternate',
      ' type="application/rss+xml"',
      ' href=',
      '"',
      '>',
      '/rss',
      SECRET,
      '\u0000',
      '</a>',
      '<base href=',
      'http://',
      '[',
      '%',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const { url } of feeds(pieces.join(''))) {
          expect(new URL(url).protocol).toMatch(/^https?:$/);
          expect(url).not.toContain('${');
        }
      }),
    );
  });
});

test('where feeds usually are is on the site of the page', () => {
  const usual = usualAddresses('https://imber.example/news/2026/?a=b');
  expect(usual.length).toBeLessThan(10);
  for (const { url, why } of usual) {
    expect(url).toMatch(/^https:\/\/imber\.example\/[a-z.]+$/);
    expect(why).toBe('usual');
  }
});

test('robots.txt names sitemaps, those of news first', () => {
  const robots =
    'User-agent: *\r\nDisallow: /feed\r\nSITEMAP: https://imber.example/all.xml # everything\r\n' +
    'Sitemap:/news.xml\r\nSitemap: file:///etc/passwd\r\n# Sitemap: https://imber.example/old.xml\r\nSitemap:/news.xml';
  expect(addresses(sitemapsOfRobots(Buffer.from(robots), PAGE))).toEqual(['/news.xml', '/all.xml']);
});
