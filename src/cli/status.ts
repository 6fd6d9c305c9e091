import type { Command } from 'commander';
import type { Cycle } from '../domain/cycle.ts';
import { failureLines } from './alike.ts';
import { type Action, type Context, EXIT, show } from './context.ts';
import { nothingPolled } from './no-source.ts';
import { duration } from './options.ts';
import { table } from './table.ts';
import { counted, minute } from './wording.ts';

interface Options {
  readonly maxAge?: number;
}

export function define(command: Command, action: Action): void {
  command
    .option('--max-age <time>', 'exit with 1 when no cycle finished within that time, like 2h', duration)
    .action(action(status));
}

async function status(context: Context, { maxAge }: Options): Promise<number> {
  const { services } = context;
  const { troublesOf } = await import('../pipeline/troubles.ts');
  const { sources } = await services.settings();
  const store = await services.store();
  const now = services.clock.now().toISOString();
  const [last = null] = await store.cycles(1);
  const troubles = troublesOf(sources, await store.sourceStates(), now);
  const counts = await store.counts();
  const none = nothingPolled(sources);
  const late =
    maxAge !== undefined && (last === null || Date.parse(now) - Date.parse(last.finished) > maxAge * 1_000);

  const report = {
    lastCycle: last,
    late,
    ...counts,
    troubles: troubles.map(({ source, ...rest }) => ({ sourceId: source.id, ...rest })),
  };
  show(context, report, () => {
    const rows = [
      ['last cycle', last === null ? 'none yet; start one with `topicwatch run`' : describe(last)],
      [
        'corpus',
        `${counted(counts.articles, 'article')}, ${counts.byDecision.accepted} accepted, ${counts.byDecision.review} to review`,
      ],
      ['stories', `${counts.stories}`],
      [
        'sources',
        `${sources.filter(({ disabled }) => disabled === null).length} enabled, ${troubles.length} in trouble`,
      ],
      ...failureLines(
        troubles.map(({ source, health, since, message }) => ({
          sourceId: source.id,
          message: `${health} since ${since.slice(0, 10)}: ${message}`,
        })),
      ).map((line) => ['', line]),
      ...(none === null ? [] : [['', none]]),
      ...(late
        ? [['late', 'no cycle finished within the time asked for: is the cron job or the daemon running?']]
        : []),
    ];
    return table(rows);
  });
  return late ? EXIT.failed : EXIT.done;
}

const describe = ({ finished, polled, failed, fresh, accepted }: Cycle): string =>
  `${minute(finished)}: ${polled} polled, ${failed.length} failed, ${fresh} new, ${accepted} accepted`;
