import type { Language } from '../domain/time.ts';
import type { Reason } from '../domain/verdict.ts';
import type { Mention } from '../text/names/concepts.ts';
import { eachTerm } from '../text/words.ts';

/** A field of an article, as plain text. A passage is one. */
export interface Field {
  readonly field: Reason['field'];
  readonly text: string;
}

/** The terms of a document. */
export interface Terms {
  readonly language: Language;
  readonly found: ReadonlyMap<string, Occurrences>;
  /** The sum of their weights. */
  readonly length: number;
  /** The concepts it names, as terms of a language that all share; null: they were not looked for. */
  readonly shared: Terms | null;
}

/** The "language" of concepts. */
export const SHARED: Language = '*';

/** Where and how often a term stands. */
interface Occurrences {
  /** How often; in the title it counts double. */
  readonly weight: number;
  /** The field that names it first, how it is written there, and how often it stands in that field. */
  readonly field: Reason['field'];
  readonly quote: string;
  readonly count: number;
}

/** News says early what it is about; later words recall the background. It also bounds the work on a text of 10 MB. */
const READ_WORDS = 600;
const IN_TITLE = 2;

/**
 * The terms of a document, of the first words of each field.
 *
 * @param shared the concepts it names, as terms; null: they were not looked for
 */
export function termsOf(fields: readonly Field[], language: Language, shared: Terms | null = null): Terms {
  const counting = startCounting();
  for (const { field, text } of fields) {
    const add = counting.in(field);
    eachTerm(text, language, { limit: READ_WORDS }, (term, quote) => add(term, quote));
  }
  return { language, ...counting.counted(), shared };
}

/** The concepts that the fields of an article name, as its terms in the language that all share. */
export function sharedTermsOf(fields: readonly (Field & { readonly mentions: readonly Mention[] })[]): Terms {
  const counting = startCounting();
  for (const { field, text, mentions } of fields) {
    const add = counting.in(field);
    for (const { concept, start, end } of mentions) add(concept.id, text.slice(start, end));
  }
  return { language: SHARED, ...counting.counted(), shared: null };
}

function startCounting() {
  const found = new Map<string, { weight: number; field: Reason['field']; quote: string; count: number }>();
  let length = 0;
  return {
    in(field: Reason['field']) {
      const weight = field === 'title' ? IN_TITLE : 1;
      return (term: string, quote: string): void => {
        length += weight;
        const known = found.get(term);
        if (known === undefined) found.set(term, { weight, field, quote, count: 1 });
        else {
          known.weight += weight;
          if (known.field === field) known.count += 1;
        }
      };
    },
    counted: () => ({ found, length }),
  };
}

/** What a term adds, and whether it was given by the examples or learned from the stream. */
export interface TermWeight {
  readonly weight: number;
  readonly learned: boolean;
}

/** A reason for each of the terms given that an article holds, strongest first: it quotes the term as it is written there. */
export function termReasons(
  { language, found }: Terms,
  weights: ReadonlyMap<string, TermWeight>,
): readonly Reason[] {
  return [...weights]
    .flatMap(([term, { weight, learned }]): readonly Reason[] => {
      const occurrences = found.get(term);
      if (!occurrences) return [];
      const { field, quote, count } = occurrences;
      return [
        {
          rule: `${language === SHARED ? 'shared' : 'term'}:${term}`,
          facets: [],
          field,
          quote,
          count,
          weight: Math.round(weight * 1000) / 1000,
          learned,
        },
      ];
    })
    .toSorted((a, b) => b.weight - a.weight);
}
