import type { ChangeSet } from '../domain/change.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';

/** Stores what comparing gave, in place of what was there; nothing of a story that is not there or was closed. */
export function writeComparisons(change: Change, comparisons: ChangeSet['comparisons']): void {
  for (const { storyId, comparison } of comparisons) {
    const written = change.connection.run(
      `insert into comparisons (story_id, as_of, comparison) select id, updated, ? from stories where id = ?
       on conflict (story_id) do update set as_of = excluded.as_of, comparison = excluded.comparison
       where (as_of, comparison) is not (excluded.as_of, excluded.comparison)`,
      JSON.stringify(comparison),
      storyId,
    );
    if (written > 0) change.visible = true;
  }
}

/**
 * Of the newest stories that feeds show, those whose newest development came after they were last compared, or that never were.
 */
export function uncompared(connection: Connection, topicId: string, newest: number): readonly string[] {
  const rows = connection.all<{ id: string }>(
    `select s.id from (
       select id, updated from stories where topic_id = ? and listed = 1 order by updated desc, id limit ?
     ) s left join comparisons c on c.story_id = s.id
     where c.as_of is not s.updated`,
    topicId,
    newest,
  );
  return rows.map((row) => row.id);
}
