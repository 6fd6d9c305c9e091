import type { Item } from '../domain/article.ts';
import type { Known } from '../domain/store.ts';
import type { Connection } from './connection.ts';

/** Keys looked up in one statement: bounds the JSON they travel in. */
const CHUNK = 5000;

interface KnownRow {
  readonly key: string;
  readonly id: string;
  readonly source_id: string;
  readonly content_hash: string;
  readonly revision: number;
  readonly first_seen: string;
  readonly forgotten: number;
}

/** What is known under each of the keys; those that are not known are absent. */
export function known(connection: Connection, keys: readonly string[]): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (let at = 0; at < keys.length; at += CHUNK) {
    const rows = connection.all<KnownRow>(
      `select k.key, a.id, a.source_id, a.content_hash, a.revision, a.first_seen, a.forgotten
       from json_each(?) wanted join keys k on k.key = wanted.value join articles a on a.n = k.article`,
      JSON.stringify(keys.slice(at, at + CHUNK)),
    );
    for (const row of rows) {
      found.set(row.key, {
        articleId: row.id,
        sourceId: row.source_id,
        contentHash: row.content_hash,
        revision: row.revision,
        firstSeen: row.first_seen,
        forgotten: row.forgotten !== 0,
      });
    }
  }
  return found;
}

/**
 * The items that are news: not known under any key, changed at the source that brought them first, or brought by another
 * source for the first time. The strongest key that is known decides which article an item is.
 */
export function changed(connection: Connection, items: readonly Item[]): readonly Item[] {
  const articles = known(
    connection,
    items.flatMap((item) => item.keys),
  );
  const matches = items.map((item) =>
    item.keys.map((key) => articles.get(key)).find((match) => match !== undefined),
  );
  const elsewhere = items.flatMap((item, i) => {
    const match = matches[i];
    return match && match.sourceId !== item.sourceId ? [[match.articleId, item.sourceId] as const] : [];
  });
  const sighted = sightedAt(connection, elsewhere);
  return items.filter((item, i) => {
    const match = matches[i];
    if (match === undefined) return true;
    if (match.forgotten) return false;
    if (match.sourceId === item.sourceId) return match.contentHash !== item.contentHash;
    return !sighted.has(`${match.articleId} ${item.sourceId}`);
  });
}

/** Which of these pairs of an article and a source are sightings, each as `article source`. */
function sightedAt(
  connection: Connection,
  pairs: readonly (readonly [articleId: string, sourceId: string])[],
): ReadonlySet<string> {
  if (pairs.length === 0) return new Set();
  const rows = connection.all<{ pair: string }>(
    `select a.id || ' ' || s.source_id as pair
     from json_each(?) wanted
     join articles a on a.id = wanted.value ->> 0
     join sightings s on s.article = a.n and s.source_id = wanted.value ->> 1`,
    JSON.stringify(pairs),
  );
  return new Set(rows.map((row) => row.pair));
}
