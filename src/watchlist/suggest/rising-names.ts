import type { Observed } from '../../domain/suggestion.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { type Bearer, bearersOf } from './bearers.ts';
import { type Period, surprise } from './period.ts';
import type { Unknown } from './unknown-names.ts';

/** So many articles, outlets, stories and days it takes: one event in many papers is no rise. */
const ARTICLES = 5;
const SOURCES = 3;
const STORIES = 3;
const DAYS = 3;
/** Once in a thousand times by chance. */
const SURPRISE = 10.8;
/** So many times more often than before. */
const TIMES = 5;
/** A Korean noun that no role stands by may be any word; it takes more. */
const ARTICLES_OF_NOUN = 8;
/** More are not looked at: the most frequent are enough. */
const MOST = 400;

/**
 * The names that rise of late: in several articles of several outlets, days and stories, and far more often than before.
 *
 * @param articles in which they were found, in the order of time
 * @param find finds the concepts of the topic
 */
export function risingBearers(
  names: readonly Unknown[],
  articles: readonly Observed[],
  period: Period,
  find: ConceptFinder,
): readonly Bearer[] {
  const times = articles.map(({ at }) => Date.parse(at));
  const ofLate = times.filter((time) => time >= period.late).length;
  const isLate = (at: number): boolean => (times[at] ?? 0) >= period.late;
  const lately = names
    .filter((name) => !name.roles.has('byline') && mayRise(name, isLate))
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .slice(0, MOST);
  return bearersOf(lately, articles, find)
    .filter((bearer) => {
      const late = bearer.articles.filter(isLate);
      const before = bearer.articles.length - late.length;
      const ofBefore = articles.length - ofLate;
      if (surprise(late.length, ofLate, before, ofBefore) < SURPRISE) return false;
      const rate = (before + 0.5) / (ofBefore + 1);
      const told = late.flatMap((at) => articles[at] ?? []);
      return late.length / ofLate >= TIMES * rate && isSpread(told, leastOf(bearer));
    })
    .toSorted((a, b) => b.articles.length - a.articles.length);
}

function mayRise({ articles }: Unknown, isLate: (at: number) => boolean): boolean {
  const late = articles.filter(isLate).length;
  return late >= 2 && late >= articles.length / 3;
}

function leastOf({ names }: Bearer): number {
  const isNoun = names.every(
    ({ language, roles, kind }) => language === 'ko' && roles.size === 0 && kind === null,
  );
  return isNoun ? ARTICLES_OF_NOUN : ARTICLES;
}

/** Whether so many articles at least tell it, and of more than one event. */
export function isSpread(told: readonly Observed[], least: number): boolean {
  return (
    told.length >= least &&
    new Set(told.map(({ sourceId }) => sourceId)).size >= SOURCES &&
    new Set(told.map(({ storyId, id }) => storyId ?? id)).size >= STORIES &&
    new Set(told.map(({ at }) => at.slice(0, 10))).size >= DAYS
  );
}
