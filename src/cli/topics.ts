import type { Settings } from '../domain/settings.ts';
import type { Topic } from '../domain/topic.ts';
import { UsageError } from './context.ts';

/** The topic of that id, or all of them. Throws `UsageError` where there is none of that id. */
export function topicsNamed({ topics }: Settings, id: string | undefined): readonly Topic[] {
  if (id === undefined) return topics;
  const named = topics.filter((topic) => topic.id === id);
  if (named.length > 0) return named;
  throw new UsageError(
    `no topic has the id ${id}; there are ${topics.map((topic) => topic.id).join(', ') || 'none'}`,
  );
}

/** The topic of that id; without one, the only one there is. Throws `UsageError` where that does not settle it. */
export function oneTopic(settings: Settings, id: string | undefined): Topic {
  const [topic, ...others] = topicsNamed(settings, id);
  if (topic !== undefined && others.length === 0) return topic;
  throw new UsageError(
    topic === undefined
      ? 'there is no topic; add one to the folder topics/ of the configuration'
      : `which topic? say --topic and one of ${settings.topics.map((one) => one.id).join(', ')}`,
  );
}
