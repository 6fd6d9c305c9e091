import type { Instant } from './time.ts';

/** The articles that tell of one event, for one topic. Every accepted article is in exactly one, if only of one. */
export interface Story {
  /** A UUID: once published it never points to another event. */
  readonly id: string;
  readonly topicId: string;
  /** The article it is shown by; fixed once published. */
  readonly leadId: string;
  /** Its articles in the order they joined, the lead among them. */
  readonly articleIds: readonly [string, ...string[]];
  readonly opened: Instant;
  /** When something new was last learned: its newest development. */
  readonly updated: Instant;
  /** False for an old find (first run, new source, rejudging): in the corpus, in no feed. */
  readonly listed: boolean;
}

/** Something new in a story; an entry of the updates feed, never rewritten. */
export interface Development {
  readonly id: string;
  readonly storyId: string;
  readonly topicId: string;
  /** The article that brought it. */
  readonly articleId: string;
  readonly kind: 'opening' | 'fact' | 'origin';
  readonly at: Instant;
  /** What is new, as plain text; empty for an opening. */
  readonly text: string;
}

/**
 * A person's word on stories: it stands against whatever the grouping finds, until it is undone. `merge` makes one story of
 * several, `split` takes articles out of one, `hide` takes one out of every feed.
 */
export interface StoryAct {
  /** A UUID. */
  readonly id: string;
  readonly topicId: string;
  readonly kind: 'merge' | 'split' | 'hide';
  /** The story that comes of it: merged into, split off, hidden. */
  readonly storyId: string;
  readonly at: Instant;
  /** The stories it speaks of as they were before. */
  readonly before: readonly Story[];
  /** Where the articles it speaks of belong from then on. */
  readonly holds: readonly StoryHold[];
  /** When it was taken back; null: it stands. */
  readonly undone: Instant | null;
}

/** That a person said where an article belongs. */
export interface StoryHold {
  readonly articleId: string;
  readonly storyId: string;
}
