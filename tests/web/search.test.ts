import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { askedOf, queryOf } from '../../src/web/pages/search.ts';
import { corpus, settle } from '../browser/corpus.ts';
import { arrivals, article, judgement } from '../store/samples.ts';
import { onTopic, openSite, type Site } from './site.ts';

async function openCorpus(): Promise<Site> {
  const site = await openSite();
  settle(site.home);
  await site.commit(...corpus());
  return site;
}

async function search(site: Site, query: string) {
  const answer = await site.ask(`/search?${query}`);
  const { document } = parseHTML(await answer.text());
  return {
    status: answer.status,
    titles: [...document.querySelectorAll('.results h2')].map((title) => title.textContent),
    marks: [...document.querySelectorAll('.results mark')].map((mark) => mark.textContent),
    notice: document.querySelector('.notice')?.textContent ?? null,
  };
}

test('a search finds inflected forms in every language and marks them', async () => {
  const site = await openCorpus();
  expect(await search(site, 'q=маяка')).toMatchObject({
    titles: ['Колдмур и Брэй зажгли общий маяк'],
    marks: ['маяк', 'маяк'],
  });
  expect((await search(site, 'q=등대')).marks).toContain('등대에');
});

test('a search is narrowed by tag, source, language and days', async () => {
  const site = await openCorpus();
  const count = async (query: string) => (await search(site, query)).titles.length;
  expect(await count('q=Caldmoor&source=brae-evening&tag=lighthouse')).toBe(1);
  expect(await count('tag=lighthouse')).toBe(7);
  expect(await count('tag=lighthouse&language=ar')).toBe(1);
  expect(await count('tag=lighthouse&since=2026-03-04&until=2026-03-04')).toBe(1);
  expect(await count('tag=lighthouse&until=2026-03-02')).toBe(0);
});

test.each([
  ['q=***', '“***” holds no word'],
  ['q=%22%22', 'holds no word'],
  ['q=x&since=2026-02-30', '“2026-02-30” is no day of the calendar'],
  ['q=x&until=yesterday', '“yesterday” is no day of the calendar'],
  ['q=x&since=2026-03-02&until=2026-03-01', 'is after'],
])('%s is explained', async (query, words) => {
  const site = await openCorpus();
  const found = await search(site, query);
  expect([found.status, found.titles]).toEqual([400, []]);
  expect(found.notice).toContain(words);
  const feed = await site.ask(`/search.atom?${query}`);
  expect([feed.status, await feed.text()]).toEqual([400, expect.stringContaining(words)]);
});

test.each([
  'q=NEAR(',
  'q=%22',
  'q=a+AND+',
  'q=%00%FF',
  `q=${'x'.repeat(5_000)}`,
  'q=title:x*',
  "q='; drop table articles",
])('%s is looked for like any other words', async (query) => {
  expect([200, 400]).toContain((await search(await openCorpus(), query)).status);
});

test('one question has one address, in whatever order it was asked', () => {
  const ask = (query: string) => {
    const said = new URLSearchParams(query);
    return queryOf(askedOf((name) => said.get(name) ?? undefined));
  };
  expect(ask('language=ko&q= two words &page=3&tag=')).toBe('?q=two+words&language=ko');
  expect(ask('q=two words&language=ko')).toBe(ask('language=ko&q=two words'));
  expect(ask('')).toBe('');
});

test('a search of more than a page goes on with the older ones, and so does the list of a tag', async () => {
  const site = await openSite();
  const many = Array.from({ length: 120 }, (_, n) => article(n + 1, { text: null }));
  const said = judgement('', 'accepted', { tags: [{ tag: 'ferries', because: 'ferry' }] });
  const judgements = many.map(({ id }) => ({ ...said, articleId: id }));
  await site.commit(onTopic(arrivals(many, 'accepted', { judgements })));
  const file = join(site.home.config, 'topics/caldmoor-brae.yaml');
  const topic = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ ...topic, tags: [{ id: 'ferries', label: 'Ferries', anyOf: ['caldmoor'] }] }),
  );
  for (const [first, list, pages] of [
    ['/search?q=ferry', '.results h2', [50, 50, 20]],
    ['/search?tag=ferries', '.results h2', [50, 50, 20]],
    ['/topics/caldmoor-brae?tag=ferries', '.stories h3', [30, 30, 30, 30]],
  ] as const) {
    const titles: (string | null)[][] = [];
    let next: string | null = first;
    while (next !== null) {
      const { document } = parseHTML(await (await site.ask(next)).text());
      titles.push([...document.querySelectorAll(list)].map((title) => title.textContent));
      const link: string | null = document.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
      next =
        link === null ? null : new URL(link, `http://127.0.0.1${next}`).href.replace('http://127.0.0.1', '');
    }
    expect([first, titles.map(({ length }) => length)]).toEqual([first, pages]);
    expect(new Set(titles.flat()).size).toBe(120);
  }
  const { articles } = (await (await site.ask('/api/search?q=ferry&after=nonsense')).json()) as {
    articles: unknown[];
  };
  expect(articles).toEqual([]);
});
