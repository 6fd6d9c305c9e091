import type { Category } from '../../domain/document.ts';
import type { TagRule, Topic } from '../../domain/topic.ts';
import type { TagGiven } from '../../domain/verdict.ts';
import type { Publishing } from '../entry.ts';
import { derivedId } from '../ids.ts';
import { line } from '../plain-text.ts';

/** The tags given, each once, in the order of the topic. */
function distinct(given: readonly TagGiven[], topic: Topic): readonly { term: string; label: string }[] {
  const terms = new Set(given.map(({ tag }) => tag));
  return topic.tags.filter(({ id }) => terms.has(id)).map((tag) => ({ term: tag.id, label: labelOf(tag) }));
}

/** What people call a tag. */
export function labelOf({ id, label }: TagRule): string {
  return line(label) || id;
}

/** The labels of the tags an article or a story carries, each once. */
export function labelsOf(given: readonly TagGiven[], topic: Topic): readonly string[] {
  return distinct(given, topic).map(({ label }) => label);
}

/** RFC 4287 §4.2.2; the scheme is the topic's, so that `kursk` of one topic is not `kursk` of another. */
export function categoriesOf(
  given: readonly TagGiven[],
  topic: Topic,
  publishing: Publishing,
): readonly Category[] {
  const scheme = derivedId(publishing.settings.tagAuthority, `${topic.id}/tags`);
  return distinct(given, topic).map((tag) => ({ ...tag, scheme }));
}
