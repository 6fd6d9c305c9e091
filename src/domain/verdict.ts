import type { Extent } from './article.ts';

export type Decision = 'accepted' | 'review' | 'rejected';

/** One piece of evidence, in words a person can check. */
export interface Reason {
  /**
   * What spoke: `concept:vladimir-putin`, `exclude:shipbuilding`, `term:sapper` (a word of the examples), `shared:kursk` (a
   * concept that examples in other languages name), `label`, `edited` (it was accepted before its outlet edited it); `together`
   * or `near`, in a sentence or in two neighbouring ones, for how the sides meet, and `late` where the last of them comes in late.
   */
  readonly rule: string;
  /** The facets it counts for; empty: none. */
  readonly facets: readonly string[];
  readonly field: 'title' | 'summary' | 'text';
  /** The text that matched, as it stands in the article. */
  readonly quote: string;
  /** How often it stands in that field. */
  readonly count: number;
  /** What it adds to the log-odds of the score; below 0: it speaks against. */
  readonly weight: number;
  /** True where it was learned from examples, labels or the stream rather than given in the topic file. */
  readonly learned: boolean;
}

/** What was decided on one article for one topic, and why. */
export interface Verdict {
  readonly topicId: string;
  /** `Topic.hash` it was reached under. */
  readonly topicHash: string;
  readonly decision: Decision;
  /** 0 to 1; comparable within one topic. */
  readonly score: number;
  readonly acceptAt: number;
  readonly reviewAt: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  /** Required facets that did not show up. */
  readonly missing: readonly string[];
  readonly nearest: { readonly example: string; readonly similarity: number } | null;
  /** One sentence: the smallest thing that would have changed the decision. */
  readonly flip: string;
  /** What there was to judge. */
  readonly judged: Extent;
}

/** A tag an article carries, and what gave it. */
export interface TagGiven {
  readonly tag: string;
  /** The text that gave it, or the language or source the rule asks for. */
  readonly because: string;
}
