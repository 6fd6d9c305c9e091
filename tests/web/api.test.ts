import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrivals, article, storyId, uuid } from '../store/samples.ts';
import { onTopic, openSite, type Site, signIn, TOKEN, WATCHED } from './site.ts';

const SOURCES = { 'lowport-courier': 'https://lowport-courier.example/feed' };

async function site(options: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const made = await openSite({ sources: SOURCES, ...options });
  await made.commit(onTopic(arrivals([article(1), article(2)])));
  return made;
}
const json = async (made: Site, path: string, headers = {}): Promise<unknown> =>
  (await made.ask(path, { headers })).json();

describe('the API', () => {
  test.each([
    ['/api/topics', { topics: [{ id: WATCHED, title: 'Caldmoor and Brae' }] }],
    [
      `/api/topics/${WATCHED}`,
      { stories: [{ id: storyId(1), accounts: [{ outlet: 'Lowport Courier' }] }, { id: storyId(2) }] },
    ],
    [
      `/api/topics/${WATCHED}/stories/${storyId(2)}`,
      { id: storyId(2), leadId: uuid(2), accounts: [{ id: uuid(2) }] },
    ],
    [
      `/api/articles/${uuid(1)}`,
      { id: uuid(1), verdicts: [{ decision: 'accepted' }], stories: [{ id: storyId(1) }] },
    ],
    [
      '/api/search?q=ferry',
      { asked: { q: 'ferry' }, next: null, articles: [{ title: 'Ferry 1 docks at Lowport' }, {}] },
    ],
    ['/api/review', { waiting: [] }],
    ['/api/watchlist', { topicId: WATCHED }],
    ['/api/sources', { sources: [{ id: 'lowport-courier' }] }],
    ['/api/suggestions', { open: [] }],
    ['/api/subscribe', { opml: { path: 'feeds/feeds.opml' } }],
  ])('%s says what the page shows', async (path, expected) => {
    expect(await json(await site(), path)).toMatchObject(expected);
  });

  test.each([
    ['/api/nothing', 404, 'not-found'],
    ['/api/topics/weather', 404, 'unknown-topic'],
    [`/api/topics/${WATCHED}?tag=%00`, 404, 'unknown-tag'],
    [`/api/topics/${WATCHED}/stories/..%2f..%2fetc`, 404, 'unknown-story'],
    [`/api/topics/${WATCHED}/stories/%F0%9F`, 404, 'unknown-story'],
    [`/api/articles/${'a'.repeat(3_000)}`, 404, 'unknown-article'],
    ['/api/articles/%27%20or%201=1', 404, 'unknown-article'],
    ['/api/search?q=%22%22', 400, 'search'],
    ['/api/search?q=ferry&since=tomorrow', 400, 'search'],
  ])('%s is an error with a code and a message', async (path, status, code) => {
    const answer = await (await site()).ask(path);
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: { code, message: expect.stringMatching(/\w{3}/) } },
    ]);
  });

  test.each([
    '"',
    '(',
    'NEAR(a b)',
    'title:ferry',
    '*',
    'a AND',
    '-ferry',
    "'; drop table articles --",
    '\u0000',
    '😀',
  ])('searching for %j is no error of the server', async (q) => {
    const made = await site();
    for (const path of ['/api/search', '/search', '/search.atom']) {
      const { status } = await made.ask(`${path}?q=${encodeURIComponent(q)}`);
      expect([200, 400]).toContain(status);
    }
  });

  test('a private source is named to its keeper alone', async () => {
    const source = { id: 'lowport-courier', url: 'https://lowport-courier.example/feed', private: true };
    const made = await site({ web: { public: true } });
    writeFileSync(join(made.home.config, 'sources.yaml'), JSON.stringify([source]));
    const path = `/api/articles/${uuid(1)}`;
    expect(await json(made, path)).toMatchObject({ sightings: [] });
    expect(await json(made, path, { cookie: await signIn(made) })).toMatchObject({
      sightings: [{ sourceId: 'lowport-courier' }],
    });
  });

  test('texts are for who may read them: with web.public others get what the feeds show', async () => {
    const made = await site({ web: { public: true } });
    const path = `/api/articles/${uuid(1)}`;
    const outside = await json(made, path);
    expect(outside).toMatchObject({ text: null, revisions: [{ text: null }], excerpt: expect.any(String) });
    const inside = await json(made, path, { cookie: await signIn(made) });
    const program = await json(made, path, {
      host: 'localhost',
      via: 'proxy',
      authorization: `Bearer ${TOKEN}`,
    });
    for (const answer of [inside, program])
      expect(answer).toMatchObject({ text: expect.stringContaining('Passengers waited on the quay.') });
  });
});
