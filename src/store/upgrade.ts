import type { Lease } from '../domain/lease.ts';
import { StoreUnusable } from '../domain/store.ts';
import { type Connection, explain } from './connection.ts';
import { APPLICATION, outdated, VERSION, versionOf } from './version.ts';

/**
 * Makes sure that the tables are those this program knows. In the ordinary case that is one statement; what migrates is
 * loaded only when there is something to migrate.
 *
 * @param lease see `migrate`.
 * Rejects with `StoreUnusable`, leaving the file untouched, when it is another program's or of a newer version.
 */
export async function ensureCurrent(connection: Connection, lease: () => Promise<Lease>): Promise<void> {
  const { file, handle } = connection;
  // In one read: another process may be making the tables just now.
  const { version, ours } = connection.read(() => ({
    version: versionOf(connection),
    ours: isOurs(connection),
  }));
  if (ours && version > VERSION) throw outdated(connection);
  if (!ours) {
    throw new StoreUnusable(
      `${file} is a database of another program; set another \`store\`, or move that file away`,
      file,
    );
  }
  try {
    handle.pragma('journal_mode = wal');
    // FULL, not NORMAL: an article whose id was published must not be forgotten by a power cut and come back under another.
    handle.pragma('synchronous = full');
    handle.pragma('journal_size_limit = 67108864');
    handle.pragma('cache_size = -4000'); // 4 MB: what more it would hold is in the system's cache already
    if (version === VERSION) return;
    const { MIGRATIONS, migrate } = await import('./migrate.ts');
    await migrate(connection, MIGRATIONS, lease);
  } catch (error) {
    throw explain(file, error);
  }
}

/** Ours, or still empty. */
function isOurs(connection: Connection): boolean {
  const application = connection.handle.pragma('application_id', { simple: true });
  return application === APPLICATION || connection.get('select 1 from sqlite_schema limit 1') === undefined;
}
