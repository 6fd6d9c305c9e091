import type { Category } from '../domain/document.ts';
import type { PublishSettings } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import type { Instant, Language } from '../domain/time.ts';

/** What every feed is published under. */
export interface Publishing {
  readonly settings: PublishSettings;
  /** By id. An article whose source is not among them is published like one of a private source, since it may have been one. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The keeper alone reads it, who may be told where an article of a source that was removed came from. */
  readonly forKeeper?: true;
  /** The page on which the keeper says yes or no to an article; null: no web address is known. */
  readonly confirmUrl: ((topicId: string, articleId: string) => string) | null;
}

/** One output feed, before it takes the form of a format. All its texts are plain and of characters XML can carry. */
export interface Publication {
  /** Its place below the published folder, without an extension: `russia-dprk.updates`. */
  readonly name: string;
  /** Never changes and does not depend on `baseUrl`. */
  readonly id: string;
  readonly title: string;
  /** What it holds; the title again, where there is nothing to say. */
  readonly subtitle: string;
  readonly language: Language;
  /** The newest entry's; for a feed without entries the Unix epoch, since a feed must say something. */
  readonly updated: Instant;
  /** Newest first. */
  readonly entries: readonly PublishedEntry[];
}

/** One entry, the plain record from which Atom, RSS and JSON Feed are rendered alike. */
export interface PublishedEntry {
  readonly id: string;
  readonly title: string;
  /** Of the title and of what is quoted. */
  readonly language: Language;
  readonly published: Instant;
  readonly updated: Instant;
  /** At most one `alternate`. */
  readonly links: readonly EntryLink[];
  readonly categories: readonly Category[];
  readonly authors: readonly string[];
  readonly body: Body;
  /** The feed it was taken from; null where the entry is topicwatch's own. */
  readonly source: TakenFrom | null;
}

export interface EntryLink {
  readonly rel: 'alternate' | 'related' | 'via';
  /** An absolute http(s) address. */
  readonly href: string;
  readonly title: string | null;
  readonly language: Language | null;
}

/** RFC 4287 §4.2.11. */
export interface TakenFrom {
  readonly title: string;
  /** The address of the feed; null: not to be shown. */
  readonly url: string | null;
  /** As far as is known: when the entry was taken from it. */
  readonly updated: Instant;
}

/** What an entry says: its paragraphs, in the order they are read. */
export type Body = readonly Paragraph[];

export interface Paragraph {
  readonly role: 'counts' | 'news' | 'excerpt' | 'differs' | 'only' | 'accounts' | 'why' | 'advice';
  /** Language of its words; null: that of topicwatch's own wording. */
  readonly language: Language | null;
  readonly runs: readonly Run[];
}

/** A stretch of text; a link where it has an address. */
export interface Run {
  readonly text: string;
  readonly href?: string;
  readonly strong?: boolean;
  /** A value as an account has it. */
  readonly quoted?: boolean;
}
