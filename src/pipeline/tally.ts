import type { ChangeSet } from '../domain/change.ts';

/** What deciding changed, in numbers. */
export interface Tally {
  /** Articles never seen before, and new revisions of known ones. */
  readonly fresh: number;
  readonly revised: number;
  /** Newly accepted and newly put up for review; an article counts once for each topic. */
  readonly accepted: number;
  readonly review: number;
}

export const NOTHING: Tally = { fresh: 0, revised: 0, accepted: 0, review: 0 };

/** Adds a change set. Where the corpus was judged again (no articles in it), what opened a story counts as accepted. */
export function tally(total: Tally, { articles, judgements, developments }: ChangeSet): Tally {
  const told = articles.filter(({ page }) => page !== 'late');
  const fresh = new Set(told.filter(({ revision }) => revision === 1).map(({ id }) => id));
  const newly = (decision: string) =>
    judgements.filter((one) => one.decision === decision && fresh.has(one.articleId)).length;
  const opened = developments.filter(({ kind }) => kind === 'opening').length;
  return {
    fresh: total.fresh + fresh.size,
    revised: total.revised + told.length - fresh.size,
    accepted: total.accepted + (articles.length === 0 ? opened : newly('accepted')),
    review: total.review + newly('review'),
  };
}
