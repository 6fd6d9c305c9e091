import type { Language } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import { conceptFinder } from '../../text/names/concepts.ts';
import type { Draft, DraftConcept } from './draft.ts';

/** What a topic lacks of what a draft found, in the order of the draft. */
export type Lack =
  | { readonly kind: 'concept'; readonly facet: string | null; readonly concept: DraftConcept }
  /** `language` null: another spelling (seenAs). */
  | {
      readonly kind: 'name';
      readonly conceptId: string;
      readonly language: Language | null;
      readonly name: string;
      readonly concept: DraftConcept;
    };

/**
 * Compares a draft with a topic. A concept of the draft that the topic knows by one of its names lacks the others; one that it
 * knows by none is new, and goes to the facet that its side mostly is.
 */
export function lacksOf(topic: Topic, draft: Draft): readonly Lack[] {
  const known = knownBy(topic);
  const taken = new Set(topic.concepts.map(({ id }) => id));
  const sides = [
    ...draft.facets.map(({ concepts }) => ({ concepts, facet: facetOf(concepts, topic, known) })),
    { concepts: draft.concepts, facet: null },
  ];
  return sides.flatMap(({ concepts, facet }) =>
    concepts.flatMap((concept): readonly Lack[] => {
      const conceptId = namesOf(concept)
        .map(known)
        .find((id) => id !== null);
      if (conceptId === undefined) return [{ kind: 'concept', facet, concept: withFreeId(concept, taken) }];
      return lackingNames(concept, conceptId ?? '', known);
    }),
  );
}

/** Tells which concept of a topic a name is a name of; null: none. */
type Known = (name: string) => string | null;

function knownBy({ concepts }: Topic): Known {
  const find = conceptFinder(concepts);
  return (name) => {
    const { mentions } = find(name, 'body');
    const whole = mentions.find(({ start, end }) => start === 0 && end === name.length);
    return whole?.concept.id ?? null;
  };
}

const namesOf = ({ names, seenAs }: DraftConcept): readonly string[] => [
  ...Object.values(names).flat(),
  ...seenAs,
];

function lackingNames(concept: DraftConcept, conceptId: string, known: Known): readonly Lack[] {
  const lack = (name: string, language: Language | null): readonly Lack[] =>
    known(name) === null ? [{ kind: 'name', conceptId, language, name, concept }] : [];
  return [
    ...Object.entries(concept.names).flatMap(([language, names]) =>
      names.flatMap((name) => lack(name, language)),
    ),
    ...concept.seenAs.flatMap((name) => lack(name, null)),
  ];
}

/** The facet most known concepts of a side count for; null: none is known. */
function facetOf(concepts: readonly DraftConcept[], topic: Topic, known: Known): string | null {
  const ids = new Set(concepts.flatMap((concept) => namesOf(concept).flatMap((name) => known(name) ?? [])));
  const counts = topic.facets.map(({ id }) => ({
    id,
    count: topic.concepts.filter((concept) => ids.has(concept.id) && concept.facets.includes(id)).length,
  }));
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.id : null;
}

function withFreeId(concept: DraftConcept, taken: Set<string>): DraftConcept {
  let { id } = concept;
  for (let copy = 2; taken.has(id); copy += 1) id = `${concept.id}-${copy}`;
  taken.add(id);
  return { ...concept, id };
}
