import type { Article } from '../domain/article.ts';
import type { Source } from '../domain/source.ts';
import type { Language } from '../domain/time.ts';

/** Compares two articles as leads of one story: below 0 where the first shows it better. */
export type LeadOrder = (a: Article, b: Article) => number;

/**
 * The better lead is in a language the readers prefer, can be read without paying, is the outlet's own page rather than one
 * that a search engine or aggregator leads to it by, and came earlier.
 *
 * @param languages best first.
 */
export function leadOrder(languages: readonly Language[], sources: ReadonlyMap<string, Source>): LeadOrder {
  const rank = ({ language, sourceId }: Article): number => {
    const preferred = languages.indexOf(language);
    const place = preferred < 0 ? languages.length : preferred;
    const source = sources.get(sourceId);
    return 4 * place + (source?.paywalled ? 2 : 0) + (source?.kind === 'search' ? 1 : 0);
  };
  return (a, b) => rank(a) - rank(b) || (statedOf(a) < statedOf(b) ? -1 : statedOf(a) > statedOf(b) ? 1 : 0);
}

/** When an article says it was published; when it was first seen, where it does not say. */
export const statedOf = ({ published, updated, firstSeen }: Article): string =>
  published ?? updated ?? firstSeen;
