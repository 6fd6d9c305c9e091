import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { PublishedFiles } from '../../src/domain/ports.ts';
import { feedRoutes } from '../../src/web/feeds.ts';

const FEED = `<feed>${'<entry/>'.repeat(400)}</feed>`;
const MONDAY = new Date('2026-03-02T08:00:00.600Z');

/** A published folder whose one feed can be replaced. */
function folder() {
  const state = { content: FEED, modified: MONDAY };
  const files: PublishedFiles = {
    read: async (name) =>
      ['ferries.atom', 'keeper/health.atom'].includes(name)
        ? { content: Buffer.from(state.content), modified: state.modified }
        : null,
  };
  const routes = new Hono().route('/feeds', feedRoutes(files));
  const ask = (headers: Record<string, string> = {}, path = 'ferries.atom', method = 'GET') =>
    routes.request(`/feeds/${path}`, { method, headers });
  return { state, ask };
}

test('a feed is served whole, with a tag and the time it was written', async () => {
  const { ask } = folder();
  const answer = await ask();
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(answer.headers.get('last-modified')).toBe('Mon, 02 Mar 2026 08:00:00 GMT');
  expect(await answer.text()).toBe(FEED);
});

test.each([
  ['its tag', (tag: string) => ({ 'if-none-match': tag })],
  ['its tag among others, strong', (tag: string) => ({ 'if-none-match': `"other", ${tag.slice(2)}` })],
  ['any tag', () => ({ 'if-none-match': '*' })],
  ['the second it was written in', () => ({ 'if-modified-since': 'Mon, 02 Mar 2026 08:00:00 GMT' })],
])('who has %s gets a 304', async (_, headers) => {
  const { ask } = folder();
  const answer = await ask(headers((await ask()).headers.get('etag') ?? ''));
  expect([answer.status, await answer.text()]).toEqual([304, '']);
});

test('who has another tag gets the feed, whatever date is named beside it', async () => {
  const { ask } = folder();
  const answer = await ask({
    'if-none-match': '"other"',
    'if-modified-since': 'Tue, 03 Mar 2026 08:00:00 GMT',
  });
  expect(answer.status).toBe(200);
});

test.each(['gzip', 'br, gzip;q=0.8', '*'])('who takes %s gets gzip, under the same tag', async (accepted) => {
  const { ask } = folder();
  const plain = await ask();
  const answer = await ask({ 'accept-encoding': accepted });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('vary')).toBe('accept-encoding');
  expect(answer.headers.get('etag')).toBe(plain.headers.get('etag'));
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(FEED);
});

test.each(['identity', 'gzip;q=0', 'br'])('who takes %s gets it plain', async (accepted) => {
  const { ask } = folder();
  const answer = await ask({ 'accept-encoding': accepted });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(FEED);
});

test('a feed that was written anew is served anew, in every coding', async () => {
  const { ask, state } = folder();
  const before = await ask({ 'accept-encoding': 'gzip' });
  state.content = FEED.replace('<entry/>', '<entry>x</entry>');
  state.modified = new Date(MONDAY.getTime() + 60_000);
  const after = await ask({ 'accept-encoding': 'gzip', 'if-none-match': before.headers.get('etag') ?? '' });
  expect(after.status).toBe(200);
  expect(gunzipSync(Buffer.from(await after.arrayBuffer())).toString()).toBe(state.content);
});

test('shared caches may keep a feed and ask whether it is the same; the keeper’s feeds are for the keeper alone', async () => {
  const { ask } = folder();
  expect((await ask()).headers.get('cache-control')).toBe('no-cache');
  expect((await ask({}, 'keeper/health.atom')).headers.get('cache-control')).toBe('private, no-cache');
});

test.each(['nothing.atom', 'ferries.txt', '', '..%2Fferries.atom'])('%s is not there', async (path) => {
  expect((await folder().ask({}, path)).status).toBe(404);
});
