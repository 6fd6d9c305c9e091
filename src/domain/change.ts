import type { Article, PageWait, Sighting } from './article.ts';
import type { Comparison } from './comparison.ts';
import type { SourceState } from './source.ts';
import type { Development, Story, StoryAct } from './story.ts';
import type { Instant } from './time.ts';
import type { TagGiven, Verdict } from './verdict.ts';

/** A verdict and the tags that follow from it, on one article. */
export interface Judgement extends Verdict {
  readonly articleId: string;
  readonly tags: readonly TagGiven[];
}

/** What a topic learned on the way: explicit state, plain JSON. The store keeps it without looking into it. */
export interface TopicLearned {
  readonly topicId: string;
  readonly state: object;
}

/**
 * Everything one step of deciding wants stored, in one transaction. Committing it a second time changes nothing:
 * every part is keyed, and replaces or repeats what is there.
 */
export interface ChangeSet {
  readonly at: Instant;
  /**
   * New articles, and new revisions of known ones (`revision` above 1; the store keeps what they replace). One with a `late` page
   * takes the place of the same revision.
   */
  readonly articles: readonly Article[];
  readonly keys: readonly { readonly key: string; readonly articleId: string }[];
  readonly sightings: readonly Sighting[];
  /** Articles whose page a later run is to read, and those whose page needs no reading any more (null). */
  readonly pages: readonly { readonly articleId: string; readonly wait: PageWait | null }[];
  readonly judgements: readonly Judgement[];
  /** Stories that were opened or changed, whole. An article leaves the story it was in before. */
  readonly stories: readonly Story[];
  /** Stories that have no article left, and where their articles went (null: nowhere). */
  readonly closed: readonly { readonly storyId: string; readonly into: string | null }[];
  readonly developments: readonly Development[];
  /** What comparing the accounts of a story gave at its newest development, in place of what it gave before. */
  readonly comparisons: readonly { readonly storyId: string; readonly comparison: Comparison }[];
  /** What a person said of stories, and acts that were taken back (`undone`). */
  readonly acts: readonly StoryAct[];
  readonly sources: readonly SourceState[];
  /** What topics have learned by now, each whole, in place of what it had learned before. */
  readonly learned: readonly TopicLearned[];
}
