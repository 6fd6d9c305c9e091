import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { PublishedFiles } from '../domain/ports.ts';

/** By the end of a file's name. RFC 4287 §7, RSS 2.0, JSON Feed 1.1, OPML 2.0. */
const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.atom', 'application/atom+xml; charset=utf-8'],
  ['.rss.xml', 'application/rss+xml; charset=utf-8'],
  ['.json', 'application/feed+json; charset=utf-8'],
  ['.opml', 'text/x-opml; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
];

/**
 * The published files, read only. An unchanged one is answered by 304, to If-None-Match and to If-Modified-Since (RFC
 * 9110 §13); a changed one in gzip where the client takes it. Only file names that are published have an address.
 */
export function feedRoutes(files: PublishedFiles): Hono {
  const routes = new Hono();
  routes.use(compress(), etag());
  routes.get('/*', async (c) => {
    const path = c.req.path.replace(/^\/feeds\//, '');
    const name = path === '' ? 'index.html' : path;
    const type = TYPES.find(([ending]) => name.endsWith(ending))?.[1];
    const file = type === undefined ? null : await files.read(name);
    if (file === null || type === undefined) return c.text(`nothing is published under ${name}\n`, 404);

    const headers = {
      'content-type': type,
      'last-modified': file.modified.toUTCString(),
      'cache-control': 'no-cache',
    };
    const known = c.req.header('if-none-match') === undefined ? c.req.header('if-modified-since') : undefined;
    if (known !== undefined && Date.parse(known) >= Math.floor(file.modified.getTime() / 1000) * 1000) {
      return c.body(null, 304, headers);
    }
    return c.body(new Uint8Array(file.content), 200, headers);
  });
  return routes;
}
