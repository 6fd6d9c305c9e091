/** What is asked of the same words again and again, kept. */

import { standalone } from '../../text/fold.ts';

/** So many answers are kept, of words that are no longer than names are. */
const MEMORY = 4_000;
const LONGEST_KEPT = 40;

/** A function of single words that remembers its answers. */
export function remembered<Answer>(of: (word: string) => Answer): (word: string) => Answer {
  const memory = new Map<string, Answer>();
  return (word) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const made = of(word);
    if (memory.size >= MEMORY) memory.clear();
    if (word.length <= LONGEST_KEPT) memory.set(standalone(word), made);
    return made;
  };
}
