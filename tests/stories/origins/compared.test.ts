import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/domain/comparison.ts';
import { bears, compared, type LabelledStory, labelledStories } from './labelled.ts';

interface Scored {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Of the right ones, how many are parties as labelled. */
  readonly partyRight: number;
}

/** Each expected origin is held against one claimed one, that which has most of its accounts: an origin in two pieces is one wrong. */
function score(story: LabelledStory): Scored {
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

describe('the origins of 44 hand-made stories in three languages', () => {
  const stories = labelledStories();
  const scores = stories.map(score);
  const right = scores.reduce((sum, one) => sum + one.right, 0);
  const wrong = scores.flatMap((one) => one.wrong);
  const expected = stories.flatMap(({ expected: { origins } }) =>
    origins.flatMap(({ accounts }) => accounts),
  ).length;

  it('are found, and none that is not there', () => {
    const precision = right / (right + wrong.length);
    const recall = right / expected;
    const parties = scores.reduce((sum, one) => sum + one.partyRight, 0) / right;
    console.log(
      `origins: ${expected} pairs of account and origin, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; ` +
        `party as labelled ${parties.toFixed(3)}`,
    );
    expect(stories.length).toBeGreaterThanOrEqual(44);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall, scores.flatMap((one) => one.missed).join('\n')).toBeGreaterThanOrEqual(0.8);
  });

  it.each(stories.map((story) => [story.id, story] as const))(
    '%s: every account is named or unnamed',
    (_, story) => {
      const { origins, unnamed } = compared(story);
      const named = new Set(origins.flatMap(({ accounts }) => accounts.map(({ articleId }) => articleId)));
      expect([...named, ...unnamed].sort()).toEqual(story.articles.map(({ id }) => id).sort());
      for (const { articleId, quote } of origins.flatMap(({ accounts }) => accounts)) {
        const { title = '', text = '' } = story.articles.find(({ id }) => id === articleId) ?? {};
        expect(`${title}\n${text}`).toContain(quote);
      }
    },
  );
});
