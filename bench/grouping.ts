import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';

const programAt = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const run = promisify(execFile);
/** In megabytes: without a limit the engine lets garbage pile up that grouping does not need. */
const HEAP = 256;

/** What placing one article among so many recent ones costs, in CPU milliseconds; resident megabytes of the process. */
interface Point {
  readonly recent: number;
  readonly mean: number;
  readonly p99: number;
  readonly megabytes: number;
}

/** Of the last point. */
const ASKED = { mean: 3, p99: 10, megabytes: 500 };

/**
 * What grouping one article against 100,000 recent ones costs, how that grows from 1,000 on, and what reading a month again
 * costs.
 */
export async function groupingFigures(): Promise<readonly Figure[]> {
  const { stdout } = await run(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    programAt('grouping-curve.ts'),
  ]);
  const rebuilt = await run(process.execPath, [programAt('grouping-rebuild.ts')]);
  const points = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Point);
  const last = points.at(-1);
  const rebuild: Figure = {
    name: 'reading a topic of 4,000 recent articles again',
    unit: 'CPU s',
    atMost: 1,
    measured: Number(rebuilt.stdout),
  };
  const curve = points.flatMap(({ recent, mean, p99, megabytes }): readonly Figure[] => {
    const asked = recent === last?.recent ? ASKED : null;
    const beside = `${recent.toLocaleString('en')} recent ones`;
    const name = `grouping an article against ${beside}`;
    return [
      { name, unit: 'CPU ms', atMost: asked?.mean ?? null, measured: mean },
      { name: `${name}, 99 of 100`, unit: 'CPU ms', atMost: asked?.p99 ?? null, measured: p99 },
      { name: `holding ${beside}`, unit: 'MB', atMost: asked?.megabytes ?? null, measured: megabytes },
    ];
  });
  return [...curve, rebuild];
}
