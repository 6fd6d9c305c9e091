import type { Store } from '../../domain/store.ts';
import type { StoryAct } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { StoryView } from '../../domain/view.ts';
import type { Held } from '../../stories/grouping/members.ts';

/** Where people want articles to be, by article. */
export type Holds = ReadonlyMap<string, Held>;

/**
 * What acts that stand say of articles; a later one goes before an earlier one.
 *
 * @param acts of one topic, oldest first.
 */
export function holdsOf(acts: readonly StoryAct[]): Holds {
  const standing = acts.filter(({ undone }) => undone === null);
  const hidden = new Set(standing.filter(({ kind }) => kind === 'hide').map(({ storyId }) => storyId));
  return new Map(
    standing.flatMap(({ holds }) =>
      holds.map(({ articleId, storyId }) => [articleId, { story: storyId, apart: hidden.has(storyId) }]),
    ),
  );
}

/** What placing new articles looks at: the stories they may join, those of which a person spoke among them, and that word. */
export async function openStories(
  store: Store,
  topicId: string,
  since: Instant,
): Promise<{ readonly candidates: readonly StoryView[]; readonly holds: Holds }> {
  const holds = holdsOf(await store.storyActs(topicId));
  const spokenOf = new Set([...holds.values()].map(({ story }) => story));
  return { candidates: await store.candidates(topicId, since, [...spokenOf]), holds };
}
