import { type Context, Hono } from 'hono';
import type { Services } from '../../pipeline/services.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { counted, moment } from '../../publish/page/parts.ts';
import { standingOf } from '../access/access.ts';
import { actForm, type FormPlace, howToAct } from '../acts/forms.ts';
import { pageWithData } from '../api.ts';
import { rootOf, showPage } from '../layout.ts';
import { openReading } from '../reading.ts';
import { type SourceRow, type Sources, sourcesOf } from './sources.ts';
import { sparkline } from './sparkline.ts';

/** `/sources`: how each source is, what it brought lately, and what to do about it. */
export function sourcesRoutes(services: Services): Hono {
  const routes = new Hono();
  const read = async (c: Context): Promise<Sources> =>
    sourcesOf(await openReading(services, c), services.clock.now());
  pageWithData(routes, '/sources', read, showSources);
  return routes;
}

function showSources(c: Context, { sources, states }: Sources): Response {
  const place: FormPlace = { standing: standingOf(c), root: rootOf(c.req.path), back: 'sources' };
  const main = html`<h1>Sources</h1>
<p class="prose soft">${
    sources.length === 0
      ? 'No source is configured yet; topicwatch sources add finds the feeds of a page.'
      : `${counted(sources.length, 'source')}: ${states.map(({ state, count }) => `${count} ${state}`).join(', ')}. The bars are articles a day over 30 days, with those accepted at their foot.`
  }</p>
${sources.length > 0 && howToAct(place, 'to poll, disable and enable them from here')}
<ul class="list sources">${sources.map((row) => sourceItem(row, place))}</ul>`;
  return showPage(c, { title: 'Sources', section: 'sources', main });
}

/** A source in a few lines, however many there are: what is wrong stands openly, everything else can be unfolded. */
function sourceItem(row: SourceRow, place: FormPlace): Html {
  const { id, title, kind, language, address, days, articles, accepted } = row;
  const facts = [
    stateOf(row),
    kind,
    language,
    address !== null && html`<a href="${address}" rel="noreferrer">feed</a>`,
    `${counted(articles, 'article')}, ${accepted} accepted`,
  ];
  return html`<li id="s-${id}">
<h2><bdi${language !== null && html` lang="${language}"`}>${title}</bdi></h2>
${sparkline(days)}
<p class="facts">${joined(facts.filter(Boolean), ' · ')}</p>
${row.health.trouble && html`<p>${row.health.message}</p>`}
${polling(row, { ...place, back: `sources#s-${id}` })}
</li>`;
}

function stateOf({ health: { state, trouble, since } }: SourceRow): Html {
  const look = trouble ? 'trouble' : state === 'healthy' ? 'calm' : 'off';
  return html`<span class="state ${look}">${state}</span>${trouble && since !== null && html` since ${moment(since)}`}`;
}

function polling(row: SourceRow, place: FormPlace): Html {
  const { id, health, lastPolled, result, status, nextPoll, newestItem } = row;
  const asked =
    lastPolled === null
      ? 'not asked yet'
      : html`asked ${moment(lastPolled)}: ${result ?? 'no answer'}${status !== null && ` (${status})`}`;
  const parts = [
    id,
    newestItem !== null && html`newest item ${moment(newestItem)}`,
    nextPoll !== null && html`next ${moment(nextPoll)}`,
  ];
  return html`<details><summary>${asked}</summary>
${!health.trouble && html`<p>${health.message}</p>`}
<p class="facts">${joined(parts.filter(Boolean), ' · ')}</p>
${acts(row, place)}</details>`;
}

function acts({ id, title, disabled }: SourceRow, place: FormPlace): Html | null {
  if (place.standing.kind !== 'signed-in') return null;
  const named = html`<span class="unseen"> ${title}</span>`;
  if (disabled !== null) {
    return actForm(
      place,
      'enable-source',
      { source: id },
      html`<button class="small">Enable${named}</button>`,
    );
  }
  const reason = html`<label class="grow">Why not to poll it; sources.yaml will say so <input name="reason" required maxlength="300"></label><button>Disable${named}</button>`;
  const poll = html`<button class="small">Poll now${named}</button>`;
  return html`<div class="doing">${actForm(place, 'poll-source', { source: id }, poll)}
<details><summary>Disable</summary>${actForm(place, 'disable-source', { source: id }, reason, 'act row')}</details></div>`;
}
