import type { Observed } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import type { Concept } from '../../domain/topic.ts';
import { dayOf } from './period.ts';

/** So many days with it make a habit. */
const HABIT_DAYS = 8;
/** A habit is broken after so long, so many usual gaps, and as many of the longest there was. */
const SILENT_DAYS = 7;
const GAPS = 6;
const LONGEST_GAPS = 1.5;

/** A rhythm that has broken off, in milliseconds. */
export interface Silence {
  readonly first: number;
  readonly last: number;
  /** Mean time between two days with it. */
  readonly gap: number;
  /** Days with it. */
  readonly days: number;
}

/**
 * Whether what used to come has stopped coming.
 *
 * @param times of each coming, in any order; null: it has not, or never was a habit
 */
export function silenceOf(times: readonly number[], now: number): Silence | null {
  const days = [...new Set(times.map((time) => Math.floor(time / DAY)))].toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < HABIT_DAYS) return null;
  const gap = (last - first) / (days.length - 1);
  const longest = Math.max(...days.slice(1).map((day, at) => day - (days[at] ?? day)));
  const silent = now / DAY - last - 1;
  if (silent < Math.max(SILENT_DAYS, GAPS * gap, LONGEST_GAPS * longest)) return null;
  return { first: first * DAY, last: last * DAY, gap: gap * DAY, days: days.length };
}

/** A concept that used to be named in accepted articles, and is no more. */
export interface SilentConcept extends Silence {
  readonly concept: Concept;
  readonly articles: readonly Observed[];
}

/** @param kept accepted articles and near misses, in the order of time */
export function silentConcepts(
  kept: readonly Observed[],
  concepts: readonly Concept[],
  now: number,
): readonly SilentConcept[] {
  const accepted = kept.filter(({ decision }) => decision === 'accepted');
  const naming = articlesByConcept(accepted);
  const living = accepted.some(({ at }) => now - Date.parse(at) < SILENT_DAYS * DAY);
  if (!living) return []; // all is silent: the matter is another
  return concepts.flatMap((concept) => {
    const articles = naming.get(concept.id) ?? [];
    const silence = silenceOf(
      articles.map(({ at }) => Date.parse(at)),
      now,
    );
    return silence === null ? [] : [{ concept, articles, ...silence }];
  });
}

/** A concept that is named, and only where the topic is not. */
export interface RejectedConcept {
  readonly concept: Concept;
  readonly articles: readonly Observed[];
}

const REJECTED_ARTICLES = 12;
const REJECTED_SOURCES = 3;
const REJECTED_DAYS = 7;

/**
 * @param rejected of the rejected articles those that name a concept
 */
export function rejectedConcepts(
  kept: readonly Observed[],
  rejected: readonly Observed[],
  concepts: readonly Concept[],
): readonly RejectedConcept[] {
  const useful = new Set(kept.flatMap((article) => article.concepts));
  const naming = articlesByConcept(rejected);
  return concepts.flatMap((concept) => {
    const articles = useful.has(concept.id) ? [] : (naming.get(concept.id) ?? []);
    const enough =
      articles.length >= REJECTED_ARTICLES &&
      new Set(articles.map(({ sourceId }) => sourceId)).size >= REJECTED_SOURCES &&
      new Set(articles.map(({ at }) => dayOf(at))).size >= REJECTED_DAYS;
    return enough ? [{ concept, articles }] : [];
  });
}

function articlesByConcept(articles: readonly Observed[]): ReadonlyMap<string, readonly Observed[]> {
  const naming = new Map<string, Observed[]>();
  for (const article of articles) {
    for (const id of article.concepts) {
      const found = naming.get(id) ?? [];
      naming.set(id, found);
      found.push(article);
    }
  }
  return naming;
}
