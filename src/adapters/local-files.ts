import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalFiles } from '../domain/ports.ts';
import { FileTrouble } from '../domain/ports.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the name',
  EACCES: 'it may not be opened; check its permissions',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'it is no folder; name a folder',
  ENOSPC: 'the disk is full; make room',
  EROFS: 'the disk is read-only',
};

async function told<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new FileTrouble(`${path}: ${WORDS[code] ?? message}`);
  }
}

/** The files a person names on the command line. */
export const localFiles: LocalFiles = {
  read: (path) => told(path, readFile(path)),
  async readText(path) {
    const bytes = await told(path, readFile(path));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw new FileTrouble(`${path}: it is not UTF-8 text; save it in that encoding`);
    }
  },
  write: (path, content) => told(path, writeFile(path, content)),
  async list(dir) {
    const entries = await told(dir, readdir(dir, { withFileTypes: true }));
    return entries.flatMap((entry) => (entry.isFile() ? join(dir, entry.name) : [])).toSorted();
  },
};
