import { describe, expect, test } from 'vitest';
import { atom, onlyEntry, read, rss } from './reading.ts';

describe('RSS 2.0', () => {
  const document = rss(
    `<title>The Imber Courier</title><link>https://news.example/</link><description>News &lt;b&gt;daily&lt;/b&gt;</description>
     <language>en-gb</language><copyright>© The Imber Courier</copyright><managingEditor>desk@news.example (The desk)</managingEditor>
     <lastBuildDate>Mon, 02 Mar 2026 09:00:00 GMT</lastBuildDate><generator>Press 3.1</generator>
     <image><url>/logo.png</url><title>Courier</title><link>https://news.example/about</link></image>
     <ttl>45</ttl><skipHours><hour>1</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
     <item>
       <title>Second ferry put off &amp;amp; the lock shut</title>
       <link>https://news.example/ferry?utm_source=rss</link>
       <guid isPermaLink="false">courier-71</guid>
       <pubDate>Mon, 02 Mar 2026 08:15:00 GMT</pubDate>
       <author>marta@news.example (Marta Quillfeather)</author>
       <category domain="https://news.example/topics">Harbour</category><category>Ferries</category>
       <comments>/ferry#comments</comments>
       <enclosure url="https://news.example/ferry.mp3" type="audio/mpeg" length="12345"/>
       <source url="https://agency.example/feed.xml">The Agency</source>
       <description>The board &lt;i&gt;waits&lt;/i&gt;.</description>
       <content:encoded><![CDATA[<p>The board waits for <a href="/barley">barley</a>.</p>]]></content:encoded>
     </item>`,
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  );

  test('is read with everything it says of the feed', async () => {
    const { ok, format, feed, skipped } = await read(document);
    expect({ ok, format, skipped }).toEqual({ ok: true, format: 'rss-2.0', skipped: [] });
    expect(feed).toMatchObject({
      title: 'The Imber Courier',
      link: 'https://news.example/',
      subtitle: 'News <b>daily</b>',
      subtitleType: 'html',
      language: 'en-gb',
      rights: '© The Imber Courier',
      author: { name: 'The desk', email: 'desk@news.example' },
      updated: '2026-03-02T09:00:00.000Z',
      generator: { name: 'Press 3.1' },
      image: { url: 'https://news.example/logo.png', title: 'Courier', link: 'https://news.example/about' },
      polling: { every: 45 * 60, skipHours: [1, 0], skipDays: [0] },
    });
  });

  test('is read with everything it says of an item', async () => {
    expect(await onlyEntry(document)).toMatchObject({
      title: 'Second ferry put off & the lock shut',
      link: 'https://news.example/ferry?utm_source=rss',
      id: 'courier-71',
      published: '2026-03-02T08:15:00.000Z',
      language: 'en-gb',
      authors: [{ name: 'Marta Quillfeather', email: 'marta@news.example', url: null }],
      tags: [
        { term: 'Harbour', scheme: 'https://news.example/topics', label: null },
        { term: 'Ferries', scheme: null, label: null },
      ],
      comments: 'https://news.example/ferry#comments',
      enclosures: [{ url: 'https://news.example/ferry.mp3', type: 'audio/mpeg', length: 12345 }],
      source: { title: 'The Agency', link: 'https://agency.example/feed.xml' },
      summary: 'The board <i>waits</i>.',
      summaryType: 'html',
      content: [
        {
          value: '<p>The board waits for <a href="https://news.example/barley">barley</a>.</p>',
          type: 'text/html',
        },
      ],
    });
  });

  test('may lack a channel, a version and a link: the permanent guid is the link then', async () => {
    const entry = await onlyEntry(
      '<rss><item><title>Ferry</title><guid>https://news.example/ferry</guid></item></rss>',
    );
    expect(entry).toMatchObject({
      title: 'Ferry',
      link: 'https://news.example/ferry',
      id: 'https://news.example/ferry',
    });
  });

  test('has HTML in titles only where it looks like it', async () => {
    const titles = [
      '1 &lt; 2',
      'The &lt;b&gt;lock&lt;/b&gt;',
      'Use &lt;script&gt; sparingly',
      'Caf&amp;eacute;',
      'AT&amp;T and R&amp;D;',
    ];
    const { entries } = await read(
      rss(titles.map((title) => `<item><title>${title}</title></item>`).join('')),
    );
    expect(entries.map(({ title }) => title)).toEqual([
      '1 < 2',
      'The lock',
      'Use <script> sparingly',
      'Café',
      'AT&T and R&D;',
    ]);
  });

  test('has the article as it is handed to search engines, in lines or as HTML', async () => {
    const item = (full: string) =>
      rss(
        `<item><title>Паром встал</title><description>Кратко.</description>${full}</item>`,
        'xmlns:yandex="http://news.yandex.ru" xmlns:turbo="http://turbo.yandex.ru"',
      );
    const lines = '<yandex:full-text>Паром встал.\n\nЖдут баржу.</yandex:full-text>';
    expect((await onlyEntry(item(lines))).content).toMatchObject([
      { type: 'text/plain', value: 'Паром встал.\n\nЖдут баржу.' },
    ]);
    const html = '<turbo:content><![CDATA[<p>Паром <b>встал</b>.</p>]]></turbo:content>';
    expect((await onlyEntry(item(html))).content).toMatchObject([
      { type: 'text/html', value: '<p>Паром <b>встал</b>.</p>' },
    ]);
  });

  test('has its address however often it was escaped', async () => {
    const link = 'https://news.example/ferry?id=7&amp;amp;part=2';
    expect(await onlyEntry(rss(`<item><title>a</title><link>${link}</link></item>`))).toMatchObject({
      link: 'https://news.example/ferry?id=7&part=2',
    });
  });

  test('keeps both texts where it has a summary and a description', async () => {
    const entry = await onlyEntry(
      rss('<item><summary>Short.</summary><description>Long.</description></item>'),
    );
    expect(entry).toMatchObject({ summary: 'Short.', content: [{ value: 'Long.' }] });
  });

  test('is summed up by its content where it has no summary', async () => {
    const entry = await onlyEntry(
      rss('<item><body xmlns="http://www.w3.org/1999/xhtml"><p>The lock is shut.</p></body></item>'),
    );
    expect(entry).toMatchObject({ summary: '<p>The lock is shut.</p>', summaryType: 'html' });
  });
});

describe('RSS 1.0', () => {
  test('has its items outside the channel and its dates in Dublin Core', async () => {
    const { format, feed, entries } = await read(`<?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dublin="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
        <channel rdf:about="https://news.example/"><title>Courier</title><link>https://news.example/</link>
          <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
          <items><rdf:Seq><rdf:li resource="https://news.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://news.example/1"><title>Lock</title><link>https://news.example/1</link>
          <dublin:date>2026-03-01T12:00+09:00</dublin:date><dublin:creator>Ann Thorne</dublin:creator>
          <dublin:creator>Zoë Märklin</dublin:creator><dublin:subject>Harbour</dublin:subject></item>
        <textinput rdf:about="https://news.example/search"><title>Search</title></textinput>
      </rdf:RDF>`);
    expect(format).toBe('rdf');
    expect(feed).toMatchObject({ title: 'Courier', polling: { every: 6 * 3_600 } });
    expect(entries).toMatchObject([
      {
        title: 'Lock',
        id: 'https://news.example/1',
        updated: '2026-03-01T03:00:00.000Z',
        authors: [{ name: 'Ann Thorne' }, { name: 'Zoë Märklin' }],
        tags: [{ term: 'Harbour' }],
      },
    ]);
  });
});

describe('Atom 1.0', () => {
  test('says what its texts are, and is believed', async () => {
    const { entries } = await read(
      atom(`<entry><title>5 &lt; 6 &amp;amp;</title></entry>
        <entry><title type="html">The &lt;b&gt;lock&lt;/b&gt; &amp;amp; quay</title></entry>
        <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>lock</b> &lt; quay</div></title></entry>
        <entry><title type="application/octet-stream">VGhlIDxiPmxvY2s8L2I+</title></entry>`),
    );
    expect(entries.map(({ title, titleType }) => [title, titleType])).toEqual([
      ['5 < 6 &amp;', 'text'],
      ['The lock & quay', 'html'],
      ['The lock < quay', 'xhtml'],
      ['The <b>lock</b>', 'text'],
    ]);
  });

  test('keeps inline markup in its order, without the wrapper', async () => {
    const entry = await onlyEntry(
      atom(
        `<entry xmlns:h="http://www.w3.org/1999/xhtml"><content type="xhtml"><h:div>One <h:em>two</h:em> three <h:br/> &amp; four.</h:div></content></entry>`,
      ),
    );
    expect(entry.content).toEqual([
      {
        value: 'One <em>two</em> three <br /> &amp; four.',
        type: 'application/xhtml+xml',
        language: null,
        src: null,
      },
    ]);
  });

  test('resolves addresses against the nearest xml:base, and hands down the nearest xml:lang', async () => {
    const { feed, entries } = await read(
      atom(
        `<title>Courier</title><link href="all.html"/>
         <entry xml:base="2026/" xml:lang="ru"><title xml:lang="ko">잠긴 수문</title><link href="lock.html"/>
           <content type="html" xml:base="/static/" xml:lang="">&lt;img src="lock.jpg"&gt;</content></entry>
         <entry><title>Quay</title><link href="quay.html"/></entry>`,
        'xml:base="https://cdn.example/town/" xml:lang="en_GB"',
      ),
    );
    expect(feed).toMatchObject({ link: 'https://cdn.example/town/all.html', language: 'en-GB' });
    expect(entries).toMatchObject([
      {
        link: 'https://cdn.example/town/2026/lock.html',
        language: 'ru',
        titleLanguage: 'ko',
        content: [{ value: '<img src="https://cdn.example/static/lock.jpg" />', language: null }],
      },
      { link: 'https://cdn.example/town/quay.html', language: 'en-GB', titleLanguage: 'en-GB' },
    ]);
  });

  test('has links of several relations, of which the page is the link', async () => {
    const entry = await onlyEntry(
      atom(`<entry><link rel="enclosure" href="/ferry.mp3" type="audio/mpeg" length="12"/>
        <link rel="alternate" type="application/pdf" href="/ferry.pdf"/><link type="text/html" href="/ferry" hreflang="en" title="Ferry"/>
        <link rel="replies">https://news.example/ferry/comments</link></entry>`),
    );
    expect(entry.link).toBe('https://news.example/ferry');
    expect(entry.links.map(({ rel, href }) => [rel, href])).toEqual([
      ['enclosure', 'https://news.example/ferry.mp3'],
      ['alternate', 'https://news.example/ferry.pdf'],
      ['alternate', 'https://news.example/ferry'],
      ['replies', 'https://news.example/ferry/comments'],
    ]);
    expect(entry.enclosures).toEqual([
      { url: 'https://news.example/ferry.mp3', type: 'audio/mpeg', length: 12 },
    ]);
  });

  test('names people, categories and where an entry was taken from', async () => {
    const entry = await onlyEntry(
      atom(`<entry><id>tag:news.example,2026:1</id><updated>2026-03-02T10:00:00+09:00</updated><published>2026-03-01T09:00:00Z</published>
        <author><name>Ann Thorne</name><email>ann@news.example</email><uri>/ann</uri></author><author><name>Zoë Märklin</name></author>
        <contributor><name>The desk</name></contributor><category term="harbour" scheme="https://news.example/t" label="Harbour"/>
        <source><id>urn:feed:1</id><title>The Agency</title><link href="https://agency.example/"/><rights>All</rights></source></entry>`),
    );
    expect(entry).toMatchObject({
      id: 'tag:news.example,2026:1',
      updated: '2026-03-02T01:00:00.000Z',
      published: '2026-03-01T09:00:00.000Z',
      authors: [
        { name: 'Ann Thorne', email: 'ann@news.example', url: 'https://news.example/ann' },
        { name: 'Zoë Märklin' },
      ],
      contributors: [{ name: 'The desk' }],
      tags: [{ term: 'harbour', scheme: 'https://news.example/t', label: 'Harbour' }],
      source: { id: 'urn:feed:1', title: 'The Agency', link: 'https://agency.example/', rights: 'All' },
    });
  });

  test('has its id for a link where it has none, if that is an address', async () => {
    const ids = ['https://news.example/lock', 'tag:news.example,2026:lock', 'urn:uuid:1225c695'];
    const { entries } = await read(atom(ids.map((id) => `<entry><id>${id}</id></entry>`).join('')));
    expect(entries.map(({ link }) => link)).toEqual(['https://news.example/lock', null, null]);
  });

  test('is read under any prefix', async () => {
    const document = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://search.yahoo.com/mrss/"><a:title>Courier</a:title>
      <a:entry><a:title>Lock</a:title><x:group><x:description>The lock</x:description><x:content url="https://news.example/lock.mp4" type="video/mp4"/></x:group></a:entry></a:feed>`;
    const { format, feed, entries } = await read(document);
    expect([format, feed.title]).toEqual(['atom-1.0', 'Courier']);
    expect(entries).toMatchObject([
      { title: 'Lock', summary: 'The lock', enclosures: [{ url: 'https://news.example/lock.mp4' }] },
    ]);
  });
});

test('Atom 0.3 says by its mode how markup is written', async () => {
  const { format, feed, entries } = await read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#">
    <title mode="base64">SW1iZXIgPGI+Q291cmllcjwvYj4=</title><tagline>News <b>daily</b></tagline><modified>2026-03-01T10:00:00Z</modified>
    <entry><title type="text/html" mode="escaped">&lt;i&gt;Lock&lt;/i&gt;</title><issued>2026-03-01T09:00:00Z</issued>
      <author><name>Ann</name><url>https://news.example/ann</url></author></entry></feed>`);
  expect(format).toBe('atom-0.3');
  expect(feed).toMatchObject({
    title: 'Imber <b>Courier</b>',
    subtitle: 'News <b>daily</b>',
    subtitleType: 'xhtml',
    updated: '2026-03-01T10:00:00.000Z',
  });
  expect(entries).toMatchObject([
    { title: 'Lock', published: '2026-03-01T09:00:00.000Z', author: { url: 'https://news.example/ann' } },
  ]);
});

test('CDF, which came before RSS, is read in its capitals', async () => {
  const { format, entries } = await read(
    '<CHANNEL HREF="https://news.example/"><TITLE>Courier</TITLE><ITEM HREF="/lock" LASTMOD="2026-03-01T10:00:00Z"><TITLE>Lock</TITLE><ABSTRACT>Shut.</ABSTRACT></ITEM></CHANNEL>',
  );
  expect(format).toBe('cdf');
  expect(entries).toMatchObject([
    {
      title: 'Lock',
      link: 'https://news.example/lock',
      summary: 'Shut.',
      updated: '2026-03-01T10:00:00.000Z',
    },
  ]);
});

describe('JSON Feed', () => {
  const feed = (items: unknown): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Courier',
      home_page_url: '/',
      language: 'en',
      items,
    });

  test('is read like the others', async () => {
    const document = await read(
      feed([
        {
          id: '71',
          url: '/ferry',
          title: 'Ferry\u0000 put off',
          content_html: '<p onclick="x()">The <a href="board">board</a></p>',
          summary: 'The board waits',
          date_published: '2026-03-01T12:00:00+09:00',
          authors: [{ name: 'Ann Thorne', url: 'https://news.example/ann' }],
          tags: ['Harbour'],
          attachments: [{ url: 'https://news.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 12 }],
        },
      ]),
    );
    expect(document).toMatchObject({
      ok: true,
      format: 'json-1.1',
      feed: { title: 'Courier', link: 'https://news.example/' },
    });
    expect(document.entries).toMatchObject([
      {
        id: '71',
        link: 'https://news.example/ferry',
        title: 'Ferry put off',
        language: 'en',
        published: '2026-03-01T03:00:00.000Z',
        authors: [{ name: 'Ann Thorne' }],
        tags: [{ term: 'Harbour' }],
        summary: 'The board waits',
        content: [{ value: '<p>The <a href="https://news.example/board">board</a></p>', type: 'text/html' }],
        enclosures: [{ url: 'https://news.example/a.mp3', type: 'audio/mpeg', length: 12 }],
      },
    ]);
  });

  test('has its id for a link where it has none, if that is an address', async () => {
    const { entries } = await read(
      feed([
        { id: 'https://news.example/lock', title: 'Lock' },
        { id: '7', title: 'Quay' },
      ]),
    );
    expect(entries.map(({ link }) => link)).toEqual(['https://news.example/lock', null]);
  });

  test('loses only what is bad in it', async () => {
    const { entries, skipped } = await read(
      feed([{ id: 1, date_published: 'soon', content_text: 'One' }, 'no item', null]),
    );
    expect(entries).toMatchObject([{ id: '1', published: null, summary: 'One', summaryType: 'text' }]);
    expect(skipped).toEqual(['2 items that are no objects', 'the date soon']);
  });
});

describe('a feed that is not well-formed', () => {
  test('keeps every item, whatever is not closed, crossed or cut off', async () => {
    const { entries } = await read(
      `<rss version="2.0"><channel><title>Courier
        <item><title>One</title><description>not closed
        <item><title>Two</title><category><b>crossed</category></b></item>
        </item></nonsense>
        <item><title>Three & four</title><link>https://news.example/?a=1&b=2&copy=3</link></item>
        <item><title>Five</title><description>cut o`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['One', 'Two', 'Three & four', 'Five']);
    expect(entries[2]?.link).toBe('https://news.example/?a=1&b=2&copy=3');
    expect(entries[3]?.summary).toBe('cut o');
  });

  test('takes an empty item within an item for none', async () => {
    const items = ['a', 'b'].map(
      (name) => `<item><title>${name}</title><item/><link>https://news.example/${name}</link></item>`,
    );
    const { entries } = await read(rss(items.join('')));
    expect(entries).toMatchObject([
      { title: 'a', link: 'https://news.example/a' },
      { title: 'b', link: 'https://news.example/b' },
    ]);
  });

  test('keeps HTML that somebody forgot to escape', async () => {
    const entry = await onlyEntry(
      rss(
        '<item><description><p>The <b>lock<br>is</b> &lt;shut&gt;<img src="/lock.jpg"></p></description></item>',
      ),
    );
    expect(entry.summary).toBe(
      '<p>The <b>lock<br />is</b> &lt;shut&gt;<img src="https://news.example/lock.jpg" /></p>',
    );
  });

  test('has the references of HTML, its own entities, and those nobody knows', async () => {
    const { feed } = await read(
      `<!DOCTYPE rss [<!ENTITY paper "The Imber &#38; Caldmoor Courier"><!ENTITY town "Imber">]>
       <rss><channel><title>&town; &mdash; caf&eacute; &#8220;q&#x201D; &#146; &bogus; R&D &</title></channel></rss>`,
    );
    expect(feed.title).toBe('Imber — café “q” ’ &bogus; R&D &');
  });

  test('has the next best date where one does not exist', async () => {
    const entry = await onlyEntry(
      rss('<item><title>x</title><modified>soon</modified><dc:date>2026-03-01T10:00:00Z</dc:date></item>'),
    );
    expect(entry.updated).toBe('2026-03-01T10:00:00.000Z');
  });

  test.each([
    [
      'a mistyped namespace',
      '<feed xmlns="https://www.w3.org/2005/Atom/"><entry><title>Lock</title></entry></feed>',
      { title: 'Lock' },
    ],
    [
      'a namespace of its own',
      '<n:rss xmlns:n="https://n.example/"><n:item><n:title>Lock</n:title></n:item></n:rss>',
      { title: 'Lock' },
    ],
    [
      'RDF under another prefix',
      '<R:RDF xmlns:R="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item R:about="urn:lock"/></R:RDF>',
      { id: 'urn:lock' },
    ],
    [
      'a body without a namespace',
      '<rss><item><body><p>Shut.</p></body></item></rss>',
      { content: [{ value: '<p>Shut.</p>' }] },
    ],
  ])('may have %s', async (_, document, expected) => {
    expect(await onlyEntry(document)).toMatchObject(expected);
  });

  test('has prefixes that nobody declared', async () => {
    const entry = await onlyEntry(
      '<rss><channel><item><dc:creator>Ann Thorne</dc:creator><content:encoded>Text</content:encoded></item></channel></rss>',
    );
    expect(entry).toMatchObject({ author: { name: 'Ann Thorne' }, content: [{ value: 'Text' }] });
  });

  test('loses a bad field, never the entry; a bad entry, never the feed', async () => {
    const { entries, skipped } = await read(
      rss(`<item><title>One</title><pubDate>31 Feb 2026 10:00 GMT</pubDate><link>javascript:alert(1)</link></item>
           <item><title>Two</title><pubDate>01 Mar 2026 10:00 GMT</pubDate><enclosure/><category/><guid/></item>`),
    );
    expect(entries).toMatchObject([
      { title: 'One', published: null, link: null, links: [] },
      { title: 'Two', published: '2026-03-01T10:00:00.000Z', id: null, tags: [], enclosures: [] },
    ]);
    expect(skipped).toEqual([
      'a link to javascript:alert(1), which is no web address',
      'the date 31 Feb 2026 10:00 GMT',
    ]);
  });
});

describe('what is no feed', () => {
  test.each([
    ['', 'it is empty'],
    ['<!DOCTYPE html><html><head><title>Courier</title></head></html>', 'it is a web page'],
    ['<?xml version="1.0"?><!-- a list --><opml><body/></opml>', 'its first element is <opml>'],
    ['Gone fishing', 'it is neither XML nor JSON'],
    ['{"items": [', 'it begins like JSON and is no JSON Feed'],
    ['{"hello": "world"}', 'it begins like JSON and is no JSON Feed'],
  ])('%s is refused in words', async (body, why) => {
    const document = await read(body);
    expect(document).toMatchObject({ ok: false, format: null, entries: [], encoding: 'utf-8' });
    expect(document.error).toContain(why);
  });

  test('an empty feed is one', async () => {
    expect(await read('<rss version="0.91"></rss>')).toMatchObject({
      ok: true,
      format: 'rss-0.91',
      entries: [],
    });
  });
});

test('what the transport says of language counts where the document says nothing', async () => {
  const transport = { contentLanguage: 'ko, en' };
  expect((await read(rss('<item><title>x</title></item>'), transport)).entries[0]?.language).toBe('ko');
  expect(
    (await read(rss('<language>fr</language><item><title>x</title></item>'), transport)).entries[0]?.language,
  ).toBe('fr');
});

test('dates without a zone are in the zone of the source', async () => {
  const entry = await onlyEntry(rss('<item><title>x</title><pubDate>2026-03-01 09:00:00</pubDate></item>'), {
    timezone: 'Asia/Seoul',
  });
  expect(entry.published).toBe('2026-03-01T00:00:00.000Z');
});
