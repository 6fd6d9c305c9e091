import type { TopicLearned } from '../domain/change.ts';
import type { Connection } from './connection.ts';
import { markStale } from './judged.ts';

/** What a topic learned, as it was committed; null: nothing. */
export function learned(connection: Connection, topicId: string): object | null {
  const row = connection.get<{ state: string }>('select state from topic_states where topic_id = ?', topicId);
  return row === undefined ? null : JSON.parse(row.state);
}

export function writeLearned(connection: Connection, states: readonly TopicLearned[]): void {
  for (const { topicId, state } of states) {
    connection.run(
      'insert into topic_states values (?, ?) on conflict (topic_id) do update set state = excluded.state',
      topicId,
      JSON.stringify(state),
    );
  }
}

/** Forgets what a topic learned, so that it learns anew from the corpus. */
export function forgetLearned(connection: Connection, topicId: string): void {
  const forgotten = connection.run('delete from topic_states where topic_id = ?', topicId);
  if (forgotten > 0) markStale(connection, topicId);
}
