import type { Instant } from '../domain/time.ts';
import type { Carried } from '../domain/view.ts';
import type { Connection } from './connection.ts';

/** Articles looked through, the newest: what vanishes is missed soon. */
const NEWEST = 20_000;

interface Row {
  readonly id: string;
  readonly source_id: string;
  readonly published: string | null;
  readonly vanished: string | null;
  readonly keys: string;
}

/** Articles of stories that one of these sources brought since a moment, by number. */
export function carriedBy(
  connection: Connection,
  sourceIds: readonly string[],
  since: Instant,
): readonly Carried[] {
  const rows = connection.all<Row>(
    `select a.id, a.source_id, c.published, v.since as vanished,
       (select json_group_array(k.key) from keys k where k.article = a.n) as keys
     from articles a
     join contents c on c.article = a.n
     left join vanished v on v.article = a.n
     where a.n > (select max(n) - ${NEWEST} from articles) and a.first_seen >= ?
       and a.source_id in (select value from json_each(?))
       and exists (select 1 from story_articles m where m.article = a.n)
     order by a.n`,
    since,
    JSON.stringify(sourceIds),
  );
  return rows.map(({ id, source_id, published, vanished, keys }) => ({
    articleId: id,
    sourceId: source_id,
    published,
    keys: JSON.parse(keys) as string[],
    vanished,
  }));
}

/** Marks articles as vanished, or takes the mark off. A mark stays as it was first set. */
export function recordVanished(
  connection: Connection,
  marks: readonly { readonly articleId: string; readonly since: Instant | null }[],
): void {
  for (const { articleId, since } of marks) {
    if (since === null) {
      connection.run('delete from vanished where article = (select n from articles where id = ?)', articleId);
    } else {
      connection.run(
        'insert into vanished (article, since) select n, ? from articles where id = ? on conflict do nothing',
        since,
        articleId,
      );
    }
  }
}

/** Since when these articles are gone from their sources; those that are not are absent. */
export function vanishedAmong(
  connection: Connection,
  articleIds: readonly string[],
): ReadonlyMap<string, Instant> {
  const rows = connection.all<{ id: string; since: string }>(
    `select a.id, v.since from json_each(?) wanted join articles a on a.id = wanted.value
     join vanished v on v.article = a.n`,
    JSON.stringify(articleIds),
  );
  return new Map(rows.map(({ id, since }) => [id, since]));
}
