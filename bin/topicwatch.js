#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot load TypeScript, and must still get a clear sentence.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { PerformanceObserver } from 'node:perf_hooks';
import v8 from 'node:v8';

const OLDEST = [22, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `topicwatch needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Install a newer Node, or from a checkout use: npm run -s topicwatch -- COMMAND\n',
  );
  process.exit(1);
}

module.enableCompileCache?.();
boundHeap();
if (process.argv.includes('run')) compileLess();
// A checkout runs its TypeScript as it is; an installed package holds only the compiled form.
const source = new URL('../src/main.ts', import.meta.url);
const entry = existsSync(source) ? source : new URL('../dist/main.js', import.meta.url);
await import(entry.href);

/**
 * On a large machine V8 gives young objects 128 MB, and looks at old ones when there are four times as many as live. What a poll
 * brings is soon done with: a first poll of 1,000 feeds took 440 MB without this, at about the same CPU. V8 reads these two flags
 * whenever the heap would grow, so that they work in a running process, worker threads included; `--max-semi-space-size`, which
 * is the plain way to say it, has to be given when Node starts.
 */
function boundHeap() {
  v8.setFlagsFromString('--heap-growing-percent=50');
  const enough = 16 * 1024 * 1024;
  const observer = new PerformanceObserver(() => {
    const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if (young === undefined || young.space_size < enough) return;
    v8.setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

/**
 * A run is over before what V8's last compiler makes of the code has paid off: without it, a first poll of 1,000 feeds takes
 * about a tenth less CPU, an idle one a twentieth, in the same time. A run that goes on gets it after all. ("Battery saver" is
 * V8's word for it.) Before Node 24 there is no compiler in between, so that doing without would cost twice the CPU.
 */
function compileLess() {
  if (major < 24) return;
  v8.setFlagsFromString('--battery-saver-mode');
  setTimeout(() => v8.setFlagsFromString('--no-battery-saver-mode'), 20_000).unref();
}
