import type { Difference } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';

/** What the accounts of one story say differently. */
export function differences(
  _accounts: readonly Account[],
  _concepts: readonly Concept[],
): readonly Difference[] {
  return [];
}
