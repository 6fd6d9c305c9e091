import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitTime } from '../../src/adapters/time-limit.ts';

const SECONDS = 3;
let computed = 0;
beforeEach(() => {
  computed = 0;
  vi.useFakeTimers();
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: computed * 1_000_000, system: 0 }));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets so many seconds pass, of which the program computes a share. */
function pass(seconds: number, share: number): void {
  for (let at = 0; at < seconds * 10; at += 1) {
    computed += share / 10;
    vi.advanceTimersByTime(100);
  }
}

test.each([
  ['all the time', 1, 3],
  ['a third of the time, since others compute too', 1 / 3, 9],
  ['never', 0, 15],
])(
  'work that gets the processor %s is stopped when it had its seconds, or five times as long',
  (_, share, after) => {
    const stop = vi.fn();
    limitTime(SECONDS, stop);
    pass(after - 0.5, share);
    expect(stop).not.toHaveBeenCalled();
    pass(1, share);
    expect(stop).toHaveBeenCalledOnce();
  },
);

test('work that is done in time is not stopped', () => {
  const stop = vi.fn();
  const withoutLimit = limitTime(SECONDS, stop);
  pass(2, 1);
  withoutLimit();
  pass(60, 1);
  expect(stop).not.toHaveBeenCalled();
});
