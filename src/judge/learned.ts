import type { ThresholdMove } from '../domain/learning.ts';
import type { Language } from '../domain/time.ts';
import { movedByAnswers } from './answers.ts';
import type { Lesson, Lessons } from './lessons.ts';
import { countOrdinary, type Ordinary, tidy } from './ordinary.ts';
import { type Adopted, adopt, learnProfile, type Profile, presenceOf, tidyAdopted } from './profile.ts';
import { examine } from './relevance.ts';
import { oddsWith } from './score.ts';
import { SHARED, type Terms } from './terms.ts';
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
  readonly version: 2;
  /** Of the lessons: other examples or names start a new state. */
  readonly lessons: string;
  /** Of what people answered: other answers train the state there is. */
  readonly answers: string;
  /** The stream teaches it nothing more; what people say still does. */
  readonly frozen: boolean;
  readonly ordinary: Ordinary;
  readonly adopted: Readonly<Record<Language, Adopted>>;
  readonly profiles: Readonly<Record<Language, Profile>>;
  readonly spread: Spread;
  /** The log-odds from which to accept, before the topic's breadth moves it. */
  readonly acceptAt: number;
  /** That of the beginning. */
  readonly firstAcceptAt: number;
  /** How it moved since, of many moves the newest. */
  readonly moves: readonly ThresholdMove[];
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
    version: 2,
    lessons: lessons.hash,
    answers: lessons.answers,
    frozen: false,
    ordinary: countOrdinary(
      {},
      background.flatMap(({ terms }) => withShared(terms)),
    ),
    adopted: {},
    profiles: {},
    spread: NOTHING_SEEN,
    acceptAt: 0,
    firstAcceptAt: 0,
    moves: [],
    sinceTraining: { documents: 0, adopted: 0 },
  };
  const { state: first, seen } = overBackground(lessons, blank, background);
  const best = seen.toSorted((a, b) => (b.odds ?? OUT) - (a.odds ?? OUT)).slice(0, ADOPTED_PER_TRAINING);
  const adopting = adoptSure(first, best);
  const begun =
    adopting.sinceTraining.adopted === 0 ? first : overBackground(lessons, adopting, background).state;
  return { ...begun, firstAcceptAt: begun.acceptAt };
}

/** What shows what is ordinary: the words of an article, and the concepts it names. */
function withShared(terms: Terms): readonly Terms[] {
  return terms.shared ? [terms, terms.shared] : [terms];
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
  return { state: thresholded(lessons, { ...trained, spread }), seen };
}

/**
 * Goes on with a stored state. It is trained where people answered otherwise since, and starts anew, keeping only what is
 * ordinary, where the examples or names have changed: old scores say nothing of new ones.
 */
export function resumeLearning(lessons: Lessons, stored: Learned): Learned {
  const { hash, answers } = lessons;
  if (stored.version !== 2) return startLearning(lessons, []);
  if (stored.lessons !== hash)
    return train(lessons, { ...stored, lessons: hash, answers, adopted: {}, spread: NOTHING_SEEN });
  return stored.answers === answers ? stored : train(lessons, { ...stored, answers });
}

/** Takes articles in, in their order, that were judged by this very state: no more than it has `room` for. */
export function observe(lessons: Lessons, learned: Learned, articles: readonly Seen[]): Learned {
  if (learned.frozen) return learned;
  const adopting = adoptSure(learned, articles);
  const observed = {
    ...adopting,
    ordinary: countOrdinary(
      learned.ordinary,
      articles.flatMap(({ terms, counted }) => (terms && counted ? withShared(terms) : [])),
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
 * Whether the next article shows what is ordinary.
 *
 * @param seen what was judged by the state and not yet observed: it counts, so that it does not matter when it is.
 */
export function isCounted(
  { ordinary, sinceTraining }: Learned,
  seen: readonly Seen[],
  language: Language,
): boolean {
  if ((sinceTraining.documents + seen.length) % COUNTED_ONE_IN === 0) return true;
  const lacking = KNOWN_WELL - (ordinary[language]?.documents ?? 0);
  if (lacking <= 0 || seen.length < lacking) return lacking > 0; // without looking, which would be done for every article
  const waiting = seen.filter(
    ({ terms, counted }) => counted && terms?.language === language && terms.length,
  );
  return waiting.length < lacking;
}

/** How many articles more a state judges before what it saw changes it. */
export function room({ sinceTraining, frozen }: Learned): number {
  if (frozen) return Number.POSITIVE_INFINITY;
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
  const negative = byLanguage(lessons.negative);
  const profiles = Object.fromEntries(
    [...byLanguage(lessons.positive)].map(([language, positive]) => [
      language,
      learnProfile(positive, negative.get(language) ?? [], ordinary[language], adopted[language]),
    ]),
  );
  const spread = faded(learned.spread);
  const sinceTraining = { documents: 0, adopted: 0 };
  return thresholded(lessons, { ...learned, ordinary, adopted, profiles, spread, sinceTraining });
}

/** Lessons by their language, and once more by the concepts they name. */
function byLanguage(lessons: readonly Lesson[]): ReadonlyMap<Language, readonly Lesson[]> {
  const named = lessons.flatMap((one) => (one.shared?.length ? [{ ...one, ...one.shared }] : []));
  return Map.groupBy([...lessons, ...named], ({ language }) => language);
}

/** With the threshold that follows from the rest of the state. */
function thresholded(lessons: Lessons, learned: Learned): Learned {
  const { profiles, spread } = learned;
  const relevances = Object.entries(profiles).flatMap(([language, { leftOut }]) =>
    language === SHARED ? [] : leftOut,
  );
  const unasked = lessons.faceted ? thresholdByOdds(spread) : thresholdByExamples(relevances, spread);
  return { ...learned, acceptAt: movedByAnswers(unasked, lessons, profiles) };
}
