import type { Language } from '../domain/time.ts';
import type { Lessons } from './lessons.ts';
import { countOrdinary, type Ordinary, tidy } from './ordinary.ts';
import { type Adopted, adopt, learnProfile, type Profile, presenceOf, tidyAdopted } from './profile.ts';
import { examine, type Relevance } from './relevance.ts';
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

/** An article before it is judged: what shows what ordinary input is like. */
export interface Unjudged {
  readonly terms: Terms;
  /** The log-odds by its facets; null: out; undefined: the topic has none. */
  readonly facets: number | null | undefined;
}

/** An article of the stream, with the log-odds it was judged at; null: out. */
export interface Seen {
  /** Null: not read, since it is out and not counted. */
  readonly terms: Terms | null;
  /** Whether it counts as one that shows what is ordinary. */
  readonly counted: boolean;
  readonly odds: number | null;
}

const TRAINING_EVERY = 300;
/** What is ordinary in a language is known after so many documents; from then on one in a few shows how it changes. */
const KNOWN_WELL = 2_000;
const COUNTED_ONE_IN = 8;
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
export function startLearning(lessons: Lessons, background: readonly Unjudged[]): Learned {
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
  const { state: first, seen } = overBackground(lessons, blank, background);
  const best = seen.toSorted((a, b) => (b.odds ?? OUT) - (a.odds ?? OUT)).slice(0, ADOPTED_PER_TRAINING);
  const adopting = adoptSure(first, best);
  return adopting.sinceTraining.adopted === 0 ? first : overBackground(lessons, adopting, background).state;
}

const OUT = Number.NEGATIVE_INFINITY;

function overBackground(lessons: Lessons, learned: Learned, background: readonly Unjudged[]) {
  const trained = train(lessons, learned);
  const model = examine(trained.profiles);
  const seen = background.map(({ terms, facets }) => ({
    terms,
    counted: true,
    odds: oddsWith(facets, model.relevance(terms)),
  }));
  const spread = spreadWith(
    NOTHING_SEEN,
    seen.map(({ odds }) => odds),
  );
  return { state: { ...trained, spread, acceptAt: accept(lessons, trained.profiles, spread) }, seen };
}

/** Goes on with a stored state, or starts anew, keeping what is ordinary, where the examples have changed since. */
export function resumeLearning(lessons: Lessons, stored: Learned): Learned {
  if (stored.lessons === lessons.hash) return stored;
  return train(lessons, { ...stored, lessons: lessons.hash, adopted: {}, spread: NOTHING_SEEN });
}

/** Takes articles in, in their order, that were judged by this very state: no more than it has `room` for. */
export function observe(lessons: Lessons, learned: Learned, articles: readonly Seen[]): Learned {
  const adopting = adoptSure(learned, articles);
  const observed = {
    ...adopting,
    ordinary: countOrdinary(
      learned.ordinary,
      articles.flatMap(({ terms, counted }) => (terms && counted ? [terms] : [])),
    ),
    spread: spreadWith(
      learned.spread,
      articles.map(({ odds }) => odds),
    ),
    sinceTraining: {
      documents: learned.sinceTraining.documents + articles.length,
      adopted: adopting.sinceTraining.adopted,
    },
  };
  return room(observed) > 0 ? observed : train(lessons, observed);
}

/**
 * Whether the next article shows what is ordinary. Where examples alone decide all do, since all are read for their verdict.
 *
 * @param seen what was judged by the state and not yet observed: it counts, so that it does not matter when it is.
 */
export function isCounted(
  { faceted }: Lessons,
  { ordinary, sinceTraining }: Learned,
  seen: readonly Seen[],
  language: Language,
): boolean {
  if (!faceted || (sinceTraining.documents + seen.length) % COUNTED_ONE_IN === 0) return true;
  const waiting = seen.filter(
    ({ terms, counted }) => counted && terms?.language === language && terms.length,
  );
  return (ordinary[language]?.documents ?? 0) + waiting.length < KNOWN_WELL;
}

/** How many articles more a state judges before what it saw changes it. */
export function room({ sinceTraining }: Learned): number {
  return Math.max(0, TRAINING_EVERY - sinceTraining.documents);
}

/** Learns from articles nobody labelled, where they are surely on topic. */
function adoptSure(learned: Learned, articles: readonly Seen[]): Learned {
  const model = examine(learned.profiles);
  let { adopted, sinceTraining } = learned;
  for (const { terms, odds } of articles) {
    if (terms === null || odds === null || odds < learned.acceptAt + WELL_ABOVE) continue;
    const { language } = terms;
    const profile = learned.profiles[language];
    if (!profile) continue;
    if (sinceTraining.adopted >= ADOPTED_PER_TRAINING) break;
    const { value, given } = model.relevance(terms);
    const lowest = profile.leftOut.toSorted((a, b) => a - b)[1] ?? 1;
    if (value < lowest || given < RELEVANT_ENOUGH) continue;
    adopted = { ...adopted, [language]: adopt(adopted[language], presenceOf(terms, profile.usualLength)) };
    sinceTraining = { ...sinceTraining, adopted: sinceTraining.adopted + 1 };
  }
  return { ...learned, adopted, sinceTraining };
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
/** They have their full say when there are so many; two only show a corner of a topic, and one nothing of its extent. */
const ENOUGH_EXAMPLES = 5;
/** An article of so many terms is held half to account for not saying what the examples say. */
const SHORT = 30;
/** Alone they decide; an article that has nothing in common with them is as far off as this. */
const ALONE = { least: -6, most: 6 };

/** The one score: log-odds by facets, by examples, or by facets as examples move them. Null: out. */
export function oddsWith(facets: Unjudged['facets'], relevance: Relevance): number | null {
  if (facets === null) return null;
  return (facets ?? 0) + saidByExamples(relevance, facets !== undefined).odds;
}

/** What examples add to the log-odds, and how much more that is than they add to an article that has nothing in common with them. */
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
