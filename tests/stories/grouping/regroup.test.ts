import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inherit } from '../../../src/stories/grouping/inherit.ts';
import { regroup } from '../../../src/stories/grouping/regroup.ts';

const JOIN = 0.2;

/** Articles of as many events as there are numbers; near within, less near between. */
const events =
  (sizes: readonly number[], within: number, between: number) =>
  (a: number, b: number): number => {
    const eventOf = (article: number): number => {
      let rest = article;
      return sizes.findIndex((size) => {
        rest -= size;
        return rest < 0;
      });
    };
    return eventOf(a) === eventOf(b) ? within : between;
  };

describe('a neighbourhood is put together', () => {
  test('from articles that are near each other', () => {
    expect(regroup(5, events([2, 3], 0.5, 0.05), JOIN)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  test('and two dense events stay two although the links between them would reach', () => {
    expect(regroup(8, events([4, 4], 0.6, 0.3), JOIN)).toHaveLength(2);
    expect(regroup(8, events([4, 4], 0.4, 0.3), JOIN)).toHaveLength(1);
  });

  test('and the newest two open a story of their own sooner than older ones leave theirs', () => {
    const near = events([2, 4], 0.7, 0.29);
    expect(regroup(6, near, JOIN)).toHaveLength(1);
    const newestFirst = (a: number, b: number): number => near(5 - a, 5 - b);
    expect(regroup(6, newestFirst, JOIN)).toEqual([
      [0, 1, 2, 3],
      [4, 5],
    ]);
  });

  test('every article is in one group, whatever the similarities', () => {
    const matrices = fc.integer({ min: 0, max: 14 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: size * size,
          maxLength: size * size,
        }),
      }),
    );
    fc.assert(
      fc.property(matrices, ({ size, values }) => {
        const groups = regroup(size, (a, b) => values[Math.min(a, b) * size + Math.max(a, b)] ?? 0, JOIN);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n));
      }),
    );
  });
});

describe('a group goes on under an id', () => {
  test('that most of its articles had', () => {
    const former = new Map([
      [1, 'A'],
      [2, 'A'],
      [3, 'A'],
      [4, 'B'],
    ]);
    expect(inherit([[1, 2, 4], [3]], (one) => former.get(one))).toEqual(['A', undefined]);
    expect(inherit([[1, 2, 3, 4, 5]], (one) => former.get(one))).toEqual(['A']);
  });

  test('that no other group has', () => {
    const cases = fc.array(
      fc.array(fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }), { minLength: 1 }),
    );
    fc.assert(
      fc.property(cases, (groups) => {
        const given = inherit(groups, (story) => story).filter((id) => id !== undefined);
        expect(new Set(given).size).toBe(given.length);
        for (const id of new Set(groups.flat()))
          if (id !== undefined && groups.length === 1) expect(given).toHaveLength(1);
      }),
    );
  });
});
