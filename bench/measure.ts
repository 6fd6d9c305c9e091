import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process used from its start to its end, its threads included. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** The longest the event loop was held up from a SIGUSR2 on, in milliseconds; 0 where none came. */
  readonly longestTurnMs: number;
}

const PRELOAD = new URL('./report-usage.js', import.meta.url).href;

/**
 * Runs a Node program to its end.
 *
 * @param during is given the process as soon as it has started, and may end it.
 * @throws when it exits with another code than 0.
 */
export async function measure(
  args: readonly string[],
  during?: (child: ChildProcess) => Promise<void>,
): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'topicwatch-bench-usage-'));
  try {
    const child = spawn(process.execPath, ['--import', PRELOAD, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, BENCH_USAGE: folder },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    const exit = once(child, 'close');
    await during?.(child);
    const [code] = await exit;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`);
    return JSON.parse(readFileSync(join(folder, `${child.pid}.json`), 'utf8')) as Usage;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Measures a few times over and keeps the least of each figure: what else the machine does only ever adds. */
export async function least(times: number, measureOnce: () => Promise<Usage>): Promise<Usage> {
  const all: Usage[] = [];
  for (let time = 0; time < times; time += 1) all.push(await measureOnce());
  const of = (figure: keyof Usage): number => Math.min(...all.map((usage) => usage[figure]));
  return {
    cpuSeconds: of('cpuSeconds'),
    peakMegabytes: of('peakMegabytes'),
    longestTurnMs: of('longestTurnMs'),
  };
}
