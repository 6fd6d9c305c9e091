import type { Pace } from '../domain/ports.ts';

/** Lets one caller after the other through, by the machine's monotonic clock. */
export function createPace(): Pace {
  const free = new Map<string, number>();
  return {
    async turn(key, seconds, signal) {
      const now = performance.now();
      const at = Math.max(now, free.get(key) ?? now);
      free.set(key, at + seconds * 1_000);
      if (at > now && !signal.aborted) await passed(at - now, signal);
    },
  };
}

function passed(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
