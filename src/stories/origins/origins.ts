import type { Comparison } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';

export function origins(
  accounts: readonly Account[],
  _concepts: readonly Concept[],
): Pick<Comparison, 'origins' | 'unnamed' | 'lostAttributions'> {
  return { origins: [], unnamed: accounts.map(({ articleId }) => articleId), lostAttributions: [] };
}
