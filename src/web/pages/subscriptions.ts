import type { Settings } from '../../domain/settings.ts';
import type { Topic } from '../../domain/topic.ts';
import { labelOf } from '../../publish/entries/tags.ts';

/** A feed in the formats it comes in. */
export interface Subscription {
  readonly name: string;
  /** What it holds, in half a sentence. */
  readonly holds: string;
  readonly files: readonly FeedFile[];
}

export interface FeedFile {
  readonly format: 'Atom' | 'RSS' | 'JSON';
  readonly type: string;
  /** From the root of the site. */
  readonly path: string;
  /** Where it is published; null: `publish.baseUrl` is not set. */
  readonly url: string | null;
}

export interface Subscriptions {
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    /** The one to take first. */
    readonly feeds: readonly Subscription[];
    readonly keeper: readonly Subscription[];
  }[];
  /** Of the sources and the suggestions, for the keeper. */
  readonly keeper: readonly Subscription[];
  /** All of the readers' feeds as a list that feed readers import. */
  readonly opml: { readonly path: string; readonly url: string | null };
}

const FORMATS = [
  ['Atom', 'application/atom+xml', 'atom'],
  ['RSS', 'application/rss+xml', 'rss.xml'],
  ['JSON', 'application/feed+json', 'json'],
] as const;

/** Every feed there is, with its addresses. */
export function subscriptionsOf({ topics, publish: { baseUrl } }: Settings): Subscriptions {
  const addressOf = (file: string) => ({
    path: `feeds/${file}`,
    url: baseUrl === null ? null : new URL(file, baseUrl).href,
  });
  const feed = (
    name: string,
    holds: string,
    file: string,
    formats: number = FORMATS.length,
  ): Subscription => ({
    name,
    holds,
    files: FORMATS.slice(0, formats).map(([format, type, ending]) => ({
      format,
      type,
      ...addressOf(`${file}.${ending}`),
    })),
  });
  const tagFeeds = ({ id, tags }: Topic) =>
    tags
      .filter((tag) => tag.feed)
      .map((tag) => feed(labelOf(tag), 'the stories with this tag', `${id}/tags/${tag.id}`, 1));
  return {
    topics: topics.map((topic) => ({
      id: topic.id,
      title: topic.title,
      feeds: [
        feed('Updates', 'each new story, and each thing new in one', `${topic.id}.updates`),
        feed('Stories', 'each story in its present state', topic.id),
        feed('Articles', 'every article, retellings included', `${topic.id}.articles`),
        ...tagFeeds(topic),
      ],
      keeper: [feed('Review', 'near misses, to say yes or no to', `keeper/${topic.id}.review`, 1)],
    })),
    keeper: [
      feed('Source trouble', 'each trouble of a source, when it begins', 'keeper/health', 1),
      feed('Suggestions', 'what the watchlist and the sources lack', 'keeper/suggestions', 1),
    ],
    opml: addressOf('feeds.opml'),
  };
}
