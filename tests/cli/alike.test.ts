import { expect, test } from 'vitest';
import { failureLines } from '../../src/cli/alike.ts';

const offline = (sourceId: string) => ({
  sourceId,
  message: `https://${sourceId}.example/feed has a host name that was not found; check its spelling`,
});
const GONE = {
  sourceId: 'old-mill',
  message: 'https://old-mill.example/rss answered 410: it is gone for good',
};

test('failures that differ in their address alone are one line where they are many, the others one each', () => {
  const many = ['harbour', 'meridian', 'northbank', 'granite'].map(offline);
  expect(failureLines([...many.slice(0, 2), GONE, ...many.slice(2)])).toEqual([
    'harbour: https://harbour.example/feed has a host name that was not found; check its spelling; the same of 3 others',
    `old-mill: ${GONE.message}`,
  ]);
  expect(failureLines(many.slice(0, 3))).toHaveLength(3);
  expect(failureLines([])).toEqual([]);
});
