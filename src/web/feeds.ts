import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { PublishedFiles } from '../domain/ports.ts';
import { OWN_CACHE } from './layout.ts';

/** By the end of a file's name. RFC 4287 §7, RSS 2.0, JSON Feed 1.1, OPML 2.0. */
const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.atom', 'application/atom+xml; charset=utf-8'],
  ['.rss.xml', 'application/rss+xml; charset=utf-8'],
  ['.json', 'application/feed+json; charset=utf-8'],
  ['.opml', 'text/x-opml; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
];

/** What is remembered of a file that was asked for, so that it is hashed and compressed once. */
interface Served {
  readonly modified: number;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Weak: the same for each content coding (RFC 9110 §8.8.1). */
  readonly tag: string;
  gzip: Promise<Uint8Array<ArrayBuffer>> | null;
}

/** Files remembered; of more, the one that was asked for first is forgotten. */
const REMEMBERED = 60;
/** Smaller ones gain nothing. */
const WORTH_COMPRESSING = 1_000;

/**
 * The published files, read only. An unchanged one is answered by 304, to If-None-Match and to If-Modified-Since (RFC
 * 9110 §13); a changed one in gzip where the client takes it. Only file names that are published have an address.
 */
export function feedRoutes(files: PublishedFiles): Hono {
  const routes = new Hono();
  const remembered = new Map<string, Served>();

  async function serve(name: string): Promise<Served | null> {
    const file = await files.read(name);
    if (file === null) return null;
    const modified = file.modified.getTime();
    const known = remembered.get(name);
    if (known?.modified === modified && known.content.length === file.content.length) return known;
    const content = new Uint8Array(file.content);
    const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const served: Served = { modified, content, tag, gzip: null };
    remembered.delete(name);
    remembered.set(name, served);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return served;
  }

  routes.get('/*', async (c) => {
    const path = c.req.path.replace(/^\/feeds\//, '');
    const name = path === '' ? 'index.html' : path;
    const type = TYPES.find(([ending]) => name.endsWith(ending))?.[1];
    const served = type === undefined ? null : await serve(name);
    if (served === null || type === undefined) return c.text(`nothing is published under ${name}\n`, 404);

    const { modified, content, tag } = served;
    const headers = {
      'content-type': type,
      'last-modified': new Date(modified).toUTCString(),
      'cache-control': name.startsWith('keeper/') ? OWN_CACHE : 'no-cache',
      vary: 'accept-encoding',
      etag: tag,
    };
    if (isKnown(c.req.header('if-none-match'), c.req.header('if-modified-since'), served))
      return c.body(null, 304, headers);
    if (content.length < WORTH_COMPRESSING || !takesGzip(c.req.header('accept-encoding')))
      return c.body(content, 200, headers);
    served.gzip ??= gzip(content);
    return c.body(await served.gzip, 200, { ...headers, 'content-encoding': 'gzip' });
  });
  return routes;
}

/** Whether the client has this very state; the date counts only where it names no tag (RFC 9110 §13.2.2). */
function isKnown(tags: string | undefined, since: string | undefined, { tag, modified }: Served): boolean {
  if (tags !== undefined) {
    const opaque = tag.slice(2);
    return tags.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === opaque);
  }
  return since !== undefined && Date.parse(since) >= Math.floor(modified / 1000) * 1000;
}

/** RFC 9110 §12.5.3, as far as clients use it. */
function takesGzip(accepted = ''): boolean {
  return accepted.split(',').some((each) => /^\s*(?:gzip|\*)\s*(?:$|;(?!\s*q=0(?:\.0*)?\s*$))/i.test(each));
}

async function gzip(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
