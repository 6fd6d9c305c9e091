import type { Answer, Label, Labelled } from '../domain/label.ts';
import { articlesByNumber } from './article-rows.ts';
import type { Connection } from './connection.ts';
import { markStale } from './judged.ts';

/** What was answered for a topic, in the order it was answered, then by article. */
export function labels(connection: Connection, topicId: string): readonly Labelled[] {
  const found = connection.all<{ article: number; id: string; answer: Answer; at: string }>(
    `select l.article, a.id, l.answer, l.at from labels l join articles a on a.n = l.article
     where l.topic_id = ? order by l.at, a.id`,
    topicId,
  );
  const byId = new Map(found.map(({ id, answer, at }) => [id, { articleId: id, topicId, answer, at }]));
  return articlesByNumber(
    connection,
    found.map(({ article }) => article),
  ).flatMap((article) => {
    const label = byId.get(article.id);
    return label === undefined ? [] : [{ label, article }];
  });
}

export function setLabels(connection: Connection, given: readonly Label[]): void {
  for (const { articleId, topicId, answer, at } of given) {
    const changed = connection.run(
      `insert into labels (article, topic_id, answer, at) select n, ?, ?, ? from articles where id = ?
       on conflict (topic_id, article) do update set answer = excluded.answer, at = excluded.at
       where answer <> excluded.answer`,
      topicId,
      answer,
      at,
      articleId,
    );
    if (changed > 0) markStale(connection, topicId, articleId);
  }
}

export function removeLabels(connection: Connection, topicId: string, articleIds: readonly string[]): void {
  for (const articleId of articleIds) {
    const changed = connection.run(
      'delete from labels where topic_id = ? and article = (select n from articles where id = ?)',
      topicId,
      articleId,
    );
    if (changed > 0) markStale(connection, topicId, articleId);
  }
}
