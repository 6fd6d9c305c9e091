import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGate } from '../../src/adapters/gate.ts';

test('whatever comes, no more run at once than may, all run, and those of one host in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.record({ host: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() }), { maxLength: 25 }),
      async (scheduler, total, perHost, tasks) => {
        const gate = createGate(total, perHost);
        const running: string[] = [];
        const started = new Map<string, number[]>();
        const runs = tasks.map(({ host, fails }, n) =>
          gate.run(host, async () => {
            running.push(host);
            started.set(host, [...(started.get(host) ?? []), n]);
            expect(running.length).toBeLessThanOrEqual(total);
            expect(running.filter((one) => one === host).length).toBeLessThanOrEqual(perHost);
            await scheduler.schedule(Promise.resolve());
            running.splice(running.indexOf(host), 1);
            if (fails) throw new Error('it failed');
            return n;
          }),
        );
        const settled = Promise.allSettled(runs);
        await scheduler.waitFor(settled);
        const results = await settled;
        expect(results.map(({ status }) => status)).toEqual(
          tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
        for (const order of started.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
      },
    ),
  );
});

test('a host at its limit does not hold up another', async () => {
  const gate = createGate(3, 1);
  const slow = Promise.withResolvers<void>();
  const done: string[] = [];
  const first = gate.run('slow', () => slow.promise);
  const second = gate.run('slow', async () => done.push('slow'));
  await gate.run('quick', async () => done.push('quick'));
  expect(done).toEqual(['quick']);
  slow.resolve();
  await Promise.all([first, second]);
  expect(done).toEqual(['quick', 'slow']);
});
