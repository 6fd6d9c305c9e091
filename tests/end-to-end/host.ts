import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback whose answers a test decides on. */
export interface Host {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a free port of 127.0.0.1 until closed. */
export function openHost(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Host> {
  const server = createServer(answer);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** An item of a feed a test makes up. */
export interface SampleItem {
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  /** Absent: a short sentence. */
  readonly text?: string;
}

/** An RSS document of items that are as they should be. */
export function feedOf(title: string, items: readonly SampleItem[]): string {
  const lines = items.map(
    ({ id, title: said, date, text = `${said}, the councils told.` }) =>
      `<item><title>${said}</title><link>https://gazette.example/${id}</link><guid isPermaLink="false">${id}</guid>` +
      `<pubDate>${date.toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title><link>https://gazette.example/</link>${lines.join('')}</channel></rss>`;
}
