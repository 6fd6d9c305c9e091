import type { Article, Item, Sighting } from '../../src/domain/article.ts';
import type { ChangeSet, Judgement } from '../../src/domain/change.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { Development, Story, StoryAct } from '../../src/domain/story.ts';
import type { Decision } from '../../src/domain/verdict.ts';

export const MONDAY = '2026-03-02T08:00:00.000Z';
export const TUESDAY = '2026-03-03T08:00:00.000Z';
export const WEDNESDAY = '2026-03-04T08:00:00.000Z';
export const TOPIC = 'harbour';

/** A UUID that tells by its number which sample it is, and sorts like it. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export function item(n: number, over: Partial<Item> = {}): Item {
  const sourceId = over.sourceId ?? 'lowport-courier';
  const url = `https://news.example/lowport/${n}`;
  return {
    sourceId,
    url,
    keys: [`guid:${sourceId}:${n}`, `url:${url}`],
    contentHash: `hash of ${n}`,
    title: `Ferry ${n} docks at Lowport`,
    summary: `The harbour master welcomed ferry ${n}.`,
    text: `Ferry ${n} came in at noon.\nPassengers waited on the quay.`,
    html: `<p>Ferry ${n} came in at noon.</p><p>Passengers waited on the quay.</p>`,
    language: 'en',
    authors: ['Ada Quill'],
    categories: [{ term: 'shipping', scheme: null, label: 'Shipping' }],
    enclosures: [{ url: `https://news.example/lowport/${n}.jpg`, type: 'image/jpeg', length: 2048 }],
    published: MONDAY,
    updated: null,
    publisher: { name: 'Lowport Courier', url: 'https://news.example/' },
    ...over,
  };
}

export function article(n: number, over: Partial<Article> = {}): Article {
  return { ...item(n, over), id: uuid(n), firstSeen: MONDAY, revision: 1, ...over };
}

export function judgement(
  articleId: string,
  decision: Decision = 'accepted',
  over: Partial<Judgement> = {},
): Judgement {
  return {
    articleId,
    topicId: TOPIC,
    topicHash: 'hash of the topic',
    decision,
    score: decision === 'accepted' ? 0.8 : decision === 'review' ? 0.45 : 0.1,
    acceptAt: 0.5,
    reviewAt: 0.4,
    reasons: [
      {
        rule: 'concept:ferry',
        facets: ['ships'],
        field: 'title',
        quote: 'Ferry',
        count: 1,
        weight: 0.6,
        learned: false,
      },
    ],
    missing: decision === 'rejected' ? ['ports'] : [],
    nearest: { example: 'first-ferry', similarity: 0.7 },
    flip: 'without "Ferry" in the title it would be rejected',
    judged: 'full',
    tags: decision === 'accepted' ? [{ tag: 'ferries', because: 'Ferry' }] : [],
    ...over,
  };
}

export const storyId = (n: number): string => uuid(0x5000 + n);

/** A story of one article, or of several: its id is that of the first. */
export function story(first: number, others: readonly number[] = [], over: Partial<Story> = {}): Story {
  return {
    id: storyId(first),
    topicId: TOPIC,
    leadId: uuid(first),
    articleIds: [uuid(first), ...others.map(uuid)],
    opened: MONDAY,
    updated: MONDAY,
    listed: true,
    ...over,
  };
}

export function development(n: number, over: Partial<Development> = {}): Development {
  return {
    id: uuid(0xd000 + n),
    storyId: storyId(n),
    topicId: TOPIC,
    articleId: uuid(n),
    kind: 'opening',
    at: MONDAY,
    text: '',
    ...over,
  };
}

export function comparison(...accounts: readonly number[]): Comparison {
  const quoted = accounts.map((n) => ({ articleId: uuid(n), quote: 'said the harbour master' }));
  return {
    differences: [],
    soleClaims: [],
    origins: [
      {
        name: 'Lowport harbour',
        conceptId: null,
        kind: 'government',
        party: true,
        accounts: quoted.map((one) => ({ ...one, how: 'attribution' })),
      },
    ],
    unnamed: [],
    lostAttributions: [],
  };
}

/** That a person took a story out of the feeds. */
export const hiding = (n: number, over: Partial<StoryAct> = {}): StoryAct => ({
  id: uuid(0xac00 + n),
  topicId: TOPIC,
  kind: 'hide',
  storyId: storyId(n),
  at: TUESDAY,
  before: [story(n)],
  holds: [{ articleId: uuid(n), storyId: storyId(n) }],
  undone: null,
  ...over,
});

export const sighting = (n: number, over: Partial<Sighting> = {}): Sighting => ({
  articleId: uuid(n),
  sourceId: 'lowport-courier',
  url: `https://news.example/lowport/${n}`,
  seen: MONDAY,
  ...over,
});

export const NOTHING: ChangeSet = {
  learned: [],
  at: MONDAY,
  articles: [],
  keys: [],
  sightings: [],
  judgements: [],
  stories: [],
  closed: [],
  developments: [],
  comparisons: [],
  acts: [],
  pages: [],
  sources: [],
};

/** What one poll brings when every article is decided alike: an accepted one opens a story of its own. */
export function arrivals(
  articles: readonly Article[],
  decision: Decision = 'accepted',
  over: Partial<ChangeSet> = {},
): ChangeSet {
  const numbers = articles.map(({ id }) => Number.parseInt(id.slice(-12), 16));
  const accepted = decision === 'accepted' ? numbers : [];
  return {
    ...NOTHING,
    articles,
    keys: articles.flatMap(({ id, keys }) => keys.map((key) => ({ key, articleId: id }))),
    sightings: articles.map(({ id, sourceId, url, firstSeen }) => ({
      articleId: id,
      sourceId,
      url,
      seen: firstSeen,
    })),
    judgements: articles.map(({ id }) => judgement(id, decision)),
    stories: accepted.map((n) => story(n)),
    developments: accepted.map((n) => development(n)),
    ...over,
  };
}

export function sourceState(sourceId: string, over: Partial<SourceState> = {}): SourceState {
  return {
    sourceId,
    url: `https://${sourceId}.example/feed.xml`,
    movedTo: null,
    movedSince: null,
    validators: { etag: '"a1"', lastModified: null },
    bodyHash: 'b0d1',
    lastPolled: MONDAY,
    lastSuccess: MONDAY,
    result: 'ok',
    status: null,
    message: null,
    failures: 0,
    failingSince: null,
    nextPoll: TUESDAY,
    newestItem: MONDAY,
    missed: null,
    habits: {
      gap: 3600,
      hints: { every: null, skipHours: [], skipDays: [] },
      extent: 'summary',
    },
    goneSince: null,
    ...over,
  };
}
