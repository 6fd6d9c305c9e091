import type { Article, Sighting } from './article.ts';
import type { Judgement } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { Development, Story } from './story.ts';
import type { Instant, Language } from './time.ts';
import type { Verdict } from './verdict.ts';

/** A story with all that is needed to show it. */
export interface StoryView {
  readonly story: Story;
  /** In the order of `story.articleIds`. */
  readonly articles: readonly ArticleView[];
  /** Oldest first. */
  readonly developments: readonly Development[];
  /** What its accounts say differently, as of its newest development; null: never compared. */
  readonly comparison: Comparison | null;
  /** A person took it out of every feed. */
  readonly hidden: boolean;
}

/** An article with what was decided on it for one topic. */
export interface ArticleView {
  readonly article: Article;
  readonly judgement: Judgement;
  /** First first; `sightings[0]` is the source that brought it. */
  readonly sightings: readonly Sighting[];
}

/** What was decided on an article for one topic, without the text it was decided on: for counting over a whole topic. */
export interface JudgedArticle {
  readonly articleId: string;
  readonly title: string;
  readonly url: string | null;
  readonly language: Language;
  readonly published: Instant | null;
  readonly firstSeen: Instant;
  /** The source that brought it first comes first. */
  readonly sourceIds: readonly string[];
  /** Null: in none, since it is not accepted. */
  readonly storyId: string | null;
  readonly verdict: Verdict;
}

/** An article of a story as its source carries it, or does no more. */
export interface Carried {
  readonly articleId: string;
  readonly sourceId: string;
  readonly published: Instant | null;
  readonly keys: readonly string[];
  /** Since when it is gone from its source; null: it is not. */
  readonly vanished: Instant | null;
}
