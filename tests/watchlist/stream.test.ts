import { expect, test } from 'vitest';
import { figures, inTime, replay } from './replay.ts';

test('of ten things that change in ninety days, nine are proposed within five days of having shown five times, with little else', async () => {
  const replayed = await replay(7);
  console.info(figures(replayed));
  expect(replayed.articles).toBeGreaterThanOrEqual(600);
  expect(replayed.changes).toHaveLength(10);
  expect(replayed.changes.filter(inTime).length, figures(replayed)).toBeGreaterThanOrEqual(9);
  expect(replayed.others.length, figures(replayed)).toBeLessThanOrEqual(3);
}, 120_000);
