import type { TagRule, Topic } from '../domain/topic.ts';
import type { ArticleView, StoryView } from '../domain/view.ts';
import { articleEntry } from './entries/article-entry.ts';
import { nearMissEntry, type SourceTrouble, troubleEntry } from './entries/keeper.ts';
import { storyEntry } from './entries/story-entry.ts';
import { labelOf } from './entries/tags.ts';
import type { Update } from './entries/updates.ts';
import type { Publication, PublishedEntry, Publishing } from './entry.ts';
import { derivedId } from './ids.ts';
import { clean, line } from './plain-text.ts';

/** `<topic>`: one entry per story, in its present state. */
export function storiesFeed(
  stories: readonly StoryView[],
  topic: Topic,
  publishing: Publishing,
): Publication {
  const entries = stories.filter(isListed).map((view) => storyEntry(view, topic, publishing));
  return listFeed(topic.id, topic.title, topic.description, entries, publishing);
}

/** `<topic>/tags/<tag>`: the stories with a tag. */
export function tagFeed(
  stories: readonly StoryView[],
  tag: TagRule,
  topic: Topic,
  publishing: Publishing,
): Publication {
  const entries = stories.filter(isListed).map((view) => storyEntry(view, topic, publishing));
  return listFeed(`${topic.id}/tags/${tag.id}`, `${topic.title}: ${labelOf(tag)}`, null, entries, publishing);
}

/** `<topic>.updates`: what `tellUpdates` tells. */
export function updatesFeed(updates: readonly Update[], topic: Topic, publishing: Publishing): Publication {
  const entries = updates.map(({ entry }) => entry);
  const subtitle = 'One entry for each new story and each thing that is new in one';
  return listFeed(`${topic.id}.updates`, `${topic.title}: updates`, subtitle, entries, publishing);
}

/** `<topic>.articles`: one entry per accepted article. */
export function articlesFeed(
  articles: readonly ArticleView[],
  topic: Topic,
  publishing: Publishing,
): Publication {
  const entries = articles.map((view) => articleEntry(view, topic, publishing));
  const subtitle = 'One entry for each article on the topic, retellings included';
  return listFeed(`${topic.id}.articles`, `${topic.title}: articles`, subtitle, entries, publishing);
}

/** `keeper/<topic>.review`: near misses. */
export function reviewFeed(
  review: readonly ArticleView[],
  topic: Topic,
  publishing: Publishing,
): Publication {
  const entries = review.map((view) => nearMissEntry(view, topic, publishing));
  const subtitle = 'Articles that came near: are they on the topic?';
  return listFeed(`keeper/${topic.id}.review`, `${topic.title}: near misses`, subtitle, entries, publishing);
}

/** `keeper/health`: sources that need their keeper. */
export function healthFeed(troubles: readonly SourceTrouble[], publishing: Publishing): Publication {
  const entries = troubles.map((trouble) => troubleEntry(trouble, publishing));
  return listFeed(
    'keeper/health',
    'Sources in trouble',
    'What could not be read, and what to do',
    entries,
    publishing,
  );
}

/** Old finds are in the corpus, not in the feeds. */
const isListed = ({ story }: StoryView): boolean => story.listed;

/** Any list of entries as a feed: the newest `settings.entries` of them, newest first. */
export function listFeed(
  name: string,
  title: string,
  subtitle: string | null,
  entries: readonly PublishedEntry[],
  { settings }: Publishing,
): Publication {
  const newest = entries.toSorted(newestFirst).slice(0, settings.entries);
  const shown = line(title) || name;
  return clean({
    name,
    id: derivedId(settings.tagAuthority, name),
    title: shown,
    subtitle: line(subtitle ?? '') || shown,
    language: settings.languages[0] ?? 'en',
    updated: newest[0]?.updated ?? new Date(0).toISOString(),
    entries: newest,
  });
}

/** By date, and by id where dates are equal: the same entries always come in the same order. */
export function newestFirst(a: PublishedEntry, b: PublishedEntry): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
