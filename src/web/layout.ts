import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { document, type FeedLink } from '../publish/page/frame.ts';
import { type Html, html } from '../publish/page/html.ts';
import { standingOf } from './access/access.ts';
import { assetLinks } from './assets.ts';
import { messageFor } from './message.ts';
import { settingsNotice } from './settings-notice.ts';

/** What a page says of itself. */
export interface Page {
  readonly title: string;
  /** The entry of the navigation it belongs to, by its address; null: none. */
  readonly section: string | null;
  /** The feeds its list can be subscribed to; `href` is relative to the root. */
  readonly feeds?: readonly FeedLink[];
  readonly main: Html;
}

/** Every page that is reached from everywhere, relative to the root. */
const NAVIGATION: readonly { readonly label: string; readonly path: string }[] = [
  { label: 'Stories', path: '' },
  { label: 'Search', path: 'search' },
  { label: 'Review', path: 'review' },
  { label: 'Watchlist', path: 'watchlist' },
  { label: 'Sources', path: 'sources' },
  { label: 'Suggestions', path: 'suggestions' },
  { label: 'Feeds', path: 'subscribe' },
];

/**
 * The way from an address back to the root of the site, `./` or `../…`: links made with it hold wherever a proxy puts the site
 * (`https://example.org/watch/`), without being told.
 *
 * @param path as the request has it, with its leading slash.
 */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './';
}

/** Where one signs in or out; nowhere while no token is set. */
function signLink(c: Context): typeof NAVIGATION {
  const { kind } = standingOf(c);
  return kind === 'read-only'
    ? []
    : [{ label: kind === 'signed-in' ? 'Sign out' : 'Sign in', path: 'sign-in' }];
}

/** Of what may be one reader's alone: no cache that others share keeps it (RFC 9111 §5.2.2.7), the reader's own asks first. */
export const OWN_CACHE = 'private, no-cache';

/** Answers with a whole page. */
export function showPage(c: Context, page: Page, status: ContentfulStatusCode = 200): Response {
  const root = rootOf(c.req.path);
  const frame = {
    title: page.title,
    home: root,
    assets: assetLinks(root),
    navigation: [...NAVIGATION, ...signLink(c)].map(({ label, path }) => ({
      label,
      href: root + path,
      current: path === page.section,
    })),
    feeds: (page.feeds ?? []).map((feed) => ({ ...feed, href: root + feed.href })),
  };
  const main = html`${settingsNotice(c)}${messageFor(c, root)}${page.main}`;
  return c.body(document(frame, main), status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': OWN_CACHE,
  });
}
