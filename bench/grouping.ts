import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './cycle.ts';

const CURVE = fileURLToPath(new URL('grouping-curve.ts', import.meta.url));
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

/** What grouping one article against 100,000 recent ones costs, and how that grows from 1,000 on. */
export async function groupingFigures(): Promise<readonly Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP}`, CURVE]);
  const points = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Point);
  const last = points.at(-1);
  return points.flatMap(({ recent, mean, p99, megabytes }): readonly Figure[] => {
    const asked = recent === last?.recent ? ASKED : null;
    const beside = `${recent.toLocaleString('en')} recent ones`;
    const name = `grouping an article against ${beside}`;
    return [
      { name, unit: 'CPU ms', atMost: asked?.mean ?? null, measured: mean },
      { name: `${name}, 99 of 100`, unit: 'CPU ms', atMost: asked?.p99 ?? null, measured: p99 },
      { name: `holding ${beside}`, unit: 'MB', atMost: asked?.megabytes ?? null, measured: megabytes },
    ];
  });
}
