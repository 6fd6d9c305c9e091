import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { ArticleView } from '../../src/domain/view.ts';
import { renderShared, renderTopic } from '../../src/publish/render.ts';
import * as sample from './samples.ts';

const korean = sample.article('korean', {
  sourceId: 'hangang-daily',
  url: 'https://hangang.example/7',
  language: 'ko',
  title: '북러, 유격대 기념비 제막',
});
const topic = { ...sample.topic, title: 'Ties <between> "two" & more' };
const stories = [
  sample.story([sample.view(sample.article('unveiled'))]),
  sample.story([sample.view(korean)]),
];
const [page] = renderShared([{ ...sample.views(stories), topic }], [], sample.publishing());
const { document } = parseHTML(page?.content ?? '');
const all = (selector: string) => [...document.querySelectorAll(selector)];

test('the page offers each feed for discovery, the recommended one first', () => {
  const found = all('link[rel=alternate]').map((link) => [
    link.getAttribute('href'),
    link.getAttribute('title'),
  ]);
  expect(found).toEqual([
    ['russia-dprk.updates.atom', 'Ties <between> "two" & more: updates'],
    ['russia-dprk.atom', 'Ties <between> "two" & more'],
    ['russia-dprk.articles.atom', 'Ties <between> "two" & more: articles'],
    ['russia-dprk/tags/kursk.atom', 'Ties <between> "two" & more: Kursk'],
  ]);
});

test('the page links every format of a feed', () => {
  expect(all('.formats a').map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['russia-dprk.atom', 'russia-dprk.rss.xml', 'russia-dprk.json']),
  );
});

test('the page lists the latest stories in their languages, with the day, and never how long ago', () => {
  const items = all('.stories > li');
  expect(items.map((item) => item.querySelector('h3 bdi')?.getAttribute('lang')).sort()).toEqual([
    'en',
    'ko',
  ]);
  expect(items.map((item) => item.querySelector('time')?.textContent)).toEqual(['1 Mar 2026', '1 Mar 2026']);
  expect(items.map((item) => item.querySelector('.gloss')?.textContent ?? '').filter(Boolean)).toEqual([
    'Korean: Andrei Belousov, No Kwang Chol',
  ]);
});

test('of each story the page says once what is new, by the title where no sentence may be quoted', () => {
  const first = sample.view(
    sample.article('first', { summary: 'The bridge of Vell is shut. Ice broke a pier.' }),
  );
  const second = sample.view(sample.article('second', { title: 'Vell opens a ferry instead' }));
  const at = '2026-03-01T12:00:00.000Z';
  const newsOf = (place: number, text: string) => {
    const shown = [sample.story([first, second], [{ place, at, text }])];
    const [file] = renderShared([sample.views(shown)], [], sample.publishing());
    return parseHTML(file?.content ?? '').document.querySelector('.stories .news')?.textContent;
  };
  expect(newsOf(1, 'A ferry carries 40 people at a time.')).toBe('New A ferry carries 40 people at a time.');
  expect(newsOf(0, 'Ice broke a pier.')).toBeUndefined();
  expect(newsOf(1, '')).toBe('New Vell opens a ferry instead');
});

describe('the page of a story of many accounts', () => {
  const outlets = ['Meridian Wire', 'Harbour Gazette', 'River Courier', 'Granite Post', 'Meridian Wire'];
  const accounts = outlets.map((name, place) =>
    sample.view(
      sample.article(`account ${place}`, {
        publisher: { name, url: null },
        published: `2026-03-01T0${place}:00:00.000Z`,
      }),
    ),
  );
  const [first, ...others] = accounts as [ArticleView, ...ArticleView[]];
  const quoted = (place: number, quote: string) => ({ articleId: accounts[place]?.article.id ?? '', quote });
  const attributed = accounts.map((_, place) => ({
    ...quoted(place, `the harbour office said, line ${place}`),
    how: 'attribution' as const,
  }));
  const told = {
    ...sample.story([first, ...others]),
    comparison: {
      differences: [],
      soleClaims: [
        { kind: 'quote', text: 'the pier stands', speaker: 'Greta Moll', ...quoted(1, 'The pier stands.') },
      ],
      origins: [
        { name: 'Harbour office', conceptId: null, kind: 'government', party: false, accounts: attributed },
      ],
      unnamed: [],
      lostAttributions: [],
    },
  } as const;
  const files = [...renderTopic(sample.views([told]), sample.publishing())];
  const own = parseHTML(files.find(({ name }) => name.endsWith('.html'))?.content ?? '').document;
  const said = (selector: string) =>
    [...own.querySelectorAll(selector)].map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim());

  test('folds retellings that follow one another, and names their outlets, each once', () => {
    expect(said('.timeline summary')).toEqual(['4 retellings']);
    expect(said('.timeline details li')).toHaveLength(4);
    expect(said('.timeline > .retells > p').slice(0, 2)).toEqual([
      '1 Mar 2026, 01:00 UTC – 1 Mar 2026, 04:00 UTC',
      'Harbour Gazette en, River Courier en, Granite Post en, Meridian Wire en',
    ]);
  });

  test('quotes the first accounts of an origin, and names the others', () => {
    expect(said('.tree ul > li').map((text) => text.replace(/: .*/, ''))).toEqual([
      'Meridian Wire en',
      'Harbour Gazette en',
      'River Courier en',
      'also Granite Post en, Meridian Wire en',
    ]);
  });

  test('says who is quoted in words that only one account has', () => {
    expect(said('.claims li')).toEqual(['Harbour Gazette en: The pier stands. (Greta Moll is quoted)']);
  });
});

test('each story of the page has a page of its own that leads back', () => {
  const links = all('.stories h3 a').map((link) => link.getAttribute('href'));
  const files = [...renderTopic({ ...sample.views(stories), topic }, sample.publishing())];
  expect(links.toSorted()).toEqual(
    files
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.html'))
      .toSorted(),
  );
  for (const link of links) {
    const file = files.find(({ name }) => name === link);
    const own = parseHTML(file?.content ?? '').document;
    expect(own.querySelectorAll('h1')).toHaveLength(1);
    const home = own.querySelector('.brand')?.getAttribute('href') ?? '';
    expect(new URL(home, `https://feeds.example/${link}`).pathname).toBe('/index.html');
  }
});

test('the page draws articles and stories a day, and says the same in words', () => {
  expect(all('.chart rect')).toHaveLength(30);
  expect(all('.chart svg').map((chart) => chart.getAttribute('aria-label'))).toEqual([
    '2 articles and 2 stories in 30 days, at most 2 articles on one day',
  ]);
});

test('the page allows itself nothing but its own style and script', () => {
  const policy =
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const hashOf = (selector: string) =>
    createHash('sha256')
      .update(document.querySelector(selector)?.innerHTML ?? '')
      .digest('base64');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${hashOf('style')}'`);
  expect(policy).toContain(`script-src 'sha256-${hashOf('script')}'`);
  expect(all('[style], [onclick], img, iframe, script[src], link[rel=stylesheet]')).toEqual([]);
});

test('the page says so where nothing is watched or nothing has come yet', () => {
  const [empty] = renderShared([], [], sample.publishing());
  const [quiet] = renderShared([sample.views([])], [], sample.publishing());
  expect(empty?.content).toContain('No topic is watched yet.');
  expect(quiet?.content).toContain('No stories yet: each run polls the sources');
});
