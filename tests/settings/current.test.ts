import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderStamp } from '../../src/adapters/folder-stamp.ts';
import { currentSettings } from '../../src/settings/current.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { folderWith, SOUND } from './folder.ts';

const silent = { debug() {}, info() {}, warn() {} };

test('a program that stays reads the settings again when their files have changed, and not before', async () => {
  const dir = await folderWith(SOUND);
  let loads = 0;
  const load = () => {
    loads += 1;
    return loadSettings(dir);
  };
  const errors: string[] = [];
  const log = { ...silent, error: (message: string) => errors.push(message) };
  const settings = currentSettings(load, () => folderStamp([dir, join(dir, 'topics')]), log);
  const [first] = [await settings(), await settings()];
  expect(loads).toBe(1);

  await writeFile(join(dir, 'sources.yaml'), '- { id: pier-post, url: "https://pier.example/feed" }\n');
  expect((await settings()).sources.map(({ id }) => id)).toEqual(['pier-post']);
  await writeFile(join(dir, 'topics/ferries.yaml'), 'id: ferries\ntitle: Ferries\n');
  expect((await settings()).topics).toHaveLength(2);
  expect([first?.topics.length, loads]).toEqual([1, 3]);

  await writeFile(join(dir, 'sources.yaml'), '- { id: pier-post, url: nowhere }\n');
  expect((await settings()).sources.map(({ id }) => id)).toEqual(['pier-post']);
  expect((await settings()).unusable).toMatch(/sources\.yaml:1:/);
  expect(errors).toEqual([expect.stringMatching(/the page goes on with the last ones: .*sources\.yaml:1:/)]);

  await writeFile(join(dir, 'sources.yaml'), '[]\n');
  expect((await settings()).unusable).toBeUndefined();
});

test('settings that cannot be used from the start are refused', async () => {
  const dir = await folderWith({ ...SOUND, 'sources.yaml': '- { id: pier-post, url: nowhere }\n' });
  const log = { ...silent, error() {} };
  const settings = currentSettings(
    () => loadSettings(dir),
    () => folderStamp([dir]),
    log,
  );
  await expect(settings()).rejects.toThrow('sources.yaml:1:');
});
