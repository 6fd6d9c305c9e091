import type { Article } from '../domain/article.ts';
import type { StoryView } from '../domain/view.ts';
import { addressKey, canonicalUrl } from '../text/url.ts';
import { articlesByNumber } from './article-rows.ts';
import type { Connection } from './connection.ts';
import { storyViews } from './story-rows.ts';

/** A beginning of an id must be this long: shorter ones are typing errors more often than references. */
const SHORTEST = 6;

/** By id, by a beginning of an id that only one article has, or by address. Null also for what retention dropped. */
export function find(connection: Connection, reference: string): Article | null {
  const n = numberOf(connection, reference.trim());
  return n === null ? null : (articlesByNumber(connection, [n])[0] ?? null);
}

/**
 * The stories meant by an id or a beginning that only one story has, by the id of a story that went into another, or by an
 * article: one a topic.
 */
export function findStories(connection: Connection, reference: string): readonly StoryView[] {
  const wanted = reference.trim();
  const id = storyId(connection, wanted.toLowerCase());
  if (id !== null) return storyViews(connection, [id]);
  const n = numberOf(connection, wanted);
  const rows = connection.all<{ story_id: string }>(
    'select story_id from story_articles where article = ? order by topic_id',
    n,
  );
  return storyViews(
    connection,
    rows.map((row) => row.story_id),
  );
}

/** Follows the marks that stories leave where they went into another, however long the way. */
function storyId(connection: Connection, start: string): string | null {
  const found = only(
    connection,
    `select id from asked join stories on id >= start and id < start || '~'
     union select story_id as id from asked join forwards on story_id >= start and story_id < start || '~'`,
    start,
  );
  if (found === null) return null;
  const end = connection.get<{ id: string }>(
    `with recursive way (id) as (
       values (?) union select f.into_id from forwards f join way w on f.story_id = w.id where f.into_id is not null
     ) select s.id from way join stories s using (id)`,
    found.id,
  );
  return end?.id ?? null;
}

const numberOf = (connection: Connection, wanted: string): number | null =>
  byId(connection, wanted.toLowerCase()) ?? byAddress(connection, wanted);

function byId(connection: Connection, start: string): number | null {
  const sql = "select n, id from asked join articles on id >= start and id < start || '~'";
  return only<{ n: number; id: string }>(connection, sql, start)?.n ?? null;
}

/**
 * The only row whose id begins so.
 *
 * @param sql begun at the table `asked`, which holds the `start` of the id. No id goes on with a sign above "~", so two bounds
 *   enclose all that begin so, and an id itself comes first.
 */
function only<Row extends { id: string }>(connection: Connection, sql: string, start: string): Row | null {
  if (start.length < SHORTEST) return null;
  const [first, second] = connection.all<Row>(
    `with asked (start) as (values (?)) ${sql} order by id limit 2`,
    start,
  );
  if (first === undefined) return null;
  return second === undefined || first.id === start ? first : null;
}

function byAddress(connection: Connection, address: string): number | null {
  const key = addressKey(canonicalUrl(address) ?? address);
  const row = connection.get<{ article: number }>('select article from keys where key = ?', key);
  return row?.article ?? null;
}
