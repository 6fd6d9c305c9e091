import type { Concept } from '../../domain/topic.ts';
import type { StoryView } from '../../domain/view.ts';
import { ONE_TOPIC } from '../../stories/grouping/field.ts';
import { Grouping } from '../../stories/grouping/grouping.ts';
import { restorable } from './arrivals.ts';
import type { Holds } from './holds.ts';
import { lookedFor } from './looked-for.ts';
import { storyIds } from './story-ids.ts';

/** Where articles belong that came while a person's word stood, now that it does not. */
export type PlacingAgain = (
  /** The stories of those that were there before, by article, as they are from now on. */
  settled: ReadonlyMap<string, string>,
  /** In the order they joined. */
  late: readonly string[],
) => ReadonlyMap<string, string>;

/**
 * Places articles as if they came now, beside the stories around them.
 *
 * @param views the recent stories of the topic, and those that were spoken of.
 * @param holds what people said otherwise.
 */
export function placingAgain(
  topicId: string,
  views: readonly StoryView[],
  holds: Holds,
  concepts: readonly Concept[],
): PlacingAgain {
  return (settled, late) => {
    const coming = new Set(late);
    const ids = new Set(views.map(({ story }) => story.id));
    const grouping = new Grouping(
      ONE_TOPIC,
      storyIds(topicId, (id) => ids.has(id)),
      lookedFor(concepts),
    );
    const arrivals = restorable(views, holds);
    grouping.restore(
      arrivals
        .filter(({ id }) => !coming.has(id))
        .map((arrival) => ({ ...arrival, story: settled.get(arrival.id) ?? arrival.story })),
    );
    const joining = arrivals.filter(({ id }) => coming.has(id));
    const placed = grouping.add(joining);
    const stories = new Map(placed.map(({ story }, at) => [joining[at]?.id ?? '', story]));
    for (const { id, story } of placed.flatMap(({ moved }) => moved)) stories.set(id, story);
    return stories;
  };
}
