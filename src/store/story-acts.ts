import type { StoryAct } from '../domain/story.ts';
import type { Change } from './change.ts';
import type { Connection } from './connection.ts';

/** Stores acts. Of one that is stored already only one thing can change: that it was taken back, once and for all. */
export function writeActs(change: Change, acts: readonly StoryAct[]): void {
  for (const { undone, ...act } of acts) {
    const written = change.connection.run(
      `insert into story_acts (id, topic_id, kind, story_id, undone, act) values (?, ?, ?, ?, ?, ?)
       on conflict (id) do update set undone = excluded.undone where undone is null and excluded.undone is not null`,
      act.id,
      act.topicId,
      act.kind,
      act.storyId,
      undone,
      JSON.stringify(act),
    );
    if (written > 0) change.visible = true;
  }
}

/** Oldest first. */
export function storyActs(connection: Connection, topicId: string): readonly StoryAct[] {
  const rows = connection.all<{ act: string; undone: string | null }>(
    'select act, undone from story_acts where topic_id = ? order by n',
    topicId,
  );
  return rows.map(({ act, undone }) => ({ ...(JSON.parse(act) as Omit<StoryAct, 'undone'>), undone }));
}
