import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../src/domain/document.ts';
import { normalise } from '../../src/ingest/normalise.ts';
import { parseDocument } from '../../src/ingest/parse.ts';
import { aSource, atom, onlyEntry, raw, read, rss } from './reading.ts';

// Where it matters how long something takes, the sizes are such that anything but linear work would outlast the test.

const item = (inner: string): string =>
  `<item><title>The lock</title><link>https://news.example/lock</link>${inner}</item>`;
const LAST = '<item><title>The quay</title></item>';
const titles = ({ entries }: FeedDocument): readonly (string | null)[] => entries.map(({ title }) => title);

describe('entities', () => {
  test('that stand for entities are not expanded, however often they laugh', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`,
    );
    const { feed } = await read(
      `<!DOCTYPE rss [<!ENTITY lol "lol">${laughs.join('')}]><rss><channel><title>&lol9;</title></channel></rss>`,
    );
    expect(feed.title).toBe('&lol9;');
  });

  test('that are long stop being expanded when they have filled enough', async () => {
    const document = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(199)}">]>${rss(item(`<description>${'&a;'.repeat(500_000)}</description>`))}`;
    expect((await onlyEntry(document)).summary?.length).toBeLessThan(1_100_000);
  });

  test.each([
    '<!ENTITY secret SYSTEM "file:///etc/passwd">',
    '<!ENTITY secret PUBLIC "x" "https://attacker.example/x">',
    '<!ENTITY % remote SYSTEM "https://attacker.example/x.dtd"> %remote;',
  ])('from elsewhere are not fetched: %s', async (declaration) => {
    const { feed } = await read(
      `<!DOCTYPE rss [${declaration}]><rss><channel><title>&secret;</title></channel></rss>`,
    );
    expect(feed.title).toBe('&secret;');
  });

  test('of an outside DTD leave the feed as it is', async () => {
    const { feed } = await read(
      '<!DOCTYPE rss PUBLIC "-//X//DTD" "https://attacker.example/rss.dtd"><rss><channel><title>Courier</title></channel></rss>',
    );
    expect(feed.title).toBe('Courier');
  });
});

describe('size and nesting', () => {
  test('a hundred thousand nested elements cost themselves only', async () => {
    expect(titles(await read(rss(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${item('')}`)))).toEqual([
      'The lock',
    ]);
    const inBody = await read(
      rss(
        `${item(`<description>${'<div>'.repeat(100_000)}shut${'</div>'.repeat(100_000)}</description>`)}${LAST}`,
      ),
    );
    expect(titles(inBody)).toEqual(['The lock', 'The quay']);
  });

  test('so do they where they are escaped', async () => {
    const entry = await onlyEntry(rss(item(`<description>${'&lt;div>'.repeat(100_000)}shut</description>`)));
    expect(entry.summary).toBe('shut');
  });

  test('an attribute of 10 MB is left out, and said to be', async () => {
    const { entries, skipped } = await read(
      rss(item(`<enclosure url="https://news.example/${'a'.repeat(10_000_000)}"/>`)),
    );
    expect(entries[0]?.enclosures).toEqual([]);
    expect(skipped).toEqual(['an attribute url of 10000021 characters']);
  });

  test('a title of 5 MB is cut', async () => {
    const document = await parseDocument(
      raw(rss(`<item><title>${'word '.repeat(1_000_000)}</title></item>`)),
      'raw',
    );
    const { items } = normalise(document, aSource(), '2026-03-01T00:00:00.000Z');
    expect(items[0]?.title.length).toBeLessThanOrEqual(300);
    expect(document.skipped).toHaveLength(1);
  });

  test('a hundred thousand items are cut to ten thousand', async () => {
    const { entries, skipped } = await read(rss(item('').repeat(100_000)));
    expect(entries).toHaveLength(10_000);
    expect(skipped).toEqual(['every entry after the first 10000']);
  });

  test.each([
    ['opened tags in text', `<description><![CDATA[${'x<p'.repeat(1_000_000)}]]></description>`],
    ['escaped tags in text', `<description>${'x&lt;p'.repeat(500_000)}</description>`],
    ['bare ampersands', `<description>${'&'.repeat(3_000_000)}</description>`],
    ['references without an end', `<description>${'&a'.repeat(1_500_000)}</description>`],
    ['comments without an end', '<!--'.repeat(700_000)],
    ['CDATA without an end', `<description>${'<![CDATA['.repeat(300_000)}`],
    ['angle brackets', `<description>${'<'.repeat(3_000_000)}`],
    ['end tags of nothing', '</x>'.repeat(700_000)],
    ['attributes', `<x ${Array.from({ length: 200_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
    ['namespaces', '<x xmlns:y="z">'.repeat(200_000)],
    ['categories', '<category>a</category>'.repeat(100_000)],
    ['an address that never ends', `<author>${'a'.repeat(3_000_000)}@</author>`],
    ['white space', `<description>${' \n'.repeat(1_500_000)}</description>`],
  ])('millions of %s are read in passing', async (_, inner) => {
    const { ok, entries } = await read(rss(item(inner)));
    expect([ok, entries[0]?.title]).toEqual([true, 'The lock']);
  });

  test.each([
    ['category', 'tags'],
    ['author', 'authors'],
    ['link', 'links'],
  ] as const)('of ten thousand %s elements in an entry a thousand are kept', async (name, field) => {
    const many = Array.from({ length: 10_000 }, (_, at) => `<${name}>https://pier${at}.example/</${name}>`);
    const { entries, skipped } = await read(rss(item(many.join(''))));
    expect(entries[0]?.[field]).toHaveLength(1_000);
    expect(skipped).toEqual([`every ${name} after the first 1000`]);
  });

  test('JSON of a hundred thousand items, or tags, is cut to ten thousand, and what follows is read', async () => {
    const tags = '"lock",'.repeat(100_000);
    const first = `{"id":"first","title":"a, [b","tags":[${tags}"quay"],"content_text":"Shut."}`;
    const { feed, entries, skipped } = await read(
      `{"version":"https://jsonfeed.org/version/1.1","items":[${first}${',{"id":"x","title":"\\"]"}'.repeat(100_000)}],"title":"Pier"}`,
    );
    expect([feed.title, entries.length, entries[0]?.title]).toEqual(['Pier', 10_000, 'a, [b']);
    expect(entries[0]).toMatchObject({ content: [{ value: 'Shut.' }] });
    expect(entries[0]?.tags).toHaveLength(10_000);
    expect(skipped).toEqual(['every item after the first 10000']);
  });

  test('JSON that is nested a million deep is refused', async () => {
    const document = await read(
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(1_000_000)}`,
    );
    expect(document).toMatchObject({ ok: false, entries: [] });
    expect(document.error).toContain('nested deeper');
  });
});

describe('names that mean something to JavaScript', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'link', 'length'];

  test('are passed over as elements and as attributes', async () => {
    const elements = names.map((name) => `<${name}>x</${name}>`).join('');
    const attributes = names.map((name) => `${name}="y"`).join(' ');
    const entry = await onlyEntry(
      rss(
        `<item ${attributes}>${elements}<title ${attributes}>The lock</title><category ${attributes}>a</category></item>`,
      ),
    );
    expect(entry).toMatchObject({ title: 'The lock', tags: [{ term: 'a', scheme: null, label: null }] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('are no prefixes, namespaces or entities', async () => {
    const { feed } = await read(
      '<!DOCTYPE rss [<!ENTITY constructor "c">]><rss xmlns:__proto__="constructor"><channel><__proto__:title>x</__proto__:title><title>&constructor; &toString; &__proto__;</title></channel></rss>',
    );
    expect(feed.title).toBe('c &toString; &__proto__;');
  });

  test('are no members of JSON', async () => {
    const json =
      '{"version":"https://jsonfeed.org/version/1.1","title":"Courier","__proto__":{"polluted":1},"items":[{"id":"1","__proto__":{"title":"p"},"constructor":{"prototype":{"polluted":1}}}]}';
    expect((await read(json)).entries).toMatchObject([{ id: '1', title: null }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('bytes', () => {
  const feed = (title: string, encoding = ''): string =>
    `<?xml version="1.0"${encoding}?><rss version="2.0"><channel><title>${title}</title></channel></rss>`;

  test('of UTF-16 without a mark are read', async () => {
    expect((await read(Buffer.from(feed('Порт открыт'), 'utf16le'))).feed.title).toBe('Порт открыт');
    expect((await read(Buffer.from(feed('나루터'), 'utf16le').swap16())).feed.title).toBe('나루터');
  });

  test('that are no UTF-8 in a document that says so cost their own character', async () => {
    const [before = '', after = ''] = feed('Zoë Märklin läßt | grüßen', ' encoding="utf-8"').split('|');
    const { feed: head } = await read(
      Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]),
    );
    expect(head.title).toBe('Zoë Märklin läßt \ufffd grüßen');
  });

  test('that no text may hold are left out: NULs, escapes, lone surrogates', async () => {
    const { feed: head } = await read(feed('Har\0bour\x1b board&#0;&#8;&#xD800;&#xFFFF; \uFFFE'));
    expect(head.title).toBe('Harbour board');
  });
});

describe('markup that would run', () => {
  const ATTACK =
    '<script>alert(1)</script><img src="x" onerror="alert(1)"><a href="javascript:alert(1)" style="x:expression(1)">a</a><iframe src="https://attacker.example/"></iframe><svg onload="alert(1)"></svg><meta http-equiv="refresh" content="0">';
  const DANGEROUS = /<(?:script|iframe|meta)|onerror|onload|javascript:|style=/i;
  const tagsOf = (html: string): string => html.match(/<[^>]*>/g)?.join('') ?? '';
  const escaped = ATTACK.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  test('is in no text of RSS', async () => {
    const fields = [
      'title',
      'description',
      'copyright',
      'content:encoded',
      'category',
      'author',
      'guid',
      'comments',
      'link',
    ];
    const inner = fields.map((name) => `<${name}>${escaped}</${name}>`).join('');
    const { feed, entries } = await read(
      rss(`${inner}<item>${inner}<source url="javascript:alert(1)">${escaped}</source></item>`),
    );
    const [entry] = entries;
    const html = [
      [feed.subtitle, feed.subtitleType],
      [feed.rights, feed.rightsType],
      [entry?.summary, entry?.summaryType],
      [entry?.rights, entry?.rightsType],
      ...(entry?.content ?? []).map(({ value, type }) => [value, type]),
    ].filter(([, type]) => /html/.test(type ?? ''));
    expect(html.length).toBeGreaterThan(2);
    expect(tagsOf(html.map(([value]) => value).join(''))).not.toMatch(DANGEROUS);
    expect([feed.title, entries[0]?.title, feed.link, entries[0]?.link, entries[0]?.comments]).toEqual([
      'a',
      'a',
      null,
      null,
      null,
    ]);
  });

  test('is in no text of Atom, whatever it says of itself', async () => {
    const inner = ['html', 'xhtml', 'text/html', 'application/xhtml+xml', 'image/svg+xml', 'text']
      .map(
        (type) =>
          `<content type="${type}"><div xmlns="http://www.w3.org/1999/xhtml">${ATTACK}</div></content><content type="${type}">${escaped}</content>`,
      )
      .join('');
    const entry = await onlyEntry(atom(`<entry>${inner}</entry>`));
    const shown = entry.content.filter(({ type }) => /html/.test(type)).map(({ value }) => value);
    expect(shown.length).toBeGreaterThan(6);
    expect(tagsOf(shown.join(''))).not.toMatch(DANGEROUS);
  });
});

test('whatever comes, a document comes back', async () => {
  const part = fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '<content type="xhtml">',
    '<link href="',
    '"/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&amp;',
    '&#x0;',
    '&',
    '<',
    'x',
    '\0',
    'xml:base="::"',
    '<!DOCTYPE',
    '<author>',
    '<source>',
    '<div xmlns="http://www.w3.org/1999/xhtml">',
    '</div>',
    '<br/>',
    '{',
    '"items":[',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const document = await parseDocument(raw(parts.join('')), 'raw');
      expect(document.ok).toBe(document.error === null);
      const { items } = normalise(document, aSource(), '2026-03-01T00:00:00.000Z');
      for (const { title, keys } of items) {
        expect(title.trim()).not.toBe('');
        expect(keys.length).toBeGreaterThan(0);
      }
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect((await parseDocument(raw(bytes))).ok).toBeTypeOf('boolean');
    }),
  );
});
