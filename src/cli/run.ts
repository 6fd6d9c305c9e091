import type { Command } from 'commander';
import type { Cycle } from '../domain/cycle.ts';
import type { Services } from '../pipeline/services.ts';
import { failureLines } from './alike.ts';
import { type Action, type Context, EXIT, show, UsageError } from './context.ts';
import { nothingPolled } from './no-source.ts';
import { progressBar } from './progress.ts';
import { table } from './table.ts';

interface Options {
  readonly source?: readonly string[];
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

export function define(command: Command, action: Action): void {
  command
    .option('--source <id...>', 'poll only these sources')
    .option('--force', 'poll what is not due yet, too')
    .option('--dry-run', 'poll and judge, store and publish nothing')
    .action(action(run));
}

async function run(context: Context, options: Options): Promise<number> {
  const { runCycle } = await import('../pipeline/cycle.ts');
  const { sources } = await context.services.settings();
  const unknown = (options.source ?? []).filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0) {
    throw new UsageError(
      `no source has the id ${unknown.join(', ')}; \`topicwatch sources list\` shows them all`,
    );
  }

  const bar = await progressBar(context);
  const cycle = await runCycle(context.services, {
    sourceIds: options.source ?? [],
    force: options.force === true,
    dryRun: options.dryRun === true,
    progress: bar.step,
  }).finally(bar.stop);

  const hints = context.json || options.dryRun ? [] : await hintsFor(context.services, cycle);
  show(context, cycle, () => [cycleTable(cycle), ...hints].join('\n\n'));
  const allFailed = cycle.polled > 0 && cycle.failed.length === cycle.polled;
  return allFailed ? EXIT.failed : EXIT.done;
}

/**
 * What may be amiss where nothing is polled, or in topics that accept nothing though this cycle might have brought them
 * something.
 */
async function hintsFor(services: Services, { fresh, accepted }: Cycle): Promise<readonly string[]> {
  const { topics, sources } = await services.settings();
  const none = nothingPolled(sources);
  if (none !== null) return [none];
  if (fresh === 0 || accepted > 0) return [];
  const { forgottenIn } = await import('../pipeline/topic-health.ts');
  const store = await services.store();
  const now = services.clock.now().toISOString();
  const hints = await Promise.all(
    topics.map(async (topic) => ({ topic, forgotten: await forgottenIn(store, topic, now) })),
  );
  return hints.flatMap(({ topic, forgotten }) => (forgotten === null ? [] : [`${topic.id}: ${forgotten}.`]));
}

/** The table a run ends with. */
export function cycleTable(cycle: Cycle): string {
  const seconds = (Date.parse(cycle.finished) - Date.parse(cycle.started)) / 1000;
  const rows = [
    ['polled', `${cycle.polled}`],
    ['unchanged', `${cycle.unchanged}`],
    ['failed', `${cycle.failed.length}`],
    ...failureLines(cycle.failed).map((line) => ['', line]),
    ['new', `${cycle.fresh}${cycle.revised > 0 ? `, and ${cycle.revised} revised` : ''}`],
    ['accepted', `${cycle.accepted}${cycle.review > 0 ? `, and ${cycle.review} to review` : ''}`],
    ['published', `${cycle.published} ${cycle.published === 1 ? 'file' : 'files'}`],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  return table(rows);
}
