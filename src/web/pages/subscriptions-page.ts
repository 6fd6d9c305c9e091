import { type Context, Hono } from 'hono';
import type { Services } from '../../pipeline/services.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { pageWithData } from '../api.ts';
import { rootOf, showPage } from '../layout.ts';
import { type Subscription, type Subscriptions, subscriptionsOf } from './subscriptions.ts';

/** `/subscribe`: every feed with its addresses. */
export function subscriptionsRoutes(services: Services): Hono {
  const routes = new Hono();
  pageWithData(
    routes,
    '/subscribe',
    async () => subscriptionsOf(await services.settings()),
    showSubscriptions,
  );
  return routes;
}

function showSubscriptions(c: Context, { topics, keeper, opml }: Subscriptions): Response {
  const root = rootOf(c.req.path);
  const main = html`<h1>Feeds</h1>
<p class="prose">Give a feed's address to your feed reader. The updates are the ones to take: readers hide changes to entries you have
read already, and there each thing new is an entry of its own. Or import <a href="${root}${opml.path}" type="text/x-opml">the list of all (OPML)</a>.</p>
${topics.map(({ title, feeds }) => html`<h2>${title}</h2>${feedList(feeds, root)}`)}
<h2>For the keeper</h2>
<p class="prose soft">Listed nowhere else. Feed readers give the token as the password, where one is asked for.</p>
${topics.map(({ title, keeper: own }) => html`<h3>${title}</h3>${feedList(own, root)}`)}
<h3>Sources and watchlist</h3>${feedList(keeper, root)}`;
  const links = topics.flatMap(({ title, feeds }) =>
    feeds.flatMap(({ name, files: [first] }) =>
      first === undefined ? [] : [{ title: `${title}: ${name}`, type: first.type, href: first.path }],
    ),
  );
  return showPage(c, { title: 'Feeds', section: 'subscribe', feeds: links, main });
}

function feedList(feeds: readonly Subscription[], root: string): Html {
  return html`<ul class="list">${feeds.map(({ name, holds, files }) => {
    const links = files.map(
      ({ format, type, path }) =>
        html`<a href="${root}${path}" type="${type}">${format}<span class="unseen"> feed: ${name}</span></a>`,
    );
    const address = files[0]?.url ?? null;
    return html`<li><strong>${name}</strong> <small class="inline">${holds}</small><br>${joined(links, ' · ')}${address !== null && html`<br><code class="small">${address}</code>`}</li>`;
  })}</ul>`;
}
