import type { SoleClaim } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';

export function soleClaims(
  _accounts: readonly Account[],
  _concepts: readonly Concept[],
): readonly SoleClaim[] {
  return [];
}
