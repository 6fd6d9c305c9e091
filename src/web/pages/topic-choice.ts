import type { Context } from 'hono';
import type { Settings } from '../../domain/settings.ts';
import type { Topic } from '../../domain/topic.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { topicOf } from '../reading.ts';
import { Refusal } from '../refusal.ts';

/** The topic that an address or its query names; where it names none, the first. Throws a `Refusal` where there is none such. */
export function namedTopic(settings: Settings, c: Context): Topic {
  const named = c.req.param('topic') ?? c.req.query('topic');
  const [first] = settings.topics;
  if (named !== undefined && named !== '') return topicOf(settings, named);
  if (first !== undefined) return first;
  throw new Refusal(
    404,
    'no-topic',
    'no topic is watched yet; write one into topics/ beside topicwatch.yaml',
  );
}

/** The way to the same page of the other topics; null where there is but one. */
export function topicChips(
  topics: readonly Topic[],
  current: string,
  page: string,
  root: string,
): Html | null {
  if (topics.length < 2) return null;
  return html`<nav aria-label="Topics"><ul class="chips">${topics.map(
    ({ id, title }) =>
      html`<li><a class="chip" href="${root}${page}?topic=${id}"${id === current && html` aria-current="page"`}>${title}</a></li>`,
  )}</ul></nav>`;
}
