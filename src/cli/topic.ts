import type { Command } from 'commander';
import type { Action, Context } from './context.ts';
import { duration, wholeNumber } from './options.ts';
import type { BacktestOptions } from './topic-backtest.ts';
import type { StatusOptions } from './topic-status.ts';

const OF = 'of this topic, where there are several';

export function define(command: Command, action: Action): void {
  command
    .command('backtest')
    .description('judge the corpus again under a changed topic and show what it would decide otherwise')
    .option('--topic <file-or-id>', 'a changed topic file, or the id of one of the configuration')
    .option('--since <time>', 'only what was first seen within that time, like 30d', duration)
    .option('--max-lost <n>', 'exit with 1 when more accepted articles are lost', wholeNumber)
    .action(action(backtest));
  command
    .command('status')
    .description('what carries a topic, and what it may be missing')
    .option('--topic <id>', OF)
    .option('--since <time>', 'how long to look back, like 30d', duration)
    .action(action(status));
}

async function backtest(context: Context, options: BacktestOptions): Promise<number> {
  const { showBacktest } = await import('./topic-backtest.ts');
  return showBacktest(context, options);
}

async function status(context: Context, options: StatusOptions): Promise<void> {
  const { showHealth } = await import('./topic-status.ts');
  await showHealth(context, options);
}
