import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, isFrontPage, webUrl } from '../../src/text/url.ts';

describe('an address that may be opened', () => {
  test.each([
    ['/town/ferry?day=2', 'https://news.example/town/ferry?day=2'],
    ['ferry.html', 'https://news.example/feeds/ferry.html'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    ['/ferry?day=2&amp;lang=en', 'https://news.example/ferry?day=2&lang=en'],
    ['  https://other.example/a \n', 'https://other.example/a'],
    ['https://other.example/뉴스', 'https://other.example/%EB%89%B4%EC%8A%A4'],
    ['https://ann:secret@other.example/a', 'https://other.example/a'],
  ])('%s is resolved against where it stands', (reference, absolute) => {
    expect(webUrl(reference, 'https://news.example/feeds/all.xml')).toBe(absolute);
  });

  test('an address that is absolute already stays as it is written', () => {
    const written = 'http://News.Example/a/../b?x=1&y=%7e';
    expect(webUrl(written, null)).toBe(written);
  });

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)//http://a.example/',
    'data:text/html,hello',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://a.example/x',
    'mailto:ann@example.org',
    'http://',
    'https://999.999.1.1/',
    '',
    '   ',
  ])('%j is none', (reference) => {
    expect(webUrl(reference, 'https://news.example/')).toBeNull();
  });

  test('a relative one is none where nobody knows what it is relative to', () => {
    expect(webUrl('/town/ferry', null)).toBeNull();
    expect(webUrl('/town/ferry', '')).toBeNull();
    expect(webUrl(undefined, 'https://news.example/')).toBeNull();
  });
});

describe('the canonical address', () => {
  test.each([
    ['https://News.Example:443/Town/ferry', 'https://news.example/Town/ferry'],
    ['https://news.example/ferry?utm_source=rss&utm_medium=feed&id=7', 'https://news.example/ferry?id=7'],
    ['https://news.example/ferry?fbclid=x&gclid=y&mc_cid=z&at_medium=RSS', 'https://news.example/ferry'],
    ['https://news.example/ferry#comments', 'https://news.example/ferry'],
    ['https://news.example/%7Eann/%E2%80%A6', 'https://news.example/~ann/%E2%80%A6'],
    ['https://ann:secret@news.example/ferry', 'https://news.example/ferry'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  test.each([
    ['http://news.example/ferry', 'https://news.example/ferry'],
    ['https://news.example/ferry', 'https://www.news.example/ferry'],
    ['https://news.example/ferry', 'https://news.example/ferry/'],
    ['https://news.example/?p=1', 'https://news.example/?p=2'],
    ['https://news.example/?a=1&b=2', 'https://news.example/?b=2&a=1'],
    ['https://news.example/#!/ferry', 'https://news.example/#!/lock'],
    ['https://news.example/?id=utm_source', 'https://news.example/'],
  ])('%s and %s may be two pages', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  test('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const canonical = canonicalUrl(address);
        if (canonical !== null) expect(canonicalUrl(canonical)).toBe(canonical);
      }),
    );
  });

  test('there is none of anything but a web address', () => {
    expect(canonicalUrl('urn:isbn:0451450523')).toBeNull();
    expect(canonicalUrl('ferry.html')).toBeNull();
    expect(canonicalUrl(null)).toBeNull();
  });
});

test.each([
  ['https://news.example', true],
  ['https://news.example/', true],
  ['https://news.example/index.html', true],
  ['https://news.example/index.php', true],
  ['https://news.example/?p=12', false],
  ['https://news.example/#!/ferry', false],
  ['https://news.example/ferry', false],
  ['https://news.example/town/index.html', false],
])('%s is a front page: %s', (address, expected) => {
  expect(isFrontPage(address)).toBe(expected);
});
