import type { Instant, Language } from './time.ts';

/** A feed document in the one form every format is mapped to. It is what the command `parse` prints. */
export interface FeedDocument {
  readonly ok: boolean;
  /** Why nothing could be read; null where `ok`. */
  readonly error: string | null;
  /** The character encoding that was used to decode it, a WHATWG label. */
  readonly encoding: string | null;
  /** `rss-0.91`, `rss-2.0`, `rdf`, `atom-0.3`, `atom-1.0`, `json-1.1`, `sitemap`, `sitemap-news`, `sitemap-index`, … */
  readonly format: string | null;
  readonly feed: FeedHead;
  readonly entries: readonly Entry[];
  /** What was left out, and why: one bad entry or field costs that entry or field. */
  readonly skipped: readonly string[];
}

/** What a feed and each of its entries have in common. */
export interface Scope {
  /** Plain text: markup taken off, references decoded. */
  readonly title: string | null;
  /** What the title was before: `text`, `html` or `xhtml`. */
  readonly titleType: string | null;
  readonly titleLanguage: Language | null;
  readonly link: string | null;
  readonly id: string | null;
  readonly updated: Instant | null;
  readonly published: Instant | null;
  readonly created: Instant | null;
  readonly language: Language | null;
  /** The first of `authors`. */
  readonly author: Person | null;
  readonly authors: readonly Person[];
  readonly contributors: readonly Person[];
  readonly publisher: Person | null;
  readonly tags: readonly Category[];
  readonly links: readonly Link[];
  /** Sanitised HTML, or plain text where `rightsType` is `text`. */
  readonly rights: string | null;
  readonly rightsType: string | null;
}

/** A feed without its entries, as it stands at the top of a document or in an entry that was taken from it. */
export interface FeedScope extends Scope {
  /** Sanitised HTML, or plain text where `subtitleType` is `text`. */
  readonly subtitle: string | null;
  readonly subtitleType: string | null;
  readonly subtitleLanguage: Language | null;
  readonly image: Image | null;
  readonly icon: string | null;
  readonly logo: string | null;
  readonly generator: Generator | null;
}

export interface FeedHead extends FeedScope {
  /** What the feed asks of those who poll it (RSS `ttl`, `skipHours`, `skipDays`; RSS 1.0 syndication). */
  readonly polling: PollingHints;
}

export interface Entry extends Scope {
  /** Sanitised HTML, or plain text where `summaryType` is `text`. */
  readonly summary: string | null;
  readonly summaryType: string | null;
  readonly summaryLanguage: Language | null;
  readonly content: readonly Content[];
  readonly enclosures: readonly Enclosure[];
  /** Where the comments are. */
  readonly comments: string | null;
  /** The feed an entry was taken from (RSS `source`, Atom `atom:source`). */
  readonly source: FeedScope | null;
}

export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
}

/** RFC 4287 §4.2.2. */
export interface Category {
  readonly term: string;
  readonly scheme: string | null;
  readonly label: string | null;
}

/** RFC 4287 §4.2.7. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly hreflang: string | null;
  readonly length: number | null;
}

/** RFC 4287 §4.1.3. */
export interface Content {
  /** Sanitised HTML where `type` is an HTML type, plain text otherwise. */
  readonly value: string;
  /** A media type. */
  readonly type: string;
  readonly language: Language | null;
  /** Where the content is, when it is not here. */
  readonly src: string | null;
  /** Only where `value` is HTML as it was found, not sanitised yet: what relative addresses in it are resolved against. */
  readonly base?: string;
}

export interface Image {
  readonly url: string;
  readonly title: string | null;
  readonly link: string | null;
}

export interface Generator {
  readonly name: string | null;
  readonly url: string | null;
  readonly version: string | null;
}

export interface Enclosure {
  readonly url: string;
  readonly type: string | null;
  readonly length: number | null;
}

export interface PollingHints {
  /** Seconds between polls the feed asks for; null: it does not say. */
  readonly every: number | null;
  /** UTC hours, 0 to 23, in which it asks not to be polled. */
  readonly skipHours: readonly number[];
  /** UTC days, 0 (Sunday) to 6, on which it asks not to be polled. */
  readonly skipDays: readonly number[];
}

/** A document of which nothing could be read, and why. `encoding` is null where it did not even come to decoding it. */
export function unreadable(error: string, encoding: string | null = null): FeedDocument {
  return { ok: false, error, encoding, format: null, feed: NO_FEED, entries: [], skipped: [] };
}

/** A feed or an entry that says nothing of itself. */
const NO_SCOPE: Scope = {
  title: null,
  titleType: null,
  titleLanguage: null,
  link: null,
  id: null,
  updated: null,
  published: null,
  created: null,
  language: null,
  author: null,
  authors: [],
  contributors: [],
  publisher: null,
  tags: [],
  links: [],
  rights: null,
  rightsType: null,
};

export const NO_FEED: FeedHead = {
  ...NO_SCOPE,
  subtitle: null,
  subtitleType: null,
  subtitleLanguage: null,
  image: null,
  icon: null,
  logo: null,
  generator: null,
  polling: { every: null, skipHours: [], skipDays: [] },
};

export const NO_ENTRY: Entry = {
  ...NO_SCOPE,
  summary: null,
  summaryType: null,
  summaryLanguage: null,
  content: [],
  enclosures: [],
  comments: null,
  source: null,
};
