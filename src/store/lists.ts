import { type Compilable, sql } from 'kysely';
import type { Development, Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Decision } from '../domain/verdict.ts';
import type { ArticleView, StoryView } from '../domain/view.ts';
import { articleViews } from './article-rows.ts';
import type { Connection } from './connection.ts';
import type { Page } from './pages.ts';
import { asTable, from, rows } from './query.ts';
import { DEVELOPMENT, NOT_HIDDEN, storiesByIds, storyViews, toDevelopment } from './story-rows.ts';

export function stories(
  connection: Connection,
  topicId: string,
  limit: number,
  { listedOnly = false, after }: { readonly listedOnly?: boolean; readonly after?: string },
): readonly StoryView[] {
  const query = newestStories(topicId)
    .$if(listedOnly, (q) => q.where('s.listed', '=', 1).where(NOT_HIDDEN))
    .$if(after !== undefined, (q) => q.where(comesAfter(after ?? '')))
    .limit(limit);
  return storyViews(connection, idsOf(connection, query));
}

/** Said in two steps, so that the index is entered at the story given; none comes after a story that is not there. */
const comesAfter = (id: string) => sql<boolean>`exists (
  select 1 from stories l where l.id = ${id} and s.updated <= l.updated and (s.updated < l.updated or s.id > l.id))`;

/** A tag on at most so many articles is rare. */
const RARE = 2000;

/**
 * Listed stories, none of them hidden, of which an article carries the tag. A rare tag is begun at its articles, a common one at
 * the newest stories: either way would cost half a second of 100,000 stories where the other costs a millisecond.
 */
export function taggedStories(
  connection: Connection,
  topicId: string,
  tag: string,
  limit: number,
  { after }: { readonly after?: string },
): readonly StoryView[] {
  const carriers = from
    .selectFrom('tags as t')
    .innerJoin('story_articles as m', (join) =>
      join.onRef('m.article', '=', 't.article').onRef('m.topic_id', '=', 't.topic_id'),
    )
    .where('t.topic_id', '=', topicId)
    .where('t.tag', '=', tag)
    .select('m.story_id')
    .limit(RARE + 1);
  const found = rows(connection, carriers).map((row) => row.story_id);
  const query = (found.length > RARE ? storiesWith(topicId, tag) : storiesAmong(found))
    .where('s.listed', '=', 1)
    .where(NOT_HIDDEN)
    .$if(after !== undefined, (q) => q.where(comesAfter(after ?? '')))
    .limit(limit);
  return storyViews(connection, idsOf(connection, query));
}

const storiesWith = (topicId: string, tag: string) =>
  newestStories(topicId).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('story_articles as m')
        .innerJoin('tags as t', (join) =>
          join.onRef('t.article', '=', 'm.article').onRef('t.topic_id', '=', 'm.topic_id'),
        )
        .whereRef('m.story_id', '=', 's.id')
        .where('t.tag', '=', tag)
        .select('t.tag'),
    ),
  );

/** A cross join, so that the database begins at these ids and not at all stories. */
const storiesAmong = (ids: readonly string[]) =>
  from
    .selectFrom(asTable([...new Set(ids)]).as('f'))
    .crossJoin('stories as s')
    .whereRef('s.id', '=', 'f.value')
    .select('s.id')
    .orderBy('s.updated', 'desc')
    .orderBy('s.id');

/** Articles of a candidate that are read: the newest stand for all. */
const CANDIDATE_ARTICLES = 60;

/** Stories with a development since that moment, and those of these ids that are there. */
export function candidates(
  connection: Connection,
  topicId: string,
  since: Instant,
  ids: readonly string[],
): readonly StoryView[] {
  const recent = idsOf(connection, newestStories(topicId).where('s.updated', '>=', since));
  return newestOf(connection, [...new Set([...recent, ...ids])]);
}

/** Stories with no more than their newest articles. */
export const newestOf = (connection: Connection, ids: readonly string[]): readonly StoryView[] =>
  storyViews(connection, ids, CANDIDATE_ARTICLES);

const newestStories = (topicId: string) =>
  from
    .selectFrom('stories as s')
    .select('s.id')
    .where('s.topic_id', '=', topicId)
    .orderBy('s.updated', 'desc')
    .orderBy('s.id');

function idsOf(connection: Connection, query: Compilable<{ id: string }>): readonly string[] {
  return rows(connection, query).map((row) => row.id);
}

/** The story of each of these articles, for those that are in one. */
export function storiesOf(
  connection: Connection,
  topicId: string,
  articleIds: readonly string[],
): ReadonlyMap<string, Story> {
  const query = from
    .selectFrom(asTable(articleIds).as('wanted'))
    .innerJoin('articles as a', 'a.id', 'wanted.value')
    .innerJoin('story_articles as m', 'm.article', 'a.n')
    .where('m.topic_id', '=', topicId)
    .select(['a.id', 'm.story_id']);
  const found = rows(connection, query);
  const ids = [...new Set(found.map((row) => row.story_id))];
  const byId = new Map(storiesByIds(connection, ids).map((story) => [story.id, story]));
  return new Map(
    found.flatMap((row) => {
      const story = byId.get(row.story_id);
      return story === undefined ? [] : [[row.id, story] as const];
    }),
  );
}

/** Developments of listed stories; each belongs to the story that holds its article now. */
export function developments(
  connection: Connection,
  topicId: string,
  limit: number,
): readonly { readonly development: Development; readonly view: StoryView }[] {
  const query = from
    .selectFrom('developments as d')
    .innerJoin('story_articles as m', (join) =>
      join.onRef('m.article', '=', 'd.article').onRef('m.topic_id', '=', 'd.topic_id'),
    )
    .innerJoin('stories as s', 's.id', 'm.story_id')
    .innerJoin('articles as a', 'a.n', 'd.article')
    .where('d.topic_id', '=', topicId)
    .where('s.listed', '=', 1)
    .where(NOT_HIDDEN)
    .select([...DEVELOPMENT, 's.id as shown_in'])
    .orderBy('d.at', 'desc')
    .orderBy('d.id')
    .limit(limit);
  const found = rows(connection, query);
  const ids = [...new Set(found.map((row) => row.shown_in))];
  const views = new Map(storyViews(connection, ids).map((view) => [view.story.id, view]));
  return found.flatMap((row) => {
    const view = views.get(row.shown_in);
    return view === undefined ? [] : [{ development: toDevelopment(row), view }];
  });
}

/** Accepted articles of listed stories. */
export function articles(connection: Connection, topicId: string, limit: number): readonly ArticleView[] {
  const query = from
    .selectFrom('judgements as j')
    .innerJoin('story_articles as m', (join) =>
      join.onRef('m.article', '=', 'j.article').onRef('m.topic_id', '=', 'j.topic_id'),
    )
    .innerJoin('stories as s', 's.id', 'm.story_id')
    .where('j.topic_id', '=', topicId)
    .where('j.decision', '=', 'accepted')
    .where('s.listed', '=', 1)
    .where(NOT_HIDDEN)
    .select('j.article')
    .orderBy('j.article', 'desc')
    .limit(limit);
  return viewsFor(connection, topicId, rows(connection, query));
}

export function review(connection: Connection, topicId: string, limit: number): readonly ArticleView[] {
  const query = from
    .selectFrom('judgements as j')
    .where('j.topic_id', '=', topicId)
    .where('j.decision', '=', 'review')
    .select('j.article')
    .orderBy(sql`j.accept_at - j.score`)
    .orderBy('j.article', 'desc')
    .limit(limit);
  return viewsFor(connection, topicId, rows(connection, query));
}

/** One page of the articles with this decision, after the number given, in the order they were first seen. */
export function exportPage(
  connection: Connection,
  topicId: string,
  { after, since, decision }: { after: number; since: Instant; decision: Decision },
  limit: number,
): Page<ArticleView> {
  const query = from
    .selectFrom('judgements as j')
    .innerJoin('articles as a', 'a.n', 'j.article')
    .where('j.topic_id', '=', topicId)
    .where('j.decision', '=', decision)
    .where('j.article', '>', after)
    .where('a.first_seen', '>=', since)
    .select('j.article')
    .orderBy('j.article')
    .limit(limit);
  const found = rows(connection, query);
  return { found: viewsFor(connection, topicId, found), last: found.at(-1)?.article ?? null };
}

function viewsFor(
  connection: Connection,
  topicId: string,
  found: readonly { readonly article: number }[],
): readonly ArticleView[] {
  return articleViews(
    connection,
    found.map((row) => ({ n: row.article, topicId })),
  );
}
