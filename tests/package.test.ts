import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What `npm pack --json` tells of a tarball. */
interface Packed {
  readonly filename: string;
  readonly version: string;
  readonly files: readonly { readonly path: string }[];
}

describe('the package as people install it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'topicwatch-package-'));
  const installed = join(folder, 'node_modules/topicwatch');
  const program = join(folder, 'node_modules/.bin/topicwatch');
  let packed: Packed;

  const npm = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
    return stdout;
  };
  const topicwatch = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  beforeAll(() => {
    const answer = JSON.parse(npm('pack', '--json', '--pack-destination', folder, ROOT)) as readonly Packed[];
    [packed] = answer as [Packed];
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'somewhere', private: true }));
    npm('install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed.filename));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('it holds the program, its settings and the demo, and nothing of how it is made', () => {
    const files = packed.files.map(({ path }) => path);
    for (const needed of [
      'bin/topicwatch.js',
      'dist/main.js',
      'dist/ingest/worker.js',
      'config/topics/russia-dprk.yaml',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'config/demo/sources.yaml', 'feeds/README.md']),
    );
    expect(files.filter((path) => /^(src|tests|bench|data)\//.test(path))).toEqual([]);
    expect(existsSync(join(installed, 'src'))).toBe(false);
  });

  test('publint finds nothing to better in it', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  test('it tells its version', () => {
    expect(topicwatch('--version')).toMatchObject({ status: 0, stderr: '', stdout: `${packed.version}\n` });
  });

  test('it reads a feed in its worker thread', () => {
    const feed = join(installed, 'config/demo/feeds/zaozersky-listok.rss');
    const { status, stdout, stderr } = topicwatch('parse', feed);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      encoding: 'windows-1251',
      feed: { title: 'Заозёрский листок' },
      entries: { length: 5 },
    });
  });

  test('it extracts the article of a page there too', () => {
    const html = `<title>A bell</title><article><h1>A bell</h1>${'<p>The bell of Tansy Vale rings at noon again.</p>'.repeat(9)}</article>`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'extract', '--jsonl'], {
      cwd: folder,
      encoding: 'utf8',
      input: `${JSON.stringify({ id: 1, url: 'https://gazette.example/bell', html })}\n`,
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, text: expect.stringContaining('rings at noon') });
  });

  test('it shows its demo', () => {
    const { status, stdout, stderr } = topicwatch('demo', '--json');
    expect(status, stderr).toBe(0);
    const { dir, cycles } = JSON.parse(stdout) as { dir: string; cycles: unknown[] };
    rmSync(dir, { recursive: true });
    expect(cycles).toHaveLength(2);
  });

  test('it runs a cycle over a local file and publishes what is on the topic', () => {
    const config = join(folder, 'config');
    mkdirSync(config);
    for (const part of ['topicwatch.yaml', 'topics']) {
      cpSync(join(installed, 'config', part), join(config, part), { recursive: true });
    }
    cpSync(join(installed, 'config/demo/feeds/meridian-wire.atom'), join(config, 'wire.atom'));
    writeFileSync(
      join(config, 'sources.yaml'),
      '- { id: wire, url: "file:wire.atom", kind: agency, language: en }\n',
    );

    const { status, stdout, stderr } = topicwatch('run', '--json');
    expect(status, stdout + stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ polled: 1, failed: [], fresh: 6, accepted: 3 });
    expect(readFileSync(join(folder, 'feeds/russia-dprk.atom'), 'utf8')).toContain('<feed');
  });
});
