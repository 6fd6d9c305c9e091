import type { Source } from './source.ts';
import type { Language } from './time.ts';
import type { Topic } from './topic.ts';

/** Everything the files of config/ say, checked and with every default filled in. Paths are absolute. */
export interface Settings {
  /** The folder they were read from. */
  readonly dir: string;
  /** The SQLite file. */
  readonly store: string;
  readonly schedule: { readonly cron: string; readonly timezone: string };
  readonly http: HttpSettings;
  readonly publish: PublishSettings;
  readonly web: WebSettings;
  readonly retention: Retention;
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  /** What is wrong with the files as they stand now, where a program that stays goes on with what they said before. */
  readonly unusable?: string;
}

export interface HttpSettings {
  readonly timeoutSeconds: number;
  /** After decompression. */
  readonly maxBytes: number;
  /** Connections at once, to one host and in all. */
  readonly perHost: number;
  readonly total: number;
  /** `host` or `host:port`, reachable although private. */
  readonly allowPrivateHosts: readonly string[];
}

/** The limits where nothing else is said. */
export const DEFAULT_HTTP: HttpSettings = {
  timeoutSeconds: 30,
  maxBytes: 15_000_000,
  perHost: 2,
  total: 16,
  allowPrivateHosts: [],
};

export interface PublishSettings {
  readonly dir: string;
  /** Where the folder is served from, ending in a slash; null: not known, and no `rel=self`. */
  readonly baseUrl: string | null;
  /** The most entries a feed holds. */
  readonly entries: number;
  /** An article older than this when first seen enters the corpus, not the feeds. */
  readonly newWithinDays: number;
  /** Preferred languages of a story's lead, best first. */
  readonly languages: readonly Language[];
  /** RFC 4151 authority (`example.org,2026`) for ids; null: ids are `urn:uuid`. */
  readonly tagAuthority: string | null;
}

export interface WebSettings {
  readonly host: string;
  readonly port: number;
  /** Host headers it answers to, beside loopback. */
  readonly hosts: readonly string[];
  /** Where people open it, ending in a slash; null: not known, and no feed leads there. Its host is among `hosts`. */
  readonly baseUrl: string | null;
  readonly public: boolean;
}

export interface Retention {
  /** Rejected articles older than this are dropped; their keys stay. */
  readonly rejectedDays: number;
  /** Old revisions kept of one article. */
  readonly revisions: number;
}
