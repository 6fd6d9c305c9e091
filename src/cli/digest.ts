import { type Command, Option } from 'commander';
import type { DigestFormat } from '../publish/digest.ts';
import type { Action, Context } from './context.ts';
import { moment } from './options.ts';
import { topicsNamed } from './topics.ts';

interface Options {
  readonly since: string;
  readonly format: DigestFormat;
  readonly topic?: string;
}

/** More developments than any digest holds. */
const MOST = 1_000;

export function define(command: Command, action: Action): void {
  command
    .option('--since <when>', 'a date, or a length of time like 24h', '24h')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['text', 'html', 'md', 'json'])
        .default('text'),
    )
    .option('--topic <id>', 'only this topic')
    .action(action(print));
}

/** Prints what is new, and nothing at all where nothing is: cron mails only what it is given. */
async function print(context: Context, options: Options): Promise<void> {
  const { digest } = await import('../publish/digest.ts');
  const { publishingOf } = await import('../pipeline/publish.ts');
  const { services, stdout } = context;
  const settings = await services.settings();
  const store = await services.store();
  const since = moment(options.since, services.clock.now());
  const topics = [];
  for (const topic of topicsNamed(settings, options.topic)) {
    topics.push({ topic, developments: await store.developments(topic.id, MOST) });
  }
  stdout.write(digest(topics, since, context.json ? 'json' : options.format, publishingOf(settings)));
}
