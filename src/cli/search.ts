import type { Command } from 'commander';
import type { ArticleView } from '../domain/view.ts';
import { type Action, type Context, show } from './context.ts';
import { count, moment } from './options.ts';
import { table } from './table.ts';

interface Options {
  readonly topic?: string;
  readonly tag?: string;
  readonly source?: string;
  readonly language?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
}

export function define(command: Command, action: Action): void {
  command
    .argument('<words...>', 'words that must all occur; a phrase in quotes')
    .option('--topic <id>', 'only articles accepted for this topic')
    .option('--tag <id>', 'only articles with this tag')
    .option('--source <id>', 'only articles of this source')
    .option('--language <code>', 'only articles in this language')
    .option('--since <when>', 'a date, or a length of time like 7d')
    .option('--until <when>', 'a date, or a length of time like 7d')
    .option('--limit <n>', 'at most so many', count, 20)
    .action(action(search));
}

async function search(context: Context, words: readonly string[], options: Options): Promise<void> {
  const now = context.services.clock.now();
  const { topic: topicId, source: sourceId, tag, language, limit } = options;
  const found = await (await context.services.store()).search({
    text: words.join(' '),
    limit,
    ...(topicId && { topicId }),
    ...(sourceId && { sourceId }),
    ...(tag && { tag }),
    ...(language && { language }),
    ...(options.since && { since: moment(options.since, now) }),
    ...(options.until && { until: moment(options.until, now) }),
  });
  show(context, found, () => (found.length === 0 ? 'nothing found' : table(found.map(row))));
}

function row({ article }: ArticleView): readonly string[] {
  const date = (article.published ?? article.firstSeen).slice(0, 10);
  return [article.id.slice(0, 8), date, article.sourceId, article.language, article.title];
}
