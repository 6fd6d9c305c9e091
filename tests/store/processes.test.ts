import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LeaseBusy } from '../../src/domain/lease.ts';
import { openStore } from '../../src/store/open.ts';
import { isRunning, startOf } from '../../src/store/processes.ts';
import { end, startChild } from './children.ts';
import { arrivals, article, uuid } from './samples.ts';
import { sqlitePlace } from './sqlite.ts';

const clock = { now: () => new Date() };

describe('several processes on one corpus', () => {
  let place: Awaited<ReturnType<typeof sqlitePlace>>;
  beforeEach(async () => {
    place = await sqlitePlace();
  });
  afterEach(() => place.remove());

  const open = (host = 'quayside') => openStore(place.file, { clock, host, pid: process.pid });

  it('replace a holder on their host that is dead at once, and wait for one that lives', async () => {
    const { child, lines } = startChild(place.file, 'hold');
    await lines.next();
    const store = await open();
    expect(await store.leaseHolder()).toMatchObject({ pid: child.pid, purpose: 'run' });
    await expect(store.lease('publish')).rejects.toThrow(LeaseBusy);

    await end(child, 'SIGKILL');
    expect(await store.leaseHolder()).toBeNull();
    const lease = await store.lease('publish');
    await store.commit(lease, arrivals([article(1)]));
    await store.close();
  });

  it('do not know whether a holder on another host is dead, and wait for its time to pass', async () => {
    const { child, lines } = startChild(place.file, 'hold');
    await lines.next();
    await end(child, 'SIGKILL');
    const store = await open('lighthouse');
    await expect(store.lease('publish')).rejects.toThrow(LeaseBusy);
    await store.close();
  });

  it('refuse the late commit of a holder that was paused past its time', async () => {
    const { child, lines } = startChild(place.file, 'hold');
    await lines.next();
    child.kill('SIGSTOP');
    child.kill('SIGUSR2');
    const later = { now: () => new Date(Date.now() + 3_600_000) };
    const store = await openStore(place.file, { clock: later, host: 'quayside', pid: process.pid });
    await store.lease('run');
    child.kill('SIGCONT');
    expect((await lines.next()).value).toBe('LeaseLost');
    expect((await store.counts()).articles).toBe(0);
    await end(child, 'SIGKILL');
    await store.close();
  });

  it('create the corpus once when they start together', async () => {
    const children = [1, 2, 3].map(() => startChild(place.file, 'open').child);
    expect(await Promise.all(children.map((child) => end(child)))).toEqual([0, 0, 0]);
  });

  it('lose no article that was reported stored, and keep every rule, however often they are killed', async () => {
    let stored = 0;
    for (let round = 0; round < 6; round += 1) {
      const { child, lines } = startChild(place.file, 'write', String(stored + 1));
      for (let count = 0; count <= 3 + round; count += 1) stored = Number((await lines.next()).value);
      await end(child, 'SIGKILL');
      const store = await open();
      expect(await store.integrity()).toEqual([]);
      expect((await store.find(uuid(2 * stored + 1)))?.id).toBe(uuid(2 * stored + 1));
      const { articles, stories } = await store.counts();
      expect([articles % 2, articles - stories]).toEqual([0, 0]);
      expect(articles).toBeGreaterThanOrEqual(2 * stored);
      await store.close();
    }
  });
});

describe('a process', () => {
  it('is told from another that was given its number later', () => {
    expect(isRunning(process.pid, startOf(process.pid))).toBe(true);
    expect(isRunning(process.pid, 'started at another time')).toBe(false);
    expect(isRunning(process.pid, null)).toBe(true);
  });

  it('that has ended is not running', async () => {
    const { child } = startChild('', 'no such task');
    const pid = child.pid ?? 0;
    await end(child, 'SIGKILL');
    expect(isRunning(pid, null)).toBe(false);
    expect(startOf(pid)).toBeNull();
  });
});
