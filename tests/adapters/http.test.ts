import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { asking, fetcherWith, serve } from './servers.ts';

const FEED = '<rss version="2.0"><channel><title>Harbour News</title></channel></rss>';
const text = (outcome: object) =>
  'body' in outcome ? Buffer.from(outcome.body as Uint8Array).toString() : null;

describe('a poll', () => {
  test('says who asks, and hands on the body with all that was said of it', async () => {
    let agent: string | undefined;
    const { url } = await serve((request, response) => {
      agent = request.headers['user-agent'];
      response.setHeader('content-type', 'application/rss+xml; charset=koi8-r');
      response.setHeader('content-language', 'ru');
      response.setHeader('cache-control', 'public, max-age=900');
      response.setHeader('etag', 'W/"7"');
      response.setHeader('last-modified', 'Sun, 01 Mar 2026 10:00:00 GMT');
      response.end(FEED);
    });
    const outcome = await fetcherWith().fetch(asking(`${url}/feed`));
    expect(outcome).toMatchObject({
      kind: 'fetched',
      contentType: 'application/rss+xml; charset=koi8-r',
      contentLanguage: 'ru',
      url: `${url}/feed`,
      movedTo: null,
      validators: { etag: 'W/"7"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT' },
      freshFor: 900,
    });
    expect(text(outcome)).toBe(FEED);
    expect(agent).toMatch(/^topicwatch\/\d+\.\d+\.\d+ \(feed reader\)$/);
  });

  test('is conditional, and a 304 keeps the validators it does not replace', async () => {
    const { url } = await serve((request, response) => {
      const known =
        request.headers['if-none-match'] === '"7"' && request.headers['if-modified-since'] !== undefined;
      response.writeHead(known ? 304 : 500, { 'cache-control': 'max-age=60' }).end();
    });
    const validators = { etag: '"7"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT' };
    expect(await fetcherWith().fetch(asking(url, { validators }))).toEqual({
      kind: 'unchanged',
      movedTo: null,
      validators,
      freshFor: 60,
    });
  });

  test('is sent once more where a connection that was kept is closed before it answers', async () => {
    const used = new WeakSet<object>();
    let asked = 0;
    const { url } = await serve(({ socket }, response) => {
      asked += 1;
      if (used.has(socket)) return socket.destroy();
      used.add(socket);
      return response.end(FEED);
    });
    const fetcher = fetcherWith({ perHost: 1 });
    await fetcher.fetch(asking(url));
    expect(text(await fetcher.fetch(asking(url)))).toBe(FEED);
    expect(asked).toBe(3);
  });

  test('is sent no third time', async () => {
    let asked = 0;
    const { url } = await serve(({ socket }) => {
      asked += 1;
      socket.destroy();
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ kind: 'failed', reason: 'connect' });
    expect(asked).toBe(2);
  });

  test('takes a 304 nobody asked for as the failure it is', async () => {
    const { url } = await serve((_request, response) => response.writeHead(304).end());
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({
      kind: 'failed',
      reason: 'http',
      status: 304,
    });
  });

  test.each([
    ['gzip', gzipSync(FEED)],
    ['x-gzip', gzipSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['deflate', deflateRawSync(FEED)],
    ['gzip, br', brotliCompressSync(gzipSync(FEED))],
    ['', gzipSync(FEED)],
    ['gzip', FEED],
    ['utf-8', FEED],
  ])('undoes the content coding "%s"', async (coding, body) => {
    const { url } = await serve((_request, response) => {
      if (coding) response.setHeader('content-encoding', coding);
      response.end(body);
    });
    expect(text(await fetcherWith().fetch(asking(url)))).toBe(FEED);
  });

  test('undoes codings that stand in several header lines', async () => {
    const { url } = await serve((_request, response) => {
      response.setHeader('content-encoding', ['gzip', 'br']);
      response.end(brotliCompressSync(gzipSync(FEED)));
    });
    expect(text(await fetcherWith().fetch(asking(url)))).toBe(FEED);
  });

  test.each([
    [500, 'http', /trouble of its own/],
    [404, 'http', /sources add/],
    [401, 'http', /password/],
    [403, 'http', /refuses to serve/],
    [429, 'http', /less often/],
    [300, 'http', /browser/],
  ])('takes status %i as a failure that says what to do', async (status, reason, advice) => {
    const { url } = await serve((_request, response) =>
      response.writeHead(status, { 'retry-after': '120' }).end('<html>no</html>'),
    );
    expect(await fetcherWith().fetch(asking(`${url}/feed?key=4711`))).toEqual({
      kind: 'failed',
      reason,
      status,
      message: expect.stringMatching(advice),
      retryAt: '2026-03-02T12:02:00.000Z',
    });
  });

  test('takes 410 for gone', async () => {
    const { url } = await serve((_request, response) => response.writeHead(410).end());
    expect(await fetcherWith().fetch(asking(`${url}/feed`))).toEqual({
      kind: 'gone',
      message: expect.stringContaining(`${url}/feed says it is gone for good`),
    });
  });

  test('shows no query in a message, since keys stand there', async () => {
    const { url } = await serve((_request, response) => response.writeHead(500).end());
    const outcome = await fetcherWith().fetch(asking(`${url}/feed?apikey=herring`));
    expect(outcome).toMatchObject({ message: expect.stringContaining('/feed?… answered 500') });
    expect(JSON.stringify(outcome)).not.toContain('herring');
  });

  test('is given up when topicwatch is stopped', async () => {
    const stop = new AbortController();
    const { url } = await serve(() => stop.abort());
    expect(await fetcherWith().fetch(asking(url, { signal: stop.signal }))).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
      message: expect.stringContaining('topicwatch was stopped'),
    });
    expect(await fetcherWith().fetch(asking(url, { signal: stop.signal }))).toMatchObject({ kind: 'failed' });
  });

  test.each(['feed', 'ftp://harbour.example/feed', 'https://', 'http://[fe80::1%25eth0]/feed', ''])(
    'of "%s" fails, since that is no address',
    async (url) => {
      expect(await fetcherWith().fetch(asking(url))).toMatchObject({ kind: 'failed', reason: 'address' });
    },
  );

  test('of a name that does not exist, or a port nobody listens on, says so', async () => {
    expect(await fetcherWith().fetch(asking('https://harbor.example/feed'))).toMatchObject({
      reason: 'dns',
      message: expect.stringContaining('https://harbor.example/feed has a host name that was not found'),
    });
    expect(await fetcherWith().fetch(asking('http://127.0.0.1:1/feed'))).toMatchObject({ reason: 'connect' });
  });

  test('of https where plain http is spoken is a failure of TLS', async () => {
    const { host } = await serve((_request, response) => response.end(FEED));
    expect(await fetcherWith().fetch(asking(`https://${host}/`))).toMatchObject({ reason: 'tls' });
  });
});

describe('redirects', () => {
  const chain = (statuses: readonly number[]) =>
    serve((request, response) => {
      const hop = Number(request.url?.slice(1) || 0);
      const status = statuses[hop];
      if (status === undefined) response.end(FEED);
      else response.writeHead(status, { location: `/${hop + 1}` }).end();
    });

  test.each([
    [[301], true],
    [[308, 301], true],
    [[302], false],
    [[301, 302], false],
    [[307, 308], false],
    [[303], false],
  ])('%j are followed; remembered as a move: %s', async (statuses, permanent) => {
    const { url } = await chain(statuses);
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({
      kind: 'fetched',
      url: `${url}/${statuses.length}`,
      movedTo: permanent ? `${url}/${statuses.length}` : null,
    });
  });

  test('to an address that is not ASCII are followed as browsers do', async () => {
    const { url } = await serve((request, response) => {
      const location = Buffer.from('/лента').toString('latin1');
      if (request.url === '/') response.writeHead(301, { location }).end();
      else response.end(FEED);
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ movedTo: `${url}${encodeURI('/лента')}` });
  });

  test('a move is remembered with a 304, and not with a failure', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new#top' }).end();
      else response.writeHead(request.headers['if-none-match'] ? 304 : 500).end();
    });
    const validators = { etag: '"7"', lastModified: null };
    expect(await fetcherWith().fetch(asking(`${url}/old`, { validators }))).toMatchObject({
      kind: 'unchanged',
      movedTo: `${url}/new`,
    });
    expect(await fetcherWith().fetch(asking(`${url}/old`))).toMatchObject({ kind: 'failed', status: 500 });
  });

  test('five are followed, six are not', async () => {
    const five = await chain([302, 302, 302, 302, 302]);
    expect(await fetcherWith().fetch(asking(five.url))).toMatchObject({ kind: 'fetched' });
    const six = await chain([302, 302, 302, 302, 302, 302]);
    expect(await fetcherWith().fetch(asking(six.url))).toMatchObject({ kind: 'failed', reason: 'redirect' });
  });

  test.each([
    ['in a circle', '/feed', /circle/],
    ['without saying where to', undefined, /without saying where/],
    ['to what is no address', 'https://[', /without saying where/],
    ['to a file', 'file:///etc/passwd', /file: address/],
    ['to a script', 'javascript:alert(1)', /javascript: address/],
  ])('%s are refused', async (_what, location, message) => {
    const { url } = await serve((_request, response) => {
      response.writeHead(301, location === undefined ? {} : { location }).end();
    });
    expect(await fetcherWith().fetch(asking(`${url}/feed`))).toMatchObject({
      kind: 'failed',
      reason: 'redirect',
      message: expect.stringMatching(message),
    });
  });
});

describe('concurrency', () => {
  test('is bounded per host and in all, and hosts do not hold one another up', async () => {
    const now = { a: 0, b: 0 };
    const most = { a: 0, b: 0, all: 0 };
    const counting = (host: 'a' | 'b') =>
      serve(async (_request, response) => {
        now[host] += 1;
        most[host] = Math.max(most[host], now[host]);
        most.all = Math.max(most.all, now.a + now.b);
        await new Promise((resolve) => setImmediate(resolve));
        response.end(FEED, () => {
          now[host] -= 1;
        });
      });
    const [a, b] = await Promise.all([counting('a'), counting('b')]);
    const fetcher = fetcherWith({ perHost: 2, total: 3 });
    const polls = Array.from({ length: 24 }, (_, n) =>
      fetcher.fetch(asking(`${n % 2 ? a.url : b.url}/${n}`)),
    );
    for (const outcome of await Promise.all(polls)) expect(outcome.kind).toBe('fetched');
    expect(most.a).toBeLessThanOrEqual(2);
    expect(most.b).toBeLessThanOrEqual(2);
    expect(most.all).toBe(3);
  });
});
