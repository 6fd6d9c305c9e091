// Loaded before a measured program: when its process ends, writes down what it used, its threads included.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.BENCH_USAGE;
if (isMainThread && folder !== undefined) {
  const turns = monitorEventLoopDelay({ resolution: 5 });
  turns.enable();
  process.on('SIGUSR2', () => turns.reset()); // what came before, such as loading modules, is not of interest
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = {
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMegabytes: maxRSS / 1024,
      longestTurnMs: turns.max / 1e6,
    };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
}
