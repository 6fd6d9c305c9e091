import type { Topic } from '../domain/topic.ts';
import { type ConceptFinder, conceptFinder, type Mention } from '../text/names/concepts.ts';

/** What must show up in an article: one of these facets. */
export interface Side {
  /** For people. */
  readonly title: string;
  readonly facets: ReadonlySet<string>;
}

/**
 * A topic made ready to judge by. Compiling expands every name into its forms, so it is done once and kept by the topic's hash.
 */
export interface CompiledTopic {
  readonly topic: Topic;
  readonly find: ConceptFinder;
  /** Each required facet; where none is required, all of them together are one side. Empty: the topic has no facets. */
  readonly sides: readonly Side[];
  /** The facets beside required ones. */
  readonly supporting: Side;
}

/** @throws SyntaxError where the pattern of an exclusion is no regular expression; the settings are checked for that. */
export function compileTopic(topic: Topic): CompiledTopic {
  const required = topic.facets.filter((facet) => facet.required);
  const optional = topic.facets.filter((facet) => !facet.required);
  const together: Side = {
    title: optional.map(({ title }) => title).join(' or '),
    facets: new Set(optional.map(({ id }) => id)),
  };
  const sides = required.map(({ id, title }) => ({ title, facets: new Set([id]) }));
  const find = conceptFinder(topic.concepts, topic.exclude);
  if (sides.length > 0) return { topic, find, sides, supporting: together };
  const nothing: Side = { title: '', facets: new Set() };
  return { topic, find, sides: optional.length > 0 ? [together] : [], supporting: nothing };
}

/** Whether a mention counts for a side of the topic. */
export function names({ concept }: Pick<Mention, 'concept'>, { facets }: Side): boolean {
  return concept.facets.some((facet) => facets.has(facet));
}
