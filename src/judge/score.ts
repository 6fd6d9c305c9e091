import type { Relevance } from './relevance.ts';

/** How strongly examples speak beside facets, and how far they can move what those say. */
const BESIDE_FACETS = { times: 1.5, least: -2, most: 1.5 };
/** They have their full say when there are so many; two only show a corner of a topic, and one nothing of its extent. */
const ENOUGH_EXAMPLES = 5;
/** An article of so many terms is held half to account for not saying what the examples say. */
const SHORT = 30;
/** Alone they decide; an article that has nothing in common with them is as far off as this. */
const ALONE = { least: -6, most: 6 };

/** The one score: log-odds by facets, by examples, or by facets as examples move them. Null: out. */
export function oddsWith(facets: number | null | undefined, relevance: Relevance): number | null {
  if (facets === null) return null;
  return (facets ?? 0) + saidByExamples(relevance, facets !== undefined).odds;
}

/**
 * What examples add to the log-odds, and how much more that is than they add to an article that has nothing in common with them.
 */
export function saidByExamples({ value, examples, length }: Relevance, besideFacets: boolean) {
  if (!besideFacets) {
    const odds = Math.min(ALONE.most, Math.max(ALONE.least, Math.log(value)));
    return { odds, earned: odds - ALONE.least };
  }
  const { times, least, most } = BESIDE_FACETS;
  const say = Math.min(1, Math.max(0, (examples - 1) / (ENOUGH_EXAMPLES - 1)));
  const against = (say * length) / (length + SHORT);
  const common = Math.min(most, Math.max(least, times * Math.log(value)));
  const odds = common * (common > 0 ? say : against);
  return { odds, earned: odds - least * against };
}
