import type { Comparison } from '../../domain/comparison.ts';
import type { Language } from '../../domain/time.ts';
import type { Concept } from '../../domain/topic.ts';

/**
 * A comparison with the names that the topic, or the tables of bodies, know in the language of its readers: origins, and values
 * that are right spellings of a name. A spelling that counts as differing stays as it is.
 *
 * @param languages the readers', best first.
 */
export function inReadersWords(
  comparison: Comparison,
  concepts: readonly Concept[],
  languages: readonly Language[],
): Comparison {
  const nameOf = (concept: Concept | undefined): string | undefined =>
    languages.flatMap((language) => concept?.names[language]?.[0] ?? [])[0];
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const byName = new Map(
    concepts.flatMap((concept) =>
      Object.entries(concept.names)
        .filter(([language]) => !languages.includes(language))
        .flatMap(([, names]) => names.map((name) => [name.toLowerCase(), concept] as const)),
    ),
  );
  const originNames = new Map(
    comparison.origins.map(({ name, names, conceptId }) => [
      name,
      nameOf(byId.get(conceptId ?? '') ?? byName.get(name.toLowerCase())) ??
        languages.flatMap((language) => names?.[language] ?? [])[0] ??
        name,
    ]),
  );
  return {
    ...comparison,
    differences: comparison.differences.map((difference) => ({
      ...difference,
      values: difference.values.map((one) => ({
        ...one,
        value: nameOf(byName.get(one.value.toLowerCase())) ?? one.value,
      })),
    })),
    origins: comparison.origins.map((origin) => ({
      ...origin,
      name: originNames.get(origin.name) ?? origin.name,
    })),
    lostAttributions: comparison.lostAttributions.map((lost) => ({
      ...lost,
      origin: originNames.get(lost.origin) ?? lost.origin,
    })),
  };
}
