import type { Context } from 'hono';
import { html } from '../publish/page/html.ts';
import { showSignIn } from './access/sign-in.ts';
import { wayOn } from './form.ts';
import { showPage } from './layout.ts';
import type { Refusal } from './refusal.ts';

/** Feed readers, which know passwords but no forms, and other programs. */
const FOR_READERS = /^\/feeds\/|\.(?:atom|rss|json)$/;
const FOR_PROGRAMS = /^\/(?:api\/|healthz$|metrics$)/;

/** Makes a browser or a feed reader ask for the password, RFC 7617. */
const CHALLENGE = { 'www-authenticate': 'Basic realm="topicwatch"' };

/** Says why a request was not done: to programs as JSON, to feed readers in a line, to people on a page. */
export function showRefusal(c: Context, { status, code, message, headers }: Refusal): Response {
  const challenge = status === 401 ? CHALLENGE : {};
  if (FOR_PROGRAMS.test(c.req.path)) {
    return c.json({ error: { code, message } }, status, { ...headers, ...challenge });
  }
  if (FOR_READERS.test(c.req.path)) return c.text(`${message}\n`, status, { ...headers, ...challenge });
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (status === 401) {
    const { pathname, search } = new URL(c.req.url);
    return showSignIn(
      c,
      401,
      code === 'wrong-token' ? message : null,
      c.req.method === 'GET' ? wayOn(pathname + search) : '',
    );
  }
  const main = html`<h1>${TITLES[status] ?? 'This was not done'}</h1><p class="prose">${message}</p>`;
  return showPage(c, { title: TITLES[status] ?? 'Not done', section: null, main }, status);
}

const TITLES: Readonly<Record<number, string>> = {
  404: 'Nothing here',
  405: 'Not in this way',
  413: 'Too much',
  429: 'Wait a little',
  500: 'This went wrong',
  503: 'Not now',
};
