import type { Concept } from '../domain/topic.ts';
import { type ConceptFinder, conceptFinder } from '../text/names/concepts.ts';

const finders = new WeakMap<readonly Concept[], ConceptFinder>();

/**
 * The finder of a list of concepts, built at its first use and kept as long as the list: every name is expanded into its forms.
 */
export function finderOf(concepts: readonly Concept[]): ConceptFinder {
  const known = finders.get(concepts);
  if (known) return known;
  const made = conceptFinder(concepts);
  finders.set(concepts, made);
  return made;
}

/** The concepts a text names, by id. */
export function conceptsIn(text: string, find: ConceptFinder): ReadonlySet<string> {
  return new Set(find(text, 'body').mentions.map(({ concept }) => concept.id));
}
