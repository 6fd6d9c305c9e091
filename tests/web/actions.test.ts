import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LeaseBusy, LeaseLost } from '../../src/domain/lease.ts';
import { StoreUnusable } from '../../src/domain/store.ts';
import { refusalOf } from '../../src/web/refusal.ts';
import { arrivals, article, MONDAY, storyId, uuid } from '../store/samples.ts';
import { body, onTopic, openSite, type Site, saidBy, TOKEN, WATCHED } from './site.ts';

const COURIER = { 'lowport-courier': 'https://lowport-courier.example/feed.xml' };
const bearer = { authorization: `Bearer ${TOKEN}` };

/** As a program does it. */
const act = (site: Site, name: string, fields: object, headers: object = bearer): Promise<Response> =>
  site.ask(`/api/acts/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  });

describe('labelling', () => {
  const labels = async (site: Site) =>
    (await (await site.services.store()).labels(WATCHED)).map(({ label }) => [label.articleId, label.answer]);

  test('yes, no and undo are remembered, told, and can be taken back', async () => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1), article(2)], 'review')));
    const form = { topic: WATCHED, article: uuid(1), answer: 'yes', back: 'review?topic=caldmoor-brae#next' };
    const answer = await site.send('/acts/label', form);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '../review?topic=caldmoor-brae#next',
    ]);
    expect(await saidBy(site, answer)).toMatch(/“Ferry 1 docks at Lowport” belongs to the topic, you say/);
    await site.send('/acts/label', { ...form, article: uuid(2), answer: 'no' });
    expect(await labels(site)).toEqual([
      [uuid(1), 'yes'],
      [uuid(2), 'no'],
    ]);
    const undone = await site.send('/acts/label', { ...form, answer: 'undo' });
    expect(await saidBy(site, undone)).toContain('is taken back');
    expect(await labels(site)).toEqual([[uuid(2), 'no']]);
  });

  test('a message is shown once, and its undo is a form with what it takes', async () => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1, { title: 'Ferry <b> & "quay"' })], 'review')));
    const answer = await act(site, 'label', { topic: WATCHED, article: uuid(1), answer: 'no' });
    expect(await answer.json()).toMatchObject({
      text: expect.stringContaining('Ferry <b> & "quay"'),
      undo: { action: 'acts/label', fields: { topic: WATCHED, article: uuid(1), answer: 'undo' } },
    });
    const sent = await site.send('/acts/label', { topic: WATCHED, article: uuid(1), answer: 'no' });
    expect(await saidBy(site, sent)).toContain('“Ferry &lt;b&gt; &amp; &quot;quay&quot;”');
    const cookie = sent.headers.getSetCookie().join('; ');
    const page = await site.ask('/sign-in', { headers: { cookie } });
    expect(page.headers.getSetCookie()).toEqual(['topicwatch-said=; Max-Age=0; Path=/']);
  });

  test.each([
    'no message',
    '{"text":3,"undo":null}',
    '{"text":"Sign in there","undo":{"action":"//elsewhere.example/x","fields":{}}}',
    '{"text":"Sign in there","undo":{"action":"acts/label","fields":{"a":{}}}}',
  ])('a message that others put into the cookie is none: %s', async (message) => {
    const site = await openSite();
    const cookie = `topicwatch-said=${encodeURIComponent(message)}`;
    const page = await (await site.ask('/sign-in', { headers: { cookie } })).text();
    expect(page).toContain('<h1>Sign in</h1>');
    expect(page).not.toContain('class="notice"');
  });

  test.each([
    [{ article: uuid(9) }, 404, 'unknown-article'],
    [{ article: '../../../etc/passwd' }, 404, 'unknown-article'],
    [{ article: "' or 1=1 --" }, 404, 'unknown-article'],
    [{ topic: 'weather' }, 404, 'unknown-topic'],
    [{ topic: '__proto__' }, 404, 'unknown-topic'],
    [{ answer: 'maybe' }, 400, 'bad-field'],
    [{ article: '' }, 400, 'bad-field'],
    [{ article: ['a', 'b'] }, 400, 'bad-field'],
    [{ article: 'x'.repeat(400) }, 400, 'bad-field'],
  ])('%j is refused, and nothing is remembered', async (wrong, status, code) => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1)], 'review')));
    const answer = await act(site, 'label', { topic: WATCHED, article: uuid(1), answer: 'yes', ...wrong });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(await labels(site)).toEqual([]);
  });

  test('is refused to who is not signed in, and to everybody where no token is set', async () => {
    const fields = { topic: WATCHED, article: uuid(1), answer: 'yes' };
    const site = await openSite();
    expect((await act(site, 'label', fields, {})).status).toBe(401);
    const readOnly = await openSite({ token: null });
    const answer = await act(readOnly, 'label', fields);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      error: {
        code: 'read-only',
        message:
          'this page is read only: set TOPICWATCH_TOKEN in the environment of topicwatch and start it again',
      },
    });
  });

  test('waits for a run that is at work on the store', async () => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1)], 'review')));
    const store = await site.services.open(site.home.config, site.services.clock).store();
    const lease = await store.lease('run');
    const answer = act(site, 'label', { topic: WATCHED, article: uuid(1), answer: 'yes' });
    expect((await site.ask('/sign-in')).status).toBe(200);
    await lease.release();
    expect((await answer).status).toBe(200);
    await store.close();
  });
});

describe('stories', () => {
  const stories = async (site: Site) =>
    new Map(
      (await (await site.services.store()).stories(WATCHED, 10)).map(({ story, hidden }) => [
        story.id,
        hidden ? 'hidden' : story.articleIds.toSorted(),
      ]),
    );

  test('are merged, split, hidden, and each of it undone', async () => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1), article(2), article(3)])));
    const [one, two, three] = [1, 2, 3].map(storyId) as [string, string, string];
    const before = await stories(site);

    const merged = await site.send('/acts/merge-stories', {
      topic: WATCHED,
      story: one,
      others: [two, three],
    });
    expect(await saidBy(site, merged)).toMatch(/3 accounts. The feeds show it now./);
    expect(await stories(site)).toEqual(new Map([[one, [1, 2, 3].map(uuid)]]));

    site.now = new Date(site.now.getTime() + 1_000);
    await site.send('/acts/split-story', { topic: WATCHED, story: one, articles: uuid(3) });
    expect([...(await stories(site)).values()].toSorted()).toEqual([[uuid(1), uuid(2)], [uuid(3)]]);
    await site.send('/acts/undo-story', { topic: WATCHED, story: one });
    await site.send('/acts/undo-story', { topic: WATCHED, story: one });
    expect(await stories(site)).toEqual(before);

    const hidden = await act(site, 'hide-story', { topic: WATCHED, story: two });
    const { undo } = (await hidden.json()) as { undo: { action: string; fields: Record<string, string> } };
    expect((await stories(site)).get(two)).toBe('hidden');
    await site.send(`/${undo.action}`, undo.fields);
    expect(await stories(site)).toEqual(before);
  });

  test.each([
    ['merge-stories', { story: storyId(1), others: storyId(1) }],
    ['merge-stories', { story: storyId(1), others: [storyId(9)] }],
    ['split-story', { story: storyId(1), articles: [uuid(1)] }],
    ['split-story', { story: storyId(1), articles: [uuid(9)] }],
    ['hide-story', { story: '..%2f..' }],
    ['undo-story', { story: storyId(1) }],
  ])('%s of %j is refused with the reason', async (name, fields) => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1), article(2)])));
    const before = await stories(site);
    const answer = await act(site, name, { topic: WATCHED, ...fields });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: 'refused', message: expect.stringMatching(/\w/) },
    });
    const told = await site.send(`/acts/${name}`, { topic: WATCHED, ...fields });
    expect(told.status).toBe(303);
    expect(await saidBy(site, told)).not.toBe('');
    expect(await stories(site)).toEqual(before);
  });
});

describe('sources', () => {
  const file = (site: Site) => readFileSync(join(site.home.config, 'sources.yaml'), 'utf8');
  /** makeHome writes JSON; people write lines. */
  const lines = '# ours\n- id: lowport-courier\n  url: https://lowport-courier.example/feed.xml # daily\n';

  test('are disabled with a reason and enabled again, in sources.yaml and here', async () => {
    const site = await openSite({ sources: COURIER });
    writeFileSync(join(site.home.config, 'sources.yaml'), lines);
    const back = { source: 'lowport-courier', back: 'sources' };
    const disabled = await site.send('/acts/disable-source', { ...back, reason: 'silent:\n since  May' });
    expect(await saidBy(site, disabled)).toContain('sources.yaml says why');
    expect(file(site)).toBe(`${lines}  disabled: "silent: since May"\n`);
    const again = await site.send('/acts/enable-source', back);
    expect(again.headers.get('location')).toBe('../sources');
    expect(file(site)).toBe(lines);
  });

  test.each([
    ['disable-source', { source: 'lowport-courier', reason: '  ' }, 400, 'bad-field'],
    ['disable-source', { source: 'lowport-courier', reason: 'x'.repeat(301) }, 400, 'bad-field'],
    ['disable-source', { source: '../sources', reason: 'moved' }, 404, 'unknown-source'],
    ['enable-source', { source: 'nobody' }, 404, 'unknown-source'],
    ['poll-source', { source: 'nobody' }, 404, 'unknown-source'],
  ])('%s with %j is refused', async (name, fields, status, code) => {
    const site = await openSite({ sources: COURIER });
    const before = file(site);
    const answer = await act(site, name, fields);
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { error: { code, message: expect.any(String) } },
    ]);
    expect(file(site)).toBe(before);
  });

  test('a file that cannot be edited in place is left alone, and it says what to do', async () => {
    const site = await openSite({ sources: COURIER });
    const file = join(site.home.config, 'sources.yaml');
    const lines = `- disabled: moved\n  id: lowport-courier\n  url: ${COURIER['lowport-courier']}\n`;
    writeFileSync(file, lines); // what is to be taken out stands behind the dash
    const answer = await act(site, 'enable-source', { source: 'lowport-courier' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: 'settings', message: expect.stringContaining('edit it by hand') },
    });
    expect(readFileSync(file, 'utf8')).toBe(lines);
  });
});

describe('a request that cannot be read', () => {
  test.each([
    ['no JSON', '{"topic":', 'application/json'],
    [
      'a multipart form without an end',
      '--x\r\ncontent-disposition: form-data; na',
      'multipart/form-data; boundary=x',
    ],
    ['a multipart form without a boundary', 'topic=a', 'multipart/form-data'],
    ['nothing at all', '', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['nothing but null', 'null', 'application/json'],
  ])('%s is refused as such', async (_, sent, type) => {
    const site = await openSite();
    const headers = { ...bearer, 'content-type': type };
    const answer = await site.ask('/api/acts/label', { method: 'POST', headers, body: sent });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message: expect.any(String) } });
  });

  test('a body of megabytes is not read', async () => {
    const site = await openSite();
    const answer = await site.ask('/acts/label', {
      method: 'POST',
      headers: bearer,
      body: body({ topic: 'x'.repeat(2_000_000) }),
    });
    expect(answer.status).toBe(413);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'])(
    '%s does nothing where acts are done',
    async (method) => {
      const site = await openSite();
      for (const path of ['/acts/label', '/api/acts/label']) {
        const answer = await site.ask(path, { method, headers: bearer });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      }
    },
  );
});

test('what stands in the way of an act is told with what to do', () => {
  const holder = { pid: 7, host: 'quayside', purpose: 'run', since: MONDAY };
  expect(refusalOf(new LeaseBusy(holder))).toMatchObject({
    status: 503,
    code: 'busy',
    headers: { 'retry-after': '10' },
    message: expect.stringContaining('wait until it is done'),
  });
  expect(refusalOf(new LeaseLost())).toMatchObject({ status: 503 });
  expect(refusalOf(new StoreUnusable('the disk is full; make room', 'corpus.db'))).toMatchObject({
    status: 503,
  });
  expect(refusalOf(new TypeError('a bug'))).toBeNull();
});
