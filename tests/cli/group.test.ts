import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from '../end-to-end/program.ts';

const SAILS =
  'The ferry Osprey has gone back into service between Vell and Port Ellory after four months in the yard at Imber. Captain Marta ' +
  'Quillfeather took 212 passengers across on the first morning.';
const RETOLD =
  'Four months after she was laid up at Imber, the ferry Osprey is back on the crossing from Vell to Port Ellory; 212 passengers ' +
  'were with Captain Marta Quillfeather on the first morning.';
const NEWS =
  'Engineer Osbert Fennimore blamed a fishing net from Brae for the damage to her propeller in September.';
const BAKERS =
  'The price of flour has brought the bakers of Caldmoor into the street. Mayor Edwin Thorne will hear them on Friday.';

async function group(args: readonly string[], input: string) {
  const child = spawn(process.execPath, [PROGRAM, 'group', ...args], { cwd: tmpdir() });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return {
    code,
    stderr,
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  };
}

const line = (id: unknown, title: string, said: string, published = '2026-01-05T08:00:00Z') =>
  JSON.stringify({ id, title, text: said, published });

describe('topicwatch group', () => {
  test('answers each article by the story it joins, and whether it adds anything', async () => {
    const { code, answers } = await group(
      ['--jsonl'],
      [
        line('a', 'Osprey sails again', SAILS),
        line(7, 'Bakers walk out', BAKERS),
        line('b', 'Osprey is back', RETOLD),
        line('c', 'Why the Osprey was away', `${RETOLD} ${NEWS}`),
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 'a', story: 'a', role: 'lead' },
      { id: 7, story: '7', role: 'lead' },
      { id: 'b', story: 'a', role: 'retelling' },
      { id: 'c', story: 'a', role: 'new' },
    ]);
  });

  test('goes on after a line that is none, and takes articles without a text or a date', async () => {
    const { code, answers } = await group(
      ['--jsonl'],
      ['no JSON', line('a', '', '', 'no date'), `{"id":"b","title":"Osprey${'\u2028'}sails"}`].join('\n'),
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: null, error: expect.stringContaining('not JSON') },
      { id: 'a', story: 'a', role: 'lead' },
      { id: 'b', story: 'b', role: 'lead' },
    ]);
  });

  test('says how it is used where it is not asked for lines', async () => {
    expect(await group([], '')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('group --jsonl <'),
    });
  });
});
