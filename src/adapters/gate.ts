/** Runs tasks with bounded concurrency. Those of one key start in the order they came. */
export interface Gate {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}

/**
 * A gate that lets `total` tasks run at once, and `perKey` of one key. A key that is at its limit does not hold up
 * the others.
 */
export function createGate(total: number, perKey: number): Gate {
  const waiting = new Map<string, (() => void)[]>();
  const running = new Map<string, number>();
  let all = 0;

  const enter = (key: string): void => {
    all += 1;
    running.set(key, (running.get(key) ?? 0) + 1);
  };
  const isOpen = (key: string): boolean => all < total && (running.get(key) ?? 0) < perKey;
  const leave = (key: string): void => {
    all -= 1;
    const left = (running.get(key) ?? 1) - 1;
    if (left > 0) running.set(key, left);
    else running.delete(key);
    admitNext();
  };
  const admitNext = (): void => {
    for (const [key, queue] of waiting) {
      if (!isOpen(key)) continue;
      const admit = queue.shift();
      // To the end of the line, so that hosts take turns.
      waiting.delete(key);
      if (queue.length > 0) waiting.set(key, queue);
      if (!admit) continue;
      enter(key);
      admit();
      return;
    }
  };

  return {
    async run(key, task) {
      if (isOpen(key)) enter(key);
      else await new Promise<void>((admit) => enqueue(waiting, key, admit));
      try {
        return await task();
      } finally {
        leave(key);
      }
    },
  };
}

function enqueue(waiting: Map<string, (() => void)[]>, key: string, admit: () => void): void {
  const queue = waiting.get(key);
  if (queue) queue.push(admit);
  else waiting.set(key, [admit]);
}
