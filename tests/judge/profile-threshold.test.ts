import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  faded,
  logistic,
  logit,
  NOTHING_SEEN,
  settle,
  spreadWith,
  thresholdByExamples,
  thresholdByOdds,
} from '../../src/judge/threshold.ts';

const fiveAlike = [1.2, 1.1, 1, 0.9, 0.85];

describe('the threshold by examples', () => {
  it('is three quarters of a typical example while nothing of the stream is known', () => {
    expect(thresholdByExamples([1, 1, 1, 1, 1], NOTHING_SEEN)).toBeCloseTo(Math.log(0.75), 5);
  });

  const first = thresholdByExamples(fiveAlike, NOTHING_SEEN);
  const stream = (onTopic: number, of: number, odds: number) =>
    spreadWith(
      NOTHING_SEEN,
      Array.from({ length: of }, (_, at) => (at < onTopic ? odds + (at % 30) / 100 : Math.log(0.05))),
    );

  it('rises where a good part of the stream lies just above it, and falls where next to nothing does', () => {
    expect(thresholdByExamples(fiveAlike, stream(1_500, 3_000, Math.log(0.9)))).toBeGreaterThan(first + 0.1);
    expect(thresholdByExamples(fiveAlike, stream(15, 3_000, Math.log(0.9)))).toBeLessThan(first - 0.1);
  });

  it('is moved by no more than a third of a typical example, and the less the fewer documents were seen', () => {
    const none = thresholdByExamples(fiveAlike, stream(0, 100_000, 0));
    const few = thresholdByExamples(fiveAlike, stream(0, 20, 0));
    expect(Math.exp(none)).toBeGreaterThan(Math.exp(first) - 0.34);
    expect(first - few).toBeGreaterThan(0);
    expect(first - few).toBeLessThan((first - none) / 5);
  });

  it('is a number, whatever was seen', () => {
    const odds = fc.array(fc.oneof(fc.constant(null), fc.double({ min: -20, max: 20, noNaN: true })));
    const leftOut = fc.array(fc.double({ min: 0.001, max: 10, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(leftOut, odds, (examples, seen) => {
        expect(Number.isFinite(thresholdByExamples(examples, spreadWith(NOTHING_SEEN, seen)))).toBe(true);
        expect(Number.isFinite(thresholdByOdds(spreadWith(NOTHING_SEEN, seen)))).toBe(true);
      }),
    );
  });
});

describe('the threshold by odds', () => {
  it('is a little below even while nothing of the stream is known', () => {
    expect(logistic(thresholdByOdds(NOTHING_SEEN))).toBeCloseTo(0.378, 3);
  });

  it('falls between articles that are likely and those that are not, where the stream has both', () => {
    const stream = [...Array.from({ length: 40 }, () => 2), ...Array.from({ length: 400 }, () => -4)];
    const threshold = thresholdByOdds(spreadWith(NOTHING_SEEN, stream));
    expect(threshold).toBeGreaterThan(-4);
    expect(threshold).toBeLessThanOrEqual(2);
  });

  it('hardly moves for a handful of articles', () => {
    const moved = thresholdByOdds(spreadWith(NOTHING_SEEN, [3]));
    expect(Math.abs(moved - thresholdByOdds(NOTHING_SEEN))).toBeLessThan(0.5);
  });
});

it('counts scores alike, in one go or one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: -20, max: 20, noNaN: true }))), (scores) => {
      const oneByOne = scores.reduce(
        (spread, score) => spreadWith(spread, [score]),
        spreadWith(NOTHING_SEEN, []),
      );
      expect(oneByOne).toEqual(spreadWith(NOTHING_SEEN, scores));
    }),
  );
});

it('lets what was seen long ago fade', () => {
  const long = spreadWith(
    NOTHING_SEEN,
    Array.from({ length: 30_000 }, () => 0),
  );
  expect(faded(long).documents).toBe(15_000);
  expect(faded(spreadWith(NOTHING_SEEN, [0, 1]))).toEqual(spreadWith(NOTHING_SEEN, [0, 1]));
});

it('lays review below acceptance, whatever the breadth', () => {
  for (const breadth of ['broad', 'normal', 'narrow'] as const) {
    const { accept, review } = settle(0, breadth);
    expect(review).toBeLessThan(accept);
  }
});

it('turns odds into a score and back', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (odds) => {
      expect(logit(logistic(odds))).toBeCloseTo(odds, 4);
    }),
  );
});
