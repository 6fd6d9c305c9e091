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
