import type { Topic } from '../domain/topic.ts';
import { topicHealth } from '../pipeline/topic-health.ts';
import { line } from '../publish/plain-text.ts';
import type { SourceHealth, TopicHealth } from '../watchlist/health/health.ts';
import type { Reading } from './reading.ts';

/** How a topic does, its sources by name. */
export interface NamedHealth extends TopicHealth {
  readonly sources: readonly NamedSource[];
}

interface NamedSource extends SourceHealth {
  /** Null: it was taken out of sources.yaml. */
  readonly title: string | null;
}

const HOUR = 13; // characters of an instant that name its hour

/**
 * How topics do, remembered while nothing has changed: it takes going through all that was judged in 30 days. It is reckoned
 * again with the next commit, or the next hour.
 */
export function createTopicHealth(): (reading: Reading, topic: Topic, now: Date) => Promise<NamedHealth> {
  const reckoned = new Map<string, { readonly of: string; readonly health: Promise<TopicHealth> }>();
  return async ({ store, settings, bounded }, topic, now) => {
    const at = now.toISOString();
    const of = `${topic.hash} ${await store.corpusVersion()} ${at.slice(0, HOUR)}`;
    const last = reckoned.get(topic.id);
    const health = last?.of === of ? last.health : topicHealth(store, topic, at);
    reckoned.set(topic.id, { of, health });
    const found = await health;
    const known = new Map(settings.sources.map((source) => [source.id, source]));
    // One that was taken out may have been a private one.
    const shown = found.sources.filter(({ id }) => !bounded || known.get(id)?.private === false);
    const named = shown.map((source) => ({
      ...source,
      title: line(known.get(source.id)?.title ?? '') || null,
    }));
    return { ...found, sources: named };
  };
}
