import type { ChangeSet } from '../domain/change.ts';
import type { Development, Story } from '../domain/story.ts';
import type { Change } from './change.ts';

/**
 * Stores stories whole, and closes others. An article that joins a story leaves the one it was in; a former story that the
 * set says nothing of gets another lead if it lost its own, and is closed if nothing is left of it. A story that the set both
 * tells and closes is closed.
 */
export function writeStories(change: Change, stories: readonly Story[], closed: ChangeSet['closed']): void {
  const left = new Map<string, string>();
  const closing = new Set(closed.map(({ storyId }) => storyId));
  for (const story of stories) if (!closing.has(story.id)) writeStory(change, story, left);
  for (const { storyId, into } of closed) close(change, storyId, into);
  for (const [former, into] of left) mend(change, former, into);
}

/** @param left filled with the stories that lost an article, and to which story. */
function writeStory(change: Change, story: Story, left: Map<string, string>): void {
  const { connection } = change;
  const reopened = connection.run('delete from forwards where story_id = ?', story.id);
  const written = connection.run(
    `insert into stories (id, topic_id, lead, opened, updated, listed) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set
       lead = excluded.lead, opened = excluded.opened, updated = excluded.updated, listed = excluded.listed
     where (lead, opened, updated, listed) is not (excluded.lead, excluded.opened, excluded.updated, excluded.listed)`,
    story.id,
    story.topicId,
    change.numberOf(story.leadId),
    story.opened,
    story.updated,
    story.listed ? 1 : 0,
  );
  const moved = writeMembers(change, story, left);
  if (reopened + written > 0 || moved) change.visible = true;
}

function writeMembers(change: Change, story: Story, left: Map<string, string>): boolean {
  const { connection } = change;
  const wanted = story.articleIds.map((id) => change.numberOf(id));
  const now = membersOf(change, story.id);
  if (wanted.length === now.length && wanted.every((n, i) => n === now[i])) return false;
  for (const n of wanted) {
    const former = connection.get<{ story_id: string }>(
      'select story_id from story_articles where article = ? and topic_id = ?',
      n,
      story.topicId,
    );
    if (former !== undefined && former.story_id !== story.id) left.set(former.story_id, story.id);
  }
  connection.run('delete from story_articles where story_id = ?', story.id);
  wanted.forEach((n, position) => {
    connection.run(
      'insert or replace into story_articles (article, topic_id, story_id, position) values (?, ?, ?, ?)',
      n,
      story.topicId,
      story.id,
      position,
    );
  });
  return true;
}

function membersOf({ connection }: Change, storyId: string): readonly number[] {
  const rows = connection.all<{ article: number }>(
    'select article from story_articles where story_id = ? order by position',
    storyId,
  );
  return rows.map((row) => row.article);
}

function close(change: Change, storyId: string, into: string | null): void {
  const { connection } = change;
  connection.run('delete from story_articles where story_id = ?', storyId);
  connection.run('delete from comparisons where story_id = ?', storyId);
  const gone = connection.run('delete from stories where id = ?', storyId);
  const marked = connection.run(
    `insert into forwards (story_id, into_id, at) values (?, ?, ?)
     on conflict (story_id) do update set into_id = excluded.into_id where into_id is not excluded.into_id`,
    storyId,
    into,
    change.at,
  );
  if (gone + marked > 0) change.visible = true;
}

function mend(change: Change, storyId: string, into: string): void {
  const { connection } = change;
  const [first] = membersOf(change, storyId);
  if (first === undefined) {
    if (connection.get('select 1 from stories where id = ?', storyId) !== undefined)
      close(change, storyId, into);
    return;
  }
  connection.run(
    `update stories set lead = ? where id = ?
       and not exists (select 1 from story_articles s where s.story_id = stories.id and s.article = stories.lead)`,
    first,
    storyId,
  );
}

/** A development is never rewritten: an entry of the updates feed stays as it was. */
export function writeDevelopments(change: Change, developments: readonly Development[]): void {
  for (const { id, storyId, topicId, articleId, kind, at, text } of developments) {
    const written = change.connection.run(
      `insert into developments (id, story_id, topic_id, article, kind, at, text) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do nothing`,
      id,
      storyId,
      topicId,
      change.numberOf(articleId),
      kind,
      at,
      text,
    );
    if (written > 0) change.visible = true;
  }
}
