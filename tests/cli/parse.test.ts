import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedDocument } from '../../src/domain/document.ts';
import { PROGRAM } from '../end-to-end/program.ts';

const FEED =
  '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>\xcf\xee\xf0\xf2</title><item><title>Lock</title><link>/lock</link></item></channel></rss>';
const BYTES = Buffer.from(FEED, 'latin1');

let dir = '';
let server: Server;
let host = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'topicwatch-parse-'));
  writeFileSync(join(dir, 'feed.xml'), BYTES);
  server = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/xml' }).end(BYTES);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function parse(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, 'parse', ...args], { cwd: dir });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve) =>
    child.once('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    ),
  );
}

describe('parse', () => {
  test('reads a file, or standard input where none is named', async () => {
    for (const run of [parse(['feed.xml']), parse([], BYTES)]) {
      const { code, stdout } = await run;
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: true,
        encoding: 'windows-1251',
        feed: { title: 'Порт' },
        entries: [{ title: 'Lock', link: null }],
      });
    }
  });

  test('fetches an address, which may be private only where that is said', async () => {
    const allowed = await parse(['--allow-private', host, `http://${host}/feed.xml`]);
    expect(JSON.parse(allowed.stdout)).toMatchObject({ entries: [{ link: `http://${host}/lock` }] });

    const refused = await parse([`http://${host}/feed.xml`]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('not a public address');

    const missing = await parse(['--allow-private', host, `http://${host}/gone`]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('404');
  });

  test('says what is wrong with a document that is no feed, and exits 1', async () => {
    const { code, stdout } = await parse([], '<html><body>Courier</body></html>');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as FeedDocument).error).toContain('it is a web page');
  });

  test('answers each line of --jsonl under its id, a bad one by its error', async () => {
    const line = (value: object): string => `${JSON.stringify(value)}\n`;
    const body = BYTES.toString('base64');
    const input = [
      line({
        id: 'a',
        contentType: 'text/xml',
        baseUrl: 'https://news.example/',
        contentLanguage: 'uk',
        body,
        other: 1,
      }),
      'not JSON\n',
      line({ id: 7, contentType: '', baseUrl: '', body: '' }),
      line({ id: 'c', contentType: 'text/xml; charset=koi8-r', body }),
    ].join('');
    const { code, stdout } = await parse(['--jsonl'], input);
    expect(code).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer) as { id: unknown; document?: FeedDocument });
    expect(answers).toMatchObject([
      { id: 'a', document: { ok: true, entries: [{ link: 'https://news.example/lock', language: 'uk' }] } },
      { id: null, error: expect.stringContaining('JSON') },
      { id: 7, document: { ok: false, error: 'this is no feed: it is empty' } },
      { id: 'c', document: { ok: true, encoding: 'koi8-r' } },
    ]);
  });

  test('takes one document or --jsonl, not both', async () => {
    const { code, stderr } = await parse(['--jsonl', 'feed.xml']);
    expect(code).toBe(2);
    expect(stderr).toContain('not both');
  });
});
