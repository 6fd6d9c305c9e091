import { randomUUID } from 'node:crypto';
import { appendFile, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Output, OutputFailed } from '../domain/ports.ts';

/**
 * The names of all files that were ever written into the folder and not removed again, one a line. A name enters before its file
 * does, so that no file of ours is ever taken for someone else's; one that is no more does no harm.
 */
const MANIFEST = '.topicwatch-files';
/** A file that is being written beside the one it will replace. */
const TEMPORARY = /^\.topicwatch-[0-9a-f-]{36}\.tmp$/;

/**
 * The folder published files go to. It is made when first written to. Whoever reads a file finds it whole, old or new: a
 * crash leaves at most a temporary file, which the next writing removes. One process writes at a time (the lease sees to it).
 */
export function createOutput(folder: string): Output {
  const dir = resolve(folder);
  let manifest: Promise<Set<string>> | null = null;
  const cleaned = new Map<string, Promise<void>>();

  async function ours(): Promise<Set<string>> {
    manifest ??= readManifest(dir).then(namesIn);
    return manifest.catch((error: unknown) => {
      manifest = null;
      throw error;
    });
  }

  async function own(name: string): Promise<void> {
    const names = await ours();
    if (names.has(name)) return;
    await appendFile(join(dir, MANIFEST), `${name}\n`);
    names.add(name);
  }

  /** Once, before the first file is written into a folder: later a temporary file there may be one of ours at work. */
  function clean(folder: string): Promise<void> {
    const done = cleaned.get(folder) ?? removeTemporary(folder);
    cleaned.set(folder, done);
    return done;
  }

  return {
    async write(name, content, before) {
      const path = pathOf(dir, name);
      return told(path, async () => {
        const bytes = Buffer.from(content);
        await makeFolder(dir, dirname(path));
        await clean(dirname(path));
        const old = await stat(path).catch(() => null);
        const same = old?.isFile() && old.size === bytes.length && bytes.equals(await readFile(path));
        await own(name);
        if (same) return false;
        await replace(path, bytes, old?.mode, before);
        return true;
      });
    },

    prune(keep, before) {
      return told(dir, async () => {
        const names = await ours();
        const removed: string[] = [];
        for (const name of [...names].sort()) {
          if (keep.has(name)) continue;
          const path = pathOf(dir, name);
          await before();
          if (await remove(path)) removed.push(name);
          await removeEmpty(dirname(path), dir);
          names.delete(name);
        }
        const text = [...names].sort().map((name) => `${name}\n`);
        if (text.join('') !== (await readManifest(dir))) {
          await replace(join(dir, MANIFEST), Buffer.from(text.join('')), undefined, before);
        }
        return removed;
      });
    },
  };
}

/** Where a name lies. Throws where it would leave the folder, or stand for a file of our own: names are made by us. */
function pathOf(dir: string, name: string): string {
  if (!isName(name)) throw new Error(`not a name of a published file: ${JSON.stringify(name)}`);
  return join(dir, ...name.split('/'));
}

const isName = (name: string): boolean =>
  name.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[\\\0-\x1f]/.test(part));

/** Empty where there is none. */
function readManifest(dir: string): Promise<string> {
  return readFile(join(dir, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

const namesIn = (manifest: string): Set<string> => new Set(manifest.split('\n').filter(isName));

/** Makes a folder below `dir`, part by part, so that no link on the way leads out of it. */
async function makeFolder(dir: string, folder: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  let at = dir;
  for (const part of relative(dir, folder).split(sep).filter(Boolean)) {
    at = join(at, part);
    await mkdir(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    if (!(await lstat(at)).isDirectory()) throw new OutputFailed(`${at} ${BLOCKED}`, at, null);
  }
}

/** Removes what a crash left. */
async function removeTemporary(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => TEMPORARY.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

/** Writes beside, makes sure it is on the disk, and renames. The old file's permissions stay. */
async function replace(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  before: () => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.topicwatch-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      if (mode !== undefined) await file.chmod(mode & 0o777);
      await file.sync();
    } finally {
      await file.close();
    }
    await before();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The rename itself is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function remove(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Removes a folder that holds nothing any more, and those above it, up to ours. */
async function removeEmpty(folder: string, dir: string): Promise<void> {
  for (let at = folder; at !== dir; at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return; // something is in it
    }
  }
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(path, error);
  }
}

/** An error of the file system as one that says what to do. Others, those of `before` too, stay what they are. */
export function explained(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const { code = '', path: where = path } = error as NodeJS.ErrnoException;
  const advice = ADVICE[code] ?? `could not be written (${code}); see to the disk, then run again`;
  return new OutputFailed(`${path} ${advice}. What was published before stays in place`, where, error);
}

const FULL = 'could not be written because the disk is full; make room, then run again';
const CLOSED = 'may not be written; let the user topicwatch runs as write to its folder, then run again';
const BLOCKED =
  'could not be written because something else stands in its place; move that away, then run again';

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: CLOSED,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EISDIR: BLOCKED,
  ENOTDIR: BLOCKED,
  EEXIST: BLOCKED,
};
