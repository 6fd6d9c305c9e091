import { Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

import { backup } from './backup.ts';
import type { Connection } from './connection.ts';
import * as corpus from './migrations/0001-corpus.ts';
import { APPLICATION, versionOf } from './version.ts';

/** Every step from an empty file to the present tables, in order; the number of steps is the version of the file. */
export type Migrations = Readonly<Record<string, Migration>>;

export const MIGRATIONS: Migrations = {
  '0001-corpus': corpus,
};

/**
 * Brings the tables up to date in one transaction: a crash or an error leaves the file as it was. A file that already
 * held data is first copied beside it, under the version it has (`topicwatch.db.v1.backup`).
 *
 * @param refuse called under the write lock, before anything is done; throws when the file must not be changed now.
 */
export async function migrate(
  connection: Connection,
  migrations: Migrations,
  refuse: () => void,
): Promise<void> {
  const { handle, file } = connection;
  const target = Object.keys(migrations).length;
  handle.pragma('foreign_keys = off');
  // The transaction is ours, not the migrator's, which would begin without the write lock and, on SQLite, not at all.
  handle.exec('begin immediate');
  try {
    const before = versionOf(connection);
    if (before < target) {
      if (before > 0) {
        refuse();
        await backup(connection, `${file}.v${before}.backup`, { replace: true });
      }
      const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: handle }) });
      const provider = { getMigrations: async () => ({ ...migrations }) };
      const { error } = await new Migrator({ db, provider }).migrateToLatest();
      if (error !== undefined) throw error;
      const broken = connection.all('pragma foreign_key_check').length;
      if (broken > 0) throw new Error(`a migration left ${broken} rows of ${file} pointing nowhere`);
      handle.pragma(`application_id = ${APPLICATION}`);
      handle.pragma(`user_version = ${target}`);
    }
    handle.exec('commit');
  } catch (error) {
    if (handle.inTransaction) handle.exec('rollback');
    throw error;
  } finally {
    handle.pragma('foreign_keys = on');
  }
}
