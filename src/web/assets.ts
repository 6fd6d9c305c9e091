import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { type Html, html } from '../publish/page/html.ts';
import { SCRIPT } from '../publish/page/script.ts';
import { STYLE } from '../publish/page/style.ts';
import { KEEPER_SCRIPT } from './keeper-script.ts';
import { KEEPER_STYLE } from './keeper-style.ts';

interface Asset {
  /** Holds a hash of the content, so that a browser may keep it for ever. */
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A file of the page's own, under a name that changes with its content. */
function asset(stem: string, extension: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `${stem}-${hash}.${extension}`, type: `${type}; charset=utf-8`, content };
}

const STYLE_FILE = asset('style', 'css', 'text/css', STYLE + KEEPER_STYLE);
const SCRIPT_FILE = asset('page', 'js', 'text/javascript', SCRIPT + KEEPER_SCRIPT);
const ICON_FILE = asset(
  'icon',
  'svg',
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#9a3412"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.4" stroke-linecap="round"/></svg>',
);

/** What the head of every page asks for. Nothing stands in the page itself, so the policy allows nothing there. */
export function assetLinks(root: string): Html {
  return html`<link rel="icon" href="${root}assets/${ICON_FILE.name}" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/${STYLE_FILE.name}">
<script src="${root}assets/${SCRIPT_FILE.name}" defer></script>`;
}

/** `/assets/…`: style, script and icon. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const { name, type, content } of [STYLE_FILE, SCRIPT_FILE, ICON_FILE]) {
    routes.get(`/${name}`, (c) =>
      c.body(content, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  }
  return routes;
}
