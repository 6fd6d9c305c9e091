import type { FeedDocument } from './document.ts';
import type { Extraction, RawPage } from './page.ts';
import type { FetchOutcome, FetchRequest } from './source.ts';

export interface Clock {
  now(): Date;
}

/** Structured log lines to standard error. */
export interface Log {
  debug(message: string, fields?: object): void;
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export interface Fetcher {
  /** One conditional GET, or one read of a local file. Resolves to a failure value; rejects only on a bug. */
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  close(): Promise<void>;
}

/** What `Reader` is given: bytes and what the transport said of them. */
export interface RawDocument {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentLanguage: string | null;
  /** Base of relative links. */
  readonly url: string;
  /** IANA zone for dates that name none. */
  readonly timezone: string;
}

/** Reads a document where it can be stopped. A document that takes too long or too much gives `ok: false`. */
export interface Reader {
  read(raw: RawDocument): Promise<FeedDocument>;
  close(): Promise<void>;
}

/** Extracts the article of a page where it can be stopped. */
export interface Extractor {
  extract(page: RawPage): Promise<Extraction>;
  close(): Promise<void>;
}

/** Spaces out what is done to one host. */
export interface Pace {
  /** Resolves when the key's turn has come, and makes the next wait for so many seconds more; at once when aborted. */
  turn(key: string, seconds: number, signal: AbortSignal): Promise<void>;
}

/** A published file could not be written or removed; what stood there before still stands. Says what to do. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed';
  /** The file or folder it is about. */
  readonly path: string;
  constructor(message: string, path: string, cause: unknown) {
    super(message, { cause });
    this.path = path;
  }
}

/** Where published files go. A name is relative, with forward slashes. */
export interface Output {
  /**
   * Writes beside and renames; resolves to false, touching nothing, where the file already holds these bytes.
   * `before` is called just before the rename. Rejects with `OutputFailed`.
   */
  write(name: string, content: string, before: () => Promise<void>): Promise<boolean>;
  /** Removes what was published earlier and is in `keep` no more. Only files that topicwatch itself wrote. */
  prune(keep: ReadonlySet<string>, before: () => Promise<void>): Promise<readonly string[]>;
}

/** The published folder, to be served. */
export interface PublishedFiles {
  /** Null where nothing is published under that name. */
  read(name: string): Promise<{ readonly content: Uint8Array; readonly modified: Date } | null>;
}

/** A file a person named cannot be read or written; the message says which, why, and what to do. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
}

/** Files a person names on the command line. Every method rejects with `FileTrouble`. */
export interface LocalFiles {
  read(path: string): Promise<Uint8Array>;
  /** Of a file in UTF-8. */
  readText(path: string): Promise<string>;
  write(path: string, content: string): Promise<void>;
  /** The files directly in a folder, sorted by name; paths that `read` takes. */
  list(dir: string): Promise<readonly string[]>;
}
