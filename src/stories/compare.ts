import type { Comparison } from '../domain/comparison.ts';
import type { Concept } from '../domain/topic.ts';
import type { Account } from './account.ts';
import { soleClaims } from './claims/claims.ts';
import { differences } from './differences/differences.ts';
import { origins } from './origins/origins.ts';

/**
 * Compares the accounts of one story: on what they differ, what only one of them has, and whom they go back to.
 *
 * @param accounts those that tell the event, in any order
 * @param concepts the topic's, which hold one name in several languages; empty: none
 */
export function compare(accounts: readonly Account[], concepts: readonly Concept[]): Comparison {
  const differing = differences(accounts, concepts);
  return {
    differences: differing,
    soleClaims: soleClaims(accounts, concepts, differing),
    ...origins(accounts, concepts),
  };
}
