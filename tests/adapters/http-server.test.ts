import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../src/adapters/http-server.ts';

interface Env {
  readonly outgoing: ServerResponse;
}

/** A connection that says this and reads nothing until it is told to. */
async function silentClient(url: string, sent: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).pause();
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
}

test('a client that never reads its answer is let go, and others are answered meanwhile', async () => {
  const large = new Uint8Array(64_000_000);
  let ended: Promise<unknown> | null = null;
  const server = await listen(
    (request, env) => {
      if (!request.url.endsWith('/large')) return new Response('small');
      ended = once((env as unknown as Env).outgoing, 'close');
      return new Response(large);
    },
    { host: '127.0.0.1', port: 0 },
    200,
  );
  onTestFinished(server.close);
  await silentClient(server.url, 'GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n');
  while (ended === null) await (await fetch(server.url)).text();
  await ended;
  expect(await (await fetch(server.url)).text()).toBe('small');
});

test.each([
  ['headers of 20 KB', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
  ['no HTTP', 'hello\r\n\r\n', '400'],
  ['two lengths', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', '400'],
])('%s are refused', async (_, sent, status) => {
  const server = await listen(() => new Response('answered'), { host: '127.0.0.1', port: 0 });
  onTestFinished(server.close);
  const socket = (await silentClient(server.url, sent)).setEncoding('utf8').resume();
  const [answer] = (await once(socket, 'data')) as [string];
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});
