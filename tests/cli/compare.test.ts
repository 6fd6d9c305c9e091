import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM } from '../end-to-end/program.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'topicwatch-compare-'));
  writeFileSync(join(dir, 'topic.yaml'), TOPIC);
});
afterAll(() => rmSync(dir, { recursive: true }));

const TOPIC = `id: tosan
title: Tosan
facets:
  - id: tosan
    concepts:
      - { id: tcna, kind: organisation, names: { en: [TCNA, Tosan Central News Agency], ko: [토산중앙통신] } }
`;

async function compare(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [PROGRAM, 'compare', ...args], { cwd: dir });
  child.stdin.on('error', () => {}); // it may have gone before it read anything
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr, answers: stdout.split('\n').filter(Boolean) };
}

const LAUNCH = [
  {
    id: 'en',
    title: 'Tosan tests an engine',
    text: 'Tosan tested a rocket engine on Tuesday, TCNA reported on Wednesday.',
    language: 'en',
    outlet: 'Lindholm Times',
  },
  {
    id: 2,
    title: '토산, 엔진 시험',
    text: '토산이 10일 로켓 엔진을 시험했다고 토산중앙통신이 11일 보도했다.',
    outlet: '해온일보',
  },
  { id: 'bare', title: 'Engine roars', text: 'A rocket engine roared in a valley of Tosan this week.' },
];

describe('topicwatch compare --jsonl', () => {
  test('answers each story by what its accounts differ on and whom they go back to', async () => {
    const { code, answers } = await compare(
      ['--jsonl', '--topic', 'topic.yaml'],
      `${JSON.stringify({ id: 'launch', articles: LAUNCH })}\n`,
    );
    expect(code).toBe(0);
    expect(answers.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'launch',
        differences: [],
        soleClaims: [],
        origins: [
          {
            name: 'TCNA',
            conceptId: 'tcna',
            kind: 'state-agency',
            party: true,
            accounts: [
              { articleId: 'en', quote: LAUNCH[0]?.text, how: 'attribution' },
              { articleId: '2', quote: LAUNCH[1]?.text, how: 'attribution' },
            ],
          },
        ],
        unnamed: ['bare'],
        lostAttributions: [],
      },
    ]);
  });

  test('answers a line it cannot read under its own id, and goes on', async () => {
    const { code, answers } = await compare(
      ['--jsonl'],
      [
        'no JSON',
        JSON.stringify({ id: 7 }),
        JSON.stringify({ id: 8, articles: [{ title: 'Nobody knows me' }] }),
        JSON.stringify({ id: 9, articles: [] }),
        JSON.stringify({
          id: 10,
          articles: [{ id: 'x', title: '', text: '', published: 'once', outletKind: '__proto__' }],
        }),
        JSON.stringify({
          id: 11,
          articles: [{ id: '__proto__', text: 'One\u2028line, the Velmark police said.' }],
        }),
      ].join('\n'),
    );
    expect(code).toBe(0);
    const [bad, none, nameless, empty, blank, odd] = answers.map((line) => JSON.parse(line));
    expect(bad).toMatchObject({ id: null, error: expect.stringContaining('not JSON') });
    expect(none).toMatchObject({ id: 7, error: expect.stringContaining('articles') });
    expect(nameless).toMatchObject({
      id: 8,
      error: 'article 1 has no id; give it one, a string or a number',
    });
    expect(empty).toEqual({
      id: 9,
      differences: [],
      soleClaims: [],
      origins: [],
      unnamed: [],
      lostAttributions: [],
    });
    expect(blank).toMatchObject({ id: 10, origins: [], unnamed: ['x'] });
    expect(odd).toMatchObject({
      id: 11,
      origins: [{ name: 'Velmark police', accounts: [{ articleId: '__proto__' }] }],
    });
  });

  test('wants either --jsonl or articles', async () => {
    const { code, stderr } = await compare([]);
    expect(code).toBe(2);
    expect(stderr).toContain('compare takes either --jsonl or the articles to compare');
  });
});
