import type { Command } from 'commander';
import type { Action, Context } from './context.ts';
import { duration, wholeNumber } from './options.ts';
import type { BacktestOptions } from './topic-backtest.ts';
import type { CheckOptions } from './topic-check.ts';
import { defineConcepts } from './topic-concepts.ts';
import type { LearnOptions } from './topic-learn.ts';
import { defineLearning } from './topic-learning.ts';
import type { StatusOptions } from './topic-status.ts';

const OF = 'of this topic, where there are several';

export function define(command: Command, action: Action): void {
  command
    .command('learn')
    .description('show what a topic lacks of what documents on it hold, and write it; or draft a new topic')
    .argument('<doc...>', 'documents on the topic: texts, pages, Markdown, JSON lines')
    .option('--topic <id>', OF)
    .option('--new <id>', 'draft a new topic of this id')
    .option('--title <title>', 'with --new: what to call it')
    .option('--background <file>', 'JSON lines of other articles that show what is ordinary; else the corpus')
    .option('--write', 'write what is shown, and keep the documents as examples')
    .action(action(learn));
  command
    .command('check')
    .description('judge every example and label by the topic without it: precision, recall, the worst misses')
    .option('--topic <id>', OF)
    .action(action(check));
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
  defineLearning(command, action);
  defineConcepts(
    command.command('concepts').description('the concepts as a spreadsheet: export FILE, import FILE'),
    action,
  );
}

async function learn(context: Context, paths: readonly string[], options: LearnOptions): Promise<void> {
  const { learn } = await import('./topic-learn.ts');
  await learn(context, paths, options);
}

async function check(context: Context, options: CheckOptions): Promise<void> {
  const { showCheck } = await import('./topic-check.ts');
  await showCheck(context, options);
}

async function backtest(context: Context, options: BacktestOptions): Promise<number> {
  const { showBacktest } = await import('./topic-backtest.ts');
  return showBacktest(context, options);
}

async function status(context: Context, options: StatusOptions): Promise<void> {
  const { showHealth } = await import('./topic-status.ts');
  await showHealth(context, options);
}
