import { sql } from 'kysely';
import type { Article, Sighting } from '../domain/article.ts';
import type { Judgement } from '../domain/change.ts';
import type { ArticleView } from '../domain/view.ts';
import type { Connection } from './connection.ts';
import type { Evidence } from './judgements.ts';
import { asTable, from, rows } from './query.ts';

/** An article of the corpus and the topic it is looked at for. */
export interface Reference {
  readonly n: number;
  readonly topicId: string;
}

const IDENTITY = ['a.id', 'a.source_id', 'a.first_seen'] as const;
const CONTENT = [
  'c.revision',
  'c.content_hash',
  'c.url',
  'c.title',
  'c.summary',
  'c.language',
  'c.authors',
  'c.categories',
  'c.enclosures',
  'c.publisher',
  'c.published',
  'c.updated',
  'c.html',
  'c.text',
] as const;
export const VERDICT = [
  'j.topic_id',
  'j.topic_hash',
  'j.decision',
  'j.score',
  'j.accept_at',
  'j.evidence',
] as const;

/** All keys of an article, strongest first: `guid:` sorts before `url:`. */
const KEYS = sql<string>`(select json_group_array(key order by key) from keys where article = a.n)`;
const TAGS = sql<string>`(
  select json_group_array(json_object('tag', tag, 'because', because) order by position)
  from tags where article = a.n and topic_id = j.topic_id)`;
/** The source that brought it first comes first, whatever the clocks said. */
const SIGHTINGS = sql<string>`(
  select json_group_array(
    json_object('articleId', a.id, 'sourceId', source_id, 'url', url, 'seen', seen)
    order by source_id <> a.source_id, seen, source_id)
  from sightings where article = a.n)`;

/** The articles of these numbers in their present wording, in the order given; forgotten ones are left out. */
export function articlesByNumber(connection: Connection, numbers: readonly number[]): readonly Article[] {
  const query = from
    .selectFrom(asTable(numbers).as('wanted'))
    .innerJoin('articles as a', 'a.n', 'wanted.value')
    .innerJoin('contents as c', 'c.article', 'a.n')
    .select([...IDENTITY, ...CONTENT, KEYS.as('keys')])
    .orderBy('wanted.key');
  return rows(connection, query).map(toArticle);
}

/** Every stored wording of an article, oldest first, the present one last. */
export function revisionsOf(connection: Connection, id: string): readonly Article[] {
  const wordings = from.selectFrom('revisions').selectAll().unionAll(from.selectFrom('contents').selectAll());
  const query = from
    .selectFrom('articles as a')
    .innerJoin(wordings.as('c'), 'c.article', 'a.n')
    .where('a.id', '=', id)
    .select([...IDENTITY, ...CONTENT, KEYS.as('keys')])
    .orderBy('c.revision');
  return rows(connection, query).map(toArticle);
}

/** Articles with what was decided on them, in the order given; those without content or judgement are left out. */
export function articleViews(
  connection: Connection,
  references: readonly Reference[],
): readonly ArticleView[] {
  const query = from
    .selectFrom(asTable(references.map(({ n, topicId }) => [n, topicId])).as('wanted'))
    .innerJoin('articles as a', (join) => join.on('a.n', '=', sql<number>`wanted.value ->> 0`))
    .innerJoin('contents as c', 'c.article', 'a.n')
    .innerJoin('judgements as j', (join) =>
      join.onRef('j.article', '=', 'a.n').on('j.topic_id', '=', sql<string>`wanted.value ->> 1`),
    )
    .select([...IDENTITY, ...CONTENT, ...VERDICT])
    .select([KEYS.as('keys'), TAGS.as('tags'), SIGHTINGS.as('sightings')])
    .orderBy('wanted.key');
  return rows(connection, query).map((row) => ({
    article: toArticle(row),
    judgement: toJudgement(row),
    sightings: JSON.parse(row.sightings) as readonly Sighting[],
  }));
}

/** What was decided on an article, by topic. */
export function judgementsOf(connection: Connection, articleId: string): readonly Judgement[] {
  const query = from
    .selectFrom('articles as a')
    .innerJoin('judgements as j', 'j.article', 'a.n')
    .where('a.id', '=', articleId)
    .select(['a.id', ...VERDICT, TAGS.as('tags')])
    .orderBy('j.topic_id');
  return rows(connection, query).map(toJudgement);
}

/** Where an article was seen, the source that brought it first. */
export function sightingsOf(connection: Connection, articleId: string): readonly Sighting[] {
  const query = from
    .selectFrom('articles as a')
    .where('a.id', '=', articleId)
    .select(SIGHTINGS.as('sightings'));
  return rows(connection, query).flatMap((row) => JSON.parse(row.sightings) as readonly Sighting[]);
}

interface ArticleRow {
  readonly id: string;
  readonly source_id: string;
  readonly first_seen: string;
  readonly revision: number;
  readonly content_hash: string;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly authors: string;
  readonly categories: string;
  readonly enclosures: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly keys: string;
}

function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    keys: JSON.parse(row.keys),
    contentHash: row.content_hash,
    firstSeen: row.first_seen,
    revision: row.revision,
    title: row.title,
    summary: row.summary,
    text: row.text,
    html: row.html,
    language: row.language,
    authors: JSON.parse(row.authors),
    categories: JSON.parse(row.categories),
    enclosures: JSON.parse(row.enclosures),
    published: row.published,
    updated: row.updated,
    publisher: row.publisher === null ? null : JSON.parse(row.publisher),
  };
}

interface JudgementRow {
  readonly id: string;
  readonly topic_id: string;
  readonly topic_hash: string;
  readonly decision: Judgement['decision'];
  readonly score: number;
  readonly accept_at: number;
  readonly evidence: string;
  readonly tags: string;
}

export function toJudgement(row: JudgementRow): Judgement {
  const evidence: Evidence = JSON.parse(row.evidence);
  return {
    articleId: row.id,
    topicId: row.topic_id,
    topicHash: row.topic_hash,
    decision: row.decision,
    score: row.score,
    acceptAt: row.accept_at,
    ...evidence,
    tags: JSON.parse(row.tags),
  };
}
