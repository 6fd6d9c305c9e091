import type { Connection } from './connection.ts';

/** Each finds the ids of what breaks a rule that the tables alone cannot hold. */
const RULES: readonly (readonly [problem: string, sql: string])[] = [
  [
    'accepted articles without a story',
    `select a.id || ' (' || j.topic_id || ')' as id from judgements j join articles a on a.n = j.article
     where j.decision = 'accepted' and not exists (
       select 1 from story_articles m where m.article = j.article and m.topic_id = j.topic_id)`,
  ],
  [
    'articles in a story that are not accepted',
    `select a.id || ' (' || m.topic_id || ')' as id from story_articles m join articles a on a.n = m.article
     where not exists (
       select 1 from judgements j where j.article = m.article and j.topic_id = m.topic_id and j.decision = 'accepted')`,
  ],
  [
    'stories without their lead among their articles',
    `select s.id from stories s where not exists (
       select 1 from story_articles m where m.story_id = s.id and m.article = s.lead)`,
  ],
  [
    'stories that hold articles of another topic',
    `select distinct s.id from stories s join story_articles m on m.story_id = s.id where m.topic_id <> s.topic_id`,
  ],
  [
    'developments of a story that was never closed and is not there',
    `select d.id from developments d where not exists (select 1 from stories s where s.id = d.story_id)
       and not exists (select 1 from forwards f where f.story_id = d.story_id)`,
  ],
  [
    'articles that cannot be looked up by any key',
    'select a.id from articles a where not exists (select 1 from keys k where k.article = a.n)',
  ],
  [
    'articles whose content is missing, or left behind after they were dropped',
    `select a.id from articles a where a.forgotten =
       exists (select 1 from contents c where c.article = a.n and c.revision = a.revision)`,
  ],
  [
    'accepted articles that search cannot find',
    `select distinct a.id from judgements j join articles a on a.n = j.article
     where j.decision = 'accepted' and not exists (select 1 from search f where f.rowid = a.n)`,
  ],
  [
    'articles that search finds although they are not accepted',
    `select coalesce(a.id, f.rowid) as id from search f left join articles a on a.n = f.rowid
     where not exists (select 1 from judgements j where j.article = f.rowid and j.decision = 'accepted')`,
  ],
];

/** What is wrong with the database, one sentence a problem; empty: nothing is. */
export function integrity(connection: Connection): readonly string[] {
  const damage = connection
    .all<{ integrity_check: string }>('pragma integrity_check')
    .map((row) => row.integrity_check)
    .filter((message) => message !== 'ok')
    .map((message) => `the database is damaged (${message}); put a backup in its place`);
  if (damage.length > 0) return damage;
  const dangling = connection
    .all<{ table: string; parent: string }>('pragma foreign_key_check')
    .map((row) => `a row of ${row.table} points to a row of ${row.parent} that is missing`);
  return [...dangling, ...RULES.flatMap(([problem, sql]) => check(connection, problem, sql))];
}

function check(connection: Connection, problem: string, sql: string): readonly string[] {
  const found = connection.all<{ id: string }>(sql);
  const [first] = found;
  return first === undefined ? [] : [`${found.length} ${problem}, for example ${first.id}`];
}
