import { once } from 'node:events';
import { type Command, Option } from 'commander';
import type { CitationFormatName } from '../publish/citations/formats.ts';
import type { Action, Context } from './context.ts';
import { moment } from './options.ts';
import { topicsNamed } from './topics.ts';

interface Options {
  readonly format: CitationFormatName;
  readonly topic?: string;
  readonly since?: string;
}

export function define(command: Command, action: Action): void {
  const formats = ['jsonl', 'md', 'csv', 'csl-json', 'ris', 'bibtex'];
  command
    .addOption(new Option('--format <format>', 'how it is written').choices(formats).default('jsonl'))
    .option('--topic <id>', 'only this topic')
    .option('--since <when>', 'first seen since a date, or within a length of time like 7d')
    .action(action(print));
}

/** Prints the accepted articles as they come out of the store: a corpus need not fit in memory. */
async function print({ services, stdout, json }: Context, options: Options): Promise<void> {
  const { citationFormats } = await import('../publish/citations/formats.ts');
  const { citationOf } = await import('../publish/citations/citation.ts');
  const { publishingOf } = await import('../pipeline/publish.ts');
  const settings = await services.settings();
  const store = await services.store();
  const since = options.since === undefined ? {} : { since: moment(options.since, services.clock.now()) };
  const { head, item, separator, tail } = citationFormats[json ? 'csl-json' : options.format];

  stdout.write(head);
  let first = true;
  for (const topic of topicsNamed(settings, options.topic)) {
    for await (const view of store.export(topic.id, { ...since, decision: 'accepted' })) {
      const written = (first ? '' : separator) + item(citationOf(view, topic, publishingOf(settings)));
      first = false;
      if (!stdout.write(written)) await once(stdout, 'drain');
    }
  }
  stdout.write(tail);
}
