import { expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Story } from '../../src/domain/story.ts';
import type { StoryView } from '../../src/domain/view.ts';
import { identify } from '../../src/pipeline/identify.ts';
import { leadOrder } from '../../src/pipeline/lead.ts';
import { openPlacing, type Placed } from '../../src/pipeline/place.ts';
import { comparing } from '../../src/pipeline/stories/compare.ts';
import { openTopicStories } from '../../src/pipeline/stories/topic-stories.ts';
import { item, judged } from './items.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const FIRST = {
  now: NOW,
  notBefore: '2025-12-29T09:00:00.000Z',
  leads: leadOrder(['en'], new Map()),
  compare: comparing(new Map(), []),
};
const LATER = { ...FIRST, now: '2026-01-05T15:00:00.000Z' };

function article(
  guid: string,
  title: string,
  summary: string,
  published = '2026-01-05T08:00:00.000Z',
): Article {
  const [made] = identify([item({ guid, title, summary, published })], new Map(), NOW).articles;
  if (!made) throw new Error('an item that nobody knows makes an article');
  return made;
}

const accepted = (...articles: readonly Article[]) =>
  [new Map(articles.map((one) => [one.id, one])), articles.map(({ id }) => judged(id)), new Map()] as const;

function storyOf({ id }: Article, { stories }: Placed): Story {
  const story = stories.find(({ articleIds }) => articleIds.includes(id));
  if (!story) throw new Error('every accepted article is in a story');
  return story;
}

const SAILS =
  'The ferry Osprey has gone back into service between Vell and Port Ellory after four months in the yard at Imber. ' +
  'Captain Marta Quillfeather took 212 passengers across on the first morning.';
const RETOLD =
  'Four months after she was laid up at Imber, the ferry Osprey is back on the crossing from Vell to Port Ellory; 212 passengers ' +
  'were with Captain Marta Quillfeather on the first morning.';
const MORE =
  'Engineer Osbert Fennimore blamed a fishing net from Brae for the damage to her propeller in September.';
const sails = article('sails', 'Osprey sails again', SAILS);
const retold = article('retold', 'Osprey is back', RETOLD);
const more = article('more', 'Why the Osprey was away', `${RETOLD} ${MORE}`);
const bakers = article(
  'bakers',
  'Bakers in Caldmoor walk out',
  'The price of flour has brought the bakers of Caldmoor into the street. Mayor Edwin Thorne will hear them on Friday.',
);

test('a retelling joins the story of its event and moves nothing', () => {
  const placing = openPlacing('ferries', []);
  const before = storyOf(sails, placing.place(...accepted(bakers, sails), FIRST));
  const placed = placing.place(...accepted(retold), LATER);
  expect(placed).toEqual({
    stories: [{ ...before, articleIds: [sails.id, retold.id] }],
    developments: [],
    closed: [],
  });
});

test('an article that says something new moves its story on, with the sentence that says it', () => {
  const placing = openPlacing('ferries', []);
  placing.place(...accepted(bakers, sails), FIRST);
  const { stories, developments } = placing.place(...accepted(more), LATER);
  expect(stories).toMatchObject([{ leadId: sails.id, updated: LATER.now }]);
  expect(developments).toMatchObject([{ articleId: more.id, kind: 'fact', at: LATER.now, text: MORE }]);
});

/** A story of these articles, opened by the first, as an earlier run stored it. */
function stored(first: Article, ...others: readonly Article[]): StoryView {
  const { stories, developments } = openPlacing('ferries', []).place(...accepted(first), FIRST);
  const articles = [first, ...others].map((article) => ({
    article,
    judgement: judged(article.id),
    sightings: [],
  }));
  const [story] = stories;
  if (!story) throw new Error('it opened a story');
  const articleIds = [first.id, ...others.map(({ id }) => id)] as const;
  return { story: { ...story, articleIds }, articles, developments, comparison: null, hidden: false };
}

test('a story is joined as well in a later run, from what the store gives back', () => {
  const [view, other] = [stored(sails), stored(bakers)];
  const { stories } = openPlacing('ferries', [view, other]).place(...accepted(retold), LATER);
  expect(stories).toMatchObject([{ id: view.story.id, articleIds: [sails.id, retold.id] }]);
});

test('an article between two stories of one event makes them one, and the other id leads there', () => {
  const [first, second] = [stored(sails), stored(retold)];
  const placed = openPlacing('ferries', [first, second, stored(bakers)]).place(...accepted(more), LATER);
  const kept = storyOf(more, placed);
  expect(kept.articleIds.toSorted()).toEqual([sails.id, retold.id, more.id].toSorted());
  const gone = kept.id === first.story.id ? second.story.id : first.story.id;
  expect(placed.closed).toEqual([{ storyId: gone, into: kept.id }]);
});

test('stories that open and merge within one batch leave no trace of the one that is gone', () => {
  const placed = openPlacing('ferries', []).place(...accepted(bakers, sails, retold, more), FIRST);
  const ids = new Set(placed.stories.map(({ id }) => id));
  expect(ids.size).toBe(2);
  expect(placed.closed).toEqual([]);
  for (const { storyId } of placed.developments) expect(ids).toContain(storyId);
});

test('a story outlives the article that opened it, led by the next', () => {
  const placing = openPlacing('ferries', []);
  placing.place(...accepted(bakers, sails), FIRST);
  const joined = storyOf(retold, placing.place(...accepted(retold), LATER));
  const known = new Map([[sails.id, joined]]);
  const [articles] = accepted(sails);
  const { stories, closed } = placing.place(articles, [judged(sails.id, 'rejected')], known, LATER);
  expect(stories).toMatchObject([{ id: joined.id, leadId: retold.id, articleIds: [retold.id] }]);
  expect(closed).toEqual([]);
});

test('an old account moves nothing, the first fresh one lists a story of old finds', () => {
  const placing = openPlacing('ferries', []);
  const old = article('old', 'Osprey sails again', SAILS, '2025-12-27T00:00:00.000Z');
  placing.place(...accepted(bakers, old), FIRST);
  const silent = article(
    'silent',
    'Why the Osprey was away',
    `${RETOLD} ${MORE}`,
    '2025-12-27T06:00:00.000Z',
  );
  const placed = placing.place(...accepted(silent), LATER);
  expect(placed).toMatchObject({ stories: [{ listed: false, updated: NOW }], developments: [] });
  const fresh = article('fresh', 'Osprey sails', SAILS, '2025-12-30T00:00:00.000Z');
  expect(placing.place(...accepted(fresh), LATER).stories).toMatchObject([
    { listed: true, updated: LATER.now },
  ]);
});

test('a retelling that names a body nobody went back to moves the story on; one that names it again does not', () => {
  const before = { ...stored(sails), comparison: FIRST.compare([sails]) };
  const said = 'The transport ministry of Vell said that the ferry Osprey is back in service.';
  const named = article('named', 'Osprey is back', `${RETOLD} ${said}`);
  const told = openPlacing('ferries', [before, stored(bakers)]).place(...accepted(named), LATER);
  expect(told.developments).toMatchObject([{ kind: 'origin', articleId: named.id, text: said }]);
  expect(told.stories).toMatchObject([{ id: before.story.id, updated: LATER.now }]);

  const after = { ...before, comparison: FIRST.compare([sails, named]) };
  const again = article('again', 'Osprey is back again', `${said} ${RETOLD}`);
  const { developments } = openPlacing('ferries', [after, stored(bakers)]).place(...accepted(again), LATER);
  expect(developments).toEqual([]);
});

const vote = article(
  'vote',
  'Bakers of Caldmoor vote to stay out',
  'The price of flour keeps the bakers of Caldmoor in the street. Mayor Edwin Thorne heard 64 of them on Friday.',
);

test('a story that parts from another is told by what came, not again by what was told there', () => {
  const { story, ...wrong } = stored(bakers, sails, retold, more);
  const placed = openPlacing('ferries', [{ story, ...wrong }]).place(...accepted(vote), LATER);
  const parted = storyOf(vote, placed);
  expect(parted).toMatchObject({ leadId: bakers.id, articleIds: [bakers.id, vote.id], updated: LATER.now });
  expect(parted.id).not.toBe(story.id);
  expect(placed.developments).toMatchObject([{ articleId: vote.id, storyId: parted.id, kind: 'fact' }]);
});

test('what parts alone is no news where it was told before, and news where it never was', () => {
  const parting = (one: Article) => {
    const topicStories = openTopicStories('ferries', [stored(sails, bakers)]);
    topicStories.begin(new Map());
    topicStories.move(one.id, 'parted', LATER.now);
    return { ...topicStories.changes(), closed: [] };
  };
  const told = parting(sails);
  expect(storyOf(sails, told)).toMatchObject({ id: 'parted', opened: NOW, updated: NOW, listed: true });
  expect(told.developments).toEqual([]);

  const untold = parting(bakers);
  expect(storyOf(bakers, untold)).toMatchObject({ id: 'parted', opened: LATER.now, updated: LATER.now });
  expect(untold.developments).toMatchObject([{ articleId: bakers.id, kind: 'opening', at: LATER.now }]);
});

test('what joined and parted again within one cycle is told once, by the story it is in', () => {
  const topicStories = openTopicStories('ferries', [stored(sails)]);
  topicStories.begin(new Map());
  const ferry = topicStories.storyOf(sails.id)?.id ?? '';
  topicStories.join(ferry, bakers.id);
  topicStories.develop(ferry, {
    articleId: bakers.id,
    kind: 'fact',
    at: LATER.now,
    text: 'Bakers walk out.',
  });
  topicStories.move(bakers.id, 'parted', LATER.now);
  const { stories, developments } = topicStories.changes();
  expect(developments).toMatchObject([{ articleId: bakers.id, storyId: 'parted', kind: 'opening' }]);
  expect(stories.find(({ id }) => id === ferry)).toMatchObject({ articleIds: [sails.id], updated: NOW });
});

test('what joins a story in the cycle it came in moves it by what it told, and not by having stood alone for a moment', () => {
  const topicStories = openTopicStories('ferries', [stored(sails)]);
  topicStories.begin(new Map());
  const ferry = topicStories.storyOf(sails.id)?.id ?? '';
  topicStories.open('alone', retold.id, { now: LATER.now, listed: true });
  topicStories.move(retold.id, ferry, LATER.now);
  expect(topicStories.changes()).toMatchObject({ stories: [{ id: ferry, updated: NOW }], developments: [] });

  topicStories.open('other', bakers.id, { now: LATER.now, listed: true });
  topicStories.join('other', more.id);
  topicStories.develop('other', { articleId: more.id, kind: 'fact', at: LATER.now, text: MORE });
  topicStories.move(more.id, ferry, LATER.now);
  const { stories, developments } = topicStories.changes();
  expect(stories.find(({ id }) => id === ferry)).toMatchObject({ updated: LATER.now });
  expect(developments).toMatchObject([
    { articleId: bakers.id, storyId: 'other', kind: 'opening' },
    { articleId: more.id, storyId: ferry, kind: 'fact', text: MORE },
  ]);
});

test('a story keeps its opening when the article that opened it parts in the same cycle', () => {
  const topicStories = openTopicStories('ferries', []);
  topicStories.begin(new Map());
  topicStories.open('ferry', bakers.id, { now: NOW, listed: true });
  topicStories.join('ferry', sails.id);
  topicStories.move(bakers.id, 'parted', NOW);
  expect(topicStories.changes().developments).toMatchObject([
    { articleId: sails.id, storyId: 'ferry', kind: 'opening' },
    { articleId: bakers.id, storyId: 'parted', kind: 'opening' },
  ]);
});

test('an edit that changes a figure moves the story on, each time; one that polishes words does not', () => {
  const view = stored(sails);
  const placing = openPlacing('ferries', [view, stored(bakers)]);
  const edit = (revision: number, from: string, to: string, standing = LATER) => {
    const after = { ...sails, revision, summary: SAILS.replace(from, to) };
    const [articles, judgements] = accepted(after);
    return placing.place(articles, judgements, new Map([[sails.id, view.story]]), standing);
  };
  const told = edit(2, '212 passengers', '240 passengers');
  expect(told.developments).toMatchObject([
    {
      articleId: sails.id,
      kind: 'fact',
      text: 'Captain Marta Quillfeather took 240 passengers across on the first morning.',
    },
  ]);
  expect(told.stories).toMatchObject([{ id: view.story.id, leadId: sails.id, updated: LATER.now }]);
  const again = edit(3, '212 passengers', '260 passengers');
  expect(again.developments).toHaveLength(1);
  const ids = [...view.developments, ...told.developments, ...again.developments].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);

  expect(edit(4, '212 passengers across', '260 passengers over')).toEqual({
    stories: [],
    developments: [],
    closed: [],
  });
  const old = edit(5, '212', '280', { ...LATER, notBefore: '2026-01-05T12:00:00.000Z' });
  expect(old.developments).toEqual([]);
});

test('an outlet that tells of a story again moves it on in the words it used before; another outlet retells', () => {
  const told = `The crew of the ferry Osprey walked out at Port Ellory. ${SAILS}`;
  const before = [stored(article('walkout', 'Osprey crew walks out', told)), stored(bakers)];
  const over = 'The walkout of the crew of the ferry Osprey at Port Ellory ended this morning after talks.';
  const again = article('over', 'Osprey crew is back', over);
  const elsewhere = { ...again, sourceId: 'another-gazette' };
  const newsOf = (one: Article) =>
    openPlacing('ferries', before)
      .place(...accepted(one), LATER)
      .developments.map(({ text }) => text);
  expect(newsOf(again)).toEqual([over]);
  expect(newsOf(elsewhere)).toEqual([]);
});
