import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/domain/article.ts';
import type { Source } from '../../src/domain/source.ts';
import { type Normalised, normalise, withHtml } from '../../src/ingest/normalise.ts';
import { parseDocument } from '../../src/ingest/parse.ts';
import { aSource, atom, raw, rss } from './reading.ts';

const NOW = '2026-03-02T12:00:00.000Z';

async function normalised(body: string, changes: Partial<Source> = {}): Promise<Normalised> {
  return normalise(await parseDocument(raw(body), 'raw'), aSource(changes), NOW);
}
const itemsOf = async (items: string, changes?: Partial<Source>): Promise<readonly Item[]> =>
  (await normalised(rss(items), changes)).items;
async function itemOf(item: string, changes?: Partial<Source>): Promise<Item> {
  const items = await itemsOf(item, changes);
  const [only] = items;
  if (!only || items.length > 1) throw new Error(`${items.length} items`);
  return only;
}

test('an item of a feed is plain text with a canonical address', async () => {
  const item = await itemOf(
    `<item><title>Second ferry &amp;amp; lock</title><link>https://News.example/ferry?utm_source=rss#top</link>
     <guid isPermaLink="false">courier-71</guid><pubDate>Mon, 02 Mar 2026 08:15:00 GMT</pubDate>
     <author>marta@news.example (Marta Quillfeather)</author><category>Harbour</category>
     <description>The board &lt;i&gt;waits&lt;/i&gt; for barley.</description></item>`,
  );
  expect(item).toEqual({
    sourceId: 'news',
    keys: ['guid:news:courier-71', 'url:https://news.example/ferry'],
    url: 'https://news.example/ferry',
    title: 'Second ferry & lock',
    summary: 'The board waits for barley.',
    text: null,
    html: null,
    language: 'en',
    authors: ['Marta Quillfeather'],
    categories: [{ term: 'Harbour', scheme: null, label: null }],
    enclosures: [],
    published: '2026-03-02T08:15:00.000Z',
    updated: null,
    publisher: null,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

describe('keys', () => {
  test('are the guid of this source, then the address', async () => {
    const item = await itemOf('<item><title>a</title><guid>https://news.example/?p=7</guid></item>');
    expect(item.keys).toEqual(['guid:news:https://news.example/?p=7', 'url:https://news.example/?p=7']);
  });

  test('hold on the day a site moves to https, with its links and permalinks', async () => {
    const at = (scheme: string) =>
      itemOf(`<item><title>a</title><guid>${scheme}://news.example/ferry</guid></item>`);
    const [before, after] = [await at('http'), await at('https')];
    expect(before.url).toBe('http://news.example/ferry');
    expect(before.keys).toContain('url:https://news.example/ferry');
    expect(after.keys).toContain('url:https://news.example/ferry');
  });

  test('leave out the front page and an address that several items share', async () => {
    const items = await itemsOf(
      `<item><title>a</title><guid isPermaLink="false">1</guid><link>https://news.example/</link></item>
       <item><title>b</title><guid isPermaLink="false">2</guid><link>https://news.example/live</link></item>
       <item><title>c</title><guid isPermaLink="false">3</guid><link>https://news.example/live</link></item>`,
    );
    expect(items.map(({ keys }) => keys)).toEqual([['guid:news:1'], ['guid:news:2'], ['guid:news:3']]);
    expect(items.map(({ url }) => url)).toEqual([
      'https://news.example/',
      'https://news.example/live',
      'https://news.example/live',
    ]);
  });

  test('leave out a guid that is the same for different pages', async () => {
    const items = await itemsOf(
      `<item><title>a</title><guid isPermaLink="false">courier</guid><link>https://news.example/a</link></item>
       <item><title>b</title><guid isPermaLink="false">courier</guid><link>https://news.example/b</link></item>`,
    );
    expect(items.map(({ keys }) => keys)).toEqual([
      ['url:https://news.example/a'],
      ['url:https://news.example/b'],
    ]);
  });

  test('are made of the text where a feed has one guid and one address for everything', async () => {
    const item = (title: string): string =>
      `<item><title>${title}</title><guid>https://news.example/all</guid><link>https://news.example/all</link></item>`;
    const items = await itemsOf(['Lock', 'Quay', 'Ferry'].map(item).join(''));
    expect(items.map(({ title }) => title)).toEqual(['Lock', 'Quay', 'Ferry']);
    expect(new Set(items.map(({ keys }) => keys[0])).size).toBe(3);
    expect(items.every(({ keys: [key] }) => key.startsWith('text:news:'))).toBe(true);
  });

  test('tell the same article once, of two versions the later', async () => {
    const entry = (title: string, updated: string): string =>
      `<entry><id>urn:1</id><link href="https://news.example/lock"/><title>${title}</title><updated>${updated}</updated></entry>`;
    const document = atom(
      entry('Lock shut', '2026-03-01T10:00:00Z') + entry('Lock open', '2026-03-02T10:00:00Z'),
    );
    const { items, skipped } = await normalised(document);
    expect(items.map(({ title }) => title)).toEqual(['Lock open']);
    expect(skipped).toEqual([expect.stringContaining('guid:news:urn:1')]);
  });

  test('keep every item apart that has a guid of its own, whatever its link and title', async () => {
    const link = fc.constantFrom(
      '',
      '<link>https://news.example/</link>',
      '<link>/a</link>',
      '<link>/b#c</link>',
    );
    const title = fc.constantFrom('<title>Lock</title>', '<title>Quay</title>');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(link, title), { maxLength: 8 }), async (items) => {
        const written = items.map(
          (parts, at) => `<item><guid isPermaLink="false">${at}</guid>${parts.join('')}</item>`,
        );
        expect(await itemsOf(written.join(''))).toHaveLength(items.length);
      }),
    );
  });
});

describe('the title', () => {
  test('is made of the first words where there is none', async () => {
    const text =
      'The harbour board has put off the second ferry until the thaw, since the lock is shut and nobody has barley.';
    expect((await itemOf(`<item><description>${text}</description></item>`)).title).toBe(
      'The harbour board has put off the second ferry until the thaw, since the lock…',
    );
  });

  test('is the address where there are no words, and without either there is no item', async () => {
    const { items, skipped } = await normalised(
      rss(
        '<item><link>https://news.example/photo/7</link></item><item><guid isPermaLink="false">8</guid></item>',
      ),
    );
    expect(items.map(({ title }) => title)).toEqual(['news.example/photo/7']);
    expect(skipped).toEqual(['entry 2, which has no title, text or address']);
  });

  test('loses the outlet that search feeds put behind it', async () => {
    const item = await itemOf(
      '<item><title>Second ferry put off - The Caldmoor Post</title><source url="https://post.example">The Caldmoor Post</source></item>',
    );
    expect(item).toMatchObject({
      title: 'Second ferry put off',
      publisher: { name: 'The Caldmoor Post', url: 'https://post.example' },
    });
  });
});

test('a summary that is the title once more is none, as search feeds have it', async () => {
  const entry = (description: string) =>
    `<item><title>Ferry runs again - Harbour Gazette</title><link>https://search.example/a1</link>
     <description><![CDATA[${description}]]></description><source url="https://gazette.example">Harbour Gazette</source></item>`;
  const link = '<a href="https://search.example/a1">Ferry runs again</a>';
  const again = await itemOf(entry(`${link}&nbsp;&nbsp;<font color="#6f6f6f">Harbour Gazette</font>`));
  expect(again).toMatchObject({ title: 'Ferry runs again', summary: '' });
  const more = await itemOf(entry(`${link} after three days of fog`));
  expect(more.summary).toBe('Ferry runs again after three days of fog');
});

test('an episode without a page is at the address of its recording, an article never at that of its picture', async () => {
  const items = await itemsOf(
    `<item><title>Talk of the harbour</title><guid isPermaLink="false">e7</guid>
       <enclosure url="https://cdn.news.example/e7.mp3" type="audio/mpeg" length="1"/></item>
     <item><title>Ferry in fog</title><guid isPermaLink="false">p1</guid>
       <enclosure url="https://cdn.news.example/p1.jpg" type="image/jpeg" length="1"/></item>`,
  );
  expect(items.map(({ url }) => url)).toEqual(['https://cdn.news.example/e7.mp3', null]);
});

test('an author is named without what stands before him in a newspaper', async () => {
  const { authors } = await itemOf(
    '<item><title>a</title><dc:creator>By MARTA QUILLFEATHER</dc:creator></item>',
  );
  expect(authors).toEqual(['MARTA QUILLFEATHER']);
});

test('a source is not its own publisher', async () => {
  const item = await itemOf(
    '<item><title>a</title><source url="https://news.example/other.xml">Courier</source></item>',
  );
  expect(item.publisher).toBeNull();
});

describe('the text', () => {
  const LONG = 'The board waits for barley. '.repeat(50);

  test('is the fullest content, a paragraph a line', async () => {
    const item = await itemOf(
      `<item><title>a</title><description>The board waits.</description>
       <content:encoded>&lt;p&gt;The board waits for barley.&lt;/p&gt;&lt;p&gt;It is late.&lt;/p&gt;</content:encoded></item>`,
    );
    expect(item).toMatchObject({
      summary: 'The board waits.',
      text: 'The board waits for barley.\nIt is late.',
    });
  });

  test('is the description where that is as long as an article', async () => {
    const item = await itemOf(`<item><title>a</title><description>${LONG}</description></item>`);
    expect(item.text).toBe(LONG.trim());
    expect(item.summary.length).toBeLessThanOrEqual(401);
    expect(item.summary).toMatch(/barley\.…$|…$/);
  });

  test('has an excerpt for a summary where there is none', async () => {
    const item = await itemOf(`<item><title>a</title><content:encoded>${LONG}</content:encoded></item>`);
    expect(LONG.startsWith(item.summary.slice(0, -1))).toBe(true);
  });
});

describe('dates', () => {
  const dated = (date: string): Promise<Item> =>
    itemOf(`<item><title>a</title><pubDate>${date}</pubDate></item>`);

  test.each([
    ['that lie in the future', 'Mon, 02 Mar 2026 12:00:01 GMT'],
    ['of a clock that was never set', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['that do not exist', 'Mon, 31 Feb 2026 12:00:00 GMT'],
  ])('%s count as none', async (_, date) => {
    expect((await dated(date)).published).toBeNull();
  });

  test('of a feed without zones are in that of its source', async () => {
    const body = raw(rss('<item><title>a</title><pubDate>2026-03-02 09:00:00</pubDate></item>'), {
      timezone: 'Asia/Seoul',
    });
    const { items } = normalise(await parseDocument(body, 'raw'), aSource(), NOW);
    expect(items[0]?.published).toBe('2026-03-02T00:00:00.000Z');
  });

  test('of the last change stand in where no other is given', async () => {
    const { items } = await normalised(
      atom('<entry><title>a</title><updated>2026-03-01T10:00:00Z</updated></entry>'),
    );
    expect(items[0]).toMatchObject({
      published: '2026-03-01T10:00:00.000Z',
      updated: '2026-03-01T10:00:00.000Z',
    });
  });
});

describe('the language', () => {
  test('is that of the letters, whatever the feed says', async () => {
    const { items } = await normalised(
      rss('<language>en-us</language><item><title>나루터 조합이 종을 칠했다</title></item>'),
    );
    expect(items[0]?.language).toBe('ko');
  });

  test('is what the entry says, where the letters allow it', async () => {
    const { items } = await normalised(
      atom(
        '<entry xml:lang="uk"><title>Порт</title></entry><entry><title>2026</title></entry>',
        'xml:lang="de"',
      ),
    );
    expect(items.map(({ language }) => language)).toEqual(['uk', 'de']);
  });
});

test('a title too short to tell its language is in that of the titles around it', async () => {
  const titles = ['Der Hafen bleibt bis Montag gesperrt', 'Neue Fähre für die Inseln', 'Intel Xeon Phi'];
  const items = await itemsOf(titles.map((title) => `<item><title>${title}</title></item>`).join(''), {
    language: null,
  });
  expect(items.map(({ language }) => language)).toEqual(['de', 'de', 'de']);
});

describe('the content hash', () => {
  const ITEM =
    '<item><title>Lock</title><guid isPermaLink="false">1</guid><link>/lock</link><description>The &lt;b&gt;lock&lt;/b&gt;</description>';

  test('changes with title, text and address', async () => {
    const hashes = await Promise.all(
      [ITEM, ITEM.replace('Lock', 'Locks'), ITEM.replace('/lock', '/locks'), ITEM.replace('The', 'A')].map(
        async (item) => (await itemOf(`${item}</item>`)).contentHash,
      ),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  test('stays where only markup, tracking or dates change', async () => {
    const changed = [
      ITEM.replaceAll('b&gt;', 'i&gt;'),
      ITEM.replace('/lock<', '/lock?utm_source=x<'),
      `${ITEM}<pubDate>Mon, 02 Mar 2026 08:15:00 GMT</pubDate><category>Harbour</category>`,
    ];
    const { contentHash } = await itemOf(`${ITEM}</item>`);
    for (const item of changed) expect((await itemOf(`${item}</item>`)).contentHash).toBe(contentHash);
  });
});

describe('the body', () => {
  const BODY =
    '&lt;p onclick="x()"&gt;The &lt;a href="/board"&gt;board&lt;/a&gt;.&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;';

  test('is carried along as it was found, and sanitised for what is kept', async () => {
    const item = await itemOf(`<item><title>a</title><content:encoded>${BODY}</content:encoded></item>`);
    expect(item.html).toBeNull();
    expect(item.rawBody?.html).toContain('<script>');
    const kept = withHtml(item);
    expect(kept.html).toBe('<p>The <a href="https://news.example/board">board</a>.</p>');
    expect(kept).not.toHaveProperty('rawBody');
    expect({ ...kept, html: null }).toEqual({ ...item, rawBody: undefined });
  });

  test('is none where the feed has only plain text', async () => {
    const { items } = await normalised(atom('<entry><title>a</title><content>The board.</content></entry>'));
    expect(items[0]?.text).toBe('The board.');
    expect(items.map((item) => withHtml(item).html)).toEqual([null]);
  });
});
