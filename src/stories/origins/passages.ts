import type { Language } from '../../domain/time.ts';
import { termOf, words } from '../../text/words.ts';
import type { Heard } from './origins.ts';

/** So many words in a row are no accident; fewer in scripts that put more into one. */
const RUN: Readonly<Record<Language, number>> = { ko: 9, ja: 16, zh: 16 };
const USUAL_RUN = 12;

/** A passage of one account that stands in another: the sentences it lies in, in both. */
export interface Shared {
  readonly quote: string;
  /** Which sentence of the other account holds it. */
  readonly sentence: number;
}

/** The first passage of at least twelve words that an account has word for word from the other; null: none. */
export function sharedPassage(account: Heard, other: Heard): Shared | null {
  if (account.account.language !== other.account.language) return null;
  const run = RUN[account.account.language] ?? USUAL_RUN;
  const places = new Map<string, number>();
  for (const [sentence, text] of other.sentences.entries()) {
    for (const part of runsOf(text, other.account.language, run)) places.set(part, sentence);
  }
  for (const quote of account.sentences) {
    // What somebody said in public may be in two accounts without one going back to the other.
    if (/["“”«»„‘`「]|''/u.test(quote)) continue;
    for (const part of runsOf(quote, account.account.language, run)) {
      const sentence = places.get(part);
      if (sentence !== undefined) return { quote, sentence };
    }
  }
  return null;
}

function runsOf(sentence: string, language: Language, length: number): readonly string[] {
  const terms = words(sentence, language, 400).map(
    ({ text }) => termOf(text, language, { numbers: true, stopWords: true }) ?? '',
  );
  const found: string[] = [];
  for (let at = 0; at + length <= terms.length; at += 1) found.push(terms.slice(at, at + length).join(' '));
  return found;
}
