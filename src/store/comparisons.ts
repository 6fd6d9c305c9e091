import type { ChangeSet } from '../domain/change.ts';
import type { Change } from './change.ts';

/** Stores what comparing gave, in place of what was there; nothing of a story that is not there or was closed. */
export function writeComparisons(change: Change, comparisons: ChangeSet['comparisons']): void {
  for (const { storyId, comparison } of comparisons) {
    const written = change.connection.run(
      `insert into comparisons (story_id, comparison) select id, ? from stories where id = ?
       on conflict (story_id) do update set comparison = excluded.comparison
       where comparison <> excluded.comparison`,
      JSON.stringify(comparison),
      storyId,
    );
    if (written > 0) change.visible = true;
  }
}
