import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/domain/topic.ts';
import type { Arrival } from '../../../src/stories/grouping/grouping.ts';
import { conceptFinder } from '../../../src/text/names/concepts.ts';
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
  readonly articles: readonly Arrival[];
  /** The event each article tells, by the article's id. */
  readonly gold: ReadonlyMap<string, string>;
}

/** A folder of tests/fixtures with articles of one topic, each with its event, and the topic's concepts. */
function labelled(folder: string): Labelled {
  const at = new URL(`../../fixtures/${folder}/`, import.meta.url);
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

/** The stories that hold accounts of several events. */
function mixed(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): readonly string[] {
  const ids = [...gold.keys()];
  return [...new Set(found.values())].filter(
    (story) => new Set(ids.filter((id) => found.get(id) === story).map((id) => gold.get(id))).size > 1,
  );
}

/** The accounts of each event turned round by so many places, at the times the event was told of. */
function turned({ articles, gold }: Labelled, places: number): readonly Arrival[] {
  const events = Map.groupBy(articles, ({ id }) => gold.get(id));
  return [...events.values()]
    .flatMap((told) =>
      told.map((article, n) => ({ ...article, at: told.at((n + places) % told.length)?.at ?? null })),
    )
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

const TOPICS = [
  { folder: 'one-topic', accounts: 39, events: 12 },
  { folder: 'one-topic-harbour', accounts: 37, events: 13 },
  { folder: 'one-topic-dam', accounts: 33, events: 12 },
  { folder: 'one-topic-railway', accounts: 26, events: 8 },
  { folder: 'one-topic-fishery', accounts: 24, events: 8 },
];

describe.each(TOPICS)('in $folder', ({ folder, accounts, events }) => {
  const topic = labelled(folder);
  const { articles, gold } = topic;

  test(`${accounts} accounts of ${events} events around the same people, in three languages, are told apart`, () => {
    expect([gold.size, new Set(gold.values()).size]).toEqual([accounts, events]);
    const found = storiesOf(group(), articles);
    const figure = bcubed(gold, found);
    console.log(`${folder}: BCubed F1 ${figure.toFixed(3)}`);
    expect(figure).toBeGreaterThanOrEqual(0.9);
    expect(mixed(gold, found)).toEqual([]);
  });

  test.each([1, 2, 3])('as well when the accounts of each event come in another order (%i)', (places) => {
    const found = storiesOf(group(), turned(topic, places));
    expect(bcubed(gold, found)).toBeGreaterThanOrEqual(0.9);
    expect(mixed(gold, found)).toEqual([]);
  });

  test('and as well when all are found at once', () => {
    const placed = group().add(articles);
    const found = new Map(articles.map(({ id }, index) => [id, placed[index]?.story ?? '']));
    for (const { moved } of placed) for (const { id, story } of moved) found.set(id, story);
    expect(bcubed(gold, found)).toBeGreaterThanOrEqual(0.9);
  });
});

test('a topic of a few articles has one story of an event, in however many languages it is told', () => {
  // In the last two the same people meet and sign within two days: among five articles nothing tells that from one event.
  for (const { folder } of TOPICS.slice(0, 3)) {
    const { articles, gold } = labelled(folder);
    const events = [...Map.groupBy(articles, ({ id }) => gold.get(id)).values()];
    for (const [at, told] of events.entries()) {
      const inEach = [...new Map(told.map((article) => [article.language, article])).values()];
      const others = [1, 2].flatMap((next) => events[(at + next) % events.length]?.[0] ?? []);
      const few = [...inEach, ...others].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
      const placed = group().add(few);
      const found = new Map(few.map(({ id }, index) => [id, placed[index]?.story ?? '']));
      for (const { id, story } of placed.flatMap(({ moved }) => moved)) found.set(id, story);
      const story = found.get(inEach[0]?.id ?? '');
      const beside = few.filter(({ id }) => found.get(id) === story);
      expect(beside.map(({ id }) => id).toSorted()).toEqual(inEach.map(({ id }) => id).toSorted());
    }
  }
});

test('accounts in three languages of one event meet by its people, days and numbers', () => {
  const { lines, articles } = labelled('one-topic');
  const found = storiesOf(group(), articles);
  for (const event of ['museum', 'sappers-second', 'ratification']) {
    const stories = lines.filter((line) => line.event === event).map(({ id }) => found.get(id));
    expect(new Set(stories).size, event).toBe(1);
  }
});
