import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A text that changes when a file directly in one of these folders is added, taken away or written; a folder that is missing
 * counts as empty. Nothing is read but names, sizes and times.
 */
export async function folderStamp(folders: readonly string[]): Promise<string> {
  const stamps = await Promise.all(folders.map(stampOf));
  return stamps.flat().join('\n');
}

async function stampOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const path = join(folder, name);
      const found = await stat(path, { bigint: true }).catch(() => null);
      return `${path} ${found?.ino} ${found?.size} ${found?.mtimeNs}`;
    }),
  );
}
