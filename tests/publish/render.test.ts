import { describe, expect, test } from 'vitest';

import type { Publishing } from '../../src/publish/entry.ts';
import { renderTopic as renderedTopic, renderShared, type TopicViews } from '../../src/publish/render.ts';
import * as sample from './samples.ts';
import { elements, entriesOf, text } from './validate.ts';

const renderTopic = (views: TopicViews, by: Publishing) => [...renderedTopic(views, by)];
const publishing = sample.publishing();
const served = sample.publishing({ baseUrl: 'https://feeds.example.org/ties/' });

/** Two stories are of each minute. */
function manyViews(count: number): TopicViews {
  const stories = Array.from({ length: count }, (_, index) => {
    const firstSeen = new Date(Date.UTC(2026, 2, 1, 0, index >> 1)).toISOString();
    return sample.story([sample.view(sample.article(`number ${index}`, { firstSeen }))]);
  });
  return sample.views(stories.toReversed());
}

describe('what is published of a topic', () => {
  test('is three feeds for readers in three formats, a feed for each tag that asks for one, the near misses, and a page a story', () => {
    const views = manyViews(2);
    expect(renderTopic(views, publishing).map(({ name }) => name)).toEqual([
      'russia-dprk.atom',
      'russia-dprk.rss.xml',
      'russia-dprk.json',
      'russia-dprk.updates.atom',
      'russia-dprk.updates.rss.xml',
      'russia-dprk.updates.json',
      'russia-dprk.articles.atom',
      'russia-dprk.articles.rss.xml',
      'russia-dprk.articles.json',
      'russia-dprk/tags/kursk.atom',
      'keeper/russia-dprk.review.atom',
      ...views.stories.map(({ story }) => `russia-dprk/stories/${story.id}.html`).toSorted(),
    ]);
    expect(renderShared([manyViews(2)], [], publishing).map(({ name }) => name)).toEqual([
      'index.html',
      'feeds.opml',
      'keeper/health.atom',
    ]);
  });

  test('is the same to the byte for the same corpus, in whatever order the store gives it', () => {
    const views = manyViews(30);
    const shuffled = {
      ...views,
      stories: views.stories.toReversed(),
      articles: views.articles.toReversed(),
      updates: views.updates.toReversed(),
    };
    expect(renderTopic(shuffled, served)).toEqual(renderTopic(views, served));
  });

  test('is at most so many entries as configured, the newest', () => {
    const files = renderTopic(manyViews(30), sample.publishing({ entries: 10 }));
    for (const { name, content } of files.filter((file) => /russia-dprk\.(\w+\.)?atom$/.test(file.name))) {
      if (name.startsWith('keeper/')) continue;
      const entries = entriesOf(content);
      expect(entries).toHaveLength(10);
      expect(entries[0] && text(entries[0], 'updated')).toBe('2026-03-01T00:14:00.000Z');
    }
  });

  test('leaves old finds to the corpus', () => {
    const views = manyViews(2);
    const old = views.stories.map((view) => ({ ...view, story: { ...view.story, listed: false } }));
    const [feed] = renderTopic({ ...views, stories: old }, publishing);
    expect(entriesOf(feed?.content ?? '')).toEqual([]);
  });

  test('keeps its ids when it is served from elsewhere', () => {
    const ids = (files: ReturnType<typeof renderTopic>) =>
      files.map(({ content }) => content.match(/(?<=<id>)urn:uuid:[^<]+/g));
    expect(ids(renderTopic(manyViews(3), served))).toEqual(ids(renderTopic(manyViews(3), publishing)));
  });

  test('holds nothing of a private source but the titles of its articles', () => {
    const letter = sample.article('letter', {
      sourceId: 'inner-letter',
      url: 'https://secret.example/7',
      title: 'A letter on the statue',
      summary: 'Words that were meant for few.',
      authors: ['A Quiet Author'],
    });
    const reasons = sample
      .verdict()
      .reasons.map((reason) => ({ ...reason, field: 'text' as const, quote: 'meant for few' }));
    const views = sample.views(
      [sample.story([sample.view(letter, { reasons })])],
      [sample.view(letter, { reasons })],
    );
    for (const { name, content } of [...renderTopic(views, served), ...renderShared([views], [], served)]) {
      expect(content, name).not.toMatch(/secret\.example|Inner Letter|meant for few|Quiet Author/);
    }
  });

  test('holds no sentence of an article whose source is shown by title only', () => {
    const closed = sample.article('closed', {
      sourceId: 'north-agency',
      url: 'https://north.example/1',
      summary: 'The ministers reviewed a guard of honour before the ceremony.',
      text: 'The ministers reviewed a guard of honour before the ceremony.\nThey then laid wreaths.',
    });
    const views = sample.views([sample.story([sample.view(closed)])], [sample.view(closed)]);
    for (const { name, content } of [...renderTopic(views, served), ...renderShared([views], [], served)]) {
      expect(content, name).not.toMatch(/guard of honour|wreaths/);
    }
  });
});

describe('the keeper’s feeds', () => {
  const trouble = (health: string, since: string) => ({
    source: sample.source('harbour-wire', { title: 'Harbour Wire' }),
    health,
    since,
    message: 'The server answers 404; look for the new address of the feed.',
  });
  const health = (troubles: readonly ReturnType<typeof trouble>[]) =>
    entriesOf(renderShared([], troubles, publishing).at(-1)?.content ?? '');
  const near = sample.view(sample.article('near', { title: 'Song contest' }), {
    decision: 'review',
    score: 0.5,
    missing: ['north-korea'],
  });
  const review = (confirmUrl: ((topic: string, id: string) => string) | null) => {
    const files = renderTopic(sample.views([], [near]), { ...publishing, confirmUrl });
    return entriesOf(files.find(({ name }) => name === 'keeper/russia-dprk.review.atom')?.content ?? '');
  };

  test('tell of a trouble once while it lasts, and again when it returns', () => {
    const ids = [
      trouble('broken', '2026-03-01T00:00:00.000Z'),
      trouble('broken', '2026-03-01T00:00:00.000Z'),
      trouble('broken', '2026-04-01T00:00:00.000Z'),
    ].map((one) => health([one]).map((entry) => text(entry, 'id'))[0]);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('say what is the matter with a source, and what to do', () => {
    const [entry] = health([trouble('broken', '2026-03-01T00:00:00.000Z')]);
    expect(entry && text(entry, 'title')).toBe('Harbour Wire: broken');
    expect(entry && text(entry, 'content')).toContain('look for the new address of the feed');
    expect(entry && text(entry, 'content')).toContain('topicwatch sources check harbour-wire');
  });

  test('say of a near miss how near it was, what it lacked, and how to look closer', () => {
    const [entry] = review(null);
    const content = entry ? text(entry, 'content') : '';
    expect(content).toContain('score 0.50, accepted from 0.60 · not found: North Korea');
    expect(content).toContain('Without Belousov nothing shows the side Russia');
    expect(content).toContain(`topicwatch explain ${near.article.id}`);
  });

  test('lead from a near miss to the page that asks, where one is known, else to the article', () => {
    const hrefs = (entries: ReturnType<typeof review>) =>
      entries.flatMap((entry) =>
        elements(entry, 'link').map((link) => [link.getAttribute('rel'), link.getAttribute('href')]),
      );
    expect(hrefs(review(null))[0]).toEqual(['alternate', near.article.url]);
    expect(hrefs(review((topic, id) => `http://127.0.0.1:8787/review/${topic}/${id}`))).toEqual([
      ['alternate', `http://127.0.0.1:8787/review/russia-dprk/${near.article.id}`],
      ['related', near.article.url],
      ['via', 'https://harbour-wire.example/feed.xml'],
    ]);
  });
});
