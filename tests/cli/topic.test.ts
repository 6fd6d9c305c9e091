import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Home, makeHome, type Outcome, topicwatch } from '../end-to-end/program.ts';
import { PORTS } from '../watchlist/documents.ts';

const TOPIC = `# Ferries between two towns.
id: caldmoor-brae
title: Caldmoor and Brae
facets:
  - id: caldmoor # the older of the two
    concepts:
      - { id: caldmoor, kind: place, names: { en: [Caldmoor] } }
  - id: brae
    concepts:
      - { id: brae, kind: place, names: { en: [Brae] } }
`;
const ARTICLES = [
  { title: 'Caldmoor and Brae share a lighthouse', text: 'Caldmoor paints it, Brae lights it.' },
  { title: 'Brae asks Caldmoor for a bell', text: 'In Brae they wait for Caldmoor.' },
  { title: 'Tansy Vale and Brae exchange bees', text: 'The bees of Tansy Vale like Brae.' },
  { title: 'Tansy Vale paints its bell', text: 'The paint is green.' },
];

let dir: string;
let home: Home;
let documents: readonly string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'topicwatch-topic-'));
  home = makeHome({});
  writeFileSync(topicFile(), TOPIC);
  documents = PORTS.map(({ text }, at) => file(`report-${at + 1}.txt`, text));
});
afterEach(() => {
  for (const made of [dir, home.dir]) rmSync(made, { recursive: true });
});

const topicFile = (): string => join(home.config, 'topics/caldmoor-brae.yaml');
const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const topic = (...args: readonly string[]): Promise<Outcome> =>
  topicwatch(['--config', home.config, 'topic', ...args]);
const init = (...args: readonly string[]): Promise<Outcome> =>
  topicwatch(['init', join(dir, 'mine'), ...args]);
async function json<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await topicwatch(['--config', home.config, '--json', ...args]);
  expect(code, stderr + stdout).toBe(0);
  return JSON.parse(stdout) as T;
}
const importArticles = () =>
  json('import', file('articles.jsonl', ARTICLES.map((one) => JSON.stringify(one)).join('\n')));

describe('init --from', () => {
  test('writes a topic that can be run and judged by at once, with the documents as its examples', async () => {
    const { code, stdout } = await init('--from', ...documents);
    expect(code).toBe(0);
    expect(stdout).toContain('two sides, Brae and Caldmoor');
    const config = join(dir, 'mine/config');
    const written = join(config, 'topics/brae-and-caldmoor.yaml');
    expect(readFileSync(written, 'utf8')).toContain('- id: ada-quill # in 3 documents, 4 times');
    expect(readdirSync(join(config, 'topics/examples/brae-and-caldmoor'))).toEqual([
      'report-1.txt',
      'report-2.txt',
      'report-3.txt',
    ]);
    const sources = join(config, 'sources.yaml');
    writeFileSync(sources, '# none yet\n');
    expect((await topicwatch(['run', '--config', config])).code).toBe(0);
    const judged = await topicwatch([
      'judge',
      '--topic',
      written,
      '--json',
      file('new.txt', 'Governor Hale of Brae sailed to Caldmoor. Brae and Caldmoor agree.'),
    ]);
    expect(JSON.parse(judged.stdout)).toMatchObject([{ decision: 'accepted' }]);
  });

  test('goes by the examples where one side is all there is, with what is ordinary to compare with', async () => {
    const bees = file(
      'bees.jsonl',
      ['Lowport', 'Brae']
        .map((town) => JSON.stringify({ text: `In ${town} the hives are full of honey. Hives need shade.` }))
        .join('\n'),
    );
    const background = file(
      'other.jsonl',
      JSON.stringify({ text: 'The council met again and need was great.' }),
    );
    const { code, stdout } = await init('--from', bees, '--background', background, '--title', 'Bees');
    expect(code).toBe(0);
    expect(stdout).toContain('the topic goes by its examples');
    expect(readFileSync(join(dir, 'mine/config/topics/bees.yaml'), 'utf8')).toMatch(/^# facets:$/m);
  });

  test.each([
    [
      'a document that is not there',
      () => join(dir, 'none.txt'),
      'none.txt: there is no such file; check the path',
    ],
    ['an empty one', () => file('empty.txt', '\n'), 'empty.txt: it holds no text'],
    ['one without words', () => file('sums.txt', '12 + 30 = 42'), 'sums.txt: there are no words in it'],
    [
      'one that is no text',
      () => file('photo.txt', new Uint8Array([0xff, 0xfe, 0x00])),
      'photo.txt: it is not UTF-8 text',
    ],
    ['a folder', () => dir, 'it is a folder; name a file'],
    [
      'a kind it does not know',
      () => file('letter.doc', 'Dear Ada'),
      'letter.doc: it is of no kind that examples are read from',
    ],
  ])('says what is wrong with %s, and writes nothing', async (_, make, message) => {
    const { code, stderr } = await init('--from', ...documents, make());
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(existsSync(join(dir, 'mine'))).toBe(false);
  });

  test('tells that one document shows little', async () => {
    expect((await init('--from', documents[0] ?? '')).stdout).toContain('Add more where you can');
  });

  test('wants documents for a title', async () => {
    expect((await init('--title', 'Bees')).code).toBe(2);
  });
});

describe('topic learn', () => {
  test('shows what the topic lacks, and writes it only when asked; comments stay, and it is learned once', async () => {
    const shown = await topic('learn', ...documents);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/^\+ .*id: ada-quill.*# drafted: in 3 documents$/m);
    expect(shown.stdout).toContain('nothing was written');
    expect(readFileSync(topicFile(), 'utf8')).toBe(TOPIC);

    expect((await topic('learn', '--write', ...documents)).code).toBe(0);
    const learned = readFileSync(topicFile(), 'utf8');
    for (const line of TOPIC.split('\n')) expect(learned.split('\n')).toContain(line);
    expect(learned).toContain('examples: { positive: ["examples/caldmoor-brae/*"] }');
    expect((await topic('check')).stdout).toContain('3 examples and 0 labels');
    expect((await topic('learn', '--write', ...documents)).stdout).toContain('nothing to learn');
    expect(readFileSync(topicFile(), 'utf8')).toBe(learned);
  });

  test('drafts a new topic beside those there are', async () => {
    expect((await topic('learn', '--new', 'ferry', ...documents)).code).toBe(0);
    expect((await topic('check', '--topic', 'ferry')).stdout).toMatch(/^ferry: 3 examples/);
  });

  test.each([
    ['an id that exists', ['--new', 'caldmoor-brae'], 'there is a topic caldmoor-brae already'],
    ['what is no id', ['--new', 'Ferry!'], 'Ferry! is no id'],
    ['a topic that does not exist', ['--topic', 'fery'], 'no topic has the id fery'],
    ['both', ['--topic', 'a', '--new', 'b'], 'give one of them'],
  ])('refuses %s', async (_, options, message) => {
    const { code, stderr } = await topic('learn', ...options, ...documents);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  // Root may write everywhere; without its capabilities it may not.
  const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

  test('a folder that may not be written is told of, and left as it was', async () => {
    await topic('status'); // the corpus is there
    chmodSync(join(home.config, 'topics'), 0o555);
    const { code, stderr } = await topicwatch(
      ['--config', home.config, 'topic', 'learn', '--write', ...documents],
      { under: unprivileged },
    );
    chmodSync(join(home.config, 'topics'), 0o755);
    expect(code).toBe(1);
    expect(stderr).toMatch(/it may not be written; let the user topicwatch runs as write to its folder/);
    expect(readFileSync(topicFile(), 'utf8')).toBe(TOPIC);
  });
});

describe('topic backtest', () => {
  const exported = async (): Promise<string> =>
    (await topicwatch(['--config', home.config, 'export', '--format', 'jsonl'])).stdout;
  beforeEach(importArticles);

  test('tells what a changed file would lose and why, fails beyond --max-lost, and stores nothing', async () => {
    const changed = file('changed.yaml', TOPIC.replace('[Caldmoor]', '["Tansy Vale"]'));
    const before = await exported();
    const report = await json<{
      readonly lost: readonly { readonly title: string; readonly because: readonly string[] }[];
      readonly gained: readonly { readonly title: string }[];
    }>('topic', 'backtest', '--topic', changed, '--max-lost', '2');
    expect(report).toMatchObject({ articles: 4, accepted: { before: 2, after: 1 }, tooManyLost: false });
    expect(report.lost.map(({ title }) => title)).toEqual([ARTICLES[0]?.title, ARTICLES[1]?.title]);
    expect(report.lost[0]?.because[0]).toBe('caldmoor is named no more');
    expect(report.gained.map(({ title }) => title)).toEqual([ARTICLES[2]?.title]);
    const strict = await topic('backtest', '--topic', changed, '--max-lost', '1');
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('more than the 1 lost that --max-lost allows');
    expect(await exported()).toBe(before);
    expect(before).toContain(ARTICLES[0]?.title);
  });

  test('a topic edited in place is compared with what was decided before', async () => {
    const { stdout } = await topic('backtest');
    expect(stdout).toContain('nothing would be decided otherwise');
    expect(stdout).toMatch(
      /\d+ of them by title and summary alone; what was rejected is kept without its text/,
    );
    writeFileSync(topicFile(), TOPIC.replace('[Brae]', '[Brae, Tansy Vale]'));
    expect((await topic('backtest', '--max-lost', '0')).code).toBe(0);
    writeFileSync(topicFile(), TOPIC.replace('[Brae]', '[Lowport]'));
    expect((await topic('backtest', '--max-lost', '0')).code).toBe(1);
  });
});

test('topic check judges examples and labels without themselves, and names the worst miss with its reason', async () => {
  await importArticles();
  writeFileSync(topicFile(), `${TOPIC}examples: { positive: ["good.txt"], negative: ["bad.txt"] }\n`);
  writeFileSync(join(home.config, 'topics/good.txt'), 'The lighthouse of Brae\nOnly Brae pays for it.');
  writeFileSync(join(home.config, 'topics/bad.txt'), 'Bees\nThe bees of Tansy Vale.');
  expect(await json('topic', 'check')).toMatchObject({
    cases: { examples: 2, labels: 0 },
    background: 4,
    precision: null,
    recall: 0,
    misses: [{ id: 'good', wanted: true, decision: 'rejected', missing: ['caldmoor'] }],
    facets: [
      { id: 'caldmoor', named: 0, of: 1 },
      { id: 'brae', named: 1, of: 1 },
    ],
    silent: { concepts: [], exclusions: [], tags: [] },
  });
});

test('topic check of a topic without examples says what it needs', async () => {
  expect((await topic('check')).stdout).toContain('There is nothing to check it by');
});

test('topic status tells what carries a topic, in words and as JSON', async () => {
  expect((await topic('status')).stdout).toContain('Nothing came in during this time');
  await importArticles();
  const { stdout } = await topic('status');
  expect(stdout).toContain('2 accepted, 0 to review, 2 rejected, 1 for want of Caldmoor alone\n');
  expect(await json('topic', 'status', '--since', '2d')).toMatchObject({
    topicId: 'caldmoor-brae',
    facets: [
      { id: 'caldmoor', articles: 2 },
      { id: 'brae', articles: 2 },
    ],
    sources: [{ id: 'import', accepted: 2 }],
    languages: [{ language: 'en', concepts: 2, judged: 4, accepted: 2 }],
    learning: { frozen: false },
  });
});

test('topic concepts go out as CSV and come back as changes of the file', async () => {
  const csv = join(dir, 'concepts.csv');
  expect((await topic('concepts', 'export', csv)).code).toBe(0);
  expect((await topic('concepts', 'import', csv)).stdout).toContain('says all of this already');
  writeFileSync(csv, `${readFileSync(csv, 'utf8')}quay,place,brae,en,Lowport Quay,,\r\n`);
  expect((await topic('concepts', 'import', csv)).stdout).toContain(
    'nothing was written; do it with --write',
  );
  expect((await topic('concepts', 'import', '--write', csv)).code).toBe(0);
  expect(readFileSync(topicFile(), 'utf8')).toContain('Lowport Quay');
  expect((await topic('concepts', 'export', '-')).stdout).toContain('quay,place,brae,en,Lowport Quay,,');
  const bad = await topic('concepts', 'import', file('bad.csv', 'id,facet,language,name\na,nowhere,en,A\n'));
  expect(bad.code).toBe(1);
  expect(bad.stderr).toContain('there is no facet "nowhere"');
});
