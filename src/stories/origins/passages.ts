/** What one account has word for word from another. */

import type { Language } from '../../domain/time.ts';
import { words } from '../../text/words.ts';
import type { Heard } from './heard.ts';

/** So many words in a row are no accident; fewer in Korean, which puts more into one. */
const RUN: Readonly<Record<Language, number>> = { ko: 9, ja: 16, zh: 16 };
const USUAL_RUN = 12;

/** The rows of words an account holds, each with the sentence it lies in. */
export type Passages = ReadonlyMap<string, number>;

/** A passage of one account that stands in another too. */
interface Shared {
  /** The sentence it lies in. */
  readonly quote: string;
  /** Which sentence of the other account holds it. */
  readonly sentence: number;
}

/** What an account can be copied by. */
export function passagesOf({ sentences, account: { language } }: Heard): Passages {
  const found = new Map<string, number>();
  for (const [at, sentence] of sentences.entries()) {
    for (const run of runsOf(sentence, language)) found.set(run, at);
  }
  return found;
}

/** The first passage an account has word for word from another in its language; null: none. */
export function sharedPassage(
  { sentences, account: { language } }: Heard,
  passages: Passages,
): Shared | null {
  for (const quote of sentences) {
    // What somebody said in public may be in two accounts without one going back to the other.
    if (/["“”«»„‘`「]|''/u.test(quote)) continue;
    for (const run of runsOf(quote, language)) {
      const sentence = passages.get(run);
      if (sentence !== undefined) return { quote, sentence };
    }
  }
  return null;
}

/** Longer sentences are lists. */
const WORDS_READ = 400;

function* runsOf(sentence: string, language: Language): Generator<string> {
  const length = RUN[language] ?? USUAL_RUN;
  const said = words(sentence, language, WORDS_READ).map(({ text }) => text.toLowerCase());
  for (let at = 0; at + length <= said.length; at += 1) yield said.slice(at, at + length).join(' ');
}
