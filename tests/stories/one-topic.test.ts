import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Concept } from '../../src/domain/topic.ts';
import { conceptFinder } from '../../src/text/concepts.ts';
import { arrival, group, storiesOf } from './sample.ts';

interface Line {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly published: string;
}

interface Labelled {
  readonly lines: readonly Line[];
  readonly articles: readonly ReturnType<typeof arrival>[];
  /** The event each article tells, by the article's id. */
  readonly gold: ReadonlyMap<string, string>;
}

/** A folder of tests/fixtures with articles of one topic, each with its event, and the topic's concepts. */
function labelled(folder: string): Labelled {
  const at = new URL(`../fixtures/${folder}/`, import.meta.url);
  const lines = readFileSync(new URL('articles.jsonl', at), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const named = JSON.parse(readFileSync(new URL('concepts.json', at), 'utf8')) as readonly Pick<
    Concept,
    'id' | 'kind' | 'names'
  >[];
  const find = conceptFinder(named.map((concept) => ({ ...concept, facets: [], seenAs: [], weak: [] })));
  const articles = lines.map(({ id, title, text, language, published }) => {
    const mentions = [...find(title, 'title').mentions, ...find(text, 'body').mentions];
    const concepts = [...new Set(mentions.map(({ concept }) => concept.id))];
    return arrival(id, title, text, null, { language, concepts, at: Date.parse(published) });
  });
  return { lines, articles, gold: new Map(lines.map(({ id, event }) => [id, event])) };
}

const { lines, articles, gold } = labelled('one-topic');

/** Mean over the articles of precision and recall of the story each is in (Bagga and Baldwin 1998). */
function bcubed(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): number {
  const ids = [...gold.keys()];
  const mean = (inner: ReadonlyMap<string, string>, outer: ReadonlyMap<string, string>): number =>
    ids.reduce((sum, id) => {
      const beside = ids.filter((other) => inner.get(other) === inner.get(id));
      return sum + beside.filter((other) => outer.get(other) === outer.get(id)).length / beside.length;
    }, 0) / ids.length;
  const precision = mean(found, gold);
  const recall = mean(gold, found);
  return (2 * precision * recall) / (precision + recall);
}

test('39 accounts of 12 events around the same people, in three languages, are told apart', () => {
  expect(new Set(gold.values()).size).toBe(12);
  const found = storiesOf(group(), articles);
  const figure = bcubed(gold, found);
  console.log(`one topic, one after the other: BCubed F1 ${figure.toFixed(3)}`);
  expect(figure).toBeGreaterThanOrEqual(0.9);
  for (const story of new Set(found.values())) {
    const events = new Set(lines.filter(({ id }) => found.get(id) === story).map(({ event }) => event));
    expect([...events], `the events of ${story}`).toHaveLength(1);
  }
});

test('they are told apart as well when all are found at once', () => {
  const placed = group().add(articles);
  const found = new Map(articles.map(({ id }, index) => [id, placed[index]?.story ?? '']));
  for (const { moved } of placed) for (const { id, story } of moved) found.set(id, story);
  expect(bcubed(gold, found)).toBeGreaterThanOrEqual(0.9);
});

test('accounts in three languages of one event meet by its people, days and numbers', () => {
  const found = storiesOf(group(), articles);
  for (const event of ['museum', 'sappers-second', 'ratification']) {
    const stories = lines.filter((line) => line.event === event).map(({ id }) => found.get(id));
    expect(new Set(stories).size, event).toBe(1);
  }
});

test.each([
  ['one-topic-harbour', 37],
  ['one-topic-dam', 33],
])('every article of %s comes into a story', (folder, count) => {
  const set = labelled(folder);
  expect(set.gold.size).toBe(count);
  const found = storiesOf(group(), set.articles);
  expect([...set.gold.keys()].filter((id) => !found.get(id))).toEqual([]);
  const ids = [...set.gold.keys()];
  const mixed = [...new Set(found.values())].filter(
    (story) => new Set(ids.filter((id) => found.get(id) === story).map((id) => set.gold.get(id))).size > 1,
  );
  console.log(
    `${folder}: BCubed F1 ${bcubed(set.gold, found).toFixed(3)}, ${mixed.length} stories of several events`,
  );
});
