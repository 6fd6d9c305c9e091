import type { Category, Enclosure } from './document.ts';
import type { Instant, Language } from './time.ts';

/** How much of an article there was to judge. */
export type Extent = 'title' | 'summary' | 'full';

/** What an article says: the part that a new revision replaces. */
export interface ArticleContent {
  /** Plain text on one line. Never empty: an item without a title is named after its first words or its address. */
  readonly title: string;
  /** Plain text, white space folded. */
  readonly summary: string;
  /** Plain text of the body, one paragraph a line; null: the feed held none. */
  readonly text: string | null;
  /** The body as sanitised HTML; null: none. */
  readonly html: string | null;
  readonly language: Language;
  readonly authors: readonly string[];
  readonly categories: readonly Category[];
  readonly enclosures: readonly Enclosure[];
  /** When the item says it was published and changed; null where it does not, or where the date is impossible. */
  readonly published: Instant | null;
  readonly updated: Instant | null;
  /** Who published it, where that is not the source itself (a search feed's `<source url>`). */
  readonly publisher: Publisher | null;
}

export interface Publisher {
  readonly name: string;
  readonly url: string | null;
}

/** One item of a source as it was read in one poll: an article before it has an id. */
export interface Item extends ArticleContent {
  readonly sourceId: string;
  /** The canonical address; null where it has none that can be opened. */
  readonly url: string | null;
  /**
   * What the article is looked up by, strongest first: `guid:<source>:<guid>`, then `url:<canonical address>`, with https for
   * http. An address that is empty, a site's front page, or shared by several items of one document is no key, nor is a guid
   * that several articles of one document share. Where nothing is left: `text:<source>:<hash of title and text>`.
   */
  readonly keys: readonly [string, ...string[]];
  /**
   * Changes exactly when `title`, `summary`, `text` or `url` does, as the feed has them: other markup round the same text is
   * no revision, nor is the text of the page behind it, which is fetched only when the feed brings something new.
   */
  readonly contentHash: string;
  /** The body as it was found, still to be sanitised into `html` if the article is kept in full; absent: there is none. */
  readonly rawBody?: RawBody;
  /** It bears no date and stood in the first sitemap ever read of its source: in all likelihood an old find. */
  readonly undatedFind?: true;
  readonly page?: PageReading;
}

/**
 * How the reading of the page behind an item stands; absent: nobody wanted it. `read`: it was asked for, whatever came of it.
 * `late`: it was read in a later run than the item came in, and completes the article. Else a later run is to read it.
 */
export type PageReading = 'read' | 'late' | PageWait;

/** That the page behind an article is still to be read. */
export interface PageWait {
  /** How often it could not be had, for reasons that pass. */
  readonly failures: number;
  /** It is not to be asked for before. */
  readonly due: Instant;
}

/** HTML from outside, not sanitised: never stored, shown or published. */
export interface RawBody {
  readonly html: string;
  /** What relative addresses in it are resolved against. */
  readonly base: string;
}

/** One item of a source, normalised. */
export interface Article extends Item {
  /** A UUID, minted once and looked up ever after. `sourceId` is the source that brought it first. */
  readonly id: string;
  readonly firstSeen: Instant;
  /** 1 as first seen; each change of its content adds one. */
  readonly revision: number;
}

/** That a source carried an article. */
export interface Sighting {
  readonly articleId: string;
  readonly sourceId: string;
  readonly url: string | null;
  readonly seen: Instant;
}
