import type { Source } from '../domain/source.ts';
import type { ArticleView, StoryView } from '../domain/store.ts';
import type { Development } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Publishing } from './entry.ts';

/** A file to publish. Its name is relative to the published folder, with forward slashes. */
export interface PublishedFile {
  readonly name: string;
  readonly content: string;
}

/** What the store holds of one topic to be published; each list as the store gives it, `settings.entries` long or longer. */
export interface TopicViews {
  readonly topic: Topic;
  readonly stories: readonly StoryView[];
  /** By tag, for every tag with `feed: true`. */
  readonly tagged: ReadonlyMap<string, readonly StoryView[]>;
  readonly developments: readonly { readonly development: Development; readonly view: StoryView }[];
  readonly articles: readonly ArticleView[];
  readonly review: readonly ArticleView[];
}

/** A source that needs its keeper. */
export interface SourceTrouble {
  readonly source: Source;
  /** In a word or two: `failing`, `silent`, `gone`. */
  readonly health: string;
  /** Since when; together with `health` it makes one entry of the health feed. */
  readonly since: Instant;
  /** What happened and what to do. No counters, no poll times. */
  readonly message: string;
}

/** The feeds of one topic: readers' and keeper's, in every format. Pure: the same views give the same bytes. */
export function renderTopic(views: TopicViews, publishing: Publishing): readonly PublishedFile[] {
  throw new Error(`not built yet: ${views.topic.id}, ${publishing.settings.entries}`);
}

/** The files all topics share: `index.html`, `feeds.opml`, `keeper/health.atom`. */
export function renderShared(
  topics: readonly TopicViews[],
  troubles: readonly SourceTrouble[],
  publishing: Publishing,
): readonly PublishedFile[] {
  throw new Error(`not built yet: ${topics.length}, ${troubles.length}, ${publishing.settings.entries}`);
}
