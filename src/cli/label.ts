import type { Command } from 'commander';
import type { Answer, Labelled } from '../domain/label.ts';
import { type Action, type Context, EXIT, Failure, show } from './context.ts';
import { table } from './table.ts';
import { oneTopic, topicsNamed } from './topics.ts';

interface Options {
  readonly topic?: string;
}

const ANSWERS = {
  yes: 'these belong to the topic',
  no: 'these do not',
  undo: 'take back what was answered',
} as const;

export function define(command: Command, action: Action): void {
  for (const answer of ['yes', 'no', 'undo'] as const) {
    withTopic(command.command(answer).description(ANSWERS[answer]))
      .argument('<id...>', 'articles of the corpus: ids, beginnings of ids, or addresses')
      .action(
        action((context, ids: readonly string[], options: Options) => label(context, answer, ids, options)),
      );
  }
  withTopic(command.command('list').description('what was answered, oldest first')).action(action(list));
  withTopic(command.command('export').description('print what was answered, in JSON lines')).action(
    action(exportLabels),
  );
  command
    .command('import')
    .description('answer as an export of labels did; - reads standard input')
    .argument('<file>')
    .action(action(importFile));
}

function withTopic(command: Command): Command {
  return command.option('--topic <id>', 'for this topic; needed where there are several');
}

async function label(
  context: Context,
  answer: Answer | 'undo',
  ids: readonly string[],
  options: Options,
): Promise<void> {
  const { labelArticles } = await import('../pipeline/labels.ts');
  const { services } = context;
  const topic = oneTopic(await services.settings(), options.topic);
  const { articles, unknown } = await labelArticles(services, topic.id, answer, ids);
  if (unknown.length > 0) {
    throw new Failure(
      `no article of the corpus is ${unknown.join(', ')}; nothing was labelled. ` +
        'Ids stand in `topicwatch search`, addresses in the feeds; a beginning of an id needs 6 characters that only one has',
    );
  }
  const done = { topic: topic.id, answer, articles: articles.map(({ id, title }) => ({ id, title })) };
  show(context, done, () => {
    const rows = articles.map(({ id, title }) => [answer, id.slice(0, 8), title]);
    return `${table(rows)}\nThe next run of topicwatch decides by it and learns from it.`;
  });
}

async function list(context: Context, options: Options): Promise<void> {
  const labelled = await answered(context, options);
  const rows = labelled.map(({ label: { answer, articleId, topicId, at }, article: { title } }) => [
    answer,
    articleId.slice(0, 8),
    topicId,
    at.slice(0, 10),
    title,
  ]);
  const shown = labelled.map(({ label, article: { title, url } }) => ({ ...label, title, url }));
  show(context, shown, () => (rows.length > 0 ? table(rows) : 'nothing was labelled yet'));
}

async function exportLabels(context: Context, options: Options): Promise<void> {
  const { labelLines } = await import('../pipeline/label-lines.ts');
  const lines = labelLines(await answered(context, options));
  if (context.json) show(context, lines, String);
  else for (const line of lines) context.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What was answered for the topic named, or for all, one after the other. */
async function answered({ services }: Context, { topic }: Options): Promise<readonly Labelled[]> {
  const store = await services.store();
  const topics = topicsNamed(await services.settings(), topic);
  return (await Promise.all(topics.map(({ id }) => store.labels(id)))).flat();
}

async function importFile(context: Context, file: string): Promise<number> {
  const { importLabels } = await import('../pipeline/label-lines.ts');
  const { services } = context;
  const text =
    file === '-'
      ? await (await import('node:stream/consumers')).text(context.stdin)
      : await services.files.readText(file);
  const { labels, leftOut } = await importLabels(services, text);
  show(context, { imported: labels.length, leftOut }, () =>
    [`${labels.length} ${labels.length === 1 ? 'label' : 'labels'} imported`, ...leftOut].join('\n'),
  );
  return leftOut.length > 0 ? EXIT.failed : EXIT.done;
}
