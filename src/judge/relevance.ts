import type { Language } from '../domain/time.ts';
import { presence } from './ordinary.ts';
import type { Profile } from './profile.ts';
import { SHARED, type Terms, type TermWeight } from './terms.ts';

/** How much an article says what the examples say. */
export interface Relevance {
  /** 1: as much as a typical example; 0: nothing in common. */
  readonly value: number;
  /** By the examples alone, without what was learned from the stream. */
  readonly given: number;
  /** How many examples it was compared with by their words, or by the concepts they name; 0: by words of another language. */
  readonly examples: number;
  /** Of what was compared, in terms. */
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
  contributions(article: Terms, earned: number, most: number): Contributions;
}

/** Terms by what they add, and what they were found among: the words of an article, or the concepts it names. */
interface Contributions {
  readonly among: Terms;
  readonly weights: ReadonlyMap<string, TermWeight>;
}

/** A profile as maps: a term may be called `constructor`. */
interface Ready {
  readonly given: ReadonlyMap<string, number>;
  readonly adapted: ReadonlyMap<string, number>;
  readonly usualLength: number;
  readonly examples: number;
}

/** A profile, and what of an article it is compared with. */
interface Compared extends Relevance {
  readonly profile: Ready;
  readonly among: Terms;
}

/** So many examples in a language speak for it alone; fewer share the word with what examples in other languages name. */
const ENOUGH_OF_OWN = 3;

/** Makes the profiles of a topic, by language, ready to be held against articles. */
export function examine(profiles: Readonly<Record<Language, Profile>>): Examined {
  const ready = new Map<Language, Ready>(
    Object.entries(profiles).map(([language, { given, adapted, usualLength, leftOut }]) => [
      language,
      {
        given: new Map(Object.entries(given)),
        adapted: new Map(Object.entries(adapted)),
        usualLength,
        examples: leftOut.length,
      },
    ]),
  );
  const others = [...ready].flatMap(([language, profile]) => (language === SHARED ? [] : [profile]));
  /**
   * By the examples in the article's language; where there are few, by what is found most: the concepts all examples name, or
   * words.
   */
  const best = (article: Terms): Compared | undefined => {
    const own = ready.get(article.language);
    const shared = article.shared ? ready.get(SHARED) : undefined;
    if (own && own.examples >= Math.min(ENOUGH_OF_OWN, shared?.examples ?? 0)) return compare(own, article);
    const comparisons = [
      ...(shared && article.shared ? [compare(shared, article.shared)] : []),
      ...(own
        ? [compare(own, article)]
        : others.map((profile) => compare({ ...profile, examples: 0 }, article))),
    ];
    return comparisons.toSorted((a, b) => b.value - a.value)[0];
  };
  return {
    relevance(article) {
      return best(article) ?? { value: 0, given: 0, examples: 0, length: article.length };
    },
    contributions(article, earned, most) {
      const found = best(article);
      if (!found || earned <= 0) return { among: article, weights: new Map() };
      const { profile, among, value } = found;
      const each = earned / value;
      const present = [...profile.adapted].filter(([term]) => among.found.has(term));
      const parts = present.map(([term, weight]): [string, TermWeight] => {
        const learned = !profile.given.has(term);
        return [term, { weight: each * weight * presenceIn(among, term, profile), learned }];
      });
      return {
        among,
        weights: new Map(parts.toSorted(([, a], [, b]) => b.weight - a.weight).slice(0, most)),
      };
    },
  };
}

function compare(profile: Ready, among: Terms): Compared {
  return { profile, among, ...measure(profile, among), examples: profile.examples, length: among.length };
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
