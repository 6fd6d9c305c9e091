import type { Topic } from '../../domain/topic.ts';
import { topicHealth } from '../../pipeline/topic-health.ts';
import { line } from '../../publish/plain-text.ts';
import type { SourceHealth, TopicHealth } from '../../watchlist/health/health.ts';
import type { Reading } from '../reading.ts';
import { createRemembered } from '../remembered.ts';

/** How a topic does, its sources by name. */
export interface NamedHealth extends TopicHealth {
  readonly sources: readonly NamedSource[];
}

interface NamedSource extends SourceHealth {
  /** Null: it was taken out of sources.yaml. */
  readonly title: string | null;
}

const HOUR = 13; // characters of an instant that name its hour
const reckoned = createRemembered<TopicHealth>();

/**
 * How a topic does. It takes going through all that was judged in 30 days: reckoned again with the next commit, or the next hour.
 */
export async function namedHealth(
  { store, settings, bounded }: Reading,
  topic: Topic,
  now: Date,
): Promise<NamedHealth> {
  const at = now.toISOString();
  const asOf = `${topic.hash} ${at.slice(0, HOUR)}`;
  const found = await reckoned(store, topic.id, asOf, () => topicHealth(store, topic, at));
  const known = new Map(settings.sources.map((source) => [source.id, source]));
  // One that was taken out may have been a private one.
  const shown = found.sources.filter(({ id }) => !bounded || known.get(id)?.private === false);
  const sources = shown.map((source) => ({
    ...source,
    title: line(known.get(source.id)?.title ?? '') || null,
  }));
  return { ...found, sources };
}
