import type { Article, Item, Sighting } from './article.ts';
import type { ChangeSet, Judgement } from './change.ts';
import type { Cycle, Totals } from './cycle.ts';
import type { Label, Labelled } from './label.ts';
import type { Lease, LeaseHolder } from './lease.ts';
import type { Retention } from './settings.ts';
import type { SourceDay, SourceState } from './source.ts';
import type { Development, Story, StoryAct } from './story.ts';
import type { Observed, Suggestion, SuggestionBasis } from './suggestion.ts';
import type { Instant } from './time.ts';
import type { TopicDay } from './topic.ts';
import type { Decision } from './verdict.ts';
import type { ArticleView, Carried, JudgedArticle, StoryView } from './view.ts';

/** The store cannot be opened, read or written as it is; the message says why and what to do. Nothing was written. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  readonly file: string;
  constructor(message: string, file: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
  }
}

/** What the store knows under a key. */
export interface Known {
  readonly articleId: string;
  readonly sourceId: string;
  readonly contentHash: string;
  readonly revision: number;
  readonly firstSeen: Instant;
  /** Dropped by retention: only its keys are left. */
  readonly forgotten: boolean;
}

export interface SearchQuery {
  /** What a person typed; never query syntax of the database. All words must occur; "…" is a phrase. */
  readonly text: string;
  readonly topicId?: string;
  readonly tag?: string;
  readonly sourceId?: string;
  readonly language?: string;
  readonly since?: Instant;
  readonly until?: Instant;
  /** The id of an article: only those that come after it in the order they are listed in, to go a page at a time. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * Everything that is remembered. Methods speak the domain; every list is in a stable, documented order.
 *
 * Articles are counted as they are stored, those of one change set by the moment they were first seen. "Newest first" goes
 * down that count, and lists articles of one moment by id. Stories and developments are newest first by `updated`
 * and `at`, then by id. Any method rejects with `StoreUnusable` when the database cannot do it (a full disk, say).
 */
export interface Store {
  // — polling
  sourceStates(): Promise<ReadonlyMap<string, SourceState>>;
  /** What is known under each of the keys; keys that are not known are absent. */
  known(keys: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /**
   * The items that are news: not known under any key, changed at their own source, or not yet sighted at theirs.
   * What retention dropped is no news, whatever became of it. In the order given.
   */
  changed(items: readonly Item[]): Promise<readonly Item[]>;
  /**
   * Articles whose page is due to be read, each with its `page`: of each of these sources so many that were first seen since a
   * moment, newest first.
   */
  waitingPages(
    sourceIds: readonly string[],
    since: Instant,
    now: Instant,
    limit: number,
  ): Promise<readonly Article[]>;

  // — deciding
  lease(purpose: string, options?: { readonly waitSeconds?: number }): Promise<Lease>;
  leaseHolder(): Promise<LeaseHolder | null>;
  /** One transaction; rejects with `LeaseLost`, writing nothing, when the lease has passed on. Idempotent. */
  commit(lease: Lease, change: ChangeSet): Promise<void>;
  /** What a topic has learned; null: nothing yet. */
  learned(topicId: string): Promise<object | null>;
  /** Forgets what a topic has learned. All that this may move is then to be judged again. */
  forgetLearned(lease: Lease, topicId: string): Promise<void>;
  /**
   * Articles without a verdict under this topic hash, or with one that labels may have moved since, oldest first; those after the
   * article given, to go a page at a time.
   */
  toJudge(topicId: string, topicHash: string, limit: number, after?: string): Promise<readonly Article[]>;
  /**
   * The stories of a topic with a development since the moment given, and those of these ids: what a new article may join. Of
   * each no more than its newest 60 articles come along: one that grows for a year costs no more than one of a month.
   */
  candidates(topicId: string, since: Instant, ids?: readonly string[]): Promise<readonly StoryView[]>;
  /** The stories that hold any of these articles, by article id. */
  storiesOf(topicId: string, articleIds: readonly string[]): Promise<ReadonlyMap<string, Story>>;

  // — labels
  /** What people answered for a topic, in the order they did, then by article id. */
  labels(topicId: string): Promise<readonly Labelled[]>;
  /** Sets labels, each in place of the one on its article. All that they may move is then to be judged again. */
  setLabels(lease: Lease, labels: readonly Label[]): Promise<void>;
  removeLabels(lease: Lease, topicId: string, articleIds: readonly string[]): Promise<void>;

  /**
   * Of so many newest stories that feeds show, those with a development since their accounts were compared, each with its newest
   * 60 articles.
   */
  uncompared(topicId: string, newest: number): Promise<readonly StoryView[]>;
  /** What a person said of stories of a topic, oldest first, acts that were taken back included. */
  storyActs(topicId: string): Promise<readonly StoryAct[]>;

  // — publishing; newest first; stories a person has hidden are in none of these but `stories` without `listedOnly`
  /** @param options.after the id of a story: only those that come after it in this order, to go a page at a time. */
  stories(
    topicId: string,
    limit: number,
    options?: { readonly listedOnly?: boolean; readonly after?: string },
  ): Promise<readonly StoryView[]>;
  taggedStories(
    topicId: string,
    tag: string,
    limit: number,
    options?: { readonly after?: string },
  ): Promise<readonly StoryView[]>;
  developments(
    topicId: string,
    limit: number,
  ): Promise<readonly { readonly development: Development; readonly view: StoryView }[]>;
  articles(topicId: string, limit: number): Promise<readonly ArticleView[]>;
  /** Near misses, nearest the threshold first. */
  review(topicId: string, limit: number): Promise<readonly ArticleView[]>;
  /** How developments were told in the updates feed, by development; the store does not look into it. */
  told(developmentIds: readonly string[]): Promise<ReadonlyMap<string, object>>;
  recordTold(
    lease: Lease,
    told: readonly { readonly developmentId: string; readonly telling: object }[],
  ): Promise<void>;
  /** Counts every commit that could change a published file. */
  corpusVersion(): Promise<number>;
  /** What the folder was last completely published from (a corpus version and a hash of settings); null: never. */
  published(): Promise<string | null>;
  recordPublished(lease: Lease, state: string): Promise<void>;

  // — reading
  /** By id, by a beginning of an id of at least 6 characters that only one has, or by address. */
  find(reference: string): Promise<Article | null>;
  /**
   * The stories meant by an id or a beginning of one (at least 6 characters that only one story has), also of a story that went
   * into another; else those that hold the article so meant, or at that address: one a topic.
   */
  findStories(reference: string): Promise<readonly StoryView[]>;
  judgements(articleId: string): Promise<readonly Judgement[]>;
  sightings(articleId: string): Promise<readonly Sighting[]>;
  /** Every wording that is kept, oldest first, the present one last. */
  revisions(articleId: string): Promise<readonly Article[]>;
  /** Accepted articles, newest first. Without a topic, each once, as judged for the first topic by id that accepted it. */
  search(query: SearchQuery): Promise<readonly ArticleView[]>;
  /** Accepted articles of a topic in the order they were first seen, from a moment on. */
  export(
    topicId: string,
    options: { readonly since?: Instant; readonly decision?: Decision },
  ): AsyncIterable<ArticleView>;
  /** Every article that still has its content in the order of arrival, those first seen from a moment on. */
  arrivals(since: Instant): AsyncIterable<Article>;
  /** The same with what was decided for a topic, for those that have a verdict. */
  judged(topicId: string, since: Instant): AsyncIterable<JudgedArticle>;
  /** What suggestions are drawn from: the newest articles with one decision, page by page in the order they were first seen. */
  observed(
    topicId: string,
    options: { readonly decision: Decision; readonly since: Instant; readonly newest: number },
  ): AsyncIterable<readonly Observed[]>;
  /** Every suggestion that was ever made, by number. */
  suggestions(): Promise<readonly Suggestion[]>;
  /** Null: suggestions were never looked for. */
  suggestionBasis(): Promise<SuggestionBasis | null>;
  /** What each source brought a day since a moment, by source and day; days without anything are absent. */
  sourceDays(since: Instant): Promise<readonly SourceDay[]>;
  /** What a topic got a day since a moment, oldest first; days without anything are absent. */
  topicDays(topicId: string, since: Instant): Promise<readonly TopicDay[]>;
  /** The articles of stories that one of these sources was first to bring since a moment, oldest first. */
  carriedBy(sourceIds: readonly string[], since: Instant): Promise<readonly Carried[]>;
  /** Since when articles are gone from their sources, while older ones stay; those that are not are absent. */
  vanished(articleIds: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  cycles(limit: number): Promise<readonly Cycle[]>;
  /** Of all cycles, those that retention dropped among them. */
  totals(): Promise<Totals>;
  counts(): Promise<{
    readonly articles: number;
    readonly stories: number;
    readonly byDecision: Readonly<Record<Decision, number>>;
  }>;

  // — keeping
  recordCycle(lease: Lease, cycle: Cycle): Promise<void>;
  /** Marks articles as gone from their sources since a moment; null takes the mark off. */
  recordVanished(
    lease: Lease,
    marks: readonly { readonly articleId: string; readonly since: Instant | null }[],
  ): Promise<void>;
  /** Each in place of the one with its number. */
  recordSuggestions(lease: Lease, changed: readonly Suggestion[], basis: SuggestionBasis): Promise<void>;
  retain(lease: Lease, policy: Retention, now: Instant): Promise<number>;
  /** A consistent copy in a new file, made while others read and write. */
  backup(file: string): Promise<void>;
  /** Problems the database finds in itself; empty: none. */
  integrity(): Promise<readonly string[]>;
  close(): Promise<void>;
}
