import { expect, test } from 'vitest';
import type { Carried } from '../../src/domain/view.ts';
import { missing } from '../../src/ingest/vanished.ts';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const item = (n: number) => ({ keys: [`guid:gazette:${n}`] as const, published: day(n) });
const carried = (n: number, more: Partial<Carried> = {}): Carried => ({
  articleId: `article ${n}`,
  sourceId: 'gazette',
  published: day(n),
  keys: [`guid:gazette:${n}`, `url:https://gazette.example/${n}`],
  vanished: null,
  ...more,
});
const nothing = { gone: [], back: [] };

test('an article that is gone while older ones stay was taken out', () => {
  expect(missing([1, 2, 3, 5].map(item), [carried(3), carried(4), carried(5)])).toEqual({
    gone: ['article 4'],
    back: [],
  });
});

test('the oldest of a feed make room for new ones, and are not missed', () => {
  expect(missing([4, 5, 6, 7].map(item), [carried(1), carried(2), carried(3)])).toEqual(nothing);
});

test('a feed that starts afresh, or holds next to nothing, says nothing of what it held', () => {
  expect(missing([8, 9].map(item), [carried(4), carried(5)])).toEqual(nothing);
  expect(missing([1, 2].map(item), [carried(4)])).toEqual(nothing);
});

test('without dates nothing is missed', () => {
  const undated = [1, 2, 3, 5].map((n) => ({ ...item(n), published: null }));
  expect(missing(undated, [carried(4)])).toEqual(nothing);
  expect(missing([1, 2, 3, 5].map(item), [carried(4, { published: null })])).toEqual(nothing);
});

test('one that is back, by any of its keys, is told of once', () => {
  const back = { keys: ['url:https://gazette.example/4'] as const, published: day(4) };
  expect(missing([item(1), item(2), item(3), back], [carried(4, { vanished: day(6) })])).toEqual({
    gone: [],
    back: ['article 4'],
  });
  expect(missing([1, 2, 3].map(item), [carried(4, { vanished: day(6) })])).toEqual(nothing);
});
