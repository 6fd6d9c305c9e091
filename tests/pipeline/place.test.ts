import { expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Judgement } from '../../src/domain/change.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { identify } from '../../src/pipeline/identify.ts';
import { openPlacing } from '../../src/pipeline/place.ts';
import { item } from './items.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const FRESH = { now: NOW, notBefore: '2025-12-29T09:00:00.000Z' };

function article(said: Parameters<typeof item>[0]): Article {
  const [made] = identify([item(said)], new Map(), NOW).articles;
  if (!made) throw new Error('an item that nobody knows makes an article');
  return made;
}

const judged = (articleId: string, decision: Decision): Judgement => ({
  articleId,
  topicId: 'ferries',
  topicHash: 'h',
  decision,
  score: 0.5,
  acceptAt: 0.5,
  reviewAt: 0.3,
  reasons: [],
  missing: [],
  nearest: null,
  flip: '',
  judged: 'summary',
  tags: [],
});

const { place } = {
  place: (...situation: Parameters<ReturnType<typeof openPlacing>['place']>) =>
    openPlacing('ferries', []).place(...situation),
};

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
