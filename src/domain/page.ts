import type { Instant, Language } from './time.ts';

/** A web page: its bytes, and what the transport said of them. */
export interface RawPage {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  /** The address that answered: base of relative links. */
  readonly url: string;
}

/** The article a page holds. */
export interface PageArticle {
  readonly title: string | null;
  /** Plain text, one paragraph a line; without title, byline, captions and whatever else stands around it. Never empty. */
  readonly text: string;
  /** The same as sanitised HTML. */
  readonly html: string;
  readonly byline: string | null;
  readonly published: Instant | null;
  readonly language: Language;
  /** The address the page wants to be known by; null: it does not say, or says what cannot be. */
  readonly canonicalUrl: string | null;
  /** `text` is only the beginning: the rest is behind a paywall, or on another page. */
  readonly teaser: boolean;
  /** The page says that not everybody may read all of it, whether or not all of it was there. */
  readonly paywalled: boolean;
}

/** What came of extracting. An expected failure is a value; its message is for people. */
export type Extraction =
  | { readonly kind: 'article'; readonly article: PageArticle }
  | { readonly kind: 'failed'; readonly message: string };
