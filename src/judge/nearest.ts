import type { Language } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Lesson } from './lessons.ts';
import { presence } from './ordinary.ts';
import type { Profile } from './profile.ts';
import { SHARED, type Terms } from './terms.ts';

type Nearest = Verdict['nearest'];

/**
 * Finds the example most like an article, among those in its language, or else by the concepts they name: by the cosine of their
 * terms (Salton 1975), weighted as the profile does. Null where no example shares two terms of the profile with it: by one alone
 * whatever has it were the very same.
 */
export function nearestAmong(
  examples: readonly Lesson[],
  profiles: Readonly<Record<Language, Profile>>,
): (article: Terms) => Nearest {
  const groups = Map.groupBy(
    examples.flatMap((one) => (one.shared ? [one, { ...one.shared, id: one.id }] : [one])),
    ({ language }) => language,
  );
  const compared = new Map(
    Object.entries(profiles).map(([language, profile]) => {
      const vectorOf = vectorsBy(profile);
      const vectors = (groups.get(language) ?? []).map((lesson) => ({
        id: lesson.id,
        vector: vectorOf(lesson),
      }));
      return [language, { vectorOf, vectors }];
    }),
  );
  return (article) => {
    const own = compared.get(article.language);
    const known = own ?? compared.get(SHARED);
    const among = own ? article : article.shared;
    if (!known || !among) return null;
    const wanted = known.vectorOf(among);
    let nearest: Nearest = null;
    for (const { id, vector } of known.vectors) {
      const similarity = sharesTwo(wanted, vector) ? product(wanted, vector) : 0;
      if (similarity > (nearest?.similarity ?? 0)) nearest = { example: id, similarity };
    }
    return nearest && { ...nearest, similarity: Math.round(nearest.similarity * 1000) / 1000 };
  };
}

/** Vectors of length 1 over the terms of a profile. */
function vectorsBy({ adapted, usualLength }: Profile): (document: Terms) => readonly number[] {
  const weights = Object.entries(adapted).map(([term, weight]) => ({ term, root: Math.sqrt(weight) }));
  return ({ found, length }) => {
    const vector = weights.map(
      ({ term, root }) => root * presence(found.get(term)?.weight ?? 0, length, usualLength),
    );
    const norm = Math.sqrt(product(vector, vector)) || 1;
    return vector.map((x) => x / norm);
  };
}

const sharesTwo = (a: readonly number[], b: readonly number[]): boolean =>
  a.filter((x, at) => x * (b[at] ?? 0) > 0).length > 1;

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const [at, x] of a.entries()) sum += x * (b[at] ?? 0);
  return sum;
}
