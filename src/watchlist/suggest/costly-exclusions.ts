import type { Observed } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import type { Exclusion } from '../../domain/topic.ts';
import { eachTerm } from '../../text/words.ts';
import { dayOf } from './period.ts';

/** An exclusion, and what it kept out although other accounts of the same were let in. */
export interface CostlyExclusion {
  readonly exclusion: Exclusion;
  /** Kept out, in the order of time. */
  readonly articles: readonly Observed[];
  /** How many it applied to in all. */
  readonly applied: number;
}

const ARTICLES = 3;
const SOURCES = 2;
const DAYS = 2;
/** Accounts of one event come within so long of each other, and share so much of their rarer words. */
const APART = 3 * DAY;
const ALIKE = 0.35;
/** Words of a text that are compared. */
const WORDS = 120;

/**
 * Exclusions that cost good articles: what they keep out tells of events that were accepted from other accounts.
 *
 * @param rejected those an exclusion applied to, in the order of time
 */
export function costlyExclusions(
  accepted: readonly Observed[],
  rejected: readonly Observed[],
  exclusions: readonly Exclusion[],
): readonly CostlyExclusion[] {
  const byExclusion = new Map<string, Observed[]>();
  for (const article of rejected) {
    for (const id of article.exclusions) byExclusion.set(id, [...(byExclusion.get(id) ?? []), article]);
  }
  const concerned = exclusions.filter(({ id }) => (byExclusion.get(id)?.length ?? 0) >= ARTICLES);
  if (concerned.length === 0) return [];
  const isTold = eventTeller(accepted, rejected);
  return concerned.flatMap((exclusion) => {
    const applied = byExclusion.get(exclusion.id) ?? [];
    const articles = applied.filter(isTold);
    const enough =
      articles.length >= ARTICLES &&
      new Set(articles.map(({ sourceId }) => sourceId)).size >= SOURCES &&
      new Set(articles.map(({ at }) => dayOf(at))).size >= DAYS;
    return enough ? [{ exclusion, articles, applied: applied.length }] : [];
  });
}

/** Tells whether an accepted article of the same days tells of the same, by what their words weigh. */
function eventTeller(
  accepted: readonly Observed[],
  rejected: readonly Observed[],
): (article: Observed) => boolean {
  const times = rejected.map(({ at }) => Date.parse(at));
  const near = accepted.filter(({ at }) => times.some((time) => Math.abs(time - Date.parse(at)) <= APART));
  const terms = new Map([...near, ...rejected].map((article) => [article, termsOf(article)]));
  const inArticles = new Map<string, number>();
  for (const own of terms.values())
    for (const term of own) inArticles.set(term, (inArticles.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log((terms.size + 1) / ((inArticles.get(term) ?? 0) + 0.5));
  const sum = (own: Iterable<string>): number => Array.from(own, weight).reduce((all, one) => all + one, 0);
  return (article) => {
    const own = terms.get(article) ?? new Set();
    const time = Date.parse(article.at);
    return near.some((other) => {
      if (other.language !== article.language || Math.abs(time - Date.parse(other.at)) > APART) return false;
      const theirs = terms.get(other) ?? new Set();
      const shared = sum([...own].filter((term) => theirs.has(term)));
      return shared / Math.max(1, Math.min(sum(own), sum(theirs))) >= ALIKE;
    });
  };
}

function termsOf({ title, text, language }: Observed): ReadonlySet<string> {
  const terms = new Set<string>();
  eachTerm(`${title}\n${text}`, language, { limit: WORDS, numbers: true }, (term) => terms.add(term));
  return terms;
}
