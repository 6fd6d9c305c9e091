import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openServices } from '../../src/app.ts';
import { feedOf, type Host, openHost } from './host.ts';
import { type Home, makeHome, type Outcome, topicwatch } from './program.ts';

const TOKEN = 'a long random text';
const events = new EventEmitter();
/** Whether the outlet answers; else it lets whoever asks wait until `answer` is told. */
let answering: boolean;
let host: Host;
let home: Home;
let serving: { readonly child: ChildProcess; readonly url: string; readonly ended: Promise<Outcome> };

beforeEach(async () => {
  answering = true;
  host = await openHost((_, response) => {
    const items = [{ id: 'lighthouse', title: 'Caldmoor and Brae share a lighthouse', date: new Date() }];
    const send = () =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf('Gazette', items));
    if (answering) send();
    else events.once('answer', send);
    events.emit('asked');
  });
  home = makeHome({ gazette: `${host.url}feed` }, { web: { port: 0 } });
  vi.stubEnv('TOPICWATCH_TOKEN', TOKEN);
  serving = await serve();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  serving.child.kill('SIGTERM');
  expect(await serving.ended).toMatchObject({ code: 0 });
  await host.close();
  rmSync(home.dir, { recursive: true });
});

function serve(): Promise<typeof serving> {
  return new Promise((resolve) => {
    const ended = topicwatch(['serve', '--config', home.config], {
      during: (child) =>
        child.stderr?.on('data', (text: string) => {
          const url = /serving (http:\S+)/.exec(text)?.[1];
          if (url !== undefined) resolve({ child, url, ended });
        }),
    });
  });
}

async function act(
  name: string,
  fields: object,
): Promise<{ readonly status: number; readonly said: unknown }> {
  const answer = await fetch(new URL(`api/acts/${name}`, serving.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return { status: answer.status, said: await answer.json() };
}
const poll = () => act('poll-source', { source: 'gazette' });

test('a source is polled at once when asked, and what it brought is told', async () => {
  expect(await poll()).toMatchObject({
    status: 200,
    said: { text: 'gazette was polled: 1 new, 0 revised, 1 accepted, 0 to review.' },
  });
  expect(await poll()).toMatchObject({ said: { text: 'gazette was polled; it has nothing new.' } });
  await host.close();
  expect(await poll()).toMatchObject({ said: { text: expect.stringContaining('and that failed: ') } });
});

test('while a poll waits for its outlet everybody else is answered, and who asks for the same poll gets it', async () => {
  answering = false;
  const asked = once(events, 'asked');
  const polls = [poll(), poll()];
  await asked;
  for (const path of ['sources', 'healthz', 'metrics', 'review']) {
    const { status } = await fetch(new URL(path, serving.url));
    expect([path, status]).toEqual([path, path === 'healthz' ? 503 : 200]);
  }
  let questions = 1;
  events.on('asked', () => {
    questions += 1;
  });
  answering = true;
  events.emit('answer');
  const [first, second] = await Promise.all(polls);
  expect(first).toMatchObject({ said: { text: expect.stringContaining('1 new') } });
  expect(second).toEqual(first);
  expect(questions).toBe(1);
});

test('where another run is at work on the store, that is told, with when to try again', async () => {
  const services = openServices(home.config, { verbose: false });
  const store = await services.store();
  const lease = await store.lease('run');
  expect(await poll()).toMatchObject({
    status: 503,
    said: {
      error: {
        code: 'busy',
        message: expect.stringMatching(
          /^gazette was not polled: run, since \d\d:\d\d UTC, is at work; try again/,
        ),
      },
    },
  });
  await lease.release();
  expect((await poll()).status).toBe(200);
  await services.close();
});

test('a story that is hidden leaves the feeds at once, and returns to them when that is undone', async () => {
  await poll();
  const shown = (): readonly { readonly id: string }[] =>
    JSON.parse(readFileSync(join(home.feeds, 'caldmoor-brae.json'), 'utf8')).items;
  const before = shown();
  const story = { topic: 'caldmoor-brae', story: before[0]?.id.replace('urn:uuid:', '') };
  expect(await act('hide-story', story)).toMatchObject({
    status: 200,
    said: { text: expect.stringMatching(/is hidden\. The feeds show it now\.$/) },
  });
  expect(shown()).toEqual([]);
  await act('undo-story', story);
  expect(shown()).toEqual(before);
});

test('what is said of a story while feeds cannot be written holds, and it says that the feeds follow', async () => {
  await poll();
  const [{ id } = { id: '' }] = JSON.parse(
    readFileSync(join(home.feeds, 'caldmoor-brae.json'), 'utf8'),
  ).items;
  rmSync(home.feeds, { recursive: true });
  writeFileSync(home.feeds, 'no folder');
  const story = { topic: 'caldmoor-brae', story: id.replace('urn:uuid:', '') };
  expect(await act('hide-story', story)).toMatchObject({
    status: 200,
    said: { text: expect.stringMatching(/is hidden\. The feeds could not be written.*next run\.$/) },
  });
});
