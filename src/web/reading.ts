import type { Context } from 'hono';
import type { Settings } from '../domain/settings.ts';
import type { Store } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import type { StoryView } from '../domain/view.ts';
import { publishingOf } from '../pipeline/publish.ts';
import type { Services } from '../pipeline/services.ts';
import type { Publishing } from '../publish/entry.ts';
import type { PageLinks, PageView } from '../publish/page/view.ts';
import { isKeeper } from './access/access.ts';
import { Refusal } from './refusal.ts';

/** What every page is read from. */
export interface Reading {
  readonly settings: Settings;
  readonly store: Store;
  /** How much of each text whoever asks may be shown. */
  readonly publishing: Publishing;
  /** It is bounded by what may be published. */
  readonly bounded: boolean;
}

/**
 * The corpus is its keeper's to read. Where anybody may read the page (`web.public`), those who are not signed in see no more of
 * a source than the feeds show of it.
 */
export async function openReading(services: Services, c: Context): Promise<Reading> {
  const settings = await services.settings();
  const publishing = publishingOf(settings);
  const bounded = settings.web.public && !isKeeper(c);
  return {
    settings,
    store: await services.store(),
    publishing: bounded ? publishing : unbounded(publishing),
    bounded,
  };
}

function unbounded(publishing: Publishing): Publishing {
  const all = [...publishing.sources].map(
    ([id, source]) => [id, { ...source, republish: 'full', private: false } as const] as const,
  );
  return { ...publishing, sources: new Map(all), forKeeper: true };
}

/** The topic of an address. Throws a `Refusal` where none has this id. */
export function topicOf({ topics }: Settings, id: string): Topic {
  const topic = topics.find((each) => each.id === id);
  if (topic !== undefined) return topic;
  const known = topics.map((each) => each.id).join(', ') || 'none';
  throw new Refusal(404, 'unknown-topic', `no topic has the id “${id}”; those watched are: ${known}`);
}

/** @param root leads from the page to the root of the site. */
function linksOf(root: string, topicId: string): PageLinks {
  return {
    story: (id) => `${root}topics/${topicId}/stories/${id}`,
    article: (id) => `${root}articles/${id}`,
    tagged: (id) => `${root}topics/${topicId}?tag=${encodeURIComponent(id)}`,
  };
}

export function viewOf({ publishing }: Reading, topic: Topic, root: string): PageView {
  return { topic, publishing, links: linksOf(root, topic.id) };
}

/** The story of a topic, also by an id that was merged into it. Rejects with a `Refusal` where there is none. */
export async function storyOf({ store }: Reading, topicId: string, id: string): Promise<StoryView> {
  const found = (await store.findStories(id)).find(({ story }) => story.topicId === topicId);
  if (found !== undefined) return found;
  throw new Refusal(404, 'unknown-story', 'no story of this topic has that id; look for it by its words');
}
