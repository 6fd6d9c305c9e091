import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { check } from './architecture/check.ts';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

test('the source tree keeps every rule of the house', () => {
  const { files, breaches } = check(SOURCE);
  expect(breaches).toEqual([]);
  expect(files).toBeGreaterThan(10);
});

/** A source tree as file name to text. */
type Tree = Readonly<Record<string, string>>;

function checkTree(tree: Tree): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'topicwatch-architecture-'));
  try {
    for (const [name, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return check(root).breaches;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const target = 'export const x = 1;';

/** One planted breach a line: its name, the tree, and what is told. */
const PLANTED: readonly (readonly [string, Tree, string])[] = [
  [
    'an import of a room to the right',
    { 'text/words.ts': "import { x } from '../judge/match.ts';", 'judge/match.ts': target },
    'text/words.ts:1: text imports judge (../judge/match.ts); it may import domain',
  ],
  [
    'a type of another stage',
    { 'judge/a.ts': "\nimport type { x } from '../tag/b.ts';", 'tag/b.ts': target },
    'judge/a.ts:2: judge imports tag (../tag/b.ts); it may import domain, text',
  ],
  [
    'a type asked for inside a type',
    { 'domain/a.ts': "export type A = import('../text/b.ts').B;", 'text/b.ts': 'export type B = 1;' },
    'domain/a.ts:1: domain imports text (../text/b.ts); it may import nothing',
  ],
  [
    'a dynamic import of an adapter',
    { 'pipeline/a.ts': "export const a = () => import('../adapters/b.ts');", 'adapters/b.ts': target },
    'pipeline/a.ts:1: pipeline imports adapters (../adapters/b.ts); it may import domain, text, ingest, judge, ' +
      'tag, stories, watchlist, publish',
  ],
  [
    "a stage's worker addressed from an adapter",
    {
      'adapters/a.ts': "export const a = new URL('../ingest/worker.ts', import.meta.url);",
      'ingest/worker.ts': target,
    },
    'adapters/a.ts:1: adapters imports ingest (../ingest/worker.ts); it may import domain, text',
  ],
  [
    'the store in a command',
    { 'cli/a.ts': "import '../store/open.ts';", 'store/open.ts': target },
    'cli/a.ts:1: cli imports store (../store/open.ts); it may import domain, text, ingest, judge, tag, stories, ' +
      'watchlist, publish, settings, pipeline',
  ],
  [
    'a computed import',
    { 'cli/a.ts': 'export const a = (name: string) => import(name);' },
    'cli/a.ts:1: imports a computed address, so that nobody can tell where it leads',
  ],
  [
    'an import that leads nowhere',
    { 'text/a.ts': "import { x } from './b.js';", 'text/b.ts': target },
    'text/a.ts:1: imports ./b.js, which is no file of the source tree',
  ],
  [
    'a barrel',
    { 'text/index.ts': "export * from './a.ts';", 'text/a.ts': target },
    'text/index.ts:1: exports ./a.ts again; whoever needs it imports it from there',
  ],
  [
    'a barrel in two steps',
    { 'text/all.ts': "import { x } from './a.ts';\nexport { x };", 'text/a.ts': target },
    'text/all.ts:2: exports ./a.ts again; whoever needs it imports it from there',
  ],
  [
    'a circle of imports',
    {
      'text/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'text/b.ts': "import type { C } from './c.ts';\nexport type B = C;",
      'text/c.ts': "import type { A } from './a.ts';\nexport type C = A;",
    },
    'text/a.ts > text/b.ts > text/c.ts > text/a.ts: a circle of imports',
  ],
  ['a room nobody knows', { 'utils/a.ts': target }, 'utils/a.ts: utils is no room of the house'],
  ['a file beside the rooms', { 'helper.ts': target }, 'helper.ts: helper is no room of the house'],
  [
    'the database outside the store',
    { 'cli/a.ts': "import { sql } from 'kysely/migration';" },
    'cli/a.ts:1: imports kysely, which stays in store',
  ],
  [
    'a package with a scope outside its room',
    { 'cli/a.ts': "import { serve } from '@hono/node-server/serve-static';" },
    'cli/a.ts:1: imports @hono/node-server, which stays in adapters',
  ],
  [
    'files',
    { 'judge/a.ts': "import { readFileSync } from 'node:fs';" },
    'judge/a.ts:1: uses node:fs; take its work as an argument',
  ],
  [
    'files without the prefix',
    { 'judge/a.ts': "import fs from 'fs/promises';" },
    'judge/a.ts:1: uses fs/promises; take its work as an argument',
  ],
  [
    'a way round imports',
    { 'judge/a.ts': "import { createRequire } from 'node:module';" },
    'judge/a.ts:1: uses node:module; take its work as an argument',
  ],
  [
    'dice from a module that else only computes',
    { 'pipeline/a.ts': "import { createHash, randomUUID } from 'node:crypto';" },
    'pipeline/a.ts:1: uses randomUUID of node:crypto; take its work as an argument',
  ],
  ...(
    [
      ['Date.now', 'const t = Date.now();'],
      ['Date.now', "const t = Date['now']();"],
      ['Date.now', 'const { now } = Date;'],
      ['new Date()', 'const t = new Date();'],
      ['new Date()', 'const t = (new Date as Date).getTime();'],
      ['Date()', 'const t = Date();'],
      ['Math.random', 'const r = [1, 2].map(Math.random);'],
      ['Math.random', 'const { random } = Math;'],
      ['crypto', 'const id = crypto.randomUUID();'],
      ['performance', 'const t = performance.now();'],
      ['process', 'const home = process.env.HOME;'],
      ['process', 'const { env = process.env } = {};'],
      ['fetch', "const a = await fetch('https://example.org/');"],
      ['fetch', 'const a = { fetch };'],
      ['globalThis', 'const a = globalThis;'],
    ] as const
  ).map(([name, code]): readonly [string, Tree, string] => [
    `${name} in \`${code}\``,
    { 'publish/a.ts': code },
    `publish/a.ts:1: uses ${name}; take it as an argument`,
  ]),
];

test.each(PLANTED)('a planted breach is told: %s', (_, tree, told) => {
  expect(checkTree(tree)).toEqual([told]);
});

test('what only looks like a breach is none', () => {
  const tree = {
    'domain/article.ts': 'export type Article = 1;',
    'judge/a.ts': [
      "import type { Article } from '../domain/article.ts';",
      "import { createHash } from 'node:crypto';",
      "import { join } from 'node:path';",
      "// Date.now() and import('../store/open.ts') in a comment",
      "export const text = 'process.env, new Date(), fetch()';",
      'export interface Fetcher { fetch(process: string): Promise<typeof performance | NodeJS.Process> }',
      'export const polled = (fetcher: Fetcher, at: string) => ({ fetch: fetcher.fetch(at), on: new Date(at) });',
      'export const early = (at: Date) => at instanceof Date && Date.parse(at.toISOString()) < Date.UTC(2026, 0);',
      'export const half = Math.round(Math.PI / 2), dictionary = new URL("./words.txt", import.meta.url);',
      'export const own = (a: Article) => [createHash, join, a];',
    ].join('\n'),
    'settings/load.ts': "import { readFile } from 'node:fs/promises';\nexport const home = process.env.HOME;",
    'adapters/clock.ts': 'export const now = () => new Date();',
    'app.ts':
      "import { now } from './adapters/clock.ts';\nexport const worker = (path: string) => new URL(path, import.meta.url);",
  };
  expect(checkTree(tree)).toEqual([]);
});
