import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Problem, SettingsError } from '../../src/settings/problem.ts';

/** Settings in which nothing is wrong, to which a test adds what it is about. */
export const SOUND = {
  'topicwatch.yaml': '{}\n',
  'sources.yaml': '- { id: harbour-gazette, url: "https://harbour.example/feed" }\n',
  'topics/lighthouses.yaml': 'id: lighthouses\ntitle: Lighthouses\n',
};

/** A temporary folder with these files in it, gone when the test ends. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'topicwatch-settings-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), content);
  }
  return dir;
}

/** The error that work ends with. Any other end fails the test. */
export async function refusal(work: () => unknown): Promise<SettingsError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('expected a SettingsError, and nothing was refused');
}

/** `sources.yaml:3:5 "value"`, relative to a folder. */
export const placed = (dir: string, { file, line, column }: Problem | SettingsError): string =>
  `${relative(dir, file)}:${line}:${column}`;
