import type { Language } from '../domain/time.ts';
import type { Reason } from '../domain/verdict.ts';
import { termOf, words } from '../text/words.ts';

/** A field of an article, as plain text. A passage is one. */
export interface Field {
  readonly field: Reason['field'];
  readonly text: string;
}

/** The terms of a document with how often each stands in it; those of the title count twice. */
export interface Terms {
  readonly language: Language;
  readonly counts: ReadonlyMap<string, number>;
  /** The sum of `counts`. */
  readonly length: number;
}

/** News says early what it is about; later words recall the background. It also bounds the work on a text of 10 MB. */
const READ_WORDS = 600;
const IN_TITLE = 2;

export function termsOf(fields: readonly Field[], language: Language): Terms {
  const counts = new Map<string, number>();
  let length = 0;
  for (const { field, text } of fields) {
    const times = field === 'title' ? IN_TITLE : 1;
    for (const word of words(text, language, READ_WORDS)) {
      const term = termOf(word.text, language);
      if (term === null) continue;
      counts.set(term, (counts.get(term) ?? 0) + times);
      length += times;
    }
  }
  return { language, counts, length };
}

/** What a term adds, and whether it was given by the examples or learned from the stream. */
export interface TermWeight {
  readonly weight: number;
  readonly learned: boolean;
}

/**
 * Shows where terms stand: a reason for each term, strongest first, that quotes its first occurrence as it is written and counts
 * the occurrences in that field.
 */
export function termReasons(
  fields: readonly Field[],
  language: Language,
  weights: ReadonlyMap<string, TermWeight>,
): readonly Reason[] {
  const found = new Map<string, { field: Reason['field']; quote: string; count: number }>();
  for (const { field, text } of fields) {
    for (const word of words(text, language, READ_WORDS)) {
      const term = termOf(word.text, language);
      if (term === null || !weights.has(term)) continue;
      const first = found.get(term);
      if (first === undefined) found.set(term, { field, quote: word.text, count: 1 });
      else if (first.field === field) first.count += 1;
    }
  }
  return [...found]
    .map(([term, where]): Reason => {
      const { weight, learned } = weights.get(term) ?? { weight: 0, learned: true };
      return { rule: `term:${term}`, facets: [], ...where, weight, learned };
    })
    .toSorted((a, b) => b.weight - a.weight);
}
