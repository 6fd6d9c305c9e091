import { type Context, Hono } from 'hono';
import type { TopicLearning } from '../../domain/learning.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Services } from '../../pipeline/services.ts';
import { languageName } from '../../publish/page/headline.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { axis, counted, day } from '../../publish/page/parts.ts';
import { forgottenFacet, keptOutInWords } from '../../watchlist/health/facets.ts';
import type { ConceptHealth, TopicHealth } from '../../watchlist/health/health.ts';
import { standingOf } from '../access/access.ts';
import type { FormPlace } from '../acts/forms.ts';
import { pageWithData } from '../api.ts';
import { rootOf, showPage } from '../layout.ts';
import { openReading } from '../reading.ts';
import { learningPart } from './learning-part.ts';
import { sparkline } from './sparkline.ts';
import { namedTopic, topicChips } from './topic-choice.ts';
import { type NamedHealth, namedHealth } from './watchlist.ts';

/** `/watchlist`: what carries a topic, what fell silent, and what may be missing. */
export function watchlistRoutes(services: Services): Hono {
  const routes = new Hono();
  pageWithData(
    routes,
    '/watchlist',
    async (c) => {
      const reading = await openReading(services, c);
      const topic = namedTopic(reading.settings, c);
      const health = await namedHealth(reading, topic, services.clock.now());
      const { topicLearning } = await import('../../pipeline/learning.ts');
      return { ...health, learning: await topicLearning(reading.store, topic) };
    },
    async (c, watchlist) => showWatchlist(c, watchlist, (await services.settings()).topics),
  );
  return routes;
}

/** Concepts in the table; the others are few mentions each. */
const SHOWN = 40;

/** How a topic does, and what it learned by itself. */
interface Watchlist extends NamedHealth {
  readonly learning: TopicLearning;
}

function showWatchlist(c: Context, watchlist: Watchlist, topics: readonly Topic[]): Response {
  const { title, topicId, decided, since, until, facets, concepts, learning } = watchlist;
  const root = rootOf(c.req.path);
  const place: FormPlace = { standing: standingOf(c), root, back: `watchlist?topic=${topicId}` };
  const named = concepts.filter(({ accepted, others }) => accepted + others > 0);
  const judged = decided.accepted + decided.review + decided.rejected;
  const forgotten = forgottenFacet(facets, decided.accepted);
  const main = html`<h1>Watchlist</h1>
${topicChips(topics, topicId, 'watchlist', root)}
<p class="prose soft">${title}, ${day(since)} to ${day(until)}: ${counted(decided.accepted, 'article')} accepted, ${decided.review} to <a href="${root}review?topic=${topicId}">review</a>, ${decided.rejected} rejected${keptOutInWords(facets)}.</p>
${forgotten !== null && html`<p class="notice">${forgotten}.</p>`}
${judged > 0 ? html`${dayChart(watchlist)}${facetBars(watchlist)}` : html`<p>Nothing was judged in this time: a run polls the <a href="${root}sources">sources</a>, and what it finds shows here.</p>`}
${silentList(concepts, root)}
${named.length > 0 && conceptTable(named)}
${sourceTable(watchlist, root)}
${storiesLine(watchlist)}
${languageTable(watchlist)}
${judged > 0 && html`${neverNamed(concepts)}${estimateList(watchlist)}`}
${learningPart(learning, place)}`;
  return showPage(c, { title: `Watchlist: ${title}`, section: 'watchlist', main });
}

function dayChart({ days }: TopicHealth): Html {
  const bars = days.map((one) => ({
    day: one.day,
    articles: one.accepted + one.review,
    accepted: one.accepted,
  }));
  return html`<figure class="chart"><figcaption>Accepted articles a day, and near misses above them</figcaption>${sparkline(bars)}${axis(days)}</figure>`;
}

function facetBars({ facets }: TopicHealth): Html | null {
  if (facets.length === 0) return null;
  const most = Math.max(1, ...facets.map(({ articles }) => articles));
  return html`<h2>Sides</h2><dl class="share">${facets.map(
    ({ title, articles }) =>
      html`<dt>${title}</dt>${bar(articles / most)}<dd class="number">${articles}</dd>`,
  )}</dl>`;
}

/** @param part 0 to 1. */
const bar = (part: number): Html =>
  html`<dd aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none"><rect width="${(part * 100).toFixed(1)}" height="8"/></svg></dd>`;

function silentList(concepts: readonly ConceptHealth[], root: string): Html | null {
  const silent = concepts.filter(({ silence }) => silence === 'lately');
  if (silent.length === 0) return null;
  return html`<h2>Lately silent</h2><p class="soft">These were named regularly, and are no more.</p><ul class="list">${silent.map(
    ({ name, kind, accepted, last }) =>
      html`<li><strong>${name}</strong> <small class="inline">${kind} · ${counted(accepted, 'article')}${last !== null && html`, the last on ${day(last)}`} · <a href="${root}search?q=${encodeURIComponent(`"${name}"`)}">search</a></small></li>`,
  )}</ul>`;
}

function conceptTable(concepts: readonly ConceptHealth[]): Html {
  const rest = concepts.length - SHOWN;
  return html`<h2>Concepts</h2><div class="scroll" tabindex="0" role="region" aria-label="Concepts"><table>
<thead><tr><th scope="col">Concept</th><th scope="col">Kind</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">Alone for its side</th><th scope="col" class="number">Not accepted</th><th scope="col">Last</th></tr></thead>
<tbody>${concepts
    .slice(0, SHOWN)
    .map(
      ({ name, kind, accepted, alone, others, last }) =>
        html`<tr><th scope="row">${name}</th><td>${kind}</td><td class="number">${accepted}</td><td class="number">${alone}</td><td class="number">${others}</td><td>${last === null ? '' : day(last)}</td></tr>`,
    )}</tbody></table></div>${rest > 0 && html`<p class="soft small">and ${rest} more, named less; <code>topicwatch topic status --json</code> has all.</p>`}`;
}

function sourceTable({ sources }: NamedHealth, root: string): Html | null {
  if (sources.length === 0) return null;
  return html`<h2>Sources that carry it</h2><div class="scroll" tabindex="0" role="region" aria-label="Sources that carry it"><table>
<thead><tr><th scope="col">Source</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">To review</th><th scope="col" class="number">Stories</th><th scope="col" class="number">Opened</th><th scope="col" class="number">Had alone</th></tr></thead>
<tbody>${sources.map(
    ({ id, title, accepted, review, stories, first, sole }) =>
      html`<tr><th scope="row">${
        title === null
          ? html`${id} <small class="inline">removed</small>`
          : html`<a href="${root}sources#s-${id}"><bdi>${title}</bdi></a>`
      }</th><td class="number">${accepted}</td><td class="number">${review}</td><td class="number">${stories}</td><td class="number">${first}</td><td class="number">${sole}</td></tr>`,
  )}</tbody></table></div>`;
}

function storiesLine({ stories: { total, bySources, compared, soleOrigin } }: TopicHealth): Html | null {
  if (total === 0) return null;
  const share = (part: number, whole: number): string => `${part} (${Math.round((100 * part) / whole)} %)`;
  return html`<h2>Stories</h2><p class="prose">${counted(total, 'story', 'stories')}: ${share(bySources.one, total)} of one source alone, ${share(bySources.two, total)} of two${compared > 0 && `; of ${compared} whose accounts were compared, ${share(soleOrigin, compared)} go back to one origin alone`}.</p>`;
}

function languageTable({ languages }: TopicHealth): Html | null {
  if (languages.length === 0) return null;
  return html`<h2>Languages</h2><div class="scroll" tabindex="0" role="region" aria-label="Languages"><table>
<thead><tr><th scope="col">Language</th><th scope="col" class="number">Concepts with a name in it</th><th scope="col" class="number">Judged</th><th scope="col" class="number">Accepted</th></tr></thead>
<tbody>${languages.map(
    ({ language, concepts, judged, accepted }) =>
      html`<tr><th scope="row">${languageName(language)}</th><td class="number">${concepts === 0 ? 'none: found by luck' : concepts}</td><td class="number">${judged}</td><td class="number">${accepted}</td></tr>`,
  )}</tbody></table></div>`;
}

function neverNamed(concepts: readonly ConceptHealth[]): Html | null {
  const never = concepts.filter(({ silence }) => silence === 'never');
  if (never.length === 0) return null;
  const names = never.map(({ name, kind }) => html`<span title="${kind}">${name}</span>`);
  return html`<h2>Never named</h2><details><summary>${counted(never.length, 'concept')} that no article of this time names</summary><p class="prose">${joined(names, ', ')}</p></details>`;
}

function estimateList({ missed }: TopicHealth): Html {
  return html`<h2>What may be missing</h2><dl class="prose">${missed.map(
    ({ from, of, expected, seen, estimator, assumes }) =>
      html`<dt><strong>By ${from}</strong>: ${expected === null ? 'too little was seen to say' : `about ${expected} ${of}`}</dt><dd class="soft small">${seen}; reckoned as ${estimator}; assumes ${assumes}.</dd>`,
  )}</dl>`;
}
