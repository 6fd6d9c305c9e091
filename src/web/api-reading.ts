import { Hono } from 'hono';
import type { Article, Sighting } from '../domain/article.ts';
import type { Judgement } from '../domain/change.ts';
import type { StoryView } from '../domain/view.ts';
import type { Services } from '../pipeline/services.ts';
import { accountOf, excerptOf, statedDate } from '../publish/entries/account.ts';
import { line } from '../publish/plain-text.ts';
import { articleOf } from './pages/article.ts';
import { overviewOf } from './pages/overview.ts';
import { askedOf, searchFor } from './pages/search.ts';
import { openReading, type Reading, storyOf, topicOf } from './reading.ts';
import { Refusal } from './refusal.ts';

/** What the pages of topics, stories, articles and the search show, as JSON below `/api/`. */
export function apiReadingRoutes(services: Services): Hono {
  const routes = new Hono().basePath('/api');
  routes.get('/topics', async (c) => {
    const { topics } = await services.settings();
    return c.json({ topics: topics.map(({ id, title, description }) => ({ id, title, description })) });
  });
  routes.get('/topics/:topic', async (c) => {
    const reading = await openReading(services, c);
    const topic = topicOf(reading.settings, c.req.param('topic'));
    const asked = { tag: c.req.query('tag'), after: c.req.query('after') };
    const overview = await overviewOf(reading, topic, asked, services.clock.now());
    return c.json({ ...overview, stories: overview.stories.map((story) => storySaid(story, reading)) });
  });
  routes.get('/topics/:topic/stories/:story', async (c) => {
    const reading = await openReading(services, c);
    const topic = topicOf(reading.settings, c.req.param('topic'));
    return c.json(storySaid(await storyOf(reading, topic.id, c.req.param('story')), reading));
  });
  routes.get('/articles/:article', async (c) => {
    const reading = await openReading(services, c);
    const { article, judgements, sightings, stories, revisions } = await articleOf(
      reading,
      c.req.param('article'),
    );
    return c.json({
      ...articleSaid(article, reading),
      verdicts: judgements.map((judgement) => verdictSaid(judgement, reading)),
      stories: stories.map(({ id, topicId }) => ({ id, topicId })),
      sightings: sightingsSaid(sightings, reading),
      revisions: revisions.map((revision) => articleSaid(revision, reading)),
    });
  });
  routes.get('/search', async (c) => {
    const reading = await openReading(services, c);
    const asked = askedOf((name) => c.req.query(name));
    const { problem, articles, next } = await searchFor(reading, asked, { after: c.req.query('after') });
    if (problem !== null) throw new Refusal(400, 'search', problem);
    return c.json({
      asked,
      next,
      articles: articles.map(({ article, judgement }) => ({
        ...articleSaid(article, reading),
        verdict: verdictSaid(judgement, reading),
      })),
    });
  });
  return routes;
}

/** An article, its text only for who may read all of it. */
function articleSaid(article: Article, { publishing, bounded }: Reading) {
  const account = accountOf(article, publishing);
  const { id, title, language, revision, firstSeen, text } = article;
  return {
    id,
    title: line(title),
    language,
    outlet: account.outlet,
    url: account.address,
    published: statedDate(article),
    firstSeen,
    revision,
    excerpt: excerptOf(account),
    text: bounded ? null : text,
  };
}

/** Where it was seen; private sources are named to their keeper alone. */
function sightingsSaid(sightings: readonly Sighting[], { publishing, bounded }: Reading) {
  return sightings
    .filter(({ sourceId }) => !bounded || publishing.sources.get(sourceId)?.private === false)
    .map(({ sourceId, seen }) => ({ sourceId, seen }));
}

/** A verdict; words of an article that may not be shown are left out. */
function verdictSaid({ articleId: _, reasons, ...judgement }: Judgement, { bounded }: Reading) {
  return { ...judgement, reasons: reasons.filter(({ field }) => !bounded || field === 'title') };
}

/** A story with its accounts; what comparing them found quotes their texts, and is for who may read those. */
function storySaid({ story, articles, developments, comparison, hidden }: StoryView, reading: Reading) {
  const { articleIds: _, ...head } = story;
  return {
    ...head,
    hidden,
    accounts: articles.map(({ article, judgement }) => ({
      ...articleSaid(article, reading),
      tags: judgement.tags.map(({ tag }) => tag),
    })),
    developments: developments.map(({ kind, at, articleId }) => ({ kind, at, articleId })),
    comparison: reading.bounded ? null : comparison,
  };
}
