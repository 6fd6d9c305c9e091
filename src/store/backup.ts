import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { StoreUnusable } from '../domain/store.ts';
import { type Connection, explain } from './connection.ts';

/** Pages copied between two turns of the event loop: 4 MB, a few milliseconds. */
const PAGES = 1000;

/**
 * A consistent copy of the database, made while others read and write (SQLite's online backup). It appears under its
 * name only when it is whole. Rejects with `StoreUnusable` where that name is taken and `replace` is not set, or its folder is
 * not there.
 */
export async function backup(
  connection: Connection,
  file: string,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<void> {
  if (!replace && existsSync(file)) {
    throw new StoreUnusable(`${file} already exists; name a file that does not, or remove it first`, file);
  }
  const folder = dirname(file);
  if (!existsSync(folder)) {
    throw new StoreUnusable(`${file} cannot be written: there is no folder ${folder}; make it first`, file);
  }
  const unfinished = `${file}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    await connection.handle.backup(unfinished, { progress: () => PAGES });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw explain(file, error);
  }
}
