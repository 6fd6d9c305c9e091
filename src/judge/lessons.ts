import type { Answer } from '../domain/label.ts';
import type { Example, Topic } from '../domain/topic.ts';
import { sha256 } from '../text/fingerprints.ts';
import { detectLanguage } from '../text/language.ts';
import type { ConceptFinder } from '../text/names/concepts.ts';
import type { Weighed } from './profile.ts';
import { sharedTermsOf, type Terms, termsOf } from './terms.ts';

/** An example as far as its words matter. */
export interface Lesson extends Weighed {
  /** Of the example. */
  readonly id: string;
}

/** An article that a person answered for, as far as it teaches. */
export interface Answered extends Terms {
  readonly id: string;
  readonly answer: Answer;
  /** Its log-odds by its facets; null: out; undefined: the topic has none. */
  readonly facets: number | null | undefined;
}

/** What a topic is learned from. Examples that say the same are one. */
export interface Lessons {
  /** Examples, and what was answered with yes. */
  readonly positive: readonly Lesson[];
  readonly negative: readonly Lesson[];
  /** In the order they were answered. */
  readonly answered: readonly Answered[];
  /** The topic has facets: they give the odds, and examples correct them. */
  readonly faceted: boolean;
  /** Changes exactly when an example does, or what of the topic gives the odds by facets. */
  readonly hash: string;
  /** Changes exactly when an answer does. */
  readonly answers: string;
  /** Examples without a single telling word; they are left out. */
  readonly empty: readonly string[];
  /** Examples in the very words of an article that was answered otherwise; the answer came later and counts. */
  readonly contradicted: readonly string[];
}

/** People are asked about what lies near the threshold: it is on the topic, and less typical of it than an example. */
const ANSWER_WORTH = 0.5;

/** @param find what finds the topic's concepts in a text. */
export function lessonsOf(topic: Topic, find: ConceptFinder, answered: readonly Answered[]): Lessons {
  const { examples, facets, concepts, exclude } = topic;
  const positive = examples.positive.map((example) => lessonOf(example, find));
  const negative = examples.negative.map((example) => lessonOf(example, find));
  const faceted = facets.length > 0;
  const said = (wanted: Answer): readonly Lesson[] =>
    answered.filter(({ answer }) => answer === wanted).map((one) => ({ ...one, worth: ANSWER_WORTH }));
  const agreeing = without(positive, said('no'));
  const counter = without(negative, said('yes'));
  return {
    positive: distinct([...agreeing, ...said('yes')]),
    negative: distinct([...counter, ...said('no')]),
    answered: answered.filter(({ length }) => length > 0),
    faceted,
    hash: sha256(JSON.stringify([positive.map(plain), negative.map(plain), facets, concepts, exclude])),
    answers: sha256(JSON.stringify(answered.map((one) => [one.answer, ...plain(one)]))),
    empty: [...positive, ...negative].filter(({ length }) => length === 0).map(({ id }) => id),
    contradicted: [...positive, ...negative]
      .filter((lesson) => !agreeing.includes(lesson) && !counter.includes(lesson))
      .map(({ id }) => id),
  };
}

function without(lessons: readonly Lesson[], others: readonly Lesson[]): readonly Lesson[] {
  const words = new Set(others.map(wordsOf));
  return lessons.filter((lesson) => !words.has(wordsOf(lesson)));
}

/** Those with words, each once: an example given twice would vouch for itself. */
function distinct(lessons: readonly Lesson[]): readonly Lesson[] {
  const telling = lessons.filter(({ length }) => length > 0);
  return [...new Map(telling.map((lesson) => [wordsOf(lesson), lesson])).values()];
}

const wordsOf = (lesson: Terms & { readonly id: string }): string => JSON.stringify(plain(lesson).slice(1));

function plain({ id, language, found }: Terms & { readonly id: string }): readonly unknown[] {
  return [id, language, [...found].map(([term, { weight }]) => [term, weight])];
}

function lessonOf({ id, title, text, language }: Example, find: ConceptFinder): Lesson {
  const fields = [
    { field: 'title' as const, text: title },
    { field: 'text' as const, text },
  ];
  const shared = sharedTermsOf([
    { field: 'title', text: title, ...find(title, 'title') },
    { field: 'text', text, ...find(text, 'body') },
  ]);
  return {
    id,
    worth: 1,
    ...termsOf(fields, detectLanguage(`${title}\n${text}`, { stated: language }), shared),
  };
}
