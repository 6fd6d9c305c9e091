import type { Store } from '../../domain/store.ts';
import { daysBefore } from '../../domain/time.ts';
import type { Topic, TopicDay } from '../../domain/topic.ts';
import type { StoryView } from '../../domain/view.ts';
import { everyDay } from '../../publish/page/chart.ts';
import type { Reading } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { createRemembered } from '../remembered.ts';

/** What the page of a topic shows. */
export interface Overview {
  readonly topic: { readonly id: string; readonly title: string; readonly description: string | null };
  /** Newest first, a page of them; all with the tag, where one was asked for. */
  readonly stories: readonly StoryView[];
  /** The last 30 days, oldest first. */
  readonly days: readonly TopicDay[];
  /** The tag that was asked for; null: none. */
  readonly tag: string | null;
  /** On how many of the stories shown each tag is, most first; the topic's order where they are even. */
  readonly tags: readonly { readonly id: string; readonly stories: number }[];
  /** The story after which it goes on; null: that is all. */
  readonly next: string | null;
}

const PAGE = 30;
const DAYS = 30;
/** @throws Refusal where the topic has no such tag. */
export async function overviewOf(
  { store }: Pick<Reading, 'store'>,
  topic: Topic,
  asked: { readonly tag?: string | undefined; readonly after?: string | undefined },
  now: Date,
): Promise<Overview> {
  const { tag, after } = asked;
  if (tag !== undefined && !topic.tags.some(({ id }) => id === tag))
    throw new Refusal(404, 'unknown-tag', `the topic ${topic.id} has no tag “${tag}”`);
  const from = after ? { after } : {};
  const found =
    tag === undefined
      ? await store.stories(topic.id, PAGE + 1, { listedOnly: true, ...from })
      : await store.taggedStories(topic.id, tag, PAGE + 1, from);
  const shown = found.slice(0, PAGE);
  const days = await lastDays(store, topic.id, now.toISOString().slice(0, 10));
  const { id, title, description } = topic;
  return {
    topic: { id, title, description },
    stories: shown,
    days,
    tag: tag ?? null,
    tags: tagCounts(shown, topic),
    next: found.length > shown.length ? (shown.at(-1)?.story.id ?? null) : null,
  };
}

/** By topic. */
const counted = createRemembered<readonly TopicDay[]>();

function lastDays(store: Store, topicId: string, today: string): Promise<readonly TopicDay[]> {
  const since = daysBefore(today, DAYS);
  return counted(store, topicId, today, async () =>
    everyDay(await store.topicDays(topicId, since), today, DAYS),
  );
}

function tagCounts(stories: readonly StoryView[], topic: Topic): Overview['tags'] {
  const given = stories.map(
    ({ articles }) => new Set(articles.flatMap(({ judgement }) => judgement.tags.map(({ tag }) => tag))),
  );
  return topic.tags
    .map(({ id }) => ({ id, stories: given.filter((tags) => tags.has(id)).length }))
    .filter(({ stories }) => stories > 0)
    .toSorted((a, b) => b.stories - a.stories);
}
