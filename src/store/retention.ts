import type { Retention } from '../domain/settings.ts';
import { daysBefore, type Instant } from '../domain/time.ts';
import type { Connection } from './connection.ts';

/** At most this many articles are forgotten in one go, so that the transaction stays short; the next cycle goes on. */
const AT_ONCE = 2000;

/**
 * Forgets articles that every topic has rejected for `rejectedDays` and nobody labelled: their content, judgements and sightings
 * go, their keys stay. Drops old revisions above their cap, and the records of cycles as old as the articles, all but the last.
 *
 * @returns how many articles were forgotten.
 */
export function retain(connection: Connection, policy: Retention, now: Instant): number {
  const before = daysBefore(now, policy.rejectedDays);
  // By the index of rejections: the planner would rather go through all judgements.
  const expired = connection.all<{ article: number }>(
    `select j.article from judgements j indexed by judgements_rejected
     where j.decision = 'rejected' and j.since < ? and not exists (
       select 1 from judgements k where k.article = j.article and (k.decision <> 'rejected' or k.since >= ?)
     ) and not exists (select 1 from labels l where l.article = j.article) limit ${AT_ONCE}`,
    before,
    before,
  );
  const articles = new Set(expired.map((row) => row.article));
  for (const article of articles) {
    for (const table of ['contents', 'revisions', 'judgements', 'tags', 'sightings', 'waiting_pages'])
      connection.run(`delete from ${table} where article = ?`, article);
    connection.run('update articles set forgotten = 1 where n = ?', article);
  }
  connection.run(
    // `> 1` says nothing new, and lets the index of revised articles serve.
    `delete from revisions where (article, revision) in (
       select r.article, r.revision from articles a join revisions r on r.article = a.n
       where a.revision > 1 and a.revision > ? + 1 and r.revision < a.revision - ?
     )`,
    policy.revisions,
    policy.revisions,
  );
  connection.run('delete from cycles where finished < ? and n < (select max(n) from cycles)', before);
  return articles.size;
}
