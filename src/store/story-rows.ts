import { sql } from 'kysely';
import type { Comparison } from '../domain/comparison.ts';
import type { Development, Story } from '../domain/story.ts';
import type { ArticleView, StoryView } from '../domain/view.ts';
import { articleViews } from './article-rows.ts';
import type { Connection } from './connection.ts';
import { asTable, from, rows } from './query.ts';

/**
 * Stories with all that is needed to show them, in the order given: a few statements, however many stories.
 *
 * @param newest at most so many articles of each, the newest; null: all.
 */
export function storyViews(
  connection: Connection,
  ids: readonly string[],
  newest: number | null = null,
): readonly StoryView[] {
  const stories = storiesByIds(connection, ids);
  const articles = viewsOfStories(connection, ids, newest);
  const developments = developmentsOfStories(connection, ids);
  const comparisons = comparisonsOfStories(connection, ids);
  const hidden = hiddenAmong(connection, ids);
  return stories.map((story) => ({
    story,
    articles: articles.get(story.id) ?? [],
    developments: developments.get(story.id) ?? [],
    comparison: comparisons.get(story.id) ?? null,
    hidden: hidden.has(story.id),
  }));
}

/** The stories of these ids, in the order given. */
export function storiesByIds(connection: Connection, ids: readonly string[]): readonly Story[] {
  const query = from
    .selectFrom(asTable(ids).as('wanted'))
    .innerJoin('stories as s', 's.id', 'wanted.value')
    .innerJoin('story_articles as m', 'm.story_id', 's.id')
    .innerJoin('articles as a', 'a.n', 'm.article')
    .innerJoin('articles as l', 'l.n', 's.lead')
    .select([
      's.id',
      's.topic_id',
      's.opened',
      's.updated',
      's.listed',
      'l.id as lead_id',
      'a.id as article_id',
    ])
    .orderBy('wanted.key')
    .orderBy('m.position');
  const stories = Map.groupBy(rows(connection, query), (row) => row.id);
  return [...stories.values()].flatMap((members): Story[] => {
    const [first, ...others] = members;
    if (first === undefined) return [];
    return [
      {
        id: first.id,
        topicId: first.topic_id,
        leadId: first.lead_id,
        articleIds: [first.article_id, ...others.map((row) => row.article_id)],
        opened: first.opened,
        updated: first.updated,
        listed: first.listed !== 0,
      },
    ];
  });
}

function viewsOfStories(
  connection: Connection,
  ids: readonly string[],
  newest: number | null,
): ReadonlyMap<string, readonly ArticleView[]> {
  const query = from
    .selectFrom(asTable(ids).as('wanted'))
    .innerJoin('story_articles as m', 'm.story_id', 'wanted.value')
    .innerJoin('articles as a', 'a.n', 'm.article')
    .select(['m.story_id', 'm.topic_id', 'm.article', 'a.id'])
    .orderBy('wanted.key')
    .orderBy('m.position');
  const all = Map.groupBy(rows(connection, query), (row) => row.story_id);
  const members = [...all.values()].flatMap((of) => (newest === null ? of : of.slice(-newest)));
  const storyOf = new Map(members.map((row) => [row.id, row.story_id]));
  const views = articleViews(
    connection,
    members.map((row) => ({ n: row.article, topicId: row.topic_id })),
  );
  return Map.groupBy(views, (view) => storyOf.get(view.article.id) ?? '');
}

/** The developments of a story are those its articles brought, wherever they arose: they come along when stories merge. */
function developmentsOfStories(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, readonly Development[]> {
  const query = from
    .selectFrom(asTable(ids).as('wanted'))
    .innerJoin('story_articles as m', 'm.story_id', 'wanted.value')
    .innerJoin('developments as d', (join) =>
      join.onRef('d.article', '=', 'm.article').onRef('d.topic_id', '=', 'm.topic_id'),
    )
    .innerJoin('articles as a', 'a.n', 'd.article')
    .select([...DEVELOPMENT, 'm.story_id as shown_in'])
    .orderBy('d.at')
    .orderBy('d.id');
  const byStory = Map.groupBy(rows(connection, query), (row) => row.shown_in);
  return new Map([...byStory].map(([id, found]) => [id, found.map(toDevelopment)]));
}

function comparisonsOfStories(
  connection: Connection,
  ids: readonly string[],
): ReadonlyMap<string, Comparison> {
  const query = from
    .selectFrom(asTable(ids).as('wanted'))
    .innerJoin('comparisons as c', 'c.story_id', 'wanted.value')
    .select(['c.story_id', 'c.comparison']);
  const found = rows(connection, query);
  return new Map(found.map((row) => [row.story_id, JSON.parse(row.comparison) as Comparison]));
}

/** A condition on stories called `s`: no person has taken it out of the feeds. */
export const NOT_HIDDEN = sql<boolean>`s.id not in (
  select h.story_id from story_acts as h where h.kind = 'hide' and h.undone is null)`;

function hiddenAmong(connection: Connection, ids: readonly string[]): ReadonlySet<string> {
  const query = from
    .selectFrom(asTable(ids).as('wanted'))
    .innerJoin('story_acts as h', 'h.story_id', 'wanted.value')
    .where('h.kind', '=', 'hide')
    .where('h.undone', 'is', null)
    .select('h.story_id');
  return new Set(rows(connection, query).map((row) => row.story_id));
}

/** What `toDevelopment` asks of a query that calls developments `d` and the article `a`. */
export const DEVELOPMENT = [
  'd.id',
  'd.story_id',
  'd.topic_id',
  'd.kind',
  'd.at',
  'd.text',
  'a.id as article_id',
] as const;

interface DevelopmentRow {
  readonly id: string;
  readonly story_id: string;
  readonly topic_id: string;
  readonly article_id: string;
  readonly kind: Development['kind'];
  readonly at: string;
  readonly text: string;
}

export function toDevelopment(row: DevelopmentRow): Development {
  return {
    id: row.id,
    storyId: row.story_id,
    topicId: row.topic_id,
    articleId: row.article_id,
    kind: row.kind,
    at: row.at,
    text: row.text,
  };
}
