import type { Origin } from '../../../src/domain/comparison.ts';
import { bears, compared, type LabelledStory } from './labelled.ts';

interface Scored {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Of the right ones, how many are parties as labelled. */
  readonly partyRight: number;
}

/**
 * Each expected origin is held against one claimed one, that which has most of its accounts: an origin in two pieces is one
 * wrong.
 */
export function scoreOrigins(story: LabelledStory): Scored {
  const claimed = new Set<Origin>(compared(story).origins);
  let right = 0;
  let partyRight = 0;
  const missed: string[] = [];
  for (const { name, party, accounts } of story.expected.origins) {
    const common = (origin: Origin): number =>
      origin.accounts.filter(({ articleId }) => accounts.includes(articleId)).length;
    const [best] = [...claimed].filter((origin) => bears(origin, name)).sort((a, b) => common(b) - common(a));
    const found = best ? common(best) : 0;
    right += found;
    if (best?.party === party) partyRight += found;
    if (found < accounts.length) missed.push(`${story.id}: ${name}`);
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
  return { right, wrong, missed, partyRight };
}
