import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetcher, type FetcherParts } from '../../src/adapters/http.ts';
import type { Fetcher } from '../../src/domain/ports.ts';
import type { HttpSettings } from '../../src/domain/settings.ts';
import type { FetchRequest } from '../../src/domain/source.ts';

const NOW = new Date('2026-03-02T12:00:00.000Z');

/** An HTTP server on a free port of this machine, closed after the test. */
export async function serve(
  answer: RequestListener,
): Promise<{ readonly url: string; readonly host: string }> {
  return listen(createServer({ keepAlive: true }, answer));
}

/** A server that speaks whatever it likes once the request has arrived. */
export async function serveRaw(answer: (socket: Socket) => void) {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {}); // the client hangs up, as it should
      socket.once('data', () => answer(socket));
    }),
  );
}

async function listen(server: Server) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` };
}

/** A fetcher that may reach this machine, closed after the test. Names are never looked up outside. */
export function fetcherWith(
  settings: Partial<HttpSettings> = {},
  parts: Partial<FetcherParts> = {},
): Fetcher {
  const fetcher = createFetcher(
    {
      timeoutSeconds: 10,
      maxBytes: 1_000_000,
      perHost: 2,
      total: 8,
      allowPrivateHosts: ['127.0.0.1'],
      ...settings,
    },
    {
      clock: { now: () => NOW },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      secrets: () => undefined,
      filesRoot: null,
      lookup: (hostname, _options, callback) =>
        callback(Object.assign(new Error(`no such name: ${hostname}`), { code: 'ENOTFOUND' }), []),
      ...parts,
    },
  );
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** The request for a source of the settings. */
export const asking = (url: string, over: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  validators: { etag: null, lastModified: null },
  configured: true,
  ...over,
});
