import type { Example, Topic } from '../domain/topic.ts';
import { hashOf } from '../text/fingerprints.ts';
import { detectLanguage } from '../text/language.ts';
import { type Terms, termsOf } from './terms.ts';

/** An example as far as its words matter. */
export interface Lesson extends Terms {
  /** Of the example. */
  readonly id: string;
}

/** What a topic is learned from. Examples that say the same are one. */
export interface Lessons {
  readonly positive: readonly Lesson[];
  readonly negative: readonly Lesson[];
  /** The topic has facets: they give the odds, and examples correct them. */
  readonly faceted: boolean;
  /** Changes exactly when one of the above does. */
  readonly hash: string;
  /** Examples without a single telling word; they are left out. */
  readonly empty: readonly string[];
}

export function lessonsOf({ examples, facets }: Pick<Topic, 'examples' | 'facets'>): Lessons {
  const positive = examples.positive.map(lessonOf);
  const negative = examples.negative.map(lessonOf);
  const faceted = facets.length > 0;
  return {
    positive: distinct(positive),
    negative: distinct(negative),
    faceted,
    hash: hashOf([positive.map(plain), negative.map(plain), faceted]),
    empty: [...positive, ...negative].filter(({ length }) => length === 0).map(({ id }) => id),
  };
}

/** Those with words, each once: an example given twice would vouch for itself. */
function distinct(lessons: readonly Lesson[]): readonly Lesson[] {
  const telling = lessons.filter(({ length }) => length > 0);
  return [...new Map(telling.map((lesson) => [hashOf(plain(lesson).slice(1)), lesson])).values()];
}

function plain({ id, language, found }: Lesson): readonly unknown[] {
  return [id, language, [...found].map(([term, { weight }]) => [term, weight])];
}

function lessonOf({ id, title, text, language }: Example): Lesson {
  const fields = [
    { field: 'title' as const, text: title },
    { field: 'text' as const, text },
  ];
  return { id, ...termsOf(fields, detectLanguage(`${title}\n${text}`, { stated: language })) };
}
