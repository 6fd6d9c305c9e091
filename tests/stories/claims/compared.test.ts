import { expect, test } from 'vitest';
import { storiesOf } from '../differences/compared.ts';
import { compared, type LabelledStory } from '../origins/labelled.ts';

// The labels of the first stories are of two kinds: claims written down before there was anything to tune, and claims that were
// found later and read against the other accounts. Those of the third are all that one account alone has, of which readers are
// told the most telling: their recall is of what is told at most.
test.each([
  ['first', 0.93, 0.7],
  ['second', 0.9, 0.45],
  ['third', 0.87, 0.25],
] as const)('what only one account of the %s stories has is found, and little else', (set, sure, most) => {
  let right = 0;
  let labelled = 0;
  const wrong: string[] = [];
  for (const story of storiesOf<LabelledStory>(set)) {
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
    `sole claims, ${set}: ${labelled} labelled, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(sure);
  expect(recall).toBeGreaterThanOrEqual(most);
});
