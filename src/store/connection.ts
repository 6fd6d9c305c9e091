import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';

import { StoreUnusable } from '../domain/store.ts';

/** What can be bound to a parameter of a STRICT table. */
export type Value = string | number | null;

/**
 * An open database file. Every call is synchronous, as better-sqlite3 is: what runs inside one `read` or `write` is never
 * interleaved with anything else of this process.
 *
 * Statements that write, and what every cycle reads, are SQL text, prepared once. Reads that are composed of filters are
 * built by Kysely (query.ts), which costs .1 CPU seconds to load and is therefore loaded only when something is to be shown.
 */
export interface Connection {
  readonly file: string;
  readonly handle: Sqlite.Database;
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  /** The number of rows that were changed; an upsert whose `where` refuses counts none. */
  run(sql: string, ...values: readonly Value[]): number;
  /** Everything inside sees one state of the database. */
  read<T>(work: () => T): T;
  /** One transaction, with the write lock from its beginning; a throw rolls it back. */
  write<T>(work: () => T): T;
  close(): void;
}

/** How long a statement waits for another process to finish its transaction. */
const BUSY_MILLISECONDS = 10_000;

/** Opens the file, creating it and its folder where they are missing. Throws `StoreUnusable`. */
export function connect(file: string): Connection {
  const handle = explained(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    return new Sqlite(file, { timeout: BUSY_MILLISECONDS });
  });
  const statements = new Map<string, Sqlite.Statement<Value[]>>();
  const prepared = (sql: string): Sqlite.Statement<Value[]> => {
    const known = statements.get(sql);
    if (known) return known;
    const made = handle.prepare<Value[]>(sql);
    statements.set(sql, made);
    return made;
  };
  const transaction = handle.transaction((work: () => unknown) => work());
  return {
    file,
    handle,
    // The type of a row is the statement's word; the tests of each noun read back what they wrote.
    all: <Row>(sql: string, ...values: readonly Value[]) => prepared(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly Value[]) => prepared(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    read: <T>(work: () => T) => explained(file, () => transaction.deferred(work) as T),
    write: <T>(work: () => T) => explained(file, () => transaction.immediate(work) as T),
    close: () => handle.close(),
  };
}

/** Runs `work`, turning what a person can mend into `StoreUnusable`; anything else is a bug and passes as it is. */
function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(file, error);
  }
}

export function explain(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  const advice = ADVICE.find(([start]) => code.startsWith(start))?.[1];
  return advice === undefined ? error : new StoreUnusable(`${file} ${advice}`, file, error);
}

/** By the beginning of SQLite's result code, or of the file system's. */
const ADVICE: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'could not be written: the disk is full; free some space and run again, nothing was lost'],
  ['ENOSPC', 'could not be created: the disk is full; free some space and run again'],
  ['SQLITE_READONLY', 'cannot be written; check the permissions of the file and of its folder'],
  ['SQLITE_PERM', 'cannot be opened; check the permissions of the file and of its folder'],
  [
    'SQLITE_CANTOPEN',
    'cannot be opened; check that it is a file, and the permissions of it and of its folder',
  ],
  ['EACCES', 'cannot be created; check the permissions of its folder, or set another `store`'],
  ['EPERM', 'cannot be created; check the permissions of its folder, or set another `store`'],
  ['EROFS', 'cannot be created on a read-only disk; set another `store`'],
  ['ENOTDIR', 'cannot be created: a part of its path is a file, not a folder; set another `store`'],
  ['EEXIST', 'cannot be created: a part of its path is a file, not a folder; set another `store`'],
  ['SQLITE_NOTADB', 'is not a corpus of topicwatch; set another `store`, or move that file away'],
  ['SQLITE_CORRUPT', 'is damaged; put a backup in its place (and remove the files ending in -wal and -shm)'],
  ['SQLITE_BUSY', 'was kept locked by another program for over 10 seconds; close that program and run again'],
  ['SQLITE_IOERR', 'could not be read or written; look whether the disk it is on is full, or fails'],
];
