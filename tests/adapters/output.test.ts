import { chmod, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOutput, explained } from '../../src/adapters/output.ts';
import { LeaseLost } from '../../src/domain/lease.ts';
import { OutputFailed } from '../../src/domain/ports.ts';
import { temporaryFolder, withoutPrivileges } from './folders.ts';

const FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>북러 관계</title></feed>';
const yes = async () => {};
const output = async () => {
  const dir = join(await temporaryFolder(), 'feeds');
  return { dir, out: createOutput(dir) };
};
/** All files below a folder but the list of our own. */
const filesOf = async (dir: string) =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== '.topicwatch-files')
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

describe('writing', () => {
  test('makes the folders it needs and puts the whole content in place', async () => {
    const { dir, out } = await output();
    expect(await out.write('russia-dprk/tags/kursk.atom', FEED, yes)).toBe(true);
    expect(await readFile(join(dir, 'russia-dprk/tags/kursk.atom'), 'utf8')).toBe(FEED);
    expect(await filesOf(dir)).toEqual(['russia-dprk/tags/kursk.atom']);
  });

  test('does not touch a file that holds the same already', async () => {
    const { dir, out } = await output();
    const path = join(dir, 'a.atom');
    await out.write('a.atom', FEED, yes);
    await utimes(path, 1_000, 1_000);
    let asked = 0;
    const before = async () => {
      asked += 1;
    };
    for (const again of [out, createOutput(dir)])
      expect(await again.write('a.atom', FEED, before)).toBe(false);
    expect((await stat(path)).mtimeMs).toBe(1_000_000);
    expect(asked).toBe(0);
    expect(await out.write('a.atom', FEED.replace('관계', '관련'), before), 'of the same length').toBe(true);
    expect(asked).toBe(1);
  });

  test('keeps the permissions of the file it replaces', async () => {
    const { dir, out } = await output();
    await out.write('a.atom', FEED, yes);
    await chmod(join(dir, 'a.atom'), 0o640);
    await out.write('a.atom', `${FEED}\n`, yes);
    expect((await stat(join(dir, 'a.atom'))).mode & 0o777).toBe(0o640);
  });

  test('leaves the old file, and nothing else, where the lease was lost on the way', async () => {
    const { dir, out } = await output();
    await out.write('a.atom', FEED, yes);
    const lost = async () => {
      throw new LeaseLost();
    };
    await expect(out.write('a.atom', 'new', lost)).rejects.toThrow(LeaseLost);
    expect(await readFile(join(dir, 'a.atom'), 'utf8')).toBe(FEED);
    expect(await filesOf(dir)).toEqual(['a.atom']);
  });

  test('many files at once keeps them all, and all are known to be ours', async () => {
    const { dir, out } = await output();
    const names = Array.from({ length: 40 }, (_, n) => `topic-${n % 5}/feed-${n}.atom`);
    await Promise.all(names.map((name) => out.write(name, name, yes)));
    expect(await filesOf(dir)).toEqual(names.toSorted());
    expect(await createOutput(dir).prune(new Set(), yes)).toEqual(names.toSorted());
  });

  test('removes what a crash left beside the files, and nobody else’s files', async () => {
    const { dir } = await output();
    await mkdir(join(dir, 'tags'), { recursive: true });
    const left = '.topicwatch-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed.tmp';
    for (const name of [left, `tags/${left}`, '.topicwatch-notes.tmp', 'mine.tmp']) {
      await writeFile(join(dir, name), 'half a fe');
    }
    const out = createOutput(dir);
    await out.write('a.atom', FEED, yes);
    await out.write('tags/b.atom', FEED, yes);
    expect(await filesOf(dir)).toEqual(['.topicwatch-notes.tmp', 'a.atom', 'mine.tmp', 'tags/b.atom']);
  });
});

describe('no name leaves the folder', () => {
  test.each([
    '',
    '.',
    '..',
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    'a/',
    './a',
    'a\\b',
    'a\0b',
    'a\nb',
    '.topicwatch-files',
  ])('%j is refused', async (name) => {
    const { out } = await output();
    await expect(out.write(name, FEED, yes)).rejects.toThrow('not a name of a published file');
  });

  test('any other name lies below it', async () => {
    const { dir, out } = await output();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 30 }), async (name) => {
        const written = await out.write(name, 'x', yes).catch(() => null);
        if (written !== null) expect(await readFile(join(dir, name), 'utf8')).toBe('x');
      }),
      { numRuns: 200 },
    );
    expect((await readdir(join(dir, '..'))).sort()).toEqual(['feeds']);
  });

  test('a folder that is a link to elsewhere is not followed', async () => {
    const { dir, out } = await output();
    const elsewhere = await temporaryFolder();
    await mkdir(dir);
    await symlink(elsewhere, join(dir, 'tags'));
    for (const name of ['tags/a.atom', 'tags/kursk/a.atom']) {
      await expect(out.write(name, FEED, yes)).rejects.toThrow(OutputFailed);
    }
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

describe('pruning', () => {
  test('removes what was published and is no more, also by an earlier process, and folders left empty', async () => {
    const { dir, out } = await output();
    for (const name of ['a.atom', 'b.atom', 'old/tags/kursk.atom']) await out.write(name, FEED, yes);
    expect(await createOutput(dir).prune(new Set(['a.atom']), yes)).toEqual([
      'b.atom',
      'old/tags/kursk.atom',
    ]);
    expect(await filesOf(dir)).toEqual(['a.atom']);
    expect((await readdir(dir)).sort()).toEqual(['.topicwatch-files', 'a.atom']);
    expect(await out.prune(new Set(['a.atom']), yes)).toEqual([]);
  });

  test('never touches a file of someone else', async () => {
    const { dir, out } = await output();
    await out.write('tags/a.atom', FEED, yes);
    await writeFile(join(dir, 'README.md'), 'about');
    await writeFile(join(dir, 'tags', 'notes.txt'), 'mine');
    expect(await out.prune(new Set(), yes)).toEqual(['tags/a.atom']);
    expect(await filesOf(dir)).toEqual(['README.md', 'tags/notes.txt']);
  });

  test('a list of our files that was tampered with cannot reach outside', async () => {
    const { dir, out } = await output();
    await mkdir(dir);
    await writeFile(join(dir, '..', 'precious'), 'x');
    await writeFile(join(dir, '.topicwatch-files'), '../precious\n');
    expect(await out.prune(new Set(), yes)).toEqual([]);
    expect(await readFile(join(dir, '..', 'precious'), 'utf8')).toBe('x');
  });

  test('of a folder that was never written to does nothing', async () => {
    const { out } = await output();
    expect(await out.prune(new Set(), yes)).toEqual([]);
  });

  test('stops where the lease is lost', async () => {
    const { dir, out } = await output();
    await out.write('a.atom', FEED, yes);
    const lost = async () => {
      throw new LeaseLost();
    };
    await expect(out.prune(new Set(), lost)).rejects.toThrow(LeaseLost);
    expect(await filesOf(dir)).toEqual(['a.atom']);
  });
});

describe('a folder that cannot be written to', () => {
  test('is told with what to do, and the old feed stays', async () => {
    const { dir, out } = await output();
    await out.write('a.atom', FEED, yes);
    await chmod(join(dir, '..'), 0o755);
    await chmod(dir, 0o555);
    for (const use of [
      () => createOutput(dir).write('a.atom', 'new', yes),
      () => createOutput(dir).prune(new Set(), yes),
    ]) {
      const failure = await withoutPrivileges(() => use().catch((error: unknown) => error));
      expect(failure).toBeInstanceOf(OutputFailed);
      expect(failure).toMatchObject({
        message: expect.stringMatching(/may not be written; .* stays in place$/),
      });
    }
    await chmod(dir, 0o755);
    expect(await readFile(join(dir, 'a.atom'), 'utf8')).toBe(FEED);
  });

  test('is written to as soon as the way is clear', async () => {
    const { dir, out } = await output();
    await mkdir(dir);
    await writeFile(join(dir, 'tags'), 'in the way');
    await expect(out.write('tags/a.atom', FEED, yes)).rejects.toThrow(OutputFailed);
    await rm(join(dir, 'tags'));
    expect(await out.write('tags/a.atom', FEED, yes)).toBe(true);
    await rm(dir, { recursive: true });
    expect(await out.write('tags/a.atom', FEED, yes), 'the folder was taken away').toBe(true);
    await out.prune(new Set(['tags/a.atom']), yes);
    expect(await createOutput(dir).prune(new Set(), yes)).toEqual(['tags/a.atom']);
  });

  test('because its disk is full says so; what is no trouble of the disk stays what it is', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    const told = explained('/srv/feeds/a.atom', full);
    expect(told).toBeInstanceOf(OutputFailed);
    expect(told).toMatchObject({ message: expect.stringContaining('the disk is full; make room') });
    const bug = new TypeError('undefined is not a function');
    expect(explained('/srv/feeds/a.atom', bug)).toBe(bug);
  });

  test('because something else stands in its place is told with what to do', async () => {
    const { dir, out } = await output();
    await mkdir(join(dir, 'a.atom'), { recursive: true });
    await writeFile(join(dir, 'tags'), 'a file');
    for (const name of ['a.atom', 'tags/b.atom']) {
      await expect(out.write(name, FEED, yes)).rejects.toThrow(/something else stands in its place/);
    }
    await expect(createOutput(join(dir, 'tags')).write('a.atom', FEED, yes)).rejects.toThrow(OutputFailed);
  });
});
