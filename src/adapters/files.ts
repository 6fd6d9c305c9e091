import { randomUUID } from 'node:crypto';
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
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
export function createOutput(dir: string): Output {
  let manifest: Promise<Set<string>> | null = null;
  const prepared = new Map<string, Promise<void>>();

  const names = () => {
    manifest ??= readManifest(dir);
    return manifest;
  };

  async function own(name: string): Promise<void> {
    const known = await names();
    if (known.has(name)) return;
    known.add(name);
    await appendFile(join(dir, MANIFEST), `${name}\n`);
  }

  /** Makes a file's folder, sure to lie in ours, and removes what a crash left in it. */
  function prepare(folder: string): Promise<void> {
    const done = prepared.get(folder) ?? prepareFolder(dir, folder);
    prepared.set(folder, done);
    return done;
  }

  return {
    async write(name, content, before) {
      const path = pathOf(dir, name);
      return told(path, async () => {
        const bytes = Buffer.from(content);
        await prepare(dirname(path));
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
        const known = await names();
        const removed: string[] = [];
        for (const name of [...known].sort()) {
          if (keep.has(name)) continue;
          const path = pathOf(dir, name);
          await before();
          if (await remove(path)) removed.push(name);
          await removeEmpty(dirname(path), dir);
          known.delete(name);
        }
        const lines = [...known].sort().map((name) => `${name}\n`);
        if (removed.length > 0)
          await replace(join(dir, MANIFEST), Buffer.from(lines.join('')), undefined, before);
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

async function readManifest(dir: string): Promise<Set<string>> {
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return new Set(text.split('\n').filter(isName));
}

async function prepareFolder(dir: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [inside, root] = await Promise.all([realpath(folder), realpath(dir)]);
  if (inside !== root && !inside.startsWith(root + sep)) {
    throw new OutputFailed(`${folder} is a link that leads out of ${dir}; remove the link`, folder, null);
  }
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
  for (let at = folder; at !== dir && at.startsWith(dir + sep); at = dirname(at)) {
    if (
      !(await rmdir(at).then(
        () => true,
        () => false,
      ))
    )
      return;
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
