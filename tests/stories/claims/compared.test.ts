import { expect, it } from 'vitest';
import { compared, labelledStories } from '../origins/labelled.ts';

// The labels are of two kinds: claims written down before there was anything to tune, and claims that were found later and read
// against the other accounts. So recall is a figure of the first kind mostly, and precision one of both.
it('what only one account of 44 hand-made stories has is found, and little else', () => {
  let right = 0;
  let labelled = 0;
  const wrong: string[] = [];
  for (const story of labelledStories()) {
    const { soleClaims } = story.expected;
    labelled += soleClaims.length;
    for (const { articleId, quote } of compared(story).soleClaims) {
      if (soleClaims.some((one) => one.articleId === articleId && quote.includes(one.contains))) right += 1;
      else wrong.push(`${articleId}: ${quote}`);
    }
  }
  const precision = right / (right + wrong.length);
  const recall = right / labelled;
  console.log(
    `sole claims: ${labelled} labelled, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});
