import type { Concept } from '../../domain/topic.ts';
import type { LookedFor } from '../../stories/grouping/field.ts';

/** Every story of a topic names each of its sides: a facet of one name has that in all of them, one of forty has each in few. */
export function lookedFor(concepts: readonly Concept[]): readonly LookedFor[] {
  const perFacet = Map.groupBy(
    concepts.flatMap(({ facets }) => facets),
    (facet) => facet,
  );
  return concepts.flatMap(({ id, facets, names }) => {
    const share = Math.max(0, ...facets.map((facet) => 1 / (perFacet.get(facet)?.length ?? 1)));
    const written = Object.entries(names).flatMap(([language, texts]) =>
      texts.map((text) => ({ text, language })),
    );
    return share === 0 ? [] : [{ concept: id, names: written, share }];
  });
}
