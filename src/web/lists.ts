import type { Context } from 'hono';
import type { Settings } from '../domain/settings.ts';
import type { Publication } from '../publish/entry.ts';
import { renderAtom } from '../publish/formats/atom.ts';
import { renderJsonFeed } from '../publish/formats/json-feed.ts';
import { renderRss } from '../publish/formats/rss.ts';
import type { FeedLink } from '../publish/page/frame.ts';
import { type Html, html, joined } from '../publish/page/html.ts';
import { sha256 } from '../text/fingerprints.ts';
import { OWN_CACHE } from './layout.ts';
import type { Reading } from './reading.ts';

/** The endings that make a feed of a list's address; the first is the one to take. */
const FORMATS = {
  atom: { label: 'Atom', type: 'application/atom+xml', render: renderAtom },
  rss: { label: 'RSS', type: 'application/rss+xml', render: renderRss },
  json: { label: 'JSON', type: 'application/feed+json', render: renderJsonFeed },
} as const;

export type Format = keyof typeof FORMATS;

/** The name before an ending, and the ending: `russia-dprk.atom`; null: none, it is the list as a page. */
export function splitEnding(name: string): { readonly name: string; readonly format: Format | null } {
  const [, stem, ending] = /^(.+)\.(atom|rss|json)$/.exec(name) ?? [];
  return stem === undefined ? { name, format: null } : { name: stem, format: ending as Format };
}

/** A list's own feed. */
export interface OwnFeed {
  readonly title: string;
  /** Of the list, from the root of the site. */
  readonly path: string;
  /** With its `?`; empty: none. */
  readonly query: string;
}

/** What readers find when given the list's address. */
export function discovery({ title, path, query }: OwnFeed): readonly FeedLink[] {
  return [{ title, type: FORMATS.atom.type, href: `${path}.atom${query}` }];
}

/** `Subscribe to this list: Atom · RSS · JSON` */
export function subscribeLine({ path, query }: OwnFeed, root: string, words = 'This list as a feed'): Html {
  const links = Object.entries(FORMATS).map(
    ([ending, { label, type }]) =>
      html`<a href="${root}${path}.${ending}${query}" type="${type}">${label}</a>`,
  );
  return html`<p class="subscribe">${words}: ${joined(links, ' · ')}</p>`;
}

/**
 * Answers with a list as a feed. Its tag is of the corpus, the settings and the address it is made of, so that whoever has it
 * gets a 304 without anything being rendered (RFC 9110 §8.8.3: weak, since it does not speak of bytes).
 */
export async function answerFeed(
  c: Context,
  format: Format,
  { store, settings, bounded }: Reading,
  make: () => Promise<Publication>,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const madeOf = [await store.corpusVersion(), settingsHash(settings), bounded, pathname, search];
  const tag = `W/"${sha256(JSON.stringify(madeOf)).slice(0, 24)}"`;
  const headers = { etag: tag, 'cache-control': OWN_CACHE };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (known.includes(tag) || known.includes(tag.slice(2))) return c.body(null, 304, headers);
  const { type, render } = FORMATS[format];
  const { baseUrl } = settings.web;
  const self = baseUrl === null ? null : new URL(`.${pathname}${search}`, baseUrl).href;
  const content = render(await make(), { self, home: baseUrl });
  return c.body(content, 200, { ...headers, 'content-type': `${type}; charset=utf-8` });
}

const hashes = new WeakMap<Settings, string>();

/** Of what shows in a feed; settings are read anew only when their files change. */
function settingsHash(settings: Settings): string {
  const known = hashes.get(settings);
  if (known !== undefined) return known;
  const { publish, web, sources, topics } = settings;
  const made = sha256(JSON.stringify([publish, web, sources, topics.map(({ hash }) => hash)]));
  hashes.set(settings, made);
  return made;
}
