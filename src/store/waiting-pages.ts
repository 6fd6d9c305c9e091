import type { Article, PageWait } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Instant } from '../domain/time.ts';
import { articlesByNumber } from './article-rows.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';

/** Notes articles whose page is still to be read, and takes the note off those whose page was. */
export function writePages({ connection, numberOf }: Change, pages: ChangeSet['pages']): void {
  for (const { articleId, wait } of pages) {
    const n = numberOf(articleId);
    if (wait === null) connection.run('delete from waiting_pages where article = ?', n);
    else {
      connection.run(
        `insert into waiting_pages (article, failures, due) values (?, ?, ?)
         on conflict (article) do update set failures = excluded.failures, due = excluded.due`,
        n,
        wait.failures,
        wait.due,
      );
    }
  }
}

/** Of each of these sources so many whose page is due to be read, first seen since a moment, newest first. */
export function waitingPages(
  connection: Connection,
  sourceIds: readonly string[],
  since: Instant,
  now: Instant,
  limit: number,
): readonly Article[] {
  const rows = connection.all<PageWait & { readonly n: number; readonly id: string }>(
    `select n, id, failures, due from (
       select a.n, a.id, w.failures, w.due, row_number() over (partition by a.source_id order by a.n desc) as place
       from waiting_pages w join articles a on a.n = w.article
       where a.forgotten = 0 and a.first_seen >= ? and w.due <= ? and a.source_id in (select value from json_each(?))
     ) where place <= ? order by n desc`,
    since,
    now,
    JSON.stringify(sourceIds),
    limit,
  );
  const waits = new Map(rows.map(({ id, failures, due }) => [id, { failures, due }]));
  const articles = articlesByNumber(
    connection,
    rows.map(({ n }) => n),
  );
  return articles.flatMap((article) => {
    const page = waits.get(article.id);
    return page === undefined ? [] : { ...article, page };
  });
}
