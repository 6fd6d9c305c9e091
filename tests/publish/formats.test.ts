import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';

import { renderAtom } from '../../src/publish/formats/atom.ts';
import { renderJsonFeed } from '../../src/publish/formats/json-feed.ts';
import { renderRss } from '../../src/publish/formats/rss.ts';
import { articlesFeed, reviewFeed, storiesFeed, tagFeed, updatesFeed } from '../../src/publish/select.ts';
import * as sample from './samples.ts';
import {
  atomProblems,
  elements,
  entriesOf,
  jsonFeedProblems,
  rssProblems,
  strictXml,
  text,
} from './validate.ts';

const NOWHERE = { self: null, home: null };
const HOME = {
  self: 'https://feeds.example.org/ties/russia-dprk.atom',
  home: 'https://feeds.example.org/ties/',
};

const korean = sample.article('korean', {
  sourceId: 'hangang-daily',
  url: 'https://hangang.example/articles/7?id=7&lang=ko',
  language: 'ko',
  title: '벨로우소프, 유격대 기념비 제막식 참석',
  summary: '러시아 국방장관이 북한 유격대원들을 기리는 기념비 제막식에서 연설했다.',
  authors: ['김기자'],
  firstSeen: '2026-03-01T12:00:00.000Z',
});
const letter = sample.article('letter', { sourceId: 'inner-letter', url: 'https://secret.example/7' });
const stories = [
  sample.story(
    [sample.view(sample.article('unveiled')), sample.view(korean)],
    [{ place: 1, at: '2026-03-01T12:00:00.000Z', text: 'A bronze copy was handed over.' }],
  ),
  sample.story([sample.view(letter, {}, ['kursk'])]),
];
const views = sample.views(stories, [sample.view(sample.article('near'), { decision: 'review' })]);
const publishing = sample.publishing();
const { topic } = sample;
const feeds = {
  stories: storiesFeed(views.stories, topic, publishing),
  updates: updatesFeed(views.updates, topic, publishing),
  articles: articlesFeed(views.articles, topic, publishing),
  review: reviewFeed(views.review, topic, publishing),
  tag: tagFeed(views.stories, sample.kursk, topic, publishing),
  empty: storiesFeed([], topic, publishing),
};

describe.each(Object.entries(feeds))('the %s feed', (_, feed) => {
  test.each([NOWHERE, HOME])('breaks no rule of RFC 4287, RSS 2.0 or JSON Feed 1.1 (%o)', (place) => {
    expect(atomProblems(renderAtom(feed, place))).toEqual([]);
    expect(rssProblems(renderRss(feed, place))).toEqual([]);
    expect(jsonFeedProblems(renderJsonFeed(feed, place))).toEqual([]);
  });

  test('reads the same in rss-parser, from Atom and from RSS', async () => {
    const parser = new RssParser();
    const titles = feed.entries.map(({ title }) => title);
    const ids = feed.entries.map(({ id }) => id);
    const atom = await parser.parseString(renderAtom(feed, HOME));
    const rss = await parser.parseString(renderRss(feed, HOME));
    expect(atom.items.map(({ title }) => title)).toEqual(titles);
    expect(rss.items.map(({ title }) => title)).toEqual(titles);
    expect(atom.items.map((item) => item.id)).toEqual(ids);
    expect(rss.items.map(({ guid }) => guid)).toEqual(ids);
  });
});

describe('Atom', () => {
  test('names the feed of each article in atom:source, but says nothing of a private one', () => {
    const sources = entriesOf(renderAtom(feeds.articles, NOWHERE)).map((entry) => {
      const [from] = elements(entry, 'source');
      return from === undefined ? null : [text(from, 'title'), text(from, 'id'), text(from, 'updated')];
    });
    expect(sources).toContainEqual([
      'Hangang Daily',
      'https://hangang-daily.example/feed.xml',
      '2026-03-01T12:00:00.000Z',
    ]);
    expect(sources.filter((from) => from === null)).toHaveLength(1);
    expect(renderAtom(feeds.articles, NOWHERE)).not.toContain('secret.example');
  });

  test('links to the lead, to the other accounts by outlet and language, and to the feed that brought it', () => {
    const [story] = entriesOf(renderAtom(feeds.stories, NOWHERE));
    const links = story === undefined ? [] : elements(story, 'link');
    expect(links.map((link) => ['rel', 'href', 'title'].map((name) => link.getAttribute(name)))).toEqual([
      ['alternate', 'https://harbour-wire.example/news/unveiled?page=1&from=feed', null],
      ['related', 'https://hangang.example/articles/7?id=7&lang=ko', 'Hangang Daily [ko]'],
      ['via', 'https://harbour-wire.example/feed.xml', 'Harbour Wire'],
    ]);
  });

  test('says its language on the feed, on each entry, and on what topicwatch adds in English', () => {
    const [feed] = elements(strictXml(renderAtom(feeds.articles, NOWHERE)), 'feed');
    const entry = entriesOf(renderAtom(feeds.articles, NOWHERE)).find((one) =>
      text(one, 'title').startsWith('[ko]'),
    );
    expect(feed?.getAttribute('xml:lang')).toBe('en');
    expect(entry?.getAttribute('xml:lang')).toBe('ko');
    expect(entry && elements(entry, 'content')[0]?.getAttribute('xml:lang')).toBe('en');
    expect(entry && text(entry, 'content')).toContain('<blockquote lang="ko">러시아');
  });

  test('gives each tag a term, a scheme and a label', () => {
    const [story] = entriesOf(renderAtom(feeds.stories, NOWHERE));
    const [category] = story === undefined ? [] : elements(story, 'category');
    expect(category?.getAttribute('term')).toBe('belousov');
    expect(category?.getAttribute('label')).toBe('Belousov');
    expect(category?.getAttribute('scheme')).toMatch(/^urn:uuid:/);
  });

  test('has a self link and a page only where it is known from where it is served', () => {
    expect(renderAtom(feeds.stories, HOME)).toContain(
      `rel="self" type="application/atom+xml" href="${HOME.self}"`,
    );
    expect(renderAtom(feeds.stories, NOWHERE)).not.toContain('rel="self"');
  });
});

describe('RSS', () => {
  test('leaves the link of an item out that has none, and never writes "undefined"', () => {
    const rss = renderRss(feeds.stories, NOWHERE);
    expect(rss).not.toContain('undefined');
    expect(rss.match(/<item>/g)).toHaveLength(2);
    expect(rss.match(/^ {6}<link>/gm)).toHaveLength(1);
  });

  test('names itself with atom:link where it is known from where it is served', () => {
    const self = 'https://feeds.example.org/ties/russia-dprk.rss.xml';
    expect(renderRss(feeds.stories, { ...HOME, self })).toContain(
      `<atom:link rel="self" type="application/rss+xml" href="${self}"/>`,
    );
    expect(renderRss(feeds.stories, NOWHERE)).not.toContain('atom:link');
  });
});

describe('JSON Feed', () => {
  test('carries the address of the feed, and of each item its address, authors, language and tags', () => {
    const self = 'https://feeds.example.org/ties/russia-dprk.articles.json';
    const feed = JSON.parse(renderJsonFeed(feeds.articles, { ...HOME, self }));
    expect(feed).toMatchObject({ feed_url: self, home_page_url: HOME.home, language: 'en' });
    expect(feed.items).toContainEqual(
      expect.objectContaining({
        url: 'https://hangang.example/articles/7?id=7&lang=ko',
        authors: [{ name: '김기자' }],
        language: 'ko',
        tags: ['Belousov', 'monuments'],
      }),
    );
  });
});
