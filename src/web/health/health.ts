import { createTask } from 'node-cron';
import type { Settings } from '../../domain/settings.ts';
import { type Store, StoreUnusable } from '../../domain/store.ts';
import type { Instant } from '../../domain/time.ts';

/** Whether topicwatch does its work: what a supervisor or a load balancer asks. */
export interface ServiceHealth {
  readonly status: 'ok' | 'late' | 'not run yet' | 'store unusable';
  readonly lastCycle: Instant | null;
  /** Since the end of the last cycle, and how many are still well. */
  readonly ageSeconds: number | null;
  readonly limitSeconds: number;
  /** What is wrong and what to do; null: nothing is. */
  readonly message: string | null;
}

/** A cycle may take as long as this beside its turn, in seconds. */
const SLACK = 600;
/** So many runs ahead hold the longest pause of a schedule by the week. */
const RUNS = 1_000;

/**
 * Well is who ended a cycle within the longest pause of the schedule, and a little more.
 *
 * @param maxAge seconds that take the place of those; undefined: the schedule decides.
 */
export async function serviceHealth(
  settings: Settings,
  open: () => Promise<Store>,
  now: Date,
  maxAge: number | undefined,
): Promise<ServiceHealth> {
  const limitSeconds = maxAge ?? longestPause(settings.schedule) + SLACK;
  const nothing = { lastCycle: null, ageSeconds: null, limitSeconds };
  try {
    const [last] = await (await open()).cycles(1);
    if (last === undefined) {
      const message = 'no cycle has finished yet; `topicwatch run` or `watch` runs one';
      return { ...nothing, status: 'not run yet', message };
    }
    const ageSeconds = Math.max(0, Math.round((now.getTime() - Date.parse(last.finished)) / 1_000));
    const known = { lastCycle: last.finished, ageSeconds, limitSeconds };
    if (ageSeconds <= limitSeconds) return { ...known, status: 'ok', message: null };
    const message = `the last cycle ended ${ageSeconds} seconds ago; is the cron job or the daemon running?`;
    return { ...known, status: 'late', message };
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    return { ...nothing, status: 'store unusable', message: error.message };
  }
}

const pauses = new Map<string, number>();

/** The longest time between two runs of a schedule, in seconds. */
function longestPause({ cron, timezone }: Settings['schedule']): number {
  const key = `${timezone} ${cron}`;
  const known = pauses.get(key);
  if (known !== undefined) return known;
  const task = createTask(cron, () => {}, { timezone });
  const runs = task.getNextRuns(RUNS);
  const gaps = runs.slice(1).map((run, at) => run.getTime() - (runs[at]?.getTime() ?? 0));
  const longest = Math.max(0, ...gaps) / 1_000;
  void task.destroy();
  pauses.set(key, longest);
  return longest;
}
