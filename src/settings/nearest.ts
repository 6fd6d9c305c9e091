import { distance } from 'fastest-levenshtein';

/** The word that a text most probably misspells; undefined where none is near. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const far = distance(wanted, word.toLowerCase());
    if (far < least) [best, least] = [word, far];
  }
  return best;
}
