import type { Language } from '../../domain/time.ts';
import { eachTerm } from '../../text/words.ts';

/** What grouping reads of an article. */
export interface Told {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

/** How much each term of an article counts before it is known how common the term is. */
export type TermCounts = ReadonlyMap<string, number>;

/** A title says in eight words what happened. */
const TITLE_COUNTS = 2;
const TITLE_WORDS = 40;
/** News tells the event first and its background later; what comes further down is other events. */
const BODY_WORDS = 500;
/**
 * Names tell events apart better than common words do. A name is what is never written with a small letter: the first word of
 * a sentence is none, nor is a headline that capitalises all. Scripts without capitals show none.
 */
const NAME_COUNTS = 4;
/** So do numbers: that a quake was of 6.1 and killed 24 is said in every account of it, and of no other. */
const NUMBER_COUNTS = 3;
/** Longer words are no words. */
const WORD_LENGTH = 60;

/** The counted terms of an article: its title twice, then the first words of its body. Work is bounded, however long it is. */
export function countTerms({ title, text, language }: Told): TermCounts {
  const counts = new Map<string, number>();
  const common = new Set<string>();
  const count = (from: string, times: number, limit: number): void =>
    eachTerm(from, language, { numbers: true, limit }, (term, word) => {
      if (word.length > WORD_LENGTH) return;
      counts.set(term, (counts.get(term) ?? 0) + times * (isNumber(word) ? NUMBER_COUNTS : 1));
      if (!isCapital(word)) common.add(term);
    });
  count(title, TITLE_COUNTS, TITLE_WORDS);
  count(text.startsWith(title) ? text.slice(title.length) : text, 1, BODY_WORDS);
  for (const [term, times] of counts) if (!common.has(term)) counts.set(term, times * NAME_COUNTS);
  return counts;
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code <= 0x39 : /^\p{N}/u.test(word);
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(word);
}
