import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPublishedFiles } from '../../src/adapters/published-files.ts';
import { temporaryFolder } from './folders.ts';

/** A published folder with a feed, the keeper's folder, and links that lead about. */
async function published() {
  const dir = await temporaryFolder();
  const feeds = join(dir, 'feeds');
  mkdirSync(join(feeds, 'keeper'), { recursive: true });
  mkdirSync(join(feeds, 'Keeper'), { recursive: true });
  for (const name of ['keeper/health.atom', 'Keeper/health.atom', 'ferries.atom', '.hidden.atom'])
    writeFileSync(join(feeds, name), '<feed/>');
  writeFileSync(join(dir, 'secret.atom'), '<secret/>');
  symlinkSync('../secret.atom', join(feeds, 'out.atom'));
  symlinkSync('..', join(feeds, 'up'));
  symlinkSync('round.atom', join(feeds, 'round.atom'));
  symlinkSync('ferries.atom', join(feeds, 'harbour.atom'));
  return createPublishedFiles(feeds);
}

describe('published files', () => {
  test.each(['ferries.atom', 'keeper/health.atom', 'harbour.atom'])('%s is read', async (name) => {
    expect((await (await published()).read(name))?.content.toString()).toBe('<feed/>');
  });

  test.each([
    '../secret.atom',
    'keeper/../../secret.atom',
    '..\\secret.atom',
    'out.atom',
    'up/secret.atom',
    'round.atom',
    '.hidden.atom',
    'ferries.atom\0',
    'ferries.atom/',
    '/ferries.atom',
    '',
    '.',
    'keeper',
    `${'x'.repeat(5_000)}.atom`,
  ])('%j is none of them', async (name) => {
    expect(await (await published()).read(name)).toBeNull();
  });

  test('capitals lead nowhere: some file systems would take them for the small letters that are guarded', async () => {
    expect(await (await published()).read('Keeper/health.atom')).toBeNull();
  });
});
