import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../end-to-end/program.ts';

const SENTENCE = 'The ferry between Vell and Ostrava will sail again from Monday, the harbour office said.';
const PAGE = `<html lang="en"><head><title>Ferry sails again</title><meta name="author" content="Nora Quist"></head><body>
  <nav><a href="/">Home</a></nav><article><p>${SENTENCE}</p><p>${SENTENCE.replace('ferry', 'post boat')}</p></article></body></html>`;

async function extract(args: readonly string[], input: string) {
  const child = spawn(process.execPath, [PROGRAM, 'extract', ...args], { cwd: tmpdir() });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

describe('topicwatch extract', () => {
  test('answers each page by its article under the same id, and a bad one by what is wrong with it', async () => {
    const lines = [
      JSON.stringify({ id: 'ferry', url: 'https://harbour.example/ferry', html: PAGE, colour: 'blue' }),
      JSON.stringify({ id: 2, url: '', html: '' }),
      'no JSON',
      JSON.stringify({ id: 3, html: PAGE }),
    ];
    const { code, stdout } = await extract(['--jsonl'], lines.join('\n'));
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'ferry',
        title: 'Ferry sails again',
        text: `${SENTENCE}\n${SENTENCE.replace('ferry', 'post boat')}`,
        html: expect.stringContaining(`<p>${SENTENCE}</p>`),
        byline: 'Nora Quist',
        published: null,
        language: 'en',
        canonicalUrl: null,
        teaser: false,
        paywalled: false,
      },
      { id: 2, error: expect.stringContaining('no article') },
      { id: null, error: expect.stringContaining('not JSON') },
      expect.objectContaining({ id: 3, title: 'Ferry sails again' }),
    ]);
  });

  test('prints the article of one page, for people or as a document', async () => {
    expect(await extract([], PAGE)).toMatchObject({
      code: 0,
      stdout: `Ferry sails again\nNora Quist\n\n${SENTENCE}\n${SENTENCE.replace('ferry', 'post boat')}\n`,
    });
    const { stdout } = await extract(['--json'], PAGE);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Ferry sails again', byline: 'Nora Quist' });
  });

  test('ends with 1 where there is no article, with 2 where it is asked for two things at once', async () => {
    expect(await extract([], '<p>hello</p>')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no article'),
    });
    expect((await extract(['--jsonl', 'page.html'], '')).code).toBe(2);
  });
});
