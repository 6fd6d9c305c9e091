import type { Store } from '../../domain/store.ts';
import type { Story } from '../../domain/story.ts';
import { daysBefore } from '../../domain/time.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Explanation } from '../../stories/grouping/explain.ts';
import { ONE_TOPIC } from '../../stories/grouping/field.ts';
import { Grouping } from '../../stories/grouping/grouping.ts';
import { restorable } from './arrivals.ts';
import { openStories } from './holds.ts';
import { lookedFor } from './looked-for.ts';

/** A story an article is in, and why it is in that one. */
export interface StoryExplained extends Story {
  readonly because: {
    /** A person put it there; nothing else counts then. */
    readonly held: boolean;
    /** How many accounts there are beside it. */
    readonly others: number;
    /** Terms it shares with them, those that weigh most first, and how similar it is to them, and they to one another. */
    readonly shared: readonly string[];
    readonly between: number | null;
    readonly within: number | null;
    /** The story that came next, by the title of its lead. */
    readonly apart:
      | (NonNullable<Explanation['apart']> & {
          readonly title: string;
        })
      | null;
  };
}

/** How long before a story's newest development its neighbours may lie: what an article is compared with. */
const NEAR_DAYS = 30;
/**
 * Why an article is in its story. The stories around it are laid out as they stand now, which is by what all of them say by now:
 * figures may differ a little from those it was placed by.
 *
 * @param concepts of the topic.
 */
export async function explainStory(
  store: Store,
  articleId: string,
  story: Story,
  concepts: readonly Concept[],
): Promise<StoryExplained> {
  const since = daysBefore(story.updated, NEAR_DAYS);
  const { candidates, holds } = await openStories(store, story.topicId, since);
  const grouping = new Grouping(ONE_TOPIC, ([first = '']) => first, lookedFor(concepts));
  grouping.restore(restorable(candidates, holds));
  const found = grouping.explain(articleId);
  const leads = new Map(
    candidates.map(({ story: { id, leadId }, articles }) => {
      return [id, articles.find(({ article }) => article.id === leadId)?.article.title ?? id];
    }),
  );
  const apart = found?.apart ? { ...found.apart, title: leads.get(found.apart.story) ?? '' } : null;
  return {
    ...story,
    because: {
      held: holds.get(articleId)?.story === story.id,
      others: story.articleIds.length - 1,
      shared: found?.shared ?? [],
      between: found?.between ?? null,
      within: found?.within ?? null,
      apart,
    },
  };
}
