import { type ExpressionBuilder, sql } from 'kysely';
import type { SearchQuery } from '../domain/store.ts';
import type { ArticleView } from '../domain/view.ts';
import { type SearchPhrase, searchPhrases } from '../text/search-terms.ts';
import { articleViews } from './article-rows.ts';
import type { Connection } from './connection.ts';
import { from, rows } from './query.ts';
import type { Schema } from './schema.ts';

/**
 * Accepted articles that hold every word and phrase, newest first: on one topic almost every article is relevant, and
 * lists double as feeds, which want time and a stable order rather than a rank. An empty text asks for no words; a text
 * without a word in it (`***`) finds nothing.
 *
 * Without a topic, an article is shown as judged for the first topic (by id) that accepted it.
 */
export function search(connection: Connection, query: SearchQuery): readonly ArticleView[] {
  const worded = query.text.trim() !== '';
  const before = query.after === undefined ? null : numberOf(connection, query.after);
  if (before === undefined) return [];
  const expression = worded ? matchExpression(connection, query) : null;
  if (worded && expression === null) return [];
  const candidates =
    expression === null
      ? from
          .selectFrom('judgements as j')
          .crossJoin('contents as c')
          .$if(before !== null, (q) => q.where('j.article', '<', before ?? 0))
          .orderBy('j.article', 'desc')
      : // A cross join is a wish for this very order of loops: the index gives its rows newest first, and stops at the limit.
        from
          .selectFrom('search as f')
          .crossJoin('judgements as j')
          .crossJoin('contents as c')
          .where(sql<boolean>`f.search match ${expression}`)
          .$if(before !== null, (q) => q.where('f.rowid', '<', before ?? 0))
          .whereRef('j.article', '=', 'f.rowid')
          .orderBy('f.rowid', 'desc');
  const found = candidates
    .whereRef('c.article', '=', 'j.article')
    .where('j.decision', '=', 'accepted')
    .where((eb) => eb.and(filters(eb, query)))
    .select(['j.article as n', ({ fn }) => fn.min('j.topic_id').as('topicId')])
    .groupBy(expression === null ? 'j.article' : sql`f.rowid`)
    .limit(query.limit);
  return articleViews(connection, rows(connection, found));
}

/** Articles are counted as they are stored; undefined: none has this id. */
const numberOf = (connection: Connection, id: string): number | undefined =>
  connection.get<{ n: number }>('select n from articles where id = ?', id)?.n;

type Candidates = Schema & { j: Schema['judgements']; c: Schema['contents'] };

function filters(eb: ExpressionBuilder<Candidates, 'j' | 'c'>, query: SearchQuery) {
  const { topicId, tag, sourceId, language, since, until } = query;
  const conditions = [];
  if (topicId !== undefined) conditions.push(eb('j.topic_id', '=', topicId));
  if (language !== undefined) conditions.push(eb('c.language', '=', language));
  if (tag !== undefined)
    conditions.push(
      eb.exists(
        eb
          .selectFrom('tags as t')
          .whereRef('t.article', '=', 'j.article')
          .whereRef('t.topic_id', '=', 'j.topic_id')
          .where('t.tag', '=', tag)
          .select('t.tag'),
      ),
    );
  if (sourceId !== undefined)
    conditions.push(
      eb.exists(
        eb
          .selectFrom('sightings as s')
          .whereRef('s.article', '=', 'j.article')
          .where('s.source_id', '=', sourceId)
          .select('s.source_id'),
      ),
    );
  if (since !== undefined || until !== undefined)
    conditions.push(
      eb.exists(
        eb
          .selectFrom('articles as a')
          .whereRef('a.n', '=', 'j.article')
          .$if(since !== undefined, (q) => q.where('a.first_seen', '>=', since ?? ''))
          .$if(until !== undefined, (q) => q.where('a.first_seen', '<', until ?? ''))
          .select('a.n'),
      ),
    );
  return conditions;
}

/**
 * The query in the syntax of FTS5, built from words only; null where it holds none. Every article was indexed in one
 * language, so the query is asked in each language of the corpus.
 */
function matchExpression(connection: Connection, { text, language }: SearchQuery): string | null {
  const languages = connection.all<{ language: string }>(
    'select language from search_languages order by language',
  );
  const alternatives = languages
    .filter((row) => language === undefined || row.language === language)
    .map((row) => searchPhrases(text, row.language))
    .filter((phrases) => phrases.length > 0)
    .map((phrases) => `(${phrases.map(phraseExpression).join(' AND ')})`);
  return alternatives.length === 0 ? null : alternatives.join(' OR ');
}

/**
 * `"a b"`, or with Hangul `NEAR("a"* "b"*, 0)`: within a phrase FTS5 knows no prefixes, so there the words stand side by side in
 * either order.
 */
function phraseExpression(phrase: SearchPhrase): string {
  const [first, ...others] = phrase;
  if (others.length === 0) return quoted(first.text) + (first.prefix ? '*' : '');
  if (phrase.every((term) => !term.prefix)) return quoted(phrase.map((term) => term.text).join(' '));
  const terms = phrase.map((term) => quoted(term.text) + (term.prefix ? '*' : ''));
  return `NEAR(${terms.join(' ')}, ${phrase.length - 2})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
