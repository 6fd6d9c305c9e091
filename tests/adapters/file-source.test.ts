import { chmod, mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, withoutPrivileges } from './folders.ts';
import { asking, fetcherWith } from './servers.ts';

const FEED = '<rss version="2.0"><channel><title>Harbour News</title></channel></rss>';

async function config() {
  const folder = await temporaryFolder();
  const root = join(folder, 'config');
  await mkdir(join(root, 'feeds'), { recursive: true });
  const path = join(root, 'feeds', 'harbour.xml');
  await writeFile(path, FEED);
  return { folder, root, path, url: pathToFileURL(path).href, fetcher: fetcherWith({}, { filesRoot: root }) };
}

describe('a file: source', () => {
  test('is read below the folder of sources.yaml', async () => {
    const { fetcher, url } = await config();
    const outcome = await fetcher.fetch(asking(url));
    expect(outcome).toMatchObject({ kind: 'fetched', url, movedTo: null, freshFor: null });
    expect('body' in outcome && Buffer.from(outcome.body).toString()).toBe(FEED);
  });

  test('may be named relative to that folder, and may be compressed', async () => {
    const { fetcher, root } = await config();
    await writeFile(join(root, 'feeds', 'mill.xml.gz'), gzipSync(FEED));
    const outcome = await fetcher.fetch(asking('file:feeds/mill.xml.gz'));
    expect('body' in outcome && Buffer.from(outcome.body).toString()).toBe(FEED);
  });

  test('is unchanged until its date or its size changes', async () => {
    const { fetcher, path, url } = await config();
    await utimes(path, 1_000, 1_000);
    const first = await fetcher.fetch(asking(url));
    const validators = 'validators' in first ? first.validators : { etag: null, lastModified: null };
    expect(await fetcher.fetch(asking(url, { validators }))).toEqual({
      kind: 'unchanged',
      movedTo: null,
      validators,
      freshFor: null,
    });
    await utimes(path, 2_000, 2_000);
    expect(await fetcher.fetch(asking(url, { validators }))).toMatchObject({ kind: 'fetched' });
    await writeFile(path, `${FEED}\n`);
    await utimes(path, 1_000, 1_000);
    expect(await fetcher.fetch(asking(url, { validators }))).toMatchObject({ kind: 'fetched' });
  });

  test('that is missing, a folder, or too large is a failure that says so', async () => {
    const { root, url, fetcher } = await config();
    const missing = `${url}.old`;
    expect(await fetcher.fetch(asking(missing))).toMatchObject({
      kind: 'failed',
      reason: 'file',
      message: `${missing} does not exist; check the path in sources.yaml`,
    });
    expect(await fetcher.fetch(asking('file:feeds'))).toMatchObject({ reason: 'file' });
    const small = fetcherWith({ maxBytes: 10 }, { filesRoot: root });
    expect(await small.fetch(asking(url))).toMatchObject({ reason: 'too-large' });
  });

  test('that is a bomb or broken when decompressed is a failure too', async () => {
    const { root, fetcher } = await config();
    await writeFile(join(root, 'bomb.gz'), gzipSync(Buffer.alloc(100_000_000)));
    await writeFile(join(root, 'broken.gz'), Buffer.from('1f8b0800deadbeef', 'hex'));
    expect(await fetcher.fetch(asking('file:bomb.gz'))).toMatchObject({ reason: 'too-large' });
    expect(await fetcher.fetch(asking('file:broken.gz'))).toMatchObject({ reason: 'encoding' });
  });

  test('that may not be read says so', async () => {
    const { folder, fetcher, path, url } = await config();
    await chmod(folder, 0o755);
    await chmod(path, 0);
    const outcome = await withoutPrivileges(() => fetcher.fetch(asking(url)));
    expect(outcome).toMatchObject({ reason: 'file', message: expect.stringContaining('may not be read') });
  });

  test('that is a device without end is refused', async () => {
    const fetcher = fetcherWith({}, { filesRoot: '/dev' });
    expect(await fetcher.fetch(asking('file:zero'))).toMatchObject({ reason: 'file' });
  });

  test('outside of that folder is refused, by whatever way', async () => {
    const { fetcher, folder, root } = await config();
    await writeFile(join(folder, 'outside.xml'), FEED);
    await mkdir(join(folder, 'config-of-another'));
    await writeFile(join(folder, 'config-of-another', 'a.xml'), FEED);
    await symlink(join(folder, 'outside.xml'), join(root, 'link.xml'));
    await symlink(folder, join(root, 'up'));
    for (const url of [
      pathToFileURL(join(folder, 'outside.xml')).href,
      pathToFileURL(join(folder, 'config-of-another', 'a.xml')).href,
      'file:../outside.xml',
      'file:feeds/%2e%2e/../outside.xml',
      'file:link.xml',
      'file:up/outside.xml',
    ]) {
      expect(await fetcher.fetch(asking(url)), url).toMatchObject({ kind: 'failed', reason: 'refused' });
    }
  });

  test('of another machine, or with a path that is none, is no address', async () => {
    const { fetcher } = await config();
    for (const url of ['file://server/share/feed.xml', 'file:feeds%2fharbour.xml', 'file:a%00b']) {
      const outcome = await fetcher.fetch(asking(url));
      expect(outcome, url).toMatchObject({
        kind: 'failed',
        reason: expect.stringMatching(/^(?:address|file)$/),
      });
    }
  });

  test('is read only when the settings name it', async () => {
    const { fetcher, url } = await config();
    expect(await fetcher.fetch(asking(url, { configured: false }))).toMatchObject({ reason: 'refused' });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ reason: 'refused' });
  });
});
