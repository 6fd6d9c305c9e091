import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../src/stories/grouping/grouping.ts';
import { arrival, group, storiesOf } from './sample.ts';

interface Told {
  readonly titles: readonly string[];
  /** What happened, each in two wordings. */
  readonly facts: readonly (readonly string[])[];
}
interface Accounts {
  readonly bridge: Told;
  readonly strike: Told;
  readonly asides: readonly string[];
}
const LANGUAGES = JSON.parse(
  readFileSync(new URL('../../fixtures/small-topic/accounts.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Accounts>>;

const pick = <T>(from: readonly T[], at: number): T => {
  const item = from[at % from.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** The nth account of an event: all but two of its facts, in one wording or the other, and words of its own. */
function account(
  language: string,
  event: 'bridge' | 'strike',
  { asides, ...events }: Accounts,
  n: number,
): Arrival {
  const { titles, facts } = events[event];
  const left = [n % facts.length, (3 * n + 1) % facts.length];
  const told = facts
    .filter((_, at) => !left.includes(at))
    .map((fact, at) => pick(fact, (n >> (at % 4)) + at));
  const text = [...told, pick(asides, n), pick(asides, 3 * n + 1)].join(' ');
  return arrival(`${event} ${n}`, pick(titles, n), text, n / 24, { language });
}

const SIZES = [3, 5, 8, 12, 20, 30];

describe.each(Object.entries(LANGUAGES))('a topic that has just begun (%s)', (language, accounts) => {
  test.each(SIZES)('with %i articles of one event has one story', (size) => {
    const articles = Array.from({ length: size }, (_, n) => account(language, 'bridge', accounts, n));
    expect(new Set(storiesOf(group(), articles).values()).size).toBe(1);
  });

  test.each(SIZES)('with %i articles of two events has two', (size) => {
    const articles = Array.from({ length: size }, (_, n) =>
      account(language, n % 3 === 1 ? 'strike' : 'bridge', accounts, n),
    );
    const stories = storiesOf(group(), articles);
    expect(Map.groupBy(stories.keys(), (id) => stories.get(id)).size).toBe(2);
    for (const [id, story] of stories) expect(story.split(' ')[0], id).toBe(id.split(' ')[0]);
  });

  test('is the same whether its articles come one by one or were read at once', () => {
    const articles = Array.from({ length: 30 }, (_, n) => account(language, 'bridge', accounts, n));
    const placed = group().add(articles);
    const stories = new Map(placed.map(({ story }, at) => [articles[at]?.id ?? '', story]));
    for (const { moved } of placed) for (const { id, story } of moved) stories.set(id, story);
    expect(new Set(stories.values()).size).toBe(1);
  });

  test('goes on from what was stored', () => {
    const articles = Array.from({ length: 30 }, (_, n) => account(language, 'bridge', accounts, n));
    const grouping = group();
    grouping.restore(articles.slice(0, 20).map((article) => ({ ...article, story: 'bridge' })));
    expect(new Set(storiesOf(grouping, articles.slice(20)).values())).toEqual(new Set(['bridge']));
  });
});
