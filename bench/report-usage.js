// Loaded before a measured program: when its process ends, writes down what it used, its threads included. Plain JavaScript, and
// little of it: to load TypeScript here, before the program turns its compile cache on, cost as much as a fourth of an idle run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.BENCH_USAGE;
if (isMainThread && folder !== undefined) {
  let turns = null;
  // What came before, such as loading modules, is not of interest.
  process.once('SIGUSR2', async () => {
    const { monitorEventLoopDelay } = await import('node:perf_hooks');
    turns = monitorEventLoopDelay({ resolution: 5 });
    turns.enable();
  });
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = {
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMegabytes: maxRSS / 1024,
      longestTurnMs: turns === null ? 0 : turns.max / 1e6,
    };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
}
