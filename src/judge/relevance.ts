import type { Language } from '../domain/time.ts';
import { presence } from './ordinary.ts';
import type { Profile } from './profile.ts';
import type { Terms, TermWeight } from './terms.ts';

/** How much an article says what the examples say. */
export interface Relevance {
  /** 1: as much as a typical example; 0: nothing in common. */
  readonly value: number;
  /** By the examples alone, without what was learned from the stream. */
  readonly given: number;
  /** How many examples are in the article's language (of many, a sample). Where none is, only words that languages share are compared. */
  readonly examples: number;
  /** Of the article, in terms. */
  readonly length: number;
}

/** Profiles made ready to judge by. */
export interface Examined {
  relevance(article: Terms): Relevance;
  /**
   * The terms that made an article relevant, strongest first.
   *
   * @param earned what all of them are to add up to, those beyond `most` included.
   */
  contributions(article: Terms, earned: number, most: number): ReadonlyMap<string, TermWeight>;
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
  /** The profile in the article's language, else the one that finds most in it. */
  const profileFor = (article: Terms): Ready | undefined =>
    ready.get(article.language) ??
    [...ready.values()].toSorted((a, b) => measure(b, article).value - measure(a, article).value)[0];
  return {
    relevance(article) {
      const profile = profileFor(article);
      const examples = profiles[article.language]?.leftOut.length ?? 0;
      const measured = profile ? measure(profile, article) : { value: 0, given: 0 };
      return { ...measured, examples, length: article.length };
    },
    contributions(article, earned, most) {
      const profile = profileFor(article);
      if (!profile || earned <= 0) return new Map();
      const each = earned / measure(profile, article).value;
      const present = [...profile.adapted].filter(([term]) => article.found.has(term));
      const parts = present.map(([term, weight]): [string, TermWeight] => {
        const learned = !profile.given.has(term);
        return [term, { weight: each * weight * presenceIn(article, term, profile), learned }];
      });
      return new Map(parts.toSorted(([, a], [, b]) => b.weight - a.weight).slice(0, most));
    },
  };
}

function measure(profile: Ready, article: Terms): Pick<Relevance, 'value' | 'given'> {
  let value = 0;
  let given = 0;
  for (const [term, weight] of profile.adapted) {
    const x = presenceIn(article, term, profile);
    if (x === 0) continue;
    value += weight * x;
    given += (profile.given.get(term) ?? 0) * x;
  }
  return { value, given };
}

function presenceIn({ found, length }: Terms, term: string, { usualLength }: Ready): number {
  const occurrences = found.get(term);
  return occurrences ? presence(occurrences.weight, length, usualLength) : 0;
}
