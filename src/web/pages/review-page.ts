import { type Context, Hono } from 'hono';
import type { Topic } from '../../domain/topic.ts';
import type { Services } from '../../pipeline/services.ts';
import { type Html, html, joined } from '../../publish/page/html.ts';
import { day, foreign } from '../../publish/page/parts.ts';
import { standingOf } from '../access/access.ts';
import { actForm, type FormPlace, howToAct, labelForm } from '../acts/forms.ts';
import { pageWithData } from '../api.ts';
import { rootOf, showPage } from '../layout.ts';
import { openReading } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { type Answered, type Asked, askedOf, type Review, reviewOf } from './review.ts';
import { namedTopic, topicChips } from './topic-choice.ts';

/** `/review`: near misses to say yes or no to; `/review/TOPIC/ARTICLE`: the same for one, where the keeper's feed leads. */
export function reviewRoutes(services: Services): Hono {
  const routes = new Hono();
  pageWithData(
    routes,
    '/review',
    async (c) => {
      const reading = await openReading(services, c);
      return reviewOf(reading, namedTopic(reading.settings, c));
    },
    async (c, review) => showReview(c, review, (await services.settings()).topics),
  );
  pageWithData(
    routes,
    '/review/:topic/:article',
    async (c) => {
      const reading = await openReading(services, c);
      const topic = namedTopic(reading.settings, c);
      const found = await askedOf(reading, topic, c.req.param('article') ?? '');
      if (found === null) throw UNKNOWN;
      return { topic: { id: topic.id, title: topic.title }, article: found };
    },
    (c, { topic, article }) => showOne(c, topic, article),
  );
  return routes;
}

const UNKNOWN = new Refusal(
  404,
  'unknown-article',
  'no article of this topic has that id; it may have been forgotten, as rejected ones are after a while',
);

function showReview(c: Context, { topic, waiting, answered }: Review, topics: readonly Topic[]): Response {
  const back = `review?topic=${topic.id}`;
  const place: FormPlace = { standing: standingOf(c), root: rootOf(c.req.path), back };
  const main = html`<h1>Review</h1>
${topicChips(topics, topic.id, 'review', place.root)}
<p class="prose soft">${waiting.length === 0 ? 'Nothing waits for an answer.' : `Near misses of ${topic.title}, nearest the line first.`} A yes or a no decides on the article with the next run, and teaches the topic.</p>
${waiting.length > 0 && (howToAct(place, 'to answer') ?? KEYS)}
<ol class="list review">${waiting.map((article, index) => item(article, topic.id, { ...place, back: `${back}#${anchor(waiting[index + 1])}` }))}</ol>
${answered.length > 0 && html`<h2>Last answers</h2><ul class="list answers">${answered.map((one) => lastAnswer(one, topic.id, place))}</ul>`}`;
  return showPage(c, { title: `Review: ${topic.title}`, section: 'review', main });
}

/** A GET never labels: the link of the keeper's feed leads here, and here one is asked. */
function showOne(c: Context, topic: Review['topic'], article: Asked): Response {
  const back = `review/${topic.id}/${article.id}`;
  const place: FormPlace = { standing: standingOf(c), root: rootOf(c.req.path), back };
  const main = html`<nav class="crumbs" aria-label="Review"><a href="${place.root}review?topic=${topic.id}">Review of ${topic.title}</a></nav>
<h1>Does this belong to ${topic.title}?</h1>
${article.answer !== null && html`<p class="notice">You said ${article.answer}. The next run decides by it.</p>`}
<ol class="list review">${item(article, topic.id, place)}</ol>
${article.answer !== null && undoForm(article.id, topic.id, place)}
${howToAct(place, 'to answer')}`;
  return showPage(c, { title: article.title, section: 'review', main });
}

const KEYS = html`<p class="soft small keys">Keys: <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>y</kbd> <kbd>n</kbd> yes, no · <kbd>u</kbd> undo</p>`;

/** Where a form leads back to: the article after it, or the end of the list. */
const anchor = (next: Asked | undefined): string => (next === undefined ? 'main' : `a-${next.id}`);

function item(article: Asked, topicId: string, place: FormPlace): Html {
  const { id, title, language, outlet, address, date, excerpt } = article;
  return html`<li id="a-${id}" data-item tabindex="-1">
<h2><a href="${place.root}articles/${id}">${foreign(title, language)}</a></h2>
<p class="facts">${joined([html`<bdi>${outlet}</bdi>`, language !== 'und' && html`<span class="lang">${language}</span>`, day(date), address !== null && html`<a href="${address}" rel="noreferrer">original</a>`].filter(Boolean), ' · ')}</p>
${excerpt !== null && html`<p class="excerpt"${language !== 'und' && html` lang="${language}"`}>${excerpt}</p>`}
${verdictLine(article)}
${labelForm(place, topicId, id)}
</li>`;
}

function verdictLine({ decision, score, acceptAt, missing, matched, flip, language }: Asked): Html {
  const facts = [
    `${decision === 'review' ? 'near miss' : decision}: score ${score.toFixed(2)}, accepted from ${acceptAt.toFixed(2)}`,
    missing.length > 0 && `not found: ${missing.join(', ')}`,
    matched.length > 0 &&
      html`found: ${joined(
        matched.map(
          ({ quote, weight }) =>
            html`<q${language !== 'und' && html` lang="${language}"`}${weight < 0 && html` class="against"`}>${quote}</q>`,
        ),
        ', ',
      )}`,
  ].filter(Boolean);
  return html`<p class="facts">${joined(facts, ' · ')}</p>${flip !== '' && html`<p class="facts">${flip}</p>`}`;
}

function lastAnswer({ id, title, language, answer, at }: Answered, topicId: string, place: FormPlace): Html {
  return html`<li><span class="badge ${answer}">${answer}</span> <a href="${place.root}articles/${id}">${foreign(title, language)}</a> <small class="inline">${day(at)}</small> ${undoForm(id, topicId, place)}</li>`;
}

function undoForm(articleId: string, topicId: string, place: FormPlace): Html | null {
  const fields = { topic: topicId, article: articleId, answer: 'undo' };
  return actForm(place, 'label', fields, html`<button class="small">Take it back</button>`, 'act inline');
}
