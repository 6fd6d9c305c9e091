import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Source } from '../../domain/source.ts';
import { checkSources, readText, shownPath } from '../load.ts';
import { fileProblem, SettingsError } from '../problem.ts';
import { readYaml } from '../yaml.ts';

/**
 * Changes sources.yaml in place. The changed text is checked whole before it replaces the file, by a rename, so that
 * there is never a broken or half-written one.
 *
 * @param edit is given the text, and what to call the file in messages; `addSources` and `removeSource` do such work.
 * @returns the sources as they are now.
 * @throws SettingsError, and what `edit` throws; the file is as it was then.
 */
export async function editSources(
  dir: string,
  edit: (text: string, file: string) => string,
): Promise<readonly Source[]> {
  const path = join(dir, 'sources.yaml');
  const before = await readText(path);
  const after = edit(before, shownPath(path));
  const sources = checkSources(readYaml(after, shownPath(path)), dir);
  if (after !== before) await replaceFile(path, before, after);
  return sources;
}

/**
 * Writes beside and renames. The file beside is opened exclusively, so that of two editors one gives way.
 *
 * @throws SettingsError where the file no longer says `before`, or cannot be written; it is as it was then
 */
export async function replaceFile(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path); // a link stays a link
  const beside = `${target}.new`;
  const file = await trying(beside, async () => open(beside, 'wx', (await stat(target)).mode));
  try {
    await trying(beside, async () => {
      await file.writeFile(after);
      await file.sync();
    });
    if ((await readText(path)) !== before) {
      throw new SettingsError([
        fileProblem(shownPath(path), 'it was changed by someone else just now', 'try again'),
      ]);
    }
    await trying(path, () => rename(beside, target));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Writes a new folder of settings, `starterFiles` for example. Nothing is written where one of the files is there already.
 *
 * @param files texts by their paths below the folder.
 * @returns the paths written, as a person would write them here.
 * @throws SettingsError
 */
export async function writeSettings(
  dir: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const paths = [...files].map(([name, text]) => ({ path: join(dir, name), text }));
  for (const { path } of paths) {
    if (await exists(path)) throw new SettingsError([fileProblem(shownPath(path), ...TAKEN)]);
  }
  for (const { path, text } of paths) {
    await trying(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
    });
  }
  return paths.map(({ path }) => shownPath(path));
}

const TAKEN = [
  'it is there already, and nothing was written',
  'name another folder: topicwatch init DIR',
] as const;

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );

/** Runs work on a file; a refusal of the file system becomes a `SettingsError`. */
async function trying<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const [what, advice] = TROUBLES[code] ?? [`it cannot be written (${code || String(error)})`, 'see to it'];
    throw new SettingsError([fileProblem(shownPath(path), what, advice)]);
  }
}

const NOT_ALLOWED = ['it may not be written', 'let the user topicwatch runs as write to its folder'] as const;

const TROUBLES: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  EEXIST: ['another command is writing it', 'wait for it, or remove that file where none is'],
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: ['its disk is read-only', 'move the settings to one that can be written'],
  ENOSPC: ['its disk is full', 'make room'],
  ENOTDIR: ['a part of its path is no folder', 'name another folder'],
};
