import type { Topic } from '../domain/topic.ts';
import { topicHealth } from '../pipeline/topic-health.ts';
import type { TopicHealth } from '../watchlist/health/health.ts';
import type { Reading } from './reading.ts';

const HOUR = 13; // characters of an instant that name its hour

/**
 * How topics do, remembered while nothing has changed: it takes going through all that was judged in 30 days. It is reckoned
 * again with the next commit, or the next hour.
 */
export function createTopicHealth(): (reading: Reading, topic: Topic, now: Date) => Promise<TopicHealth> {
  const known = new Map<string, { readonly of: string; readonly health: Promise<TopicHealth> }>();
  return async ({ store, settings, bounded }, topic, now) => {
    const at = now.toISOString();
    const of = `${topic.hash} ${await store.corpusVersion()} ${at.slice(0, HOUR)}`;
    const last = known.get(topic.id);
    const health = last?.of === of ? last.health : topicHealth(store, topic, at);
    known.set(topic.id, { of, health });
    const hidden = new Set(settings.sources.filter((source) => source.private).map(({ id }) => id));
    const found = await health;
    return bounded ? { ...found, sources: found.sources.filter(({ id }) => !hidden.has(id)) } : found;
  };
}
