import type { Connection } from './connection.ts';

/** The first articles without a verdict under this hash of the topic that still stands, after the article given. */
export function toJudge(
  connection: Connection,
  topicId: string,
  topicHash: string,
  limit: number,
  after: string | undefined,
): readonly number[] {
  const start =
    after === undefined
      ? undefined
      : connection.get<{ n: number }>('select n from articles where id = ?', after);
  return unjudged(connection, topicId, topicHash, start?.n ?? 0, limit);
}

function unjudged(
  connection: Connection,
  topicId: string,
  topicHash: string,
  after: number,
  limit: number,
): readonly number[] {
  const mark = connection.get<{ upto: number }>(
    'select upto from judged where topic_id = ? and topic_hash = ?',
    topicId,
    topicHash,
  );
  const rows = connection.all<{ n: number }>(
    `select a.n from articles a
     where a.n > ? and a.forgotten = 0 and not exists (
       select 1 from judgements j where j.article = a.n and j.topic_id = ? and j.topic_hash = ? and j.stale = 0
     ) order by a.n limit ?`,
    Math.max(after, mark?.upto ?? 0),
    topicId,
    topicHash,
    limit,
  );
  return rows.map((row) => row.n);
}

/**
 * Marks up to which article all are judged under this hash. Without the mark, asking what is left would go through the whole
 * corpus in every cycle.
 */
export function markJudged(connection: Connection, topicId: string, topicHash: string): void {
  const [next] = unjudged(connection, topicId, topicHash, 0, 1);
  const last = connection.get<{ n: number | null }>('select max(n) as n from articles');
  connection.run(
    'insert or replace into judged (topic_id, topic_hash, upto) values (?, ?, ?)',
    topicId,
    topicHash,
    next === undefined ? (last?.n ?? 0) : next - 1,
  );
}

/**
 * Has judged again what labels or learning may move: all that have a score, and the article given. What has none is out for a
 * reason that neither touches, and that is most of a corpus. What was rejected by a full text that is no longer kept stays as it
 * was decided: its summary alone would be judged otherwise.
 */
export function markStale(connection: Connection, topicId: string, articleId = ''): void {
  connection.run(
    `update judgements set stale = 1 where topic_id = ? and stale = 0
       and (article = (select n from articles where id = ?) or (score > 0 and (
         decision <> 'rejected' or evidence ->> 'judged' <> 'full'
         or exists (select 1 from contents c where c.article = judgements.article and c.text is not null))))`,
    topicId,
    articleId,
  );
  connection.run('delete from judged where topic_id = ?', topicId);
}
