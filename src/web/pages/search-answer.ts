import type { Context } from 'hono';
import type { Services } from '../../pipeline/services.ts';
import { articleEntry } from '../../publish/entries/article-entry.ts';
import type { Publication } from '../../publish/entry.ts';
import { listFeed } from '../../publish/select.ts';
import { rootOf, showPage } from '../layout.ts';
import { answerFeed, discovery, type OwnFeed, splitEnding } from '../lists.ts';
import { openReading, type Reading } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { type Asked, askedOf, isEmpty, queryOf, searchFor } from './search.ts';
import { searchMain } from './search-page.ts';

/** `/search`: the page, or with an ending the feed of the question. What cannot be searched for is explained (400). */
export async function showSearch(c: Context, services: Services): Promise<Response> {
  const reading = await openReading(services, c);
  const asked = askedOf((name) => c.req.query(name));
  const words = [asked.q, asked.tag, asked.source, asked.language].filter(Boolean).join(', ');
  const title = words === '' ? 'Search' : `Search: ${words}`;
  const feed: OwnFeed = { title, path: 'search', query: queryOf(asked) };
  const { format } = splitEnding(c.req.path);
  if (format !== null) return answerFeed(c, format, reading, () => searchFeed(reading, asked, feed));
  const found = await searchFor(reading, asked, { after: c.req.query('after') });
  const feeds = isEmpty(asked) ? [] : discovery(feed);
  const main = searchMain(found, reading, feed, rootOf(c.req.path));
  return showPage(c, { title, section: 'search', feeds, main }, found.problem === null ? 200 : 400);
}

/** @throws Refusal where it cannot be searched for. */
async function searchFeed(reading: Reading, asked: Asked, { title, query }: OwnFeed): Promise<Publication> {
  const { settings, publishing } = reading;
  const { articles, problem } = await searchFor(reading, asked, { limit: settings.publish.entries });
  if (problem !== null) throw new Refusal(400, 'search', problem);
  const entries = articles.flatMap((view) => {
    const topic = settings.topics.find(({ id }) => id === view.judgement.topicId);
    return topic === undefined ? [] : [articleEntry(view, topic, publishing)];
  });
  return listFeed(`search${query}`, title, 'The articles that a search finds', entries, publishing);
}
