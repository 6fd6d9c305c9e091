import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PublishedFiles } from '../domain/ports.ts';

/** Reads the published folder for the web server. A name that leads out of it, or is hidden, names nothing. */
export function createPublishedFiles(dir: string): PublishedFiles {
  return {
    async read(name) {
      const parts = name.split('/');
      if (parts.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return null;
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

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);
