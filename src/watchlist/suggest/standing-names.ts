import type { Observed } from '../../domain/suggestion.ts';
import type { Concept } from '../../domain/topic.ts';
import { fold } from '../../text/fold.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { type Bearer, bearersOf } from './bearers.ts';
import { isSpread } from './rising-names.ts';
import type { Unknown } from './unknown-names.ts';

/** Of what is accepted in its language so much must have a name; */
const SHARE = 1 / 2;
/** so many articles at least. */
const ARTICLES = 5;

/**
 * The names that stand in half of what is accepted, however long they have: nothing shows them to rise where they were there from
 * the first day on. Of Korean ones those that a role or an ending shows to be a name: any noun may be frequent.
 *
 * @param articles in which they were found, in the order of time
 * @param find finds the concepts of the topic
 */
export function standingBearers(
  names: readonly Unknown[],
  articles: readonly Observed[],
  concepts: readonly Concept[],
  find: ConceptFinder,
): readonly Bearer[] {
  const accepted = articles.map(({ decision }) => decision === 'accepted');
  const byLanguage = new Map<string, number>();
  for (const [at, { language }] of articles.entries()) {
    if (accepted[at]) byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
  }
  const stands = ({ articles: places, language }: Unknown): boolean =>
    places.filter((at) => accepted[at]).length >= Math.max(ARTICLES, SHARE * (byLanguage.get(language) ?? 0));
  const known = wordsOf(concepts);
  const frequent = names.filter((name) => isName(name) && !isOf(name, known) && stands(name));
  return bearersOf(frequent, articles, find).filter(({ articles: places }) =>
    isSpread(
      places.flatMap((at) => (accepted[at] ? (articles[at] ?? []) : [])),
      ARTICLES,
    ),
  );
}

function isName({ language, roles, kind }: Unknown): boolean {
  if (roles.has('byline')) return false;
  return language !== 'ko' || roles.size > 0 || kind === 'organisation';
}

/** The words of the names of concepts, folded. */
function wordsOf(concepts: readonly Concept[]): readonly string[] {
  return concepts.flatMap(({ names, seenAs }) =>
    [...Object.values(names).flat(), ...seenAs].flatMap((name) => fold(name).split(/[\s\p{P}]+/u)),
  );
}

/** Quill of Ada Quill, and Karsovian of Karsovia, are no names beside these. */
function isOf({ key }: Unknown, known: readonly string[]): boolean {
  if (key.includes(' ')) return false;
  const beginning = key.slice(0, Math.max(SHORTEST, key.length - 3));
  return known.some((word) => word.length >= SHORTEST && word.startsWith(beginning));
}

const SHORTEST = 4;
