import type { Article } from '../../src/domain/article.ts';
import { PLAIN_SOURCE, type Source } from '../../src/domain/source.ts';
import type { Development } from '../../src/domain/story.ts';
import type { Topic } from '../../src/domain/topic.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { ArticleView, StoryView } from '../../src/domain/view.ts';
import { type DevelopmentView, tellUpdates } from '../../src/publish/entries/updates.ts';
import type { Publishing } from '../../src/publish/entry.ts';
import type { TopicViews } from '../../src/publish/render.ts';
import { sha256, uuidFrom } from '../../src/text/fingerprints.ts';

export const kursk = tag('kursk', 'Kursk', true);

export const topic: Topic = {
  id: 'russia-dprk',
  title: 'Russia–North Korea ties',
  description: 'What the two states do together',
  facets: [
    { id: 'russia', title: 'Russia', required: true },
    { id: 'north-korea', title: 'North Korea', required: true },
  ],
  concepts: [
    concept('andrei-belousov', ['russia'], {
      en: ['Andrei Belousov'],
      ru: ['Андрей Белоусов'],
      ko: ['벨로우소프'],
    }),
    concept('no-kwang-chol', ['north-korea'], { en: ['No Kwang Chol'], ko: ['노광철'] }),
  ],
  tags: [tag('belousov', 'Belousov'), kursk, tag('monuments', 'monuments')],
  exclude: [],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: sha256('topic'),
};

function concept(id: string, facets: string[], names: Record<string, string[]>): Topic['concepts'][number] {
  return { id, kind: 'person', facets, names, seenAs: [], weak: [] };
}

function tag(id: string, label: string, feed = false): Topic['tags'][number] {
  return { id, label, anyOf: [id], allOf: [], languages: [], sources: [], feed };
}

export function source(id: string, more: Partial<Source> = {}): Source {
  return {
    ...PLAIN_SOURCE,
    id,
    url: `https://${id}.example/feed.xml`,
    title: id,
    language: 'en',
    kind: 'press',
    ...more,
  };
}

export const sources: readonly Source[] = [
  source('harbour-wire', { title: 'Harbour Wire', kind: 'agency' }),
  source('hangang-daily', { title: 'Hangang Daily', language: 'ko' }),
  source('north-agency', { title: 'North Agency', kind: 'state-agency', republish: 'title' }),
  source('inner-letter', {
    title: 'Inner Letter',
    private: true,
    url: 'https://secret.example/feed?key=abc',
  }),
  source('open-gazette', { title: 'Open Gazette', republish: 'full' }),
];

export function publishing(more: Partial<Publishing['settings']> = {}, list = sources): Publishing {
  return {
    settings: {
      dir: '../feeds',
      baseUrl: null,
      entries: 100,
      newWithinDays: 7,
      languages: ['en'],
      tagAuthority: null,
      ...more,
    },
    sources: new Map(list.map((each) => [each.id, each])),
    confirmUrl: null,
  };
}

export const MONUMENT =
  'The Russian defence minister, Andrei Belousov, spoke at the unveiling of a monument to North Korean partisans. ' +
  'His counterpart from Pyongyang attended and was handed a copy of the statue in bronze.';

export function article(name: string, more: Partial<Article> = {}): Article {
  return {
    id: uuidFrom('sample', name),
    sourceId: 'harbour-wire',
    url: `https://harbour-wire.example/news/${encodeURIComponent(name)}?page=1&from=feed`,
    keys: [`guid:harbour-wire:${name}`],
    contentHash: sha256(name),
    title: 'Monument to North Korean partisans unveiled in Russia',
    summary: MONUMENT,
    text: null,
    html: null,
    language: 'en',
    authors: [],
    categories: [],
    enclosures: [],
    published: '2026-03-01T09:30:00.000Z',
    updated: null,
    publisher: null,
    firstSeen: '2026-03-01T10:00:00.000Z',
    revision: 1,
    ...more,
  };
}

export function verdict(more: Partial<Verdict> = {}): Verdict {
  const said = { field: 'title', count: 1, learned: false } as const;
  return {
    topicId: topic.id,
    topicHash: topic.hash,
    decision: 'accepted',
    score: 0.82,
    acceptAt: 0.6,
    reviewAt: 0.4,
    reasons: [
      { ...said, rule: 'concept:andrei-belousov', facets: ['russia'], quote: 'Belousov', weight: 0.5 },
      {
        ...said,
        rule: 'concept:no-kwang-chol',
        facets: ['north-korea'],
        quote: 'No Kwang Chol',
        weight: 0.3,
      },
    ],
    missing: [],
    nearest: null,
    flip: 'Without Belousov nothing shows the side Russia, and it would be rejected.',
    judged: 'summary',
    ...more,
  };
}

export function view(
  of: Article,
  more: Partial<Verdict> = {},
  tags = ['belousov', 'monuments'],
): ArticleView {
  return {
    article: of,
    judgement: {
      ...verdict(more),
      articleId: of.id,
      tags: tags.map((each) => ({ tag: each, because: each })),
    },
    sightings: [{ articleId: of.id, sourceId: of.sourceId, url: of.url, seen: of.firstSeen }],
  };
}

function development(
  of: StoryView['story'],
  articleId: string,
  more: Partial<Development> = {},
): Development {
  const id = uuidFrom('development', `${of.id} ${articleId}`);
  return {
    id,
    storyId: of.id,
    topicId: of.topicId,
    articleId,
    kind: 'opening',
    at: of.opened,
    text: '',
    ...more,
  };
}

/** A story of these articles, the first its lead; each is a development where `news` gives it a time and a text. */
export function story(
  articles: readonly [ArticleView, ...ArticleView[]],
  news: readonly { readonly place: number; readonly at: string; readonly text: string }[] = [],
): StoryView {
  const [first, ...rest] = articles;
  const opened = first.article.firstSeen;
  const base = {
    id: uuidFrom('story', first.article.id),
    topicId: topic.id,
    leadId: first.article.id,
    articleIds: [first.article.id, ...rest.map(({ article }) => article.id)] as const,
    opened,
    updated: news.at(-1)?.at ?? opened,
    listed: true,
  };
  const later = news.map(({ place, at, text }) =>
    development(base, articles[place]?.article.id ?? '', { kind: 'fact', at, text }),
  );
  const developments = [development(base, first.article.id), ...later];
  return { story: base, articles, developments, comparison: null, hidden: false };
}

/** The developments of these stories as the store gives them. */
export const developmentViews = (stories: readonly StoryView[]): readonly DevelopmentView[] =>
  stories.flatMap((view) => view.developments.map((development) => ({ development, view })));

/** What the store would give of these stories. */
export function views(stories: readonly StoryView[], review: readonly ArticleView[] = []): TopicViews {
  return {
    topic,
    stories,
    tagged: new Map([['kursk', stories]]),
    updates: tellUpdates(developmentViews(stories), new Map(), topic, publishing()),
    articles: stories.flatMap((each) => each.articles),
    review,
    days: [
      {
        day: '2026-03-01',
        articles: stories.flatMap((each) => each.articles).length,
        stories: stories.length,
      },
    ],
  };
}
