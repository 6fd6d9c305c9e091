import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reference } from '../src/settings/reference.ts';
import { htmlToText } from '../src/text/html/html.ts';
import { type Host, openHost } from './end-to-end/host.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PAGES = ['README.md', ...globSync('docs/*.md', { cwd: ROOT }).toSorted()].map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));
const ALL = PAGES.map(({ text }) => text).join('\n');

/** A fenced block: `sh` is run to its end, `sh stays` is run until it serves; the others are settings of other programs. */
interface Block {
  readonly info: string;
  readonly text: string;
}

const BLOCKS = [...ALL.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(
  ([, info = '', text = '']): Block => ({ info, text }),
);
const blocksOf = (...infos: string[]): readonly Block[] => BLOCKS.filter(({ info }) => infos.includes(info));

test('every block of the README and of docs/ is of a kind that is tested', () => {
  expect(new Set(BLOCKS.map(({ info }) => info))).toEqual(new Set(['sh', 'sh stays', 'crontab', 'ini']));
});

describe('the commands the README and docs/ show, in their order, in a fresh checkout', {
  shuffle: false,
}, () => {
  const checkout = mkdtempSync(join(tmpdir(), 'topicwatch-readme-'));
  let host: Host;

  beforeAll(async () => {
    for (const name of [
      'bin',
      'src',
      'config',
      'feeds/README.md',
      'package.json',
      'package-lock.json',
      '.npmrc',
    ]) {
      cpSync(join(ROOT, name), join(checkout, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    mkdirSync(join(checkout, 'tmp'));
    const feed = readFileSync(join(ROOT, 'config/demo/feeds/harbour-gazette.rss'));
    host = await openHost((_, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed),
    );
    keepOffTheNetwork(join(checkout, 'config'), host);
  });
  afterAll(async () => {
    await host.close();
    rmSync(checkout, { recursive: true });
  });

  /** Nothing leaves this machine: sources are local files, and the README's example address leads to loopback. */
  function keepOffTheNetwork(config: string, { url }: Host): void {
    const program = join(config, 'topicwatch.yaml');
    const text = readFileSync(program, 'utf8');
    const local = text
      .replace('allowPrivateHosts: []', `allowPrivateHosts: ["${new URL(url).host}"]`)
      .replace('port: 8787', 'port: 0');
    expect(local).not.toBe(text);
    writeFileSync(program, local);
    writeFileSync(
      join(config, 'sources.yaml'),
      ['meridian-wire.atom', 'doldari.json', 'mayachny-bereg.atom']
        .map((file) => `- { id: ${file.split('.')[0]}, url: "file:demo/feeds/${file}" }\n`)
        .join(''),
    );
  }

  /** The block as it is run: aliases hold as in a terminal, and what is installed already is only checked. */
  const script = ({ text }: Block): string =>
    [
      'set -euo pipefail; shopt -s expand_aliases',
      ...README.split('\n').filter((line) => line.startsWith('alias ')),
      text.replace('npm ci', 'npm ci --dry-run').replaceAll('https://example.org/', host.url),
    ].join('\n');
  const options = {
    cwd: checkout,
    env: {
      ...process.env,
      TMPDIR: join(checkout, 'tmp'),
      PATH: process.env.PATH?.split(delimiter)
        .filter((folder) => !folder.includes('node_modules'))
        .join(delimiter),
    },
  };

  /** Runs a block to its end, or until it says something: then its processes are asked to stop, as by a terminal. */
  function start(
    commands: string,
    until?: RegExp,
  ): Promise<{ readonly code: number | null; readonly output: string }> {
    const shell = spawn('bash', ['-c', commands], {
      ...options,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (text: string): void => {
      output += text;
      if (until?.test(output) && shell.pid !== undefined) process.kill(-shell.pid, 'SIGTERM');
    };
    shell.stdout.setEncoding('utf8').on('data', take);
    shell.stderr.setEncoding('utf8').on('data', take);
    return new Promise((resolve) => shell.once('close', (code) => resolve({ code, output })));
  }

  test.each(BLOCKS.filter(({ info }) => info.startsWith('sh')))('$text', async (block) => {
    if (block.info === 'sh') {
      const { code, output } = await start(script(block));
      expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m); // no stack trace
      expect(code, output).toBe(0);
    } else {
      const { output } = await start(script(block), /^serving http:\S+/m);
      expect(output).toMatch(/^serving http:\S+/m);
    }
  });

  test('the entry it shows is the one the demo publishes', () => {
    const [demo = ''] = globSync('tmp/topicwatch-demo-*', { cwd: checkout });
    const feed = JSON.parse(readFileSync(join(checkout, demo, 'feeds/russia-dprk.json'), 'utf8')) as {
      items: { title: string; content_html: string }[];
    };
    const entries = feed.items.map(({ title, content_html }) =>
      folded(`${title} ${htmlToText(content_html)}`),
    );
    const picture = /^(?:>.*\n)+/m.exec(README)?.[0] ?? '';
    expect(entries).toContain(
      folded(picture.replaceAll('*', '').replaceAll(/^[> ]+|\]\([^)]*\)|\[(?=\w+ \w)/gm, ' ')),
    );
  });
});

/** The names under which the headings of a page are linked to. */
const anchorsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Text as a person reads it: the breaks of lines and the spaces between do not count. */
const folded = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Lines of a service's settings or of a crontab that start the program, from `bin/topicwatch.js` on. */
const STARTS = blocksOf('crontab', 'ini').flatMap(({ text }) =>
  text.split('\n').flatMap((line) => /bin\/topicwatch\.js (.*?)(?: [|>].*)?$/.exec(line)?.[1] ?? []),
);

describe('cron and systemd', () => {
  test('are shown each way the program is meant to be run', () => {
    expect(new Set(STARTS.map((line) => line.split(' ')[0]))).toEqual(
      new Set(['run', 'digest', 'status', 'watch']),
    );
  });

  test.each(STARTS)('are given a command and flags that exist: %s', (line) => {
    const [command = '', ...args] = line.split(' ');
    const help = execFileSync(process.execPath, [join(ROOT, 'bin/topicwatch.js'), command, '--help'], {
      encoding: 'utf8',
    });
    const general = execFileSync(process.execPath, [join(ROOT, 'bin/topicwatch.js'), '--help'], {
      encoding: 'utf8',
    });
    expect(help).toContain(`topicwatch ${command}`);
    for (const flag of args.filter((argument) => argument.startsWith('--')))
      expect(help + general).toContain(`${flag} `);
  });

  test('are given paths that a checkout has, or makes', () => {
    const made = ['config', 'data', 'feeds'];
    const paths = blocksOf('crontab', 'ini').flatMap(({ text }) => [
      ...text.matchAll(/\/srv\/topicwatch\/([\w./-]+)/g),
    ]);
    expect(paths.length).toBeGreaterThan(10);
    for (const [, path = ''] of paths)
      expect(made.includes(path) || existsSync(join(ROOT, path)), path).toBe(true);
  });
});

describe('the README, with docs/, is complete', () => {
  test('they name every command', () => {
    const help = execFileSync(process.execPath, [join(ROOT, 'bin/topicwatch.js'), '--help'], {
      encoding: 'utf8',
    });
    const commands = [...help.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(8);
    const told = (name: string) =>
      new RegExp(`topicwatch (?:--config \\S+ )?${name}\\b|npm run ${name}\\b|\`${name}\``);
    expect(commands.filter((name) => !told(name).test(ALL))).toEqual([]);
  });

  test('the reference of the settings is the one the schemas give; else put this in its place', () => {
    const [, shown] = /<!-- reference: .* -->\n([\s\S]*)<!-- end of reference -->/.exec(ALL) ?? [];
    expect(shown?.trim()).toBe(reference().trim());
  });

  const LINKS = PAGES.flatMap(({ path: page, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => ({ page, link })),
  );
  test.each(LINKS)('$link, which $page links to, is there', ({ page, link }) => {
    const [path = '', heading] = link.split('#');
    const file = join(ROOT, dirname(page), path || basename(page));
    expect(existsSync(file)).toBe(true);
    if (heading !== undefined) expect(anchorsOf(readFileSync(file, 'utf8'))).toContain(heading);
  });
});

test('CONTRIBUTING.md leads through files that are there', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const paths = [...text.matchAll(/`((?:[a-z-]+\/)*[a-z-]+\.[jt]s)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(15);
  const places = ['', 'src', 'src/pipeline']; // as it is written: from the root, from src/, or within the room spoken of
  const missing = paths.filter((path) => !places.some((place) => existsSync(join(ROOT, place, path))));
  expect(missing).toEqual([]);
});
