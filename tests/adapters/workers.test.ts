import { spawnSync } from 'node:child_process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createReader, type WorkerLimits } from '../../src/adapters/workers.ts';

const ENTRY = new URL('./unruly-worker.ts', import.meta.url);
const raw = (text: string) => ({
  body: new TextEncoder().encode(text),
  contentType: 'text/xml',
  contentLanguage: null,
  url: 'https://harbour.example/feed',
  timezone: 'Asia/Seoul',
});

function reader(limits: Partial<WorkerLimits> = {}) {
  const made = createReader(ENTRY, { threads: 1, seconds: 20, megabytes: 64, ...limits });
  onTestFinished(() => made.close());
  return made;
}

describe('a reader in worker threads', () => {
  test('hands a document over and its reading back', async () => {
    const document = raw('Harbour News');
    expect(await reader().read(document)).toMatchObject({
      ok: true,
      feed: {
        title: 'Harbour News',
        link: 'https://harbour.example/feed',
        publisher: { name: 'Asia/Seoul' },
      },
    });
    expect(document.body.length, 'the caller keeps its bytes').toBe(12);
  });

  test('reads a feed by the entry the program has for it', async () => {
    const own = createReader(new URL('../../src/ingest/worker.ts', import.meta.url));
    onTestFinished(() => own.close());
    const feed =
      '<rss version="2.0"><channel><title>Harbour News</title><item><title>Fog</title></item></channel></rss>';
    expect(await own.read(raw(feed))).toMatchObject({
      ok: true,
      format: 'rss-2.0',
      feed: { title: 'Harbour News' },
      entries: [{ title: 'Fog' }],
    });
    expect(await own.read(raw('<!doctype html><title>Not found</title>'))).toMatchObject({ ok: false });
  });

  test.each([
    ['for ever', { seconds: 1 }, /took longer than 1 s and was stopped/],
    ['never', { seconds: 0.4 }, /took longer than 0.4 s and was stopped/],
    ['hoard', {}, /took more than 64 MB and was stopped/],
    ['exit', {}, /failed/],
    ['throw', {}, /failed \(cannot read the pubDate\)/],
    ['throw later', {}, /failed \(out of the blue\)/],
  ])('gives up on a document that would %s, and goes on with the others', async (text, limits, error) => {
    const { read } = reader(limits);
    const results = await Promise.all(['before', text, 'after', 'at last'].map((body) => read(raw(body))));
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(results[1]).toMatchObject({ encoding: null, entries: [], error: expect.stringMatching(error) });
  });

  test('keeps the secrets of the environment from its threads', async () => {
    vi.stubEnv('NEWS_KEY', 'open sesame');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { feed } = await reader().read(raw('spy'));
    expect(feed.title).toMatch(/^\{/);
    expect(feed.title).not.toContain('sesame');
  });

  test('counts the time of a document from when it is begun, not while it waits', async () => {
    const { read } = reader({ seconds: 1 });
    const results = await Promise.all(['for ever', 'for ever', 'third'].map((body) => read(raw(body))));
    expect(results.map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  test('fails each document, and does not hang, where the worker cannot even be loaded', async () => {
    const broken = createReader(new URL('./no-such-worker.ts', import.meta.url));
    onTestFinished(() => broken.close());
    for (const text of ['a', 'b']) {
      expect(await broken.read(raw(text))).toMatchObject({
        ok: false,
        error: expect.stringContaining('no-such-worker'),
      });
    }
  });

  test('reads on several threads at once', async () => {
    const { read } = reader({ threads: 2, seconds: 2 });
    const [stuck, quick] = [read(raw('for ever')), read(raw('quick'))];
    expect(await Promise.race([stuck, quick])).toMatchObject({ ok: true });
    expect(await stuck).toMatchObject({ ok: false });
  });

  test('survives a thread that fails when its document is long done', async () => {
    const { read } = reader();
    expect(await read(raw('throw afterwards'))).toMatchObject({ ok: true });
    const next = [await read(raw('second')), await read(raw('third'))];
    expect(next.filter(({ ok }) => !ok).length, 'at most the one it was reading then').toBeLessThanOrEqual(1);
    expect(await read(raw('at last'))).toMatchObject({ ok: true });
  });

  test('costs nothing before the first document, and lets the program end', () => {
    const script = `
      import { createRequire } from 'node:module';
      import { createReader } from ${JSON.stringify(new URL('../../src/adapters/workers.ts', import.meta.url))};
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/piscina/'));
      const { read, close } = createReader(new URL(${JSON.stringify(ENTRY)}));
      const before = loaded();
      const { ok } = await read({ body: new Uint8Array(3) });
      console.log(JSON.stringify([before, loaded(), ok]));
    `;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(run).toMatchObject({ status: 0, stdout: '[false,true,true]\n', stderr: '' });
  });
});
