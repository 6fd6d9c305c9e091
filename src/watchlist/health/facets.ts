import type { Topic } from '../../domain/topic.ts';
import type { JudgedArticle } from '../../domain/view.ts';

export interface FacetHealth {
  readonly id: string;
  readonly title: string;
  /** Accepted articles that name it. */
  readonly articles: number;
  /**
   * Articles rejected for want of it alone: they name another facet, and every other one that is required. Those that have
   * nothing to do with the topic are not among them. 0 where it is not required.
   */
  readonly keptOut: number;
}

/** What became of articles by the facets of a topic, in the order of the topic file. */
export function facetsOf(topic: Topic, articles: readonly JudgedArticle[]): readonly FacetHealth[] {
  const named = articles.map(({ verdict }) => ({
    verdict,
    facets: new Set(verdict.reasons.flatMap(({ facets }) => facets)),
  }));
  return topic.facets.map(({ id, title }) => ({
    id,
    title,
    articles: named.filter(({ verdict, facets }) => verdict.decision === 'accepted' && facets.has(id)).length,
    keptOut: named.filter(
      ({ verdict: { decision, missing }, facets }) =>
        decision === 'rejected' && missing.length === 1 && missing[0] === id && facets.size > 0,
    ).length,
  }));
}

/** What facets keep out, to stand after a number of rejected articles: `, 6 for want of People alone`; empty: nothing. */
export const keptOutInWords = (facets: readonly FacetHealth[]): string =>
  facets
    .filter(({ keptOut }) => keptOut > 0)
    .map(({ keptOut, title }) => `, ${keptOut} for want of ${title} alone`)
    .join('');

/** Fewer show nothing: one side of a topic is in many an article that is about something else. */
const PLAUSIBLE = 5;

/**
 * What a person may have forgotten in the topic file, in a sentence: nothing was accepted of many articles that lack one facet
 * and nothing else. Null: nothing speaks for that.
 */
export function forgottenFacet(facets: readonly FacetHealth[], accepted: number): string | null {
  const [most] = facets.toSorted((a, b) => b.keptOut - a.keptOut);
  if (accepted > 0 || most === undefined || most.keptOut < PLAUSIBLE) return null;
  return (
    `Nothing was accepted, and ${most.keptOut} articles lack ${most.title} alone: where an article may do without it, ` +
    `write \`required: false\` for the facet ${most.id}; else give its concepts more names`
  );
}
