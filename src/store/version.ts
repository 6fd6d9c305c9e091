import { StoreUnusable } from '../domain/store.ts';
import type { Connection } from './connection.ts';

/** The version of the tables this program knows: the number of its migrations. A test holds the two together. */
export const VERSION = 1;

/** "topw" in ASCII: marks the file as ours (SQLite's `application_id`). */
export const APPLICATION = 0x746f7077;

export function versionOf(connection: Connection): number {
  return connection.handle.pragma('user_version', { simple: true }) as number;
}

export const isCurrent = (connection: Connection): boolean => versionOf(connection) === VERSION;

/** What to throw when the tables are of a newer version. */
export function outdated(connection: Connection): StoreUnusable {
  const { file } = connection;
  return new StoreUnusable(
    `${file} was written by a newer topicwatch (its tables have version ${versionOf(connection)}, this program knows ` +
      `${VERSION}); use the newer program, or put back the backup it made beside the file`,
    file,
  );
}
