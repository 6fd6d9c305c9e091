import type { Known } from '../novelty.ts';
import { LEAST_ANCHOR } from './anchors.ts';
import { type Member, termsOf } from './members.ts';
import type { Vocabulary } from './vector.ts';

/** What the accounts of a story have told already, for an article that joins them. */
export function knownTo(
  accounts: readonly Member[],
  { outlet, language: own }: { readonly outlet?: string; readonly language: string },
  vocabulary: Vocabulary,
): Known {
  const numbers = termsOf(accounts);
  const has = (term: string): boolean => {
    const number = vocabulary.numberOf(term);
    return number !== undefined && numbers.has(number);
  };
  return {
    inLanguage: (language) =>
      2 * accounts.filter((account) => account.language === language).length >= accounts.length,
    by: accounts.some((account) => account.outlet === outlet && account.language === own)
      ? 'outlet'
      : 'others',
    has,
    phases: new Set(accounts.flatMap(({ phases }) => phases)),
    counts: (number) => number < LEAST_ANCHOR || has(`number:${number}`),
  };
}
