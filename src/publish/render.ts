import type { Suggestion } from '../domain/suggestion.ts';
import type { TagRule, Topic, TopicDay } from '../domain/topic.ts';
import type { ArticleView, StoryView } from '../domain/view.ts';
import type { SourceTrouble } from './entries/keeper.ts';
import { suggestionsFeed } from './entries/suggestions.ts';
import { labelOf } from './entries/tags.ts';
import type { Update } from './entries/updates.ts';
import type { Publication, Publishing } from './entry.ts';
import { renderAtom } from './formats/atom.ts';
import type { Place } from './formats/feed.ts';
import { renderJsonFeed } from './formats/json-feed.ts';
import { type Folder, renderOpml } from './formats/opml.ts';
import { renderRss } from './formats/rss.ts';
import { renderIndex, renderStory, type Section, storyFile } from './page/page.ts';
import { articlesFeed, healthFeed, reviewFeed, storiesFeed, tagFeed, updatesFeed } from './select.ts';

/** A file to publish. Its name is relative to the published folder, with forward slashes. */
export interface PublishedFile {
  readonly name: string;
  readonly content: string;
}

/** What the store holds of one topic to be published; each list as the store gives it, `settings.entries` long or longer. */
export interface TopicViews {
  readonly topic: Topic;
  readonly stories: readonly StoryView[];
  /** By tag, for every tag with `feed: true`. */
  readonly tagged: ReadonlyMap<string, readonly StoryView[]>;
  /** Of `tellUpdates`, to be remembered before they are published. */
  readonly updates: readonly Update[];
  /** Accepted ones, of listed stories. */
  readonly articles: readonly ArticleView[];
  readonly review: readonly ArticleView[];
  /** Those up to the newest story, oldest first. */
  readonly days: readonly TopicDay[];
}

/** The formats readers may choose from; the first is the one to take. */
const FORMATS = [
  { format: 'Atom', extension: 'atom', type: 'application/atom+xml', render: renderAtom },
  { format: 'RSS', extension: 'rss.xml', type: 'application/rss+xml', render: renderRss },
  { format: 'JSON', extension: 'json', type: 'application/feed+json', render: renderJsonFeed },
] as const;

/**
 * The feeds of one topic, readers' and keeper's, in every format, and the pages of its stories. Pure: the same views give the
 * same bytes. A file is rendered when it is asked for (some 20 ms of CPU for 100 entries), so that a server can answer others in
 * between.
 */
export function* renderTopic(views: TopicViews, publishing: Publishing): Generator<PublishedFile> {
  const { topic } = views;
  yield* inEachFormat(storiesFeed(views.stories, topic, publishing), publishing);
  yield* inEachFormat(updatesFeed(views.updates, topic, publishing), publishing);
  yield* inEachFormat(articlesFeed(views.articles, topic, publishing), publishing);
  for (const tag of topic.tags.filter(hasFeed)) {
    const stories = views.tagged.get(tag.id) ?? [];
    yield file(tagFeed(stories, tag, topic, publishing), 'atom', renderAtom, publishing);
  }
  yield file(reviewFeed(views.review, topic, publishing), 'atom', renderAtom, publishing);
  const section = sectionOf(views, publishing);
  for (const story of section.views)
    yield { name: storyFile(topic.id, story.story.id), content: renderStory(story, section, publishing) };
}

function* inEachFormat(feed: Publication, publishing: Publishing): Generator<PublishedFile> {
  for (const { extension, render } of FORMATS) yield file(feed, extension, render, publishing);
}

/** The files all topics share: `index.html`, `feeds.opml`, `keeper/health.atom`. */
export function renderShared(
  topics: readonly TopicViews[],
  troubles: readonly SourceTrouble[],
  publishing: Publishing,
): readonly PublishedFile[] {
  const sections = topics.map((views) => sectionOf(views, publishing));
  const base = publishing.settings.baseUrl ?? '';
  const folders = sections.map((section) => folderOf(section, base, publishing));
  return [
    { name: 'index.html', content: renderIndex(sections, publishing) },
    { name: 'feeds.opml', content: renderOpml('topicwatch', folders) },
    file(healthFeed(troubles, publishing), 'atom', renderAtom, publishing),
  ];
}

/** `keeper/suggestions.atom`. @param open what is not decided yet, in any order */
export function renderSuggestions(open: readonly Suggestion[], publishing: Publishing): PublishedFile {
  return file(suggestionsFeed(open, publishing), 'atom', renderAtom, publishing);
}

function file(
  feed: Publication,
  extension: string,
  render: (feed: Publication, place: Place) => string,
  { settings }: Publishing,
): PublishedFile {
  const name = `${feed.name}.${extension}`;
  const self = settings.baseUrl === null ? null : new URL(name, settings.baseUrl).href;
  return { name, content: render(feed, { self, home: settings.baseUrl }) };
}

/** The readers' feeds of a topic as the page and the OPML list them, the recommended one first. */
function sectionOf({ topic, ...views }: TopicViews, publishing: Publishing): Section {
  const stories = storiesFeed(views.stories, topic, publishing);
  const feed = (name: string, holds: string, file: string) => ({
    title: `${stories.title}: ${name}`,
    name,
    holds,
    files: FORMATS.map(({ format, type, extension }) => ({ format, type, href: `${file}.${extension}` })),
  });
  const tagFeeds = topic.tags.filter(hasFeed).map((tag) => {
    const whole = feed(labelOf(tag), 'the stories with this tag', `${topic.id}/tags/${tag.id}`);
    return { ...whole, files: whole.files.slice(0, 1) };
  });
  return {
    topic,
    days: views.days,
    views: views.stories
      .filter(({ story }) => story.listed)
      .toSorted(newestStory)
      .slice(0, publishing.settings.entries),
    feeds: [
      feed('updates', 'each new story, and each thing new in one', `${topic.id}.updates`),
      { ...feed('stories', 'each story in its present state', topic.id), title: stories.title },
      feed('articles', 'every article, retellings included', `${topic.id}.articles`),
      ...tagFeeds,
    ],
    stories,
  };
}

function folderOf({ feeds, stories }: Section, base: string, { settings }: Publishing): Folder {
  const outlines = feeds.flatMap((feed) =>
    feed.files.slice(0, 1).map(({ href }) => ({
      title: feed.title,
      xmlUrl: base + href,
      description: feed.holds,
      language: settings.languages[0] ?? 'en',
    })),
  );
  return { title: stories.title, outlines };
}

const hasFeed = ({ feed }: TagRule): boolean => feed;

/** As `newestFirst`. */
function newestStory({ story: a }: StoryView, { story: b }: StoryView): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
