import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { asking, fetcherWith, serve, serveRaw } from './servers.ts';

const MEGABYTE = 1_000_000;
const head = (...headers: string[]) => ['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n');

describe('a body that is too much', () => {
  /** Members of a gzip file one after another are one file: 10 KB that are 10 MB, a thousand times. */
  const tenGigabytes = Buffer.concat(Array<Buffer>(1_000).fill(gzipSync(Buffer.alloc(10 * MEGABYTE))));

  test.each([
    ['a gzip bomb of 10 GB', 'gzip', tenGigabytes],
    ['a gzip bomb of 10 GB that says nothing of gzip', null, tenGigabytes],
    ['a gzip bomb in gzip', 'gzip, gzip', gzipSync(tenGigabytes)],
    ['a brotli bomb', 'br', brotliCompressSync(Buffer.alloc(100 * MEGABYTE))],
  ])('%s is stopped at the cap and costs next to nothing', async (_what, coding, body) => {
    const { url } = await serve((_request, response) => {
      if (coding) response.setHeader('content-encoding', coding);
      response.end(body);
    });
    const before = process.memoryUsage().rss;
    const outcome = await fetcherWith({ maxBytes: 15 * MEGABYTE }).fetch(asking(url));
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'too-large',
      message: expect.stringContaining('maxBytes'),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
  });

  test('an endless one is hung up on', async () => {
    let sent = 0;
    const { url } = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536, 'a');
      const more = () => {
        while (response.write(chunk)) sent += chunk.length;
        response.once('drain', more);
      };
      more();
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ reason: 'too-large' });
    expect(sent).toBeLessThan(50 * MEGABYTE);
  });

  test('one that announces its size is not even begun', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': 10 ** 10 }).flushHeaders(),
    );
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ reason: 'too-large' });
  });

  test('an endless error page is the error it is', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(503);
      const more = () => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more);
      };
      more();
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ reason: 'http', status: 503 });
  });

  test('one in single bytes takes no more than its size', async () => {
    const { url } = await serve((_request, response) => {
      for (let n = 0; n < 50_000; n += 1) response.write('a');
      response.end();
    });
    const outcome = await fetcherWith().fetch(asking(url));
    expect('body' in outcome && outcome.body.buffer.byteLength).toBe(50_000);
  });

  test('headers without end are hung up on', async () => {
    const { url } = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = () => {
        while (socket.writable && socket.write(`x-flood: ${'a'.repeat(1_000)}\r\n`));
        socket.once('drain', more);
      };
      more();
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ reason: 'too-large' });
  });
});

describe('a body that is not what it says', () => {
  test.each([
    ['an unknown coding', 'compress', Buffer.from([1, 2, 3])],
    ['broken gzip', 'gzip', Buffer.from('1f8b0800deadbeef', 'hex')],
    ['gzip that breaks off', 'gzip', gzipSync(createHash('sha512').update('a').digest()).subarray(0, 40)],
    ['a name out of the prototype', '__proto__', Buffer.from([1, 2, 3])],
    ['codings without end', Array(50).fill('gzip').join(', '), gzipSync('a')],
  ])('%s is a failure of its encoding', async (_what, coding, body) => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ kind: 'failed', reason: 'encoding' });
  });

  test.each([
    ['less than announced', `${head('content-length: 100')}<rss/>`],
    ['chunks that break off', `${head('transfer-encoding: chunked')}6\r\n<rss/>\r\n`],
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['nothing', ''],
  ])('%s is a failure, never half a feed', async (_what, answer) => {
    const { url } = await serveRaw((socket) => socket.end(answer));
    const outcome = await fetcherWith().fetch(asking(url));
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/^(?:connect|http)$/) });
  });

  test('more than announced is cut at what was announced', async () => {
    const { url } = await serveRaw((socket) => socket.end(`${head('content-length: 6')}<rss/>GET /smuggled`));
    const outcome = await fetcherWith().fetch(asking(url));
    expect('body' in outcome && Buffer.from(outcome.body).toString()).toBe('<rss/>');
  });

  test('a reset in the middle is a failure', async () => {
    const { url } = await serveRaw((socket) => {
      socket.write(`${head('content-length: 100')}<rss`, () => socket.resetAndDestroy());
    });
    expect(await fetcherWith().fetch(asking(url))).toMatchObject({ kind: 'failed', reason: 'connect' });
  });
});

describe('a server that takes its time', () => {
  test.each([
    ['says nothing', null],
    ['sends its body a byte at a time', head('content-length: 1000')],
    ['sends its headers a byte at a time', 'HTTP/1.1 200 OK\r\nx-slow: '],
  ])('and %s is left when the time is over', async (_what, beginning) => {
    const { url } = await serveRaw((socket) => {
      if (beginning === null) return;
      socket.write(beginning);
      const drip = setInterval(() => socket.write('a'), 10);
      socket.once('close', () => clearInterval(drip));
    });
    const started = performance.now();
    expect(await fetcherWith({ timeoutSeconds: 0.3 }).fetch(asking(url))).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
      message: expect.stringContaining('http.timeoutSeconds'),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('gets no more time by redirecting', async () => {
    const { url } = await serve((request, response) => {
      const hop = Number(request.url?.slice(1) || 0);
      setTimeout(() => response.writeHead(302, { location: `/${hop + 1}` }).end(), 100);
    });
    expect(await fetcherWith({ timeoutSeconds: 0.25 }).fetch(asking(url))).toMatchObject({
      reason: 'timeout',
    });
  });
});
