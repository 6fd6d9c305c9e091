import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Home, makeHome, topicwatch } from '../end-to-end/program.ts';

const ON_TOPIC = 'https://gazette.example/lighthouse';
const OFF_TOPIC = 'https://gazette.example/bell';

let home: Home;
beforeEach(async () => {
  home = makeHome({});
  const documents = [
    { id: 'lighthouse', url: ON_TOPIC, title: 'Caldmoor and Brae share a lighthouse', text: '' },
    { id: 'bell', url: OFF_TOPIC, title: 'Tansy Vale paints its bell', text: 'The paint is green.' },
  ];
  const file = join(home.dir, 'documents.jsonl');
  writeFileSync(file, documents.map((one) => JSON.stringify(one)).join('\n'));
  await json('import', file);
});
afterEach(() => rmSync(home.dir, { recursive: true }));

/** What a command prints with --json; it has to succeed. */
async function json<T = unknown>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await topicwatch(['--config', home.config, '--json', ...args]);
  expect(code, stderr + stdout).toBe(0);
  return JSON.parse(stdout) as T;
}
const plain = (...args: readonly string[]) => topicwatch(['--config', home.config, ...args]);

interface Decided {
  readonly article: { readonly id: string };
  readonly judgements: readonly [
    { readonly decision: string; readonly reasons: readonly { rule: string }[] },
  ];
}
async function decided(address: string): Promise<Decided> {
  const [first] = await json<readonly Decided[]>('explain', address);
  if (!first) throw new Error(`${address} was imported`);
  return first;
}

test('a yes brings an article in at the next run, and undo takes it out again', async () => {
  expect((await decided(OFF_TOPIC)).judgements[0].decision).toBe('rejected');
  expect(await json('label', 'yes', OFF_TOPIC)).toMatchObject({
    topic: 'caldmoor-brae',
    answer: 'yes',
    articles: [{ title: 'Tansy Vale paints its bell' }],
  });
  await json('run');
  const { judgements } = await decided(OFF_TOPIC);
  expect(judgements[0].decision).toBe('accepted');
  expect(judgements[0].reasons[0]?.rule).toBe('label');

  await json('label', 'undo', OFF_TOPIC);
  await json('run');
  expect((await decided(OFF_TOPIC)).judgements[0].decision).toBe('rejected');
});

test('a no takes an article out at the next run, named by the beginning of its id', async () => {
  const { article, judgements } = await decided(ON_TOPIC);
  expect(judgements[0].decision).toBe('accepted');
  await json('label', 'no', article.id.slice(0, 8));
  await json('run');
  expect((await decided(ON_TOPIC)).judgements[0].decision).toBe('rejected');
  const list = await plain('label', 'list');
  expect(list.stdout).toMatch(/^no {2}\w{8} {2}caldmoor-brae {2}\d{4}-\d\d-\d\d {2}Caldmoor and Brae share/);
});

test('topic learned shows what the topic learned', async () => {
  await json('label', 'no', ON_TOPIC);
  const { stdout } = await plain('topic', 'learned');
  expect(stdout).toMatch(/^caldmoor-brae: accepts from 0\.\d\d\n/);
  expect(stdout).toContain('people answered yes to 0, no to 1');
});

test('an unknown id stops the whole command, which says what to do', async () => {
  const { code, stderr } = await plain('label', 'yes', ON_TOPIC, 'cafe01');
  expect(code).toBe(1);
  expect(stderr).toContain('no article of the corpus is cafe01; nothing was labelled');
  expect(await json('label', 'list')).toEqual([]);
});

test('labels are exported in a stable form, and imported where their articles are', async () => {
  await json('label', 'yes', OFF_TOPIC);
  await json('label', 'no', ON_TOPIC);
  const { stdout: exported } = await plain('label', 'export');
  expect((await plain('label', 'export')).stdout).toBe(exported);
  expect(exported.trimEnd().split('\n')).toHaveLength(2);

  await json('label', 'undo', ON_TOPIC, OFF_TOPIC);
  const file = join(home.dir, 'labels.jsonl');
  const unknown = JSON.parse(exported.split('\n')[0] ?? '') as object;
  const lines = [
    JSON.stringify({ ...unknown, article: 'other-corpus-id' }),
    exported.split('\n')[1],
    JSON.stringify({ ...unknown, article: 'gone-id', url: 'https://gazette.example/gone' }),
    JSON.stringify({ ...unknown, topic: 'weather' }),
    '{"answer": "perhaps"}',
  ];
  writeFileSync(file, lines.join('\n'));
  const { code, stdout } = await plain('label', 'import', file);
  expect(code).toBe(1);
  expect(stdout).toContain('2 labels imported');
  expect(stdout).toMatch(/line 3: the corpus holds no article gone-id or .*gone; poll its source/);
  expect(stdout).toMatch(/line 4: no topic has the id weather; there are caldmoor-brae/);
  expect(stdout).toMatch(/line 5: topic/);
  expect((await plain('label', 'export')).stdout).toBe(exported);
});
