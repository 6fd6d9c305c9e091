import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Services } from '../../pipeline/services.ts';
import { updateEntry } from '../../publish/entries/story-entry.ts';
import { headlineText } from '../../publish/page/headline.ts';
import { html } from '../../publish/page/html.ts';
import { storyList } from '../../publish/page/stories.ts';
import { line } from '../../publish/plain-text.ts';
import { listFeed, storiesFeed, tagFeed } from '../../publish/select.ts';
import { standingOf } from '../access/access.ts';
import { type FormPlace, labelForm, storyForms } from '../acts/forms.ts';
import { rootOf, showPage } from '../layout.ts';
import { answerFeed, discovery, type OwnFeed, splitEnding } from '../lists.ts';
import { openReading, storyOf, topicOf, viewOf } from '../reading.ts';
import { articleOf } from './article.ts';
import { articleMain } from './article-page.ts';
import { overviewOf } from './overview.ts';
import { overviewMain } from './overview-page.ts';
import { showSearch } from './search-answer.ts';
import { storyPageMain } from './story-page.ts';

/** The pages people read: topics and their stories. */
export function pageRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.use(compress());
  routes.get('/', async (c) => home(c, services));
  routes.get('/topics/:topic', async (c) => showTopic(c, services, c.req.param('topic')));
  routes.get('/topics/:topic/stories/:story', async (c) =>
    showStory(c, services, c.req.param('topic'), c.req.param('story')),
  );
  routes.get('/articles/:article', async (c) => showArticle(c, services, c.req.param('article')));
  for (const ending of ['', '.atom', '.rss', '.json'])
    routes.get(`/search${ending}`, async (c) => showSearch(c, services));
  return routes;
}

/** The one topic there is, or the newest of each. */
async function home(c: Context, services: Services): Promise<Response> {
  const reading = await openReading(services, c);
  const { topics } = reading.settings;
  const [only] = topics;
  if (topics.length === 1 && only !== undefined) return showTopic(c, services, only.id);
  const root = rootOf(c.req.path);
  const lists = await Promise.all(
    topics.map((topic) => reading.store.stories(topic.id, 5, { listedOnly: true })),
  );
  const main = html`<h1>Topics</h1>${topics.map(
    (topic, index) =>
      html`<section><h2><a href="${root}topics/${topic.id}">${topic.title}</a></h2>${storyList(lists[index] ?? [], viewOf(reading, topic, root))}</section>`,
  )}${topics.length === 0 && html`<p>No topic is watched yet; write one into topics/ beside topicwatch.yaml.</p>`}`;
  return showPage(c, { title: 'topicwatch', section: '', main });
}

async function showTopic(c: Context, services: Services, asked: string): Promise<Response> {
  const { name, format } = splitEnding(asked);
  const reading = await openReading(services, c);
  const topic = topicOf(reading.settings, name);
  const root = rootOf(c.req.path);
  const view = viewOf(reading, topic, root);
  const tag = c.req.query('tag');
  const read = () => overviewOf(reading, topic, { tag, after: c.req.query('after') }, services.clock.now());
  if (format !== null) {
    return answerFeed(c, format, reading, async () => {
      const { stories } = await read();
      const rule = topic.tags.find(({ id }) => id === tag);
      return rule === undefined
        ? storiesFeed(stories, topic, reading.publishing)
        : tagFeed(stories, rule, topic, reading.publishing);
    });
  }
  const overview = await read();
  const feed: OwnFeed = {
    title: topic.title,
    path: `topics/${topic.id}`,
    query: tag === undefined ? '' : `?tag=${encodeURIComponent(tag)}`,
  };
  const feeds =
    tag === undefined
      ? [
          {
            title: `${topic.title}: updates`,
            type: 'application/atom+xml',
            href: `feeds/${topic.id}.updates.atom`,
          },
          { title: topic.title, type: 'application/atom+xml', href: `feeds/${topic.id}.atom` },
        ]
      : discovery(feed);
  const main = overviewMain(overview, view, feed, root);
  return showPage(c, { title: topic.title, section: '', feeds, main });
}

async function showStory(c: Context, services: Services, topicId: string, asked: string): Promise<Response> {
  const { name, format } = splitEnding(asked);
  const reading = await openReading(services, c);
  const topic = topicOf(reading.settings, topicId);
  const story = await storyOf(reading, topic.id, name);
  const root = rootOf(c.req.path);
  // One that went into another is read there, for as long as nobody parts them again.
  if (story.story.id !== name) return c.redirect(`${story.story.id}${format === null ? '' : `.${format}`}`);
  const view = viewOf(reading, topic, root);
  const title = headlineText(story, view);
  const feed: OwnFeed = { title, path: `topics/${topic.id}/stories/${name}`, query: '' };
  if (format !== null) {
    return answerFeed(c, format, reading, async () =>
      listFeed(
        feed.path,
        title,
        'What becomes known in one story',
        story.developments.map((each) => updateEntry(story, each, [each], topic, reading.publishing)),
        reading.publishing,
      ),
    );
  }
  const main = storyPageMain(story, view, feed, root, storyForms(placeOf(c), story));
  return showPage(c, { title, section: '', feeds: discovery(feed), main });
}

/** Where the forms of a page stand; they lead back to it. */
const placeOf = (c: Context): FormPlace => ({
  standing: standingOf(c),
  root: rootOf(c.req.path),
  back: c.req.path.slice(1),
});

async function showArticle(c: Context, services: Services, asked: string): Promise<Response> {
  const reading = await openReading(services, c);
  const facts = await articleOf(reading, asked);
  const root = rootOf(c.req.path);
  if (facts.article.id !== asked) return c.redirect(facts.article.id);
  const main = articleMain(facts, reading, root, ({ topicId }) =>
    labelForm(placeOf(c), topicId, facts.article.id),
  );
  return showPage(c, { title: line(facts.article.title), section: null, main });
}
