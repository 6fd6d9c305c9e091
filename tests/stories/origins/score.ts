import type { Origin } from '../../../src/domain/comparison.ts';
import { bears, compared, type LabelledStory } from './labelled.ts';

interface Scored {
  /** Pairs of account and origin that are labelled. */
  readonly expected: number;
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Origins found that are parties as labelled, that are none, and that are and were not told. */
  readonly parties: {
    readonly right: number;
    readonly wrong: readonly string[];
    readonly missed: readonly string[];
  };
}

/**
 * Each expected origin is held against one claimed one, that which has most of its accounts: an origin in two pieces is one
 * wrong.
 */
export function scoreOrigins(story: LabelledStory): Scored {
  const claimed = new Set<Origin>(compared(story).origins);
  let right = 0;
  let expected = 0;
  const missed: string[] = [];
  const parties = { right: 0, wrong: [] as string[], missed: [] as string[] };
  for (const { name, party, accounts } of story.expected.origins) {
    const common = (origin: Origin): number =>
      origin.accounts.filter(({ articleId }) => accounts.includes(articleId)).length;
    const [best] = [...claimed].filter((origin) => bears(origin, name)).sort((a, b) => common(b) - common(a));
    const found = best ? common(best) : 0;
    const label = `${story.id}: ${name}`;
    right += found;
    expected += accounts.length;
    if (found < accounts.length) missed.push(label);
    if (best && found > 0) {
      if (best.party && party) parties.right += 1;
      else if (best.party) parties.wrong.push(label);
      else if (party) parties.missed.push(label);
    }
    if (best && found === best.accounts.length) claimed.delete(best);
  }
  const wrong = [...claimed].flatMap(({ name, accounts }) =>
    accounts
      .filter(
        ({ articleId }) =>
          !story.expected.origins.some(
            (one) => bears({ name }, one.name) && one.accounts.includes(articleId),
          ),
      )
      .map(({ articleId }) => `${articleId}: ${name}`),
  );
  return { expected, right, wrong, missed, parties };
}

/** The scores of several stories in one. */
export function sumOf(
  scores: readonly Scored[],
): Scored & { readonly precision: number; readonly recall: number } {
  const sum = (of: (one: Scored) => number): number => scores.reduce((total, one) => total + of(one), 0);
  const wrong = scores.flatMap((one) => one.wrong);
  const right = sum((one) => one.right);
  const expected = sum((one) => one.expected);
  return {
    expected,
    right,
    wrong,
    missed: scores.flatMap((one) => one.missed),
    parties: {
      right: sum((one) => one.parties.right),
      wrong: scores.flatMap((one) => one.parties.wrong),
      missed: scores.flatMap((one) => one.parties.missed),
    },
    precision: right / (right + wrong.length),
    recall: right / expected,
  };
}
