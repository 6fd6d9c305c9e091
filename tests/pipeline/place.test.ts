import { expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { IMPORT } from '../../src/ingest/import.ts';
import { identify } from '../../src/pipeline/identify.ts';
import { leadOrder } from '../../src/pipeline/lead.ts';
import { openPlacing, type Placing } from '../../src/pipeline/place.ts';
import { restorable } from '../../src/pipeline/stories/arrivals.ts';
import { comparing } from '../../src/pipeline/stories/compare.ts';
import { item, judged } from './items.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const FRESH = {
  now: NOW,
  notBefore: '2025-12-29T09:00:00.000Z',
  leads: leadOrder(['en', 'ru'], new Map()),
  compare: comparing(new Map(), []),
};

function article(said: Parameters<typeof item>[0]): Article {
  const [made] = identify([item(said)], new Map(), NOW).articles;
  if (!made) throw new Error('an item that nobody knows makes an article');
  return made;
}

const place = (...situation: Parameters<Placing['place']>) => openPlacing('ferries', []).place(...situation);

const byId = (...articles: readonly Article[]) => new Map(articles.map((one) => [one.id, one]));

test('an accepted article opens a story of one, with a development that says so', () => {
  const one = article({ guid: 'a1' });
  const { stories, developments, closed } = place(byId(one), [judged(one.id, 'accepted')], new Map(), FRESH);
  expect(stories).toMatchObject([
    { topicId: 'ferries', leadId: one.id, articleIds: [one.id], listed: true, updated: NOW },
  ]);
  expect(developments).toMatchObject([{ storyId: stories[0]?.id, kind: 'opening', at: NOW }]);
  expect(closed).toEqual([]);
});

test('an article of two years ago enters the corpus, not the feeds', () => {
  const old = article({ guid: 'old', published: '2024-01-01T00:00:00.000Z' });
  const { stories } = place(byId(old), [judged(old.id, 'accepted')], new Map(), FRESH);
  expect(stories).toMatchObject([{ listed: false }]);
});

test('an article without a date counts as of the day it was first seen', () => {
  const undated = article({ guid: 'undated', published: null });
  const { stories } = place(byId(undated), [judged(undated.id, 'accepted')], new Map(), FRESH);
  expect(stories).toMatchObject([{ listed: true }]);
});

test('what is for review or rejected is in no story', () => {
  const one = article({ guid: 'a1' });
  for (const decision of ['review', 'rejected'] as const) {
    expect(place(byId(one), [judged(one.id, decision)], new Map(), FRESH).stories).toEqual([]);
  }
});

test('an article that is rejected later leaves the feed, and returns under the same id', () => {
  const one = article({ guid: 'a1' });
  const [story] = place(byId(one), [judged(one.id, 'accepted')], new Map(), FRESH).stories;
  if (!story) throw new Error('it opened a story');
  const left = place(byId(one), [judged(one.id, 'rejected')], new Map([[one.id, story]]), FRESH);
  expect(left.closed).toEqual([{ storyId: story.id, into: null }]);
  const back = place(byId(one), [judged(one.id, 'accepted')], new Map(), FRESH);
  expect(back.stories[0]?.id).toBe(story.id);
});

test('a story that is there already stays as it is', () => {
  const one = article({ guid: 'a1' });
  const [story] = place(byId(one), [judged(one.id, 'accepted')], new Map(), FRESH).stories;
  if (!story) throw new Error('it opened a story');
  const again = place(byId(one), [judged(one.id, 'accepted')], new Map([[one.id, story]]), FRESH);
  expect(again).toEqual({ stories: [], closed: [], developments: [] });
});

test('a story is led by an account that can be read, as long as nobody has seen it', () => {
  const leads = leadOrder(['en'], new Map([['paid', { ...IMPORT, id: 'paid', paywalled: true }]]));
  const standing = { ...FRESH, leads };
  const text =
    'The ferry between Vell and Ostrava runs twice a day again, the harbour of Vell said. Its engine was mended.';
  const first = article({ guid: 'p1', text, sourceId: 'paid' });
  const copy = article({ guid: 'w1', text, sourceId: 'wire' });
  const both = byId(first, copy);
  const [one, two] = [first, copy].map(({ id }) => [judged(id, 'accepted')]);
  if (!one || !two) throw new Error('there are two');
  const together = openPlacing('ferries', []).place(both, [...one, ...two], new Map(), standing);
  expect(together.stories).toMatchObject([{ leadId: copy.id, articleIds: [first.id, copy.id] }]);

  const placing = openPlacing('ferries', []);
  placing.place(both, one, new Map(), standing);
  const later = placing.place(both, two, new Map(), { ...standing, now: '2026-01-05T10:00:00.000Z' });
  expect(later.stories).toMatchObject([{ leadId: first.id, articleIds: [first.id, copy.id] }]);
});

test('of a busy topic the newest 1,200 articles are read again, and those a person placed', () => {
  const views = Array.from({ length: 1_210 }, (_, n) => {
    const published = new Date(Date.parse(NOW) - n * 60_000).toISOString();
    const one = article({ guid: `a${n}`, published });
    const { stories } = place(byId(one), [judged(one.id, 'accepted')], new Map(), FRESH);
    return stories.map((story) => ({
      story,
      articles: [{ article: one, judgement: judged(one.id, 'accepted'), sightings: [] }],
      developments: [],
      comparison: null,
      hidden: false,
    }));
  }).flat();
  const ids = views.map(({ story }) => story.leadId);
  const placed = ids.at(-1) ?? '';
  const read = restorable(views, new Map([[placed, { story: 'elsewhere', apart: false }]]));
  expect(new Set(read.map(({ id }) => id))).toEqual(new Set([...ids.slice(0, 1_200), placed]));
});
