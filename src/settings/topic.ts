import type { Concept, Example, TagRule, Topic } from '../domain/topic.ts';
import { hashOf } from '../text/fingerprints.ts';
import type { ListedConcept } from './concepts-csv.ts';
import type { ConceptEntry, TagEntry, TopicFile } from './schema/topic.ts';

/** What a topic file draws from other files. */
export interface TopicParts {
  readonly listed: readonly ListedConcept[];
  readonly positive: readonly Example[];
  readonly negative: readonly Example[];
}

/** A topic from its file, with every default filled in and its hash. */
export function toTopic(file: TopicFile, { listed, positive, negative }: TopicParts): Topic {
  const concepts: Concept[] = [
    ...file.facets.flatMap(({ id, concepts }) =>
      concepts.map(({ also, ...concept }) => toConcept(concept, [id, ...also])),
    ),
    ...file.concepts.map((concept) => toConcept(concept, [])),
    ...listed.map(({ concept, facets }) => toConcept(concept, facets)),
  ];
  const labels = new Map(concepts.map((concept) => [concept.id, firstName(concept)]));
  const topic: Omit<Topic, 'hash'> = {
    id: file.id,
    title: file.title,
    description: file.description ?? null,
    facets: file.facets.map(({ id, title, required }) => ({
      id,
      title: title ?? labels.get(id) ?? wordsOf(id),
      required,
    })),
    concepts,
    tags: file.tags.map((tag) => toTagRule(tag, labels)),
    exclude: file.exclude.map((exclusion) => ({ ...exclusion, pattern: exclusion.pattern ?? null })),
    examples: { positive, negative },
    thresholds: file.thresholds,
    breadth: file.breadth,
  };
  return { ...topic, hash: hashOf(topic) };
}

function toConcept({ id, kind, names, seenAs, weak }: ConceptEntry, facets: readonly string[]): Concept {
  return { id, kind, facets: [...new Set(facets)], names, seenAs, weak };
}

function toTagRule(tag: TagEntry, labels: ReadonlyMap<string, string>): TagRule {
  if (typeof tag === 'string') {
    const label = labels.get(tag) ?? wordsOf(tag);
    return { id: tag, label, anyOf: [tag], allOf: [], languages: [], sources: [], feed: false };
  }
  const { anyOf, allOf, languages, sources } = tag;
  const label = tag.label ?? labels.get(tag.id) ?? wordsOf(tag.id);
  const conditions = [anyOf, allOf, languages, sources].some((list) => list.length > 0);
  return { ...tag, label, anyOf: conditions ? anyOf : [tag.id] };
}

const firstName = ({ id, names }: Concept): string =>
  names.en?.[0] ?? Object.values(names).find(([name]) => name !== undefined)?.[0] ?? wordsOf(id);

const wordsOf = (id: string): string => id.replaceAll('-', ' ');
