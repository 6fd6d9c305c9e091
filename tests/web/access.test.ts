import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginSession, isSecret, readSession } from '../../src/web/access/session.ts';
import { body, formToken, NOON, OWN, openSite, signIn, TOKEN } from './site.ts';

const seconds = (count: number): Date => new Date(NOON.getTime() + count * 1_000);
const DAY = 86_400;

describe('a session', () => {
  test('is what its token began, for 30 days, and never holds the token itself', () => {
    const cookie = beginSession(TOKEN, NOON);
    expect(readSession(TOKEN, cookie, seconds(29 * DAY))?.formToken).toMatch(/^[\w-]{43}$/);
    expect(readSession(TOKEN, cookie, seconds(31 * DAY))).toBeNull();
    expect(readSession('another token', cookie, NOON)).toBeNull();
    expect(cookie).not.toContain(TOKEN);
  });

  test('is not to be had by changing a cookie', () => {
    const cookie = beginSession(TOKEN, NOON);
    fc.assert(
      fc.property(fc.nat(cookie.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, put) => {
        const forged = cookie.slice(0, at) + put + cookie.slice(at + 1);
        fc.pre(forged !== cookie);
        expect(readSession(TOKEN, forged, NOON)).toBeNull();
      }),
    );
  });

  test.each(['', '.', 'a.b.c', '\u0000', 'zzzzzzzzzzzzzzzzzzzz.', `${'x'.repeat(10_000)}.y`])(
    'is none for the cookie %j',
    (cookie) => expect(readSession(TOKEN, cookie, NOON)).toBeNull(),
  );

  test('a secret is only itself', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => isSecret(a, b) === (a === b)));
  });
});

describe('signing in', () => {
  test('gives a strict cookie that scripts cannot read, and leads back to where it was asked for', async () => {
    const site = await openSite();
    const form = { token: TOKEN, to: 'sources?state=broken' };
    const answer = await site.ask('/sign-in', { method: 'POST', headers: OWN, body: body(form) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, './sources?state=broken']);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^topicwatch-8787=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test.each([
    ['the proxy says', { ...OWN, 'x-forwarded-proto': 'https' }],
    ['several proxies say', { ...OWN, 'x-forwarded-proto': 'https, http' }],
    ['the browser says', { ...OWN, origin: 'https://watch.example' }],
  ])('the cookie is for https alone where, as %s, the page is served by it', async (_, headers) => {
    const site = await openSite();
    const answer = await site.ask('/sign-in', { method: 'POST', headers, body: body({ token: TOKEN }) });
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
  });

  test.each([
    ['https://elsewhere.example/', './'],
    ['//elsewhere.example/x', './'],
    ['/\\elsewhere.example', './'],
    ['javascript:alert(1)', './'],
    ['../../etc', './etc'],
    ['review?topic=a#n', './review?topic=a#n'],
  ])('leads nowhere but to this page: %s', async (to, location) => {
    const site = await openSite();
    const answer = await site.ask('/sign-in', {
      method: 'POST',
      headers: OWN,
      body: body({ token: TOKEN, to }),
    });
    expect(answer.headers.get('location')).toBe(location);
  });

  test('a wrong token is refused with what to do, and after ten of them nobody there is listened to for a while', async () => {
    const site = await openSite();
    const tryWith = (token: string) =>
      site.ask('/sign-in', { method: 'POST', headers: OWN, body: body({ token }) });
    for (let n = 0; n < 10; n += 1) {
      const answer = await tryWith(`guess ${n}`);
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('that is not the TOPICWATCH_TOKEN this page was started with');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const refused = await tryWith(TOKEN);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
    expect(await refused.text()).toContain('try again in 15 minutes');
    site.now = seconds(16 * 60);
    expect((await tryWith(TOKEN)).status).toBe(303);
  });

  test('too many wrong tokens from one address keep out nobody else, nor who is in already', async () => {
    const site = await openSite();
    const cookie = await signIn(site);
    const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });
    const bearer = (token: string, address: string) =>
      site.app.request(
        '/sign-out',
        { method: 'POST', headers: { host: 'localhost', authorization: `Bearer ${token}` } },
        from(address),
      );
    for (let n = 0; n < 10; n += 1) await bearer('guess', '192.0.2.7');
    expect((await bearer(TOKEN, '192.0.2.7')).status).toBe(429);
    expect((await bearer(TOKEN, '192.0.2.8')).status).toBe(303);
    expect(await (await site.ask('/sign-in', { headers: { cookie } })).text()).toContain('You are signed in');
  });

  test('without a token set nobody can, and the page says how to set one', async () => {
    for (const token of [null, '']) {
      const site = await openSite({ token });
      const answer = await site.ask('/sign-in', { method: 'POST', headers: OWN, body: body({ token: '' }) });
      expect(answer.status).toBe(403);
      expect(await (await site.ask('/sign-in')).text()).toContain('set <code>TOPICWATCH_TOKEN</code>');
    }
  });

  test('a link from elsewhere, which brings no strict cookie, makes the page ask for itself once more', async () => {
    const site = await openSite();
    const from = (headers: object, query = '') => site.ask(`/sources${query}`, { headers: { ...headers } });
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    const known = { cookie: 'topicwatch-8787-known=yes' };
    const answer = await from({ ...elsewhere, ...known }, '?a=%22%0d%0a');
    expect(answer.headers.get('refresh')).toBe('0; url=./sources?a=%22%0D%0A&again=yes');
    for (const [headers, query] of [
      [elsewhere, ''],
      [known, ''],
      [{ ...elsewhere, ...known }, '?again=yes'],
      [{ ...elsewhere, cookie: `${known.cookie}; ${await signIn(site)}` }, ''],
    ] as const) {
      expect((await from(headers, query)).headers.get('refresh')).toBeNull();
    }
  });

  test('ends by signing out', async () => {
    const site = await openSite();
    const answer = await site.send('/sign-out', {});
    expect([answer.status, ...answer.headers.getSetCookie()]).toEqual([
      303,
      'topicwatch-8787=; Max-Age=0; Path=/',
      'topicwatch-8787-known=; Max-Age=0; Path=/',
    ]);
  });
});

describe('changing something', () => {
  /** Signs in, and sends a form that is right but for what a test changes. */
  async function attempt(headers: Readonly<Record<string, string>>, form?: string): Promise<Response> {
    const site = await openSite({ web: { hosts: ['watch.example'] } });
    const cookie = await signIn(site);
    const right = formToken(await (await site.ask('/sign-in', { headers: { cookie } })).text());
    return site.ask('/sign-out', {
      method: 'POST',
      headers: { cookie, ...headers },
      body: body({ form: form ?? right }),
    });
  }

  test.each([
    ['a browser that says the form is of this page', { 'sec-fetch-site': 'same-origin' }],
    ['an older browser, by its origin', { origin: 'http://127.0.0.1:8787' }],
    ['an older browser behind a proxy', { origin: 'https://watch.example' }],
  ])('is done for %s', async (_, headers) => {
    expect((await attempt(headers)).status).toBe(303);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['nobody knows where', {}],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['another server of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page that hides its origin', { origin: 'null' }],
  ])('is refused from %s', async (_, headers) => {
    const answer = await attempt(headers as Readonly<Record<string, string>>);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('this did not come from a form of this page');
  });

  test.each(['', 'guessed', 'x'.repeat(50_000)])(
    'is refused for a form without the right token',
    async (form) => {
      const answer = await attempt(OWN, form);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('load the page again');
    },
  );

  test('is refused without a session, by a GET, and with basic authentication', async () => {
    const site = await openSite();
    expect((await site.ask('/sign-out', { method: 'POST', headers: OWN })).status).toBe(401);
    const basic = `Basic ${Buffer.from(`keeper:${TOKEN}`).toString('base64')}`;
    const answer = await site.ask('/sign-out', { method: 'POST', headers: { ...OWN, authorization: basic } });
    expect(answer.status).toBe(401);
    const read = await site.ask('/sign-out');
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('is done for programs with a bearer token, whatever sent it', async () => {
    const site = await openSite();
    const send = (token: string) =>
      site.ask('/sign-out', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect((await send(TOKEN)).status).toBe(303);
    expect((await send('guess')).status).toBe(401);
  });
});

describe('reading', () => {
  const basic = { authorization: `Basic ${Buffer.from(`reader:${TOKEN}`).toString('base64')}` };
  const bearer = { authorization: `Bearer ${TOKEN}` };

  test('is free on this machine', async () => {
    const site = await openSite();
    expect((await site.ask('/feeds/keeper/health.atom')).status).toBe(404); // nothing is published yet
  });

  test.each([
    ['bound to every address', { host: '0.0.0.0' }, { host: '0.0.0.0:8787' }],
    ['asked for by another name', { hosts: ['watch.example'] }, { host: 'watch.example' }],
    ['reached through a proxy', {}, { 'x-forwarded-for': '192.0.2.7' }],
  ])('wants the token %s, but for the public feeds', async (_, web, headers) => {
    const site = await openSite({ web });
    const status = async (path: string, more = {}) =>
      (await site.ask(path, { headers: { ...headers, ...more } })).status;
    expect(await status('/feeds/keeper/health.atom')).toBe(401);
    expect(await status('/feeds/keeper/health.atom', basic)).toBe(404);
    expect(await status('/feeds/keeper/health.atom', bearer)).toBe(404);
    expect(await status('/feeds/keeper/health.atom', { cookie: await signIn(site) })).toBe(404);
    expect(await status('/feeds/feeds.opml')).toBe(404);
    expect(await status('/')).toBe(401);
    expect(await status('/api/sources')).toBe(401);
  });

  test('wants the token from HTTP/1.0: proxies that were told nothing speak it in the name of this machine', async () => {
    const site = await openSite();
    const status = async (httpVersion: string) =>
      (
        await site.app.request(
          '/sources',
          { headers: { host: '127.0.0.1:8787' } },
          { incoming: { httpVersion } },
        )
      ).status;
    expect([await status('1.1'), await status('1.0')]).toEqual([200, 401]);
  });

  test('leaves nothing in a cache that others share, but for what everybody may read', async () => {
    const site = await openSite();
    const cacheOf = async (path: string) => (await site.ask(path)).headers.get('cache-control');
    for (const path of ['/', '/api/sources', '/nothing', '/search.atom?q=ferry', '/sign-in', '/topics/x'])
      expect([path, await cacheOf(path)]).toEqual([path, 'private, no-cache']);
    expect(await cacheOf('/healthz')).toBe('no-store');
    const posted = await site.send('/sign-out', {});
    expect(posted.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('asks feed readers for a password, programs for the token, and people by a form that leads on', async () => {
    const site = await openSite({ web: { host: '0.0.0.0' } });
    const feed = await site.ask('/feeds/keeper/health.atom');
    expect(feed.headers.get('www-authenticate')).toBe('Basic realm="topicwatch"');
    const api = await site.ask('/api/sources');
    expect(await api.json()).toEqual({
      error: { code: 'not-signed-in', message: 'this is for the keeper of the topic; give TOPICWATCH_TOKEN' },
    });
    const page = await site.ask('/sources?state="broken"');
    expect(page.headers.get('www-authenticate')).toBeNull();
    expect(await page.text()).toContain('name="to" value="sources?state=%22broken%22"');
  });

  test('is free for everybody where web.public says so; acting is not', async () => {
    const site = await openSite({ web: { host: '0.0.0.0', public: true } });
    expect((await site.ask('/feeds/keeper/health.atom')).status).toBe(404);
    expect((await site.ask('/sign-out', { method: 'POST', headers: OWN })).status).toBe(401);
  });

  test.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', 'localhost.', '', '[::1'])(
    'is refused under the name %j, which leads here without our knowing',
    async (host) => {
      const site = await openSite();
      expect((await site.ask('/feeds/feeds.opml', { headers: { host } })).status).toBe(421);
    },
  );

  test.each(['LOCALHOST:8787', '[::1]:8787', 'watch.example', 'Watch.Example:443'])(
    'is done under the name %s',
    async (host) => {
      const site = await openSite({ web: { hosts: ['watch.example'] } });
      expect((await site.ask('/feeds/feeds.opml', { headers: { host } })).status).toBe(404);
    },
  );
});
