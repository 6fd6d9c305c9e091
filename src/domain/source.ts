import type { Extent } from './article.ts';
import type { PollingHints } from './document.ts';
import type { Instant, Language } from './time.ts';

/** What stands behind a source. The outlets' kinds say who is speaking; they never raise or lower a score. */
export const SOURCE_KINDS = [
  'agency',
  'state-agency',
  'government',
  'international-body',
  'press',
  'state-press',
  'specialist',
  'broadcaster',
  'think-tank',
  'search',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How much of a source's text may be shown again: its titles, a short excerpt, or everything. */
export const REPUBLISH = ['title', 'excerpt', 'full'] as const;
export type Republish = (typeof REPUBLISH)[number];

/** A place that is polled. Its id is permanent: it is part of every key of its articles. */
export interface Source {
  readonly id: string;
  /** An http(s) or file address. `${NAME}` stands for a secret, filled in when fetching, never stored or shown. */
  readonly url: string;
  readonly title: string;
  /** What it writes in, a prior for recognising an article's language; null: not known. */
  readonly language: Language | null;
  readonly kind: SourceKind;
  /** IANA zone for dates that name none. */
  readonly timezone: string;
  /** Fetch the page behind a plausible article when the feed holds only part of it. */
  readonly fullText: boolean;
  readonly republish: Republish;
  /** Articles are usually behind a paywall, so that another account makes a better lead. */
  readonly paywalled: boolean;
  /** Published by title only, without its address. */
  readonly private: boolean;
  /** Why the source is not polled; null: it is polled. */
  readonly disabled: string | null;
  /** Where it stands in lists of feeds: `News/Ports`. Absent: by what it is. */
  readonly folder?: string;
}

/** A source of which only the address is known. */
export const PLAIN_SOURCE: Omit<Source, 'id' | 'url' | 'title'> = {
  language: null,
  kind: 'other',
  timezone: 'UTC',
  fullText: false,
  republish: 'excerpt',
  paywalled: false,
  private: false,
  disabled: null,
};

/** What a server said about the version it sent, RFC 9110 §8.8. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How a poll ended, in the words `status`, the page and the health feed use. */
export type PollResult = 'ok' | 'unchanged' | FailureReason | 'gone';

export const FAILURE_REASONS = [
  'address', // not an address that can be fetched, or a secret that is not set
  'refused', // an address that may not be reached (private, link-local, …)
  'dns',
  'connect',
  'tls',
  'timeout',
  'too-large',
  'redirect', // too many, in a circle, or to a forbidden place
  'http', // an answer other than 2xx, 304 or 410
  'encoding', // a content coding that is unknown or broken
  'file', // a local file that is missing or unreadable
  'not-a-feed',
  'parse', // the worker gave up: time, memory, or a bug
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** What is remembered of a source between polls. Written in the same transaction as the articles it brought. */
export interface SourceState {
  readonly sourceId: string;
  /** The configured address this state belongs to; another address in the settings starts afresh. */
  readonly url: string;
  /** Where a permanent redirect (301, 308) led; polled instead of `url`. */
  readonly movedTo: string | null;
  readonly movedSince: Instant | null;
  /** Of the last body that could be read; none after one that could not, so that it is asked for and read again. */
  readonly validators: Validators;
  /** SHA-256 of the same body, so that an unchanged one is not parsed again. */
  readonly bodyHash: string | null;
  readonly lastPolled: Instant | null;
  /** The last poll that ended `ok` or `unchanged`. */
  readonly lastSuccess: Instant | null;
  readonly result: PollResult | null;
  /** The HTTP status of the last failure; null where it had none, and after a success. */
  readonly status: number | null;
  /** What happened and what to do, for a person; null after a success. */
  readonly message: string | null;
  /** Failures in a row, and when the first of them was. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  readonly nextPoll: Instant | null;
  /** The date of the newest item it ever brought: tells a silent source from a quiet server. */
  readonly newestItem: Instant | null;
  /** When a poll last found none of the items of the poll before: some may have come and gone in between. */
  readonly missed: Instant | null;
  /** Null until a document was read. */
  readonly habits: Habits | null;
  /** Since when it is retired (410 Gone); null: it is not. */
  readonly goneSince: Instant | null;
}

/** What a source brought on one day (UTC): articles that no other source had brought before. */
export interface SourceDay {
  readonly sourceId: string;
  /** `2026-03-01` */
  readonly day: string;
  readonly articles: number;
  /** Those that a topic accepted. */
  readonly accepted: number;
}

/** What the last document that could be read taught about its source; decides how often it is polled. */
export interface Habits {
  /** Mean seconds between its newest items; null: fewer than two bear a date. */
  readonly gap: number | null;
  readonly hints: PollingHints;
  /** How much most of its items hold. */
  readonly extent: Extent;
}

/** What is asked of a Fetcher. */
export interface FetchRequest {
  readonly url: string;
  readonly validators: Validators;
  /** The address stands in the settings itself, so `http.allowPrivateHosts` may apply to it (never to where it redirects). */
  readonly configured: boolean;
  /** The configured address of the source that led to this one: on its host and port, `allowPrivateHosts` applies too. */
  readonly ledFrom?: string;
  readonly signal?: AbortSignal;
}

/** What came of a fetch. An expected failure is a value, never a throw. */
export type FetchOutcome =
  | {
      readonly kind: 'fetched';
      readonly body: Uint8Array;
      /** The Content-Type header as sent. */
      readonly contentType: string | null;
      /** The Content-Language header as sent. */
      readonly contentLanguage: string | null;
      /** The address that answered, after redirects: the base of relative links. */
      readonly url: string;
      readonly movedTo: string | null;
      readonly validators: Validators;
      /** Seconds the answer may be kept by its cache headers; null: none given. */
      readonly freshFor: number | null;
    }
  | {
      readonly kind: 'unchanged';
      readonly movedTo: string | null;
      readonly validators: Validators;
      readonly freshFor: number | null;
    }
  | { readonly kind: 'gone'; readonly message: string }
  | {
      readonly kind: 'failed';
      readonly reason: FailureReason;
      readonly status: number | null;
      readonly message: string;
      /** From Retry-After, RFC 9110 §10.2.3. */
      readonly retryAt: Instant | null;
    };
