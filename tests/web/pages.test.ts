import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { corpus, SHOWN, settle } from '../browser/corpus.ts';
import { atomProblems, entriesOf, jsonFeedProblems, rssProblems, text } from '../publish/validate.ts';
import { openSite, type Site } from './site.ts';

const TOPIC = '/topics/caldmoor-brae';
const STORY = `${TOPIC}/stories/${SHOWN.story}`;

type Document = ReturnType<typeof parseHTML>['document'];

/** The sample corpus of the browser tests, as anybody on this machine reads it. */
async function openCorpus(web: object = {}): Promise<Site> {
  const site = await openSite({ web });
  settle(site.home);
  await site.commit(...corpus());
  return site;
}

async function pageOf(site: Site, path: string): Promise<Document> {
  const answer = await site.ask(path);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return parseHTML(await answer.text()).document;
}
const texts = (page: Document, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('the overview of a topic', () => {
  test('lists the newest stories with who tells them and what comparing found', async () => {
    const page = await pageOf(await openCorpus(), TOPIC);
    expect(page.querySelectorAll('.stories > li')).toHaveLength(29);
    const item = [...page.querySelectorAll('.stories > li')].find((each) =>
      each.querySelector(`a[href$="${SHOWN.story}"]`),
    );
    expect(item?.querySelector('h3')?.textContent).toBe('Caldmoor and Brae light a lighthouse of both towns');
    expect([...(item?.querySelectorAll('.facts') ?? [])].map((each) => each.textContent)).toEqual([
      '7 accounts by 6 outlets · 2 named origins, 1 a party to the event · differs on 2 points',
      expect.stringMatching(/^Strait Wire en \(2\), Brae Evening Post en, .* and 1 more$/),
    ]);
  });

  test('with a tag holds its stories, and the feed of the address holds the same', async () => {
    const site = await openCorpus();
    const page = await pageOf(site, `${TOPIC}?tag=lighthouse`);
    expect(texts(page, 'h1')).toEqual(['Caldmoor and Brae: The lighthouse']);
    expect(page.querySelectorAll('.stories > li')).toHaveLength(1);
    const feed = await (await site.ask(`${TOPIC}.atom?tag=lighthouse`)).text();
    expect(entriesOf(feed).map((entry) => text(entry, 'title'))).toEqual(texts(page, '.stories h3'));
  });

  test('goes on where the first page ends', async () => {
    const site = await openCorpus();
    const [first, second] = corpus();
    if (first === undefined || second === undefined) throw new Error('the sample corpus has several sets');
    const all = texts(await pageOf(site, TOPIC), '.stories h3');
    const later = await pageOf(site, `${TOPIC}?after=${SHOWN.story}`);
    expect(texts(later, '.stories h3')).toEqual(
      all.slice(all.indexOf('Caldmoor and Brae light a lighthouse of both towns') + 1),
    );
    expect(texts(await pageOf(site, `${TOPIC}?after=nonsense`), '.stories h3')).toEqual([]);
  });
});

describe('a story', () => {
  test('shows its accounts by date, what each brought, and where they differ', async () => {
    const page = await pageOf(await openCorpus(), STORY);
    expect(texts(page, '.timeline .badge')).toEqual([
      'first seen',
      'retelling',
      'adds',
      'new origin',
      'retelling',
      'retelling',
      'retelling',
    ]);
    expect(texts(page, '.timeline .news')).toEqual(['The keeper will be paid by both towns.']);
    expect(texts(page, '.differences th[scope=rowgroup]')).toEqual(
      ['height of the tower', 'keeper’s namespelling', 'the first lighthouse burnt downbackground'].map(
        (heading) => heading.replace('namespelling', 'nameanother spelling'),
      ),
    );
    expect(texts(page, '.differences strong').slice(0, 2)).toEqual(['40 metres', '38 metres']);
    expect(texts(page, '.tree > li > :first-child')).toEqual([
      'Harbour Office of Brae',
      'Strait Wire',
      'Origin not named',
    ]);
  });

  test('says how many outlets its accounts are of, where one tells of it twice', async () => {
    const page = await pageOf(await openCorpus(), STORY);
    expect(texts(page, '.story header .facts')[0]).toBe(
      '7 accounts by 6 outlets · 2 named origins, 1 a party to the event · differs on 2 points · 4 languages',
    );
  });

  test('says the language of every text that is not its own', async () => {
    const page = await pageOf(await openCorpus(), STORY);
    for (const element of page.querySelectorAll('main bdi, main q, main p')) {
      const own = element.textContent ?? '';
      if (/\p{Script=Hangul}{4}/u.test(own) && element.children.length === 0 && element.tagName !== 'P')
        expect([own, element.getAttribute('lang') ?? 'outlet']).toEqual([
          own,
          own === '바다로신문' ? 'outlet' : 'ko',
        ]);
    }
  });

  test('is found by the beginning of its id, and by an article of it', async () => {
    const site = await openCorpus();
    const answer = await site.ask(`${TOPIC}/stories/${SHOWN.article}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, SHOWN.story]);
  });
});

describe('an article', () => {
  test('shows the evidence where it stands, each side of the topic in a colour of its own', async () => {
    const page = await pageOf(await openCorpus(), `/articles/${SHOWN.article}`);
    expect(texts(page, 'h1 mark.side0')).toEqual(['Caldmoor']);
    expect(texts(page, 'h1 mark.side1')).toEqual(['Brae']);
    expect(texts(page, '.flip')).toEqual(['It would have been rejected if it did not name Brae.']);
    expect(texts(page, '.verdict .badge')).toEqual(['Accepted']);
  });

  test('shows what its last edit changed', async () => {
    const page = await pageOf(await openCorpus(), `/articles/${SHOWN.article}`);
    expect(texts(page, '.diff del').join(' ')).toContain('It is forty metres high.');
    expect(texts(page, '.diff ins').join(' ')).toContain('It is forty-two metres high.');
  });

  test('says that it is gone from its feed, once it is', async () => {
    const site = await openCorpus();
    const facts = async () => texts(await pageOf(site, `/articles/${SHOWN.article}`), '.facts').join(' ');
    expect(await facts()).not.toContain('gone from');
    const store = await site.services.store();
    const lease = await store.lease('run');
    await store.recordVanished(lease, [{ articleId: SHOWN.article, since: '2026-03-06T08:00:00.000Z' }]);
    await lease.release();
    expect(await facts()).toContain('gone from its outlet’s feed since');
  });

  test('that was not accepted has its page all the same', async () => {
    const page = await pageOf(await openCorpus(), `/articles/${SHOWN.nearMiss}`);
    expect(texts(page, '.verdict .badge')).toEqual(['Near miss, up for review']);
  });
});

describe('a reader who is not signed in, where anybody may read', () => {
  test('sees of each source what the feeds show of it', async () => {
    const site = await openCorpus({ public: true });
    const article = await (await site.ask(`/articles/${SHOWN.article}`)).text();
    expect(article).not.toContain('Fishermen of both towns');
    expect(article).not.toContain('<ins>');
    const statement = (await (await site.ask(STORY)).text()).replace(/\s+/g, ' ');
    expect(statement).toContain('Statement on the lighthouse of Caldmoor and Brae');
    expect(statement).not.toContain('the lamp was lit at dusk');
    expect(await (await site.ask('/search?q=dusk')).text()).not.toContain('lamp was lit');
  });
});

describe('a private source', () => {
  test('is not told of to who is not signed in, where anybody may read', async () => {
    const site = await openCorpus({ public: true });
    const file = join(site.home.config, 'sources.yaml');
    const sources = JSON.parse(readFileSync(file, 'utf8')) as { id: string }[];
    const kept = sources.map((source) => ({ ...source, private: source.id === 'strait-wire' }));
    writeFileSync(file, JSON.stringify(kept));
    for (const path of [
      `/articles/${SHOWN.article}`,
      STORY,
      TOPIC,
      '/search?q=lighthouse',
      '/search.atom?q=lighthouse',
    ]) {
      const shown = await (await site.ask(path)).text();
      expect([path, /strait-wire|Fishermen|which stands/.exec(shown)?.[0]]).toEqual([path, undefined]);
    }
  });
});

describe('a source that is no longer in the settings', () => {
  const paths = [`/articles/${SHOWN.article}`, STORY, TOPIC, '/search?q=lighthouse'];
  const without = async (web: object): Promise<Site> => {
    const site = await openCorpus(web);
    const file = join(site.home.config, 'sources.yaml');
    const sources = JSON.parse(readFileSync(file, 'utf8')) as { id: string }[];
    writeFileSync(file, JSON.stringify(sources.filter(({ id }) => id !== 'strait-wire')));
    return site;
  };

  test('is named to the keeper by the host of its articles, which are shown whole', async () => {
    const site = await without({});
    for (const path of paths) {
      const page = await (await site.ask(path)).text();
      expect([path, page.includes('strait-wire.example'), page.includes('a private source')]).toEqual([
        path,
        true,
        false,
      ]);
    }
    expect(await (await site.ask(`/articles/${SHOWN.article}`)).text()).toContain('Fishermen');
  });

  test('may have been private, and is named to nobody else', async () => {
    const site = await without({ public: true });
    for (const path of paths) {
      const page = await (await site.ask(path)).text();
      expect([path, /strait-wire|Fishermen|which stands/.exec(page)?.[0]]).toEqual([path, undefined]);
    }
  });
});

describe('every list is a feed', () => {
  test.each([TOPIC, STORY, '/search'])('%s', async (path) => {
    const site = await openCorpus();
    const query = path === '/search' ? '?q=lighthouse' : '';
    const atom = await (await site.ask(`${path}.atom${query}`)).text();
    expect(atomProblems(atom)).toEqual([]);
    expect(rssProblems(await (await site.ask(`${path}.rss${query}`)).text())).toEqual([]);
    expect(jsonFeedProblems(await (await site.ask(`${path}.json${query}`)).text())).toEqual([]);
    expect(entriesOf(atom).length).toBeGreaterThan(0);
  });

  test('is answered by 304 to who has it, until something new is stored', async () => {
    const site = await openCorpus();
    const first = await site.ask('/search.atom?q=lighthouse');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await site.ask('/search.atom?q=lighthouse', { headers })).status).toBe(304);
    expect((await site.ask('/search.atom?q=keeper', { headers })).status).toBe(200);
    const [set] = corpus();
    const [story] = set?.stories ?? [];
    if (set && story)
      await site.commit({
        ...set,
        articles: [],
        stories: [{ ...story, updated: '2026-03-06T11:59:00.000Z' }],
      });
    expect((await site.ask('/search.atom?q=lighthouse', { headers })).status).toBe(200);
  });
});

describe('an address that leads nowhere', () => {
  test.each([
    '/topics/nowhere',
    '/topics/caldmoor-brae.xml',
    `${TOPIC}?tag=%2E%2E%2F`,
    `${TOPIC}/stories/${'0'.repeat(36)}`,
    `${TOPIC}/stories/%2e%2e%2f%2e%2e%2fetc`,
    `${TOPIC}/stories/${encodeURIComponent('"><script>alert(1)</script>')}`,
    '/articles/x%00y',
    `/articles/${'a'.repeat(2_000)}`,
    '/nothing/at/all',
  ])('%s is told, with nothing of it as markup', async (path) => {
    const answer = await (await openCorpus()).ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('<script>alert');
  });
});

test('every link of a page is relative and leads to something', async () => {
  const site = await openCorpus();
  for (const path of ['/', TOPIC, STORY, `/articles/${SHOWN.article}`, '/search?q=lighthouse']) {
    const page = await pageOf(site, path);
    const links = [...page.querySelectorAll('a[href], link[href], script[src], form[action]')].map(
      (element) =>
        element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '',
    );
    const own = links.filter((link) => !/^https:|^#/.test(link));
    expect(own.filter((link) => link.startsWith('/'))).toEqual([]);
    for (const link of new Set(own)) {
      const { pathname, search } = new URL(link, `http://127.0.0.1:8787${path}`);
      if (!pathname.startsWith('/feeds/'))
        expect([link, (await site.ask(pathname + search)).status]).toEqual([link, 200]);
    }
  }
});
