import type { Language } from '../domain/time.ts';
import type { Lessons } from './lessons.ts';
import { countOrdinary, type Ordinary, tidy } from './ordinary.ts';
import { type Adopted, adopt, learnProfile, type Profile, presenceOf, tidyAdopted } from './profile.ts';
import { type Examined, examine, type Relevance } from './relevance.ts';
import type { Terms } from './terms.ts';
import {
  faded,
  NOTHING_SEEN,
  type Spread,
  spreadWith,
  thresholdByExamples,
  thresholdByOdds,
} from './threshold.ts';

/**
 * Everything a topic learned on the way. Plain JSON of bounded size; the same state and the same input give the same
 * verdict and the same next state.
 */
export interface Learned {
  readonly version: 1;
  /** Of the lessons: other examples start a new state. */
  readonly lessons: string;
  readonly ordinary: Ordinary;
  readonly adopted: Readonly<Record<Language, Adopted>>;
  readonly profiles: Readonly<Record<Language, Profile>>;
  readonly spread: Spread;
  /** The log-odds from which to accept, before the topic's breadth moves it. */
  readonly acceptAt: number;
  /** What came since the last training. */
  readonly sinceTraining: { readonly documents: number; readonly adopted: number };
}

/** An article of the stream. */
export interface Seen {
  readonly terms: Terms;
  /** The log-odds its facets give; null: a required one is missing; undefined: the topic has none. */
  readonly facets: number | null | undefined;
}

const TRAINING_EVERY = 300;
const ADOPTED_PER_TRAINING = 10;
/** An article is adopted where it is this much (in log-odds) above acceptance, */
const WELL_ABOVE = Math.log(1.2);
/** and as relevant by the examples alone as is accepted where nothing of the stream is known. */
const RELEVANT_ENOUGH = 0.75;

/**
 * Starts a topic's state.
 *
 * @param background unlabelled articles that show what ordinary input looks like; may be empty.
 */
export function startLearning(lessons: Lessons, background: readonly Seen[]): Learned {
  const blank: Learned = {
    version: 1,
    lessons: lessons.hash,
    ordinary: countOrdinary(
      {},
      background.map(({ terms }) => terms),
    ),
    adopted: {},
    profiles: {},
    spread: NOTHING_SEEN,
    acceptAt: 0,
    sinceTraining: { documents: 0, adopted: 0 },
  };
  const first = overBackground(lessons, blank, background);
  const model = examine(first.profiles);
  const best = background
    .map((seen) => ({
      seen,
      score: oddsWith(seen.facets, model.relevance(seen.terms)) ?? Number.NEGATIVE_INFINITY,
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, ADOPTED_PER_TRAINING);
  const adopting = best.reduce((state, { seen }) => adoptIfSure(state, seen, model), first);
  return adopting.sinceTraining.adopted === 0 ? first : overBackground(lessons, adopting, background);
}

function overBackground(lessons: Lessons, learned: Learned, background: readonly Seen[]): Learned {
  const trained = train(lessons, learned);
  const model = examine(trained.profiles);
  const scores = background.map((seen) => oddsWith(seen.facets, model.relevance(seen.terms)));
  const spread = spreadWith(NOTHING_SEEN, scores);
  return { ...trained, spread, acceptAt: accept(lessons, trained.profiles, spread) };
}

/** Goes on with a stored state, or starts anew, keeping what is ordinary, where the examples have changed since. */
export function resumeLearning(lessons: Lessons, stored: Learned): Learned {
  if (stored.lessons === lessons.hash) return stored;
  return train(lessons, { ...stored, lessons: lessons.hash, adopted: {}, spread: NOTHING_SEEN });
}

/**
 * Takes articles in, in their order, after they were judged. How they are cut into batches makes no difference to the state.
 */
export function observe(lessons: Lessons, learned: Learned, articles: readonly Seen[]): Learned {
  let state = learned;
  for (let at = 0; at < articles.length; ) {
    const room = TRAINING_EVERY - state.sinceTraining.documents;
    const batch = articles.slice(at, at + room);
    at += batch.length;
    state = observeBatch(state, batch);
    if (state.sinceTraining.documents >= TRAINING_EVERY) state = train(lessons, state);
  }
  return state;
}

function observeBatch(learned: Learned, batch: readonly Seen[]): Learned {
  const model = examine(learned.profiles);
  const adopting = batch.reduce((state, seen) => adoptIfSure(state, seen, model), learned);
  return {
    ...adopting,
    ordinary: countOrdinary(
      learned.ordinary,
      batch.map(({ terms }) => terms),
    ),
    spread: spreadWith(
      learned.spread,
      batch.map((seen) => oddsWith(seen.facets, model.relevance(seen.terms))),
    ),
    sinceTraining: {
      documents: learned.sinceTraining.documents + batch.length,
      adopted: adopting.sinceTraining.adopted,
    },
  };
}

/** Learns from an article nobody labelled, where it is surely on topic. */
function adoptIfSure(state: Learned, seen: Seen, model: Examined): Learned {
  const { sinceTraining, profiles, adopted } = state;
  const { language } = seen.terms;
  const profile = profiles[language];
  if (!profile || sinceTraining.adopted >= ADOPTED_PER_TRAINING) return state;
  const relevance = model.relevance(seen.terms);
  const score = oddsWith(seen.facets, relevance);
  const lowest = profile.leftOut.toSorted((a, b) => a - b)[1] ?? 1;
  const sure =
    score !== null &&
    score >= state.acceptAt + WELL_ABOVE &&
    relevance.value >= lowest &&
    relevance.given >= RELEVANT_ENOUGH;
  if (!sure) return state;
  return {
    ...state,
    adopted: {
      ...adopted,
      [language]: adopt(adopted[language], presenceOf(seen.terms, profile.usualLength)),
    },
    sinceTraining: { ...sinceTraining, adopted: sinceTraining.adopted + 1 },
  };
}

function train(lessons: Lessons, learned: Learned): Learned {
  const ordinary = tidy(learned.ordinary);
  const adopted = Object.fromEntries(
    Object.entries(learned.adopted).map(([language, known]) => [
      language,
      tidyAdopted(known, ordinary[language]),
    ]),
  );
  const negative = Map.groupBy(lessons.negative, ({ language }) => language);
  const profiles = Object.fromEntries(
    [...Map.groupBy(lessons.positive, ({ language }) => language)].map(([language, positive]) => [
      language,
      learnProfile(positive, negative.get(language) ?? [], ordinary[language], adopted[language]),
    ]),
  );
  const spread = faded(learned.spread);
  return {
    ...learned,
    ordinary,
    adopted,
    profiles,
    spread,
    acceptAt: accept(lessons, profiles, spread),
    sinceTraining: { documents: 0, adopted: 0 },
  };
}

function accept(lessons: Lessons, profiles: Readonly<Record<Language, Profile>>, spread: Spread): number {
  if (lessons.faceted) return thresholdByOdds(spread);
  return thresholdByExamples(
    Object.values(profiles).flatMap(({ leftOut }) => leftOut),
    spread,
  );
}

/** How strongly examples speak beside facets, and how far they can move what those say. */
const BESIDE_FACETS = { times: 1.5, least: -2, most: 1.5 };
/** Alone they decide; an article that has nothing in common with them is as far off as this. */
const ALONE = { times: 1, least: -6, most: 6 };

/** The one score: log-odds by facets, by examples, or by facets as examples move them. Null: out. */
export function oddsWith(facets: Seen['facets'], relevance: Relevance): number | null {
  if (facets === null) return null;
  return (facets ?? 0) + saidByExamples(relevance, facets !== undefined).odds;
}

/**
 * What examples add to the log-odds, and how much of that is above what they add to an article that has nothing in common with
 * them. Beside facets they are silent in a language that has no example: there is nothing to compare with.
 */
export function saidByExamples({ value, native }: Relevance, besideFacets: boolean) {
  if (besideFacets && !native) return { odds: 0, earned: 0 };
  const { times, least, most } = besideFacets ? BESIDE_FACETS : ALONE;
  const odds = Math.min(most, Math.max(least, times * Math.log(value)));
  return { odds, earned: odds - least };
}
