import type { Difference, DifferenceKind, Quoted } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';
import { type Claims, claimsOf, compareClaims, type Read, read } from './differences.ts';

/** A value an account gives for another event than its story's. */
export interface BackgroundValue extends Quoted {
  readonly kind: DifferenceKind;
  readonly subject: string;
  readonly value: string;
}

/** What the accounts of a story say of other events, in their order: what another story may tell otherwise. */
export function backgroundValues(
  accounts: readonly Account[],
  concepts: readonly Concept[],
): readonly BackgroundValue[] {
  const { days, quantities, holders } = claimsOf(read(accounts, concepts));
  return [...days, ...quantities, ...holders]
    .flat()
    .filter(({ background }) => background)
    .map(({ kind, subject, value, passage }) => ({
      kind,
      subject,
      value,
      articleId: passage.account.articleId,
      quote: passage.text,
    }));
}

/**
 * On what two stories differ where one looks back on the event of the other, or both on a third: the meeting that one story puts on the third
 * of September and another on the fourth. Always `background`.
 */
export function differencesAcross(
  story: readonly Account[],
  other: readonly Account[],
  concepts: readonly Concept[],
): readonly Difference[] {
  const both = read([...story, ...other], concepts);
  const mine = new Set(story.map(({ articleId }) => articleId));
  return compareClaims(lookingBack(both), both).filter(({ values }) => {
    const sides = new Set(values.flatMap(({ quotes }) => quotes.map(({ articleId }) => mine.has(articleId))));
    return sides.size === 2;
  });
}

/** Days only: they tell which event is meant. All count as background, so that they need to share as much as background does. */
function lookingBack(both: Read): Claims {
  const { days } = claimsOf(both);
  const marked = days.map((list) => list.map((day) => ({ ...day, background: true })));
  return { days: marked, quantities: [], holders: [], places: [], recipients: [] };
}
