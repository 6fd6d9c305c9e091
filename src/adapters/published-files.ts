import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PublishedFiles } from '../domain/ports.ts';

/**
 * What published files and their folders are called. Nothing else is looked for: where the file system takes `Keeper` for
 * `keeper`, as those of macOS do, that is no other way to what is the keeper's.
 */
const NAME = /^[a-z0-9][a-z0-9.-]*$/;

/** Reads the published folder for the web server. A name that leads out of it, or is none of a published file, names nothing. */
export function createPublishedFiles(dir: string): PublishedFiles {
  return {
    async read(name) {
      const parts = name.split('/');
      if (!parts.every((part) => NAME.test(part))) return null;
      try {
        const path = await realpath(join(dir, ...parts));
        if (!path.startsWith((await realpath(dir)) + sep)) return null;
        const { mtime } = await stat(path);
        return { content: await readFile(path), modified: mtime };
      } catch (error) {
        if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return null;
        throw error;
      }
    },
  };
}

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);
