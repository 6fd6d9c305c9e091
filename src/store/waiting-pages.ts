import type { Article } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Instant } from '../domain/time.ts';
import { articlesByNumber } from './article-rows.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';

/** Notes articles whose page is still to be read, and takes the note off those whose page was. */
export function writePages({ connection, numberOf }: Change, pages: ChangeSet['pages']): void {
  for (const { articleId, waiting } of pages) {
    const change = waiting
      ? 'insert into waiting_pages (article) values (?) on conflict do nothing'
      : 'delete from waiting_pages where article = ?';
    connection.run(change, numberOf(articleId));
  }
}

/** Of each of these sources so many whose page is to be read, first seen since a moment, newest first. */
export function waitingPages(
  connection: Connection,
  sourceIds: readonly string[],
  since: Instant,
  limit: number,
): readonly Article[] {
  const rows = connection.all<{ n: number }>(
    `select n from (
       select a.n, row_number() over (partition by a.source_id order by a.n desc) as place
       from waiting_pages w join articles a on a.n = w.article
       where a.forgotten = 0 and a.first_seen >= ? and a.source_id in (select value from json_each(?))
     ) where place <= ? order by n desc`,
    since,
    JSON.stringify(sourceIds),
    limit,
  );
  return articlesByNumber(
    connection,
    rows.map(({ n }) => n),
  );
}
