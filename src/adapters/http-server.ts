import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

type Handler = Parameters<typeof getRequestListener>[0];

/** A client that does not finish asking within this time is let go. */
const REQUEST_TIMEOUT = 15_000;
/** So is one that neither sends nor takes anything for so long, an answer it never reads among it. */
const IDLE_TIMEOUT = 60_000;
/** Bytes of headers; more is answered by 431. */
const MAX_HEADERS = 16_384;

/**
 * Listens for HTTP on `host`. Port 0 takes any that is free. Rejects where the port cannot be had, saying what to do.
 *
 * @returns its address, and how to end it: open connections are closed.
 */
export async function listen(
  handler: Handler,
  { host, port }: { readonly host: string; readonly port: number },
  idleTimeout = IDLE_TIMEOUT,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const limits = { requestTimeout: REQUEST_TIMEOUT, maxHeaderSize: MAX_HEADERS };
  const server = createServer(limits, getRequestListener(handler));
  server.setTimeout(idleTimeout);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenFailed(host, port, error)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The address cannot be listened on. */
class ListenFailed extends Error {
  override readonly name = 'ListenFailed';
  constructor(host: string, port: number, { code, message }: NodeJS.ErrnoException) {
    const why =
      code === 'EADDRINUSE'
        ? 'another program is using it: stop that one, or set web.port in topicwatch.yaml'
        : code === 'EACCES'
          ? 'this user may not use it: set a web.port above 1023 in topicwatch.yaml'
          : `${message}; set web.host and web.port in topicwatch.yaml`;
    super(`cannot listen on ${host}:${port}: ${why}`);
  }
}
