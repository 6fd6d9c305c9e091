import { type Context, Hono } from 'hono';
import type { FoundSource } from '../../domain/suggestion.ts';
import type { Services } from '../../pipeline/services.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { axis, counted, day, moment } from '../../publish/page/parts.ts';
import type { Backtest } from '../../watchlist/backtest.ts';
import { standingOf } from '../access/access.ts';
import { actForm, type FormPlace, howToAct } from '../acts/forms.ts';
import { pageWithData } from '../api.ts';
import { rootOf, showPage } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import { sparkline } from './sparkline.ts';
import type { Suggested, SuggestionShown, Suggestions } from './suggestions.ts';

/** `/suggestions`: what the watchlist and the sources lack; `/suggestions/NUMBER`: the evidence, and yes or no. */
export function suggestionsRoutes(services: Services): Hono {
  const routes = new Hono();
  const load = () => import('./suggestions.ts'); // brings the judge with it, to replay what a change would do
  pageWithData(routes, '/suggestions', async () => (await load()).suggestionsOf(services), showList);
  pageWithData(
    routes,
    '/suggestions/:number',
    async (c) => (await load()).suggestionShown(services, numberOf(c)),
    showOne,
  );
  return routes;
}

function numberOf(c: Context): number {
  const said = c.req.param('number') ?? '';
  if (/^[1-9]\d{0,8}$/.test(said)) return Number(said);
  throw new Refusal(404, 'unknown-suggestion', 'suggestions are named by their numbers');
}

function showList(c: Context, { open, decided, lookedFor }: Suggestions): Response {
  const root = rootOf(c.req.path);
  const looked =
    lookedFor === null
      ? 'Nobody has looked yet; topicwatch suggest does.'
      : html`Last looked for ${moment(lookedFor)}.`;
  const main = html`<h1>Suggestions</h1>
<p class="prose soft">What the corpus says that the watchlist and the sources lack. Nothing is changed before you say so. ${looked}</p>
${open.length === 0 && lookedFor !== null && html`<p>Nothing is suggested: the corpus shows no lack. It takes about a week of articles to tell.</p>`}
<ul class="list proposals">${open.map((one) => html`<li>${heading(one, root)}<p class="prose">${one.why}</p></li>`)}</ul>
${decided.length > 0 && html`<h2>Decided</h2><ul class="list answers">${decided.map((one) => html`<li><span class="badge ${one.state === 'accepted' ? 'yes' : 'no'}">${one.state}</span> <a href="${root}suggestions/${one.number}">${one.title}</a>${one.decided !== null && html` <small class="inline">${day(one.decided)}</small>`}</li>`)}</ul>`}`;
  return showPage(c, { title: 'Suggestions', section: 'suggestions', main });
}

const heading = ({ number, title, kind, topicId }: Suggested, root: string): Html =>
  html`<h2 class="plain"><a href="${root}suggestions/${number}">${title}</a></h2><p class="facts">${joined(
    [`${number}`, kind.replace('-', ' '), topicId].filter((part) => part !== null),
    ' · ',
  )}</p>`;

function showOne(c: Context, { suggestion, diff, shown, replay }: SuggestionShown): Response {
  const { number, kind, state, title, why, proposed, evidence, change } = suggestion;
  const place: FormPlace = { standing: standingOf(c), root: rootOf(c.req.path), back: 'suggestions' };
  const weeks = evidence.counts.map(({ week, count }) => ({ day: week, articles: count, accepted: 0 }));
  const unfound = change?.kind === 'add-source' && change.feed === null;
  const main = html`<nav class="crumbs" aria-label="Suggestions"><a href="${place.root}suggestions">Suggestions</a></nav>
<h1>${title}</h1>
<p class="facts">${number} · ${kind.replace('-', ' ')} · ${state} · proposed ${day(proposed)}</p>
<p class="prose">${why}</p>
${change?.kind === 'add-source' && change.feed !== null && feedFound(change.feed)}
${weeks.length > 0 && html`<figure class="chart weeks"><figcaption>Articles a week that speak for it</figcaption>${sparkline(weeks)}${axis(weeks)}</figure>`}
${evidence.quotes.map(({ articleId, quote }) => html`<blockquote class="prose" dir="auto"><a class="plain" href="${place.root}articles/${articleId}">${quote}</a></blockquote>`)}
${evidence.articles.length > 0 && html`<h2>Articles</h2><ul>${evidence.articles.map((article) => html`<li><a href="${place.root}articles/${article.id}"><bdi>${article.title}</bdi></a></li>`)}</ul>`}
${diff !== '' && html`<h2>What accepting it writes</h2><pre class="diff" tabindex="0" role="region" aria-label="What accepting it writes">${diffLines(diff)}</pre>`}
${replay !== null && replayed(replay)}
${change?.kind === 'disable-source' && change.site !== null && state === 'open' && html`<p class="notice">Its publisher may have a new feed: topicwatch suggest ${number} --look looks for it at ${change.site}</p>`}
${unfound && html`<p class="notice">Its feed is not known yet: topicwatch suggest ${number} --look finds and tries it.</p>`}
${state === 'open' && (howToAct(place, 'to accept or refuse it') ?? decide(number, shown, unfound, place))}`;
  return showPage(c, { title, section: 'suggestions', main });
}

/** How its feed was found to be when it was tried. */
const feedFound = ({ url, items, onTopic }: FoundSource): Html =>
  html`<p class="prose">Its feed is <a href="${url}" rel="noreferrer">${url}</a>: ${counted(items, 'item')}, ${onTopic} of them near a topic.</p>`;

function decide(number: number, shown: string, unfound: boolean, place: FormPlace): Html {
  const fields = { number: `${number}` };
  const accept = html`<button class="main">${shown === '' ? 'Mark as done' : 'Accept and write it'}</button>`;
  return html`<div class="row">${!unfound && actForm(place, 'accept-suggestion', { ...fields, shown }, accept)} ${actForm(place, 'refuse-suggestion', fields, html`<button>Refuse</button>`)}</div>`;
}

const diffLines = (diff: string): readonly Html[] =>
  diff.split('\n').map((line) => {
    const look = line.startsWith('+') ? 'plus' : line.startsWith('-') ? 'minus' : '';
    return html`<span class="${look}">${line}</span>\n`;
  });

function replayed({ articles, gained, lost }: Backtest): Html {
  const titles = (moved: Backtest['gained'], sign: string) =>
    moved.slice(0, 5).map(({ title }) => html`<li>${sign} <bdi>${title}</bdi></li>`);
  return html`<h2>What it would have changed</h2><p class="prose">Over the last 30 days (${counted(articles, 'article')}) it would have let in ${gained.length} more and kept out ${lost.length}.</p><ul>${titles(gained, '+')}${titles(lost, '−')}</ul>`;
}
