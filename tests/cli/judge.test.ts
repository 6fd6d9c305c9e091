import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINES, MORE_MINES, ONE_RU, OTHER, OTHER_RU } from '../judge/mine-clearing.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/topicwatch.js', import.meta.url));

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'topicwatch-judge-'));
  mkdirSync(join(dir, 'examples'));
  for (const [at, { title, text }] of MINES.entries()) {
    const json = at % 2 === 0;
    const body = json ? JSON.stringify({ id: `mines-${at}`, title, text }) : `${title}\n${text}`;
    writeFileSync(join(dir, 'examples', json ? `${at}.json` : `${at}.txt`), body);
  }
  writeFileSync(
    join(dir, 'background.jsonl'),
    OTHER.map((article, id) => `${JSON.stringify({ id, ...article })}\n`).join(''),
  );
  writeFileSync(join(dir, 'topic.yaml'), TOPIC);
});
afterAll(() => rmSync(dir, { recursive: true }));

const TOPIC = `id: sappers-at-tarrow
title: Sappers at Tarrow
facets:
  - id: sappers
    concepts: [{ id: sapper, kind: idea, names: { en: [sapper, sappers, deminers], ru: [сапёр] } }]
  - id: tarrow
    concepts: [{ id: tarrow, kind: place, names: { en: [Tarrow], ru: [Тарроу] } }]
`;

/** Runs `topicwatch judge` in the temporary folder. */
function judge(
  args: readonly string[],
  input = '',
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, 'judge', ...args], { cwd: dir });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const lines = (articles: readonly object[]) =>
  articles.map((article, id) => `${JSON.stringify({ id, ...article })}\n`).join('');
const BY_EXAMPLES = ['--jsonl', '--examples', 'examples', '--background', 'background.jsonl'];

describe('judge --jsonl', () => {
  it('answers each article by its verdict, in order, under its own id', async () => {
    const { code, stdout } = await judge(BY_EXAMPLES, lines([MORE_MINES[0], OTHER[0], MORE_MINES[1]]));
    expect(code).toBe(0);
    expect(answers(stdout).map(({ id, verdict, accepted }) => [id, verdict, accepted])).toEqual([
      [0, 'accepted', true],
      [1, 'rejected', false],
      [2, 'accepted', true],
    ]);
    const [first] = answers(stdout);
    expect(Object.keys(first)).toEqual(['id', 'verdict', 'accepted', 'score', 'language', 'reasons']);
    expect(first.score).toBeGreaterThan(0);
    expect(first.reasons[0]).toMatchObject({ field: 'title', learned: false });
  });

  it('answers a line before the next one is needed', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'judge', ...BY_EXAMPLES], {
      cwd: dir,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    for (const [at, article] of [MORE_MINES[0], OTHER[1]].entries()) {
      child.stdin.write(lines([{ ...article, id: `no-${at}` }]));
      const answer = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
        child.once('close', () => reject(new Error('it ended without an answer')));
      });
      expect(JSON.parse(answer).id).toBe(`no-${at}`);
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  it('tells the language, whatever the line states', async () => {
    const stated = [
      { ...ONE_RU, language: 'en' },
      { ...MORE_MINES[0], language: '' },
    ];
    const { stdout } = await judge(BY_EXAMPLES, lines(stated));
    expect(answers(stdout).map(({ language }) => language)).toEqual(['ru', 'en']);
  });

  it('judges by a topic file, alone or with examples', async () => {
    const text = 'Сапёры приехали в Тарроу. В Тарроу сапёры нашли две мины.';
    const articles = [{ ...ONE_RU, text }, OTHER_RU];
    for (const more of [[], ['--examples', 'examples']]) {
      const { code, stdout } = await judge(['--jsonl', '--topic', 'topic.yaml', ...more], lines(articles));
      expect(code).toBe(0);
      expect(answers(stdout).map(({ verdict }) => verdict)).toEqual(['accepted', 'rejected']);
      expect(answers(stdout)[0].reasons.map(({ rule }: { rule: string }) => rule)).toContain(
        'concept:tarrow',
      );
    }
  });

  it('answers a bad line and an empty article too, and goes on', async () => {
    const { code, stdout } = await judge(
      BY_EXAMPLES,
      `{"id": 7\n{"id": 8, "title": "", "text": ""}\n${lines([MORE_MINES[0]])}`,
    );
    expect(code).toBe(0);
    const [bad, empty, good] = answers(stdout);
    expect(bad.error).toMatch(/JSON/);
    expect(empty).toMatchObject({ id: 8, verdict: 'rejected', reasons: [] });
    expect(good).toMatchObject({ id: 0, verdict: 'accepted' });
  });
});

describe('judge FILE', () => {
  it('shows a person the verdict and what it rests on', async () => {
    writeFileSync(join(dir, 'new.txt'), `${MORE_MINES[0].title}\n${MORE_MINES[0].text}`);
    const { code, stdout } = await judge(['--examples', 'examples', 'new.txt']);
    expect(code).toBe(0);
    expect(stdout).toContain('Sapper hurt while clearing mines at Ostrey');
    expect(stdout).toContain('accepted, score');
    expect(stdout).toMatch(/“Sapper” in the title/);
    expect(stdout).toMatch(/nearest +\S+ \(0\.\d\d\)/);
  });
});

describe('what judge cannot do', () => {
  it.each([
    [2, ['--jsonl'], /--topic FILE, --examples DIR/],
    [2, ['--examples', 'examples'], /--jsonl or one file/],
    [1, ['--jsonl', '--examples', 'nowhere'], /nowhere/],
    [1, ['--jsonl', '--topic', 'nowhere.yaml'], /nowhere\.yaml/],
    [1, ['--jsonl', '--examples', 'examples', '--background', 'nowhere.jsonl'], /nowhere\.jsonl/],
  ])('ends with %i for %j, and says what to do', async (expected, args, message) => {
    const { code, stdout, stderr } = await judge(args);
    expect(code).toBe(expected);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('a topic with neither facets nor examples is refused', async () => {
    writeFileSync(join(dir, 'bare.yaml'), 'id: bare\ntitle: Bare\n');
    const { code, stderr } = await judge(['--jsonl', '--topic', 'bare.yaml']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/bare\.yaml.*neither facets nor examples/);
  });
});
