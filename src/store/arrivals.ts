import { sql } from 'kysely';
import type { Article } from '../domain/article.ts';
import type { Instant } from '../domain/time.ts';
import type { JudgedArticle } from '../domain/view.ts';
import { articlesByNumber, toJudgement, VERDICT } from './article-rows.ts';
import type { Connection } from './connection.ts';
import type { Page } from './pages.ts';
import { from, rows } from './query.ts';

/** Articles whose content is still there, after the number given. */
export function arrivalsPage(
  connection: Connection,
  { after, since }: { after: number; since: Instant },
  limit: number,
): Page<Article> {
  const query = from
    .selectFrom('articles as a')
    .where('a.n', '>', after)
    .where('a.first_seen', '>=', since)
    .where('a.forgotten', '=', 0)
    .select('a.n')
    .orderBy('a.n')
    .limit(limit);
  const numbers = rows(connection, query).map(({ n }) => n);
  return { found: articlesByNumber(connection, numbers), last: numbers.at(-1) ?? null };
}

/** What was decided for a topic, without the texts it was decided on. */
export function judgedPage(
  connection: Connection,
  topicId: string,
  { after, since }: { after: number; since: Instant },
  limit: number,
): Page<JudgedArticle> {
  const query = from
    .selectFrom('articles as a')
    .innerJoin('contents as c', 'c.article', 'a.n')
    .innerJoin('judgements as j', 'j.article', 'a.n')
    .leftJoin('story_articles as m', (join) =>
      join.onRef('m.article', '=', 'a.n').onRef('m.topic_id', '=', 'j.topic_id'),
    )
    .where('j.topic_id', '=', topicId)
    .where('a.n', '>', after)
    .where('a.first_seen', '>=', since)
    .select(['a.n', 'a.id', 'a.first_seen', 'c.title', 'c.url', 'c.language', 'c.published', 'm.story_id'])
    .select([...VERDICT, NO_TAGS.as('tags'), SOURCES.as('sources')])
    .orderBy('a.n')
    .limit(limit);
  const found = rows(connection, query);
  return {
    found: found.map((row) => ({
      articleId: row.id,
      title: row.title,
      url: row.url,
      language: row.language,
      published: row.published,
      firstSeen: row.first_seen,
      sourceIds: JSON.parse(row.sources) as readonly string[],
      storyId: row.story_id,
      verdict: toJudgement(row),
    })),
    last: found.at(-1)?.n ?? null,
  };
}

/** They follow from the reasons, and reading them for a whole corpus takes as long as all the rest. */
const NO_TAGS = sql<string>`'[]'`;
/** The source that brought it first comes first. */
const SOURCES = sql<string>`(
  select json_group_array(source_id order by source_id <> a.source_id, seen, source_id)
  from sightings where article = a.n)`;
