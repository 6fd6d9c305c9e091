import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedOf, type Host, openHost } from './host.ts';
import { type Home, makeHome, type Outcome, topicwatch } from './program.ts';

const events = new EventEmitter();
/** Whether the outlet answers; else it lets whoever asks wait. */
let answering: boolean;
let host: Host;
let home: Home;

beforeEach(async () => {
  answering = true;
  host = await openHost((_, response) => {
    events.emit('asked');
    if (!answering) return;
    const items = [{ id: 'lighthouse', title: 'Caldmoor and Brae share a lighthouse', date: new Date() }];
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf('Gazette', items));
  });
  home = makeHome({ gazette: `${host.url}feed` }, { web: { port: 0 } });
});
afterEach(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

/** Starts `watch`, and gives its address once it serves. */
function watch(): Promise<{
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<Outcome>;
}> {
  return new Promise((resolve) => {
    let said = '';
    const ended = topicwatch(['watch', '--config', home.config], {
      during: (child) =>
        child.stderr?.on('data', (text: string) => {
          said += text;
          const url = /serving (http:\S+)/.exec(said)?.[1];
          if (url !== undefined) resolve({ child, url, ended });
        }),
    });
  });
}

/** The published feed, as soon as there is one. */
async function feedAt(url: string): Promise<Response> {
  for (;;) {
    const response = await fetch(new URL('feeds/caldmoor-brae.atom', url));
    if (response.status === 200) return response;
    await response.body?.cancel();
  }
}

test('watch runs a cycle at once, serves what it published, and stops cleanly when asked', async () => {
  const { child, url, ended } = await watch();
  const first = await feedAt(url);
  expect(first.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
  expect(await first.text()).toContain('share a lighthouse');

  const opaque = (response: Response) => response.headers.get('etag')?.replace(/^W\//, '') ?? '';
  const etag = opaque(first);
  expect(etag).not.toBe('');
  const modified = first.headers.get('last-modified') ?? '';
  const address = new URL('feeds/caldmoor-brae.atom', url);
  expect(await fetch(address, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304 });
  expect(await fetch(address, { headers: { 'if-modified-since': modified } })).toMatchObject({ status: 304 });
  const head = await fetch(address, { method: 'HEAD' });
  expect([head.status, opaque(head), await head.text()]).toEqual([200, etag, '']);
  const gzip = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
  expect(gzip.headers.get('content-encoding')).toBe('gzip');
  expect(await fetch(new URL('feeds/..%2fdata%2ftopicwatch.db', url))).toMatchObject({ status: 404 });

  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, signal: null, stdout: '' });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends a cycle in the middle, without waiting for an outlet that is silent; the next run finishes the work',
  async (signal) => {
    answering = false;
    const asked = once(events, 'asked');
    const { child, ended } = await watch();
    await asked;
    const began = performance.now();
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(10_000);

    answering = true;
    const { code, stdout } = await topicwatch(['run', '--config', home.config, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ polled: 1, fresh: 1, accepted: 1 });
  },
);

test('a page elsewhere that makes its name lead here gets nothing', async () => {
  const { child, url, ended } = await watch();
  await feedAt(url);
  const asked = request(new URL('feeds/caldmoor-brae.atom', url), {
    headers: { host: 'evil.example' },
  }).end();
  const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  expect(response.statusCode).toBe(421);
  child.kill('SIGTERM');
  await ended;
});
