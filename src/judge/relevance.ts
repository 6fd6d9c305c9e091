import type { Language } from '../domain/time.ts';
import { presence } from './ordinary.ts';
import { type Profile, presenceOf } from './profile.ts';
import type { Terms, TermWeight } from './terms.ts';

/** How much an article says what the examples say. */
export interface Relevance {
  /** 1: as much as a typical example; 0: nothing in common. */
  readonly value: number;
  /** By the examples alone, without what was learned from the stream. */
  readonly given: number;
  /** Examples in the article's language spoke. Where there are none, only words that languages share can be compared. */
  readonly native: boolean;
}

const NONE: Relevance = { value: 0, given: 0, native: false };

/** Profiles made ready to judge by. */
export interface Examined {
  relevance(terms: Terms): Relevance;
  /** The terms that made an article relevant, strongest first, each with its share of the whole. */
  contributions(terms: Terms, most: number): ReadonlyMap<string, TermWeight>;
}

/** A profile as maps: a term may be called `constructor`. */
interface Ready {
  readonly given: ReadonlyMap<string, number>;
  readonly adapted: ReadonlyMap<string, number>;
  readonly usualLength: number;
}

export function examine(profiles: Readonly<Record<Language, Profile>>): Examined {
  const ready = new Map<Language, Ready>(
    Object.entries(profiles).map(([language, { given, adapted, usualLength }]) => [
      language,
      { given: new Map(Object.entries(given)), adapted: new Map(Object.entries(adapted)), usualLength },
    ]),
  );
  const relevanceBy = (profile: Ready, terms: Terms, native: boolean): Relevance => {
    let value = 0;
    let given = 0;
    for (const [term, weight] of profile.adapted) {
      const count = terms.counts.get(term);
      if (count === undefined) continue;
      const x = presence(count, terms.length, profile.usualLength);
      value += weight * x;
      given += (profile.given.get(term) ?? 0) * x;
    }
    return { value, given, native };
  };
  const best = (terms: Terms): { profile: Ready | undefined; relevance: Relevance } => {
    const own = ready.get(terms.language);
    if (own) return { profile: own, relevance: relevanceBy(own, terms, true) };
    return [...ready.values()]
      .map((profile) => ({ profile, relevance: relevanceBy(profile, terms, false) }))
      .reduce((a, b) => (b.relevance.value > a.relevance.value ? b : a), {
        profile: undefined as Ready | undefined,
        relevance: NONE,
      });
  };
  return {
    relevance: (terms) => best(terms).relevance,
    contributions(terms, most) {
      const { profile, relevance } = best(terms);
      if (!profile || relevance.value === 0) return new Map();
      const parts = [...profile.adapted].map(([term, weight]): [string, TermWeight] => {
        const x = presence(terms.counts.get(term) ?? 0, terms.length, profile.usualLength);
        return [term, { weight: (weight * x) / relevance.value, learned: !profile.given.has(term) }];
      });
      return new Map(
        parts
          .filter(([, { weight }]) => weight > 0)
          .toSorted(([, a], [, b]) => b.weight - a.weight)
          .slice(0, most),
      );
    },
  };
}

/**
 * The example most like a document, by the cosine of their terms under the profile's weights.
 *
 * @returns null where the two share no term of the profile.
 */
export function nearestExample(
  terms: Terms,
  examples: readonly (Terms & { readonly id: string })[],
  profile: Profile | undefined,
): { readonly example: string; readonly similarity: number } | null {
  if (!profile) return null;
  const weights = Object.entries(profile.adapted);
  const vector = (document: Terms): readonly number[] => {
    const present = presenceOf(document, profile.usualLength);
    return weights.map(([term, weight]) => Math.sqrt(weight) * (present.get(term) ?? 0));
  };
  const own = vector(terms);
  let nearest: { example: string; similarity: number } | null = null;
  for (const example of examples) {
    const similarity = cosine(own, vector(example));
    if (similarity > (nearest?.similarity ?? 0)) nearest = { example: example.id, similarity };
  }
  return nearest;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let product = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const [at, x] of a.entries()) {
    const y = b[at] ?? 0;
    product += x * y;
    lengthA += x * x;
    lengthB += y * y;
  }
  return product === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
}
