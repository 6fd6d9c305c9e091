import { expect, onTestFinished, test, vi } from 'vitest';
import { createPace } from '../../src/adapters/pace.ts';

function fakeTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

test('the first goes at once, the next when its turn has come, and another host waits for nobody', async () => {
  fakeTime();
  const pace = createPace();
  const { signal } = new AbortController();
  const went: string[] = [];
  const go = async (host: string, name: string) => {
    await pace.turn(host, 2, signal);
    went.push(name);
  };
  const all = [go('a', 'first'), go('a', 'second'), go('a', 'third'), go('b', 'other')];
  await vi.advanceTimersByTimeAsync(0);
  expect(went).toEqual(['first', 'other']);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(went).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(went).toEqual(['first', 'other', 'second']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(went).toEqual(['first', 'other', 'second', 'third']);
  await Promise.all(all);
});

test('nobody waits any longer once the run is stopped', async () => {
  fakeTime();
  const pace = createPace();
  const stop = new AbortController();
  await pace.turn('a', 3_600, stop.signal);
  const waiting = pace.turn('a', 3_600, stop.signal);
  stop.abort();
  await waiting;
  await pace.turn('a', 3_600, stop.signal);
  expect(vi.getTimerCount()).toBe(0);
});
