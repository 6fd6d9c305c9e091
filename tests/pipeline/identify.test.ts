import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../src/domain/article.ts';
import type { Known } from '../../src/domain/store.ts';
import { type Identified, identify } from '../../src/pipeline/identify.ts';
import { item } from './items.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const LATER = '2026-01-05T10:00:00.000Z';

/** What the store would know after committing these. */
function knownAfter(...steps: readonly Identified[]): Map<string, Known> {
  const articles = new Map(
    steps.flatMap((step) => step.articles.map((article) => [article.id, article] as const)),
  );
  const known = new Map<string, Known>();
  for (const { key, articleId } of steps.flatMap((step) => step.keys)) {
    const article = articles.get(articleId);
    if (article) known.set(key, { articleId, ...article, forgotten: false });
  }
  return known;
}

test('an item met for the first time is minted an id, and known by its guid and its address', () => {
  const { articles, keys, sightings } = identify([item({ guid: 'a1' })], new Map(), NOW);
  expect(articles).toMatchObject([{ revision: 1, firstSeen: NOW }]);
  const articleId = articles[0]?.id;
  expect(keys).toEqual([
    { key: 'guid:harbour-gazette:a1', articleId },
    { key: 'url:https://harbour.example/a1', articleId },
  ]);
  expect(sightings).toEqual([
    { articleId, sourceId: 'harbour-gazette', url: 'https://harbour.example/a1', seen: NOW },
  ]);
});

test('an edited title is a new revision under the old id and the old first sighting', () => {
  const first = identify([item({ guid: 'a1' })], new Map(), NOW);
  const edited = item({ guid: 'a1', title: 'Ferry between Vell and Ostrava resumes after storm' });
  const second = identify([edited], knownAfter(first), LATER);
  expect(second.articles).toMatchObject([
    { id: first.articles[0]?.id, revision: 2, firstSeen: NOW, title: edited.title },
  ]);
  expect(second.keys).toEqual([]);
});

test('the same address in a second source is a sighting, not an article, and never a revision', () => {
  const first = identify([item({ guid: 'a1', url: 'https://wire.example/x' })], new Map(), NOW);
  const copy = item({
    guid: 'z9',
    sourceId: 'meridian-wire',
    url: 'https://wire.example/x',
    title: 'Ferry is back',
  });
  const second = identify([copy], knownAfter(first), LATER);
  expect(second.articles).toEqual([]);
  expect(second.sightings).toMatchObject([{ articleId: first.articles[0]?.id, sourceId: 'meridian-wire' }]);
  expect(second.keys).toEqual([{ key: 'guid:meridian-wire:z9', articleId: first.articles[0]?.id }]);
});

test('two sources that bring one address in the same cycle make one article', () => {
  const url = 'https://wire.example/x';
  const items = [item({ guid: 'a1', url }), item({ guid: 'z9', sourceId: 'meridian-wire', url })];
  const { articles, sightings } = identify(items, new Map(), NOW);
  expect(articles).toHaveLength(1);
  expect(new Set(sightings.map(({ articleId }) => articleId)).size).toBe(1);
});

test('what retention dropped does not come back', () => {
  const first = identify([item({ guid: 'a1' })], new Map(), NOW);
  const known = new Map([...knownAfter(first)].map(([key, entry]) => [key, { ...entry, forgotten: true }]));
  expect(identify([item({ guid: 'a1', title: 'Ferry again' })], known, LATER)).toEqual({
    articles: [],
    keys: [],
    pages: [],
    sightings: [],
  });
});

test('whatever a source sends, in whatever order: nothing is lost, nothing doubled, and a second look finds nothing new', () => {
  const anItem = fc
    .record({
      guid: fc.constantFrom('a', 'b', 'c', 'd'),
      source: fc.constantFrom('one', 'two'),
      page: fc.nat(5),
    })
    .map(
      ({ guid, source, page }): Item =>
        item({ guid, sourceId: source, url: page === 0 ? null : `https://x.example/${page}` }),
    );
  fc.assert(
    fc.property(fc.array(anItem, { maxLength: 12 }), (items) => {
      const first = identify(items, new Map(), NOW);
      const known = knownAfter(first);
      for (const { keys } of items) for (const key of keys) expect(known.has(key)).toBe(true);
      expect(new Set(first.articles.map(({ id }) => id)).size).toBe(first.articles.length);
      const again = identify(items, known, LATER);
      expect(again.keys).toEqual([]);
      expect(again.articles.filter(({ revision }) => revision === 1)).toEqual([]);
    }),
  );
});
