import type { Article } from '../domain/article.ts';
import { canonicalUrl } from '../text/url.ts';
import { articlesByNumber } from './article-rows.ts';
import type { Connection } from './connection.ts';

/** A beginning of an id must be this long: shorter ones are typing errors more often than references. */
const SHORTEST = 6;

/** By id, by a beginning of an id that only one article has, or by address. Null also for what retention dropped. */
export function find(connection: Connection, reference: string): Article | null {
  const wanted = reference.trim();
  const n = byId(connection, wanted.toLowerCase()) ?? byAddress(connection, wanted);
  return n === null ? null : (articlesByNumber(connection, [n])[0] ?? null);
}

function byId(connection: Connection, start: string): number | null {
  if (start.length < SHORTEST) return null;
  // No id goes on with a sign above "~", so these two bounds enclose all that begin so, and an id itself comes first.
  const rows = connection.all<{ n: number; id: string }>(
    "select n, id from articles where id >= ? and id < ? || '~' order by id limit 2",
    start,
    start,
  );
  const [first, second] = rows;
  if (first === undefined) return null;
  return second === undefined || first.id === start ? first.n : null;
}

function byAddress(connection: Connection, address: string): number | null {
  const key = `url:${canonicalUrl(address) ?? address}`;
  const row = connection.get<{ article: number }>('select article from keys where key = ?', key);
  return row?.article ?? null;
}
