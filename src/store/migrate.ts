import { Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Lease } from '../domain/lease.ts';
import { backup } from './backup.ts';
import type { Connection } from './connection.ts';
import { up as corpus } from './migrations/0001-corpus.ts';
import { APPLICATION, versionOf } from './version.ts';

/** Every step from an empty file to the present tables, in order; the number of steps is the version of the file. */
export type Migrations = Readonly<Record<string, Migration>>;

export const MIGRATIONS: Migrations = {
  '0001-corpus': { up: corpus },
};

/**
 * Brings the tables up to date in one transaction: a crash or an error leaves the file as it was. A file that already
 * held data is first copied beside it, under the version it has (`topicwatch.db.v1.backup`).
 *
 * @param lease taken for the time of it where there is data, so that nobody writes between the copy and the migration.
 */
export async function migrate(
  connection: Connection,
  migrations: Migrations,
  lease: () => Promise<Lease>,
): Promise<void> {
  const version = versionOf(connection);
  if (version === 0) return run(connection, migrations);
  const held = await lease();
  try {
    // Another process may have done it while this one waited for the lease.
    if (versionOf(connection) !== version) return;
    await backup(connection, `${connection.file}.v${version}.backup`, { replace: true });
    await run(connection, migrations);
  } finally {
    await held.release();
  }
}

async function run(connection: Connection, migrations: Migrations): Promise<void> {
  const { handle, file } = connection;
  handle.pragma('foreign_keys = off');
  // The transaction is ours: on SQLite the migrator would run without one.
  handle.exec('begin immediate');
  try {
    const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: handle }) });
    const provider = { getMigrations: async () => ({ ...migrations }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined) throw error;
    const broken = connection.all('pragma foreign_key_check').length;
    if (broken > 0) throw new Error(`a migration left ${broken} rows of ${file} pointing nowhere`);
    handle.pragma(`application_id = ${APPLICATION}`);
    handle.pragma(`user_version = ${Object.keys(migrations).length}`);
    handle.exec('commit');
  } catch (error) {
    if (handle.inTransaction) handle.exec('rollback');
    throw error;
  } finally {
    handle.pragma('foreign_keys = on');
  }
}
