import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { type Action, type Context, show, UsageError } from './context.ts';
import { oneTopic } from './topics.ts';
import { counted } from './wording.ts';

interface Options {
  readonly topic?: string;
  readonly write?: boolean;
}

const WHICH = 'of this topic, where there are several';

/** `topic concepts`: the watchlist as a spreadsheet, out and back. */
export function defineConcepts(command: Command, action: Action): void {
  command
    .command('export')
    .description('write the concepts as CSV: id, kind, facet, language, name, seenAs, weak; a row a name')
    .argument('<file>', 'where to; - for standard output')
    .option('--topic <id>', WHICH)
    .action(action(exportConcepts));
  command
    .command('import')
    .description('show what a CSV changes in the topic file, and write it')
    .argument('<file>', 'as export writes it; - for standard input')
    .option('--topic <id>', WHICH)
    .option('--write', 'write what is shown')
    .action(action(importConcepts));
}

/** Spreadsheets take a file for UTF-8 only where it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

async function exportConcepts(context: Context, file: string, { topic: id }: Options): Promise<void> {
  const { writeConcepts } = await import('../settings/concepts-csv.ts');
  const { concepts, id: topicId } = oneTopic(await context.services.settings(), id);
  const csv = writeConcepts(concepts);
  if (file === '-') {
    if (context.json) throw new UsageError('export prints CSV, no JSON; leave --json out, or name a file');
    context.stdout.write(csv);
    return;
  }
  await context.services.files.write(file, BYTE_ORDER_MARK + csv);
  show(
    context,
    { topicId, concepts: concepts.length, file },
    () => `${counted(concepts.length, 'concept')} written to ${file}`,
  );
}

async function importConcepts(context: Context, file: string, { topic: id, write }: Options): Promise<void> {
  const { readConcepts } = await import('../settings/concepts-csv.ts');
  const { withConcepts } = await import('../settings/edit/concepts.ts');
  const { checkedTopicFile } = await import('../settings/edit/topic-file.ts');
  const { replaceFile } = await import('../settings/edit/save.ts');
  const { lineDiff } = await import('../text/line-diff.ts');
  const { services, configDir, stdin } = context;
  const csv = file === '-' ? await text(stdin) : await services.files.readText(file);
  const concepts = readConcepts(csv, file);
  const topic = oneTopic(await services.settings(), id);
  const { path, before, after } = await checkedTopicFile(configDir, topic.id, (yaml, name) =>
    withConcepts(yaml, name, topic.id, concepts),
  );
  const changes = after !== before;
  if (write && changes) await replaceFile(path, before, after);
  const diff = lineDiff(basename(path), before, after);
  show(
    context,
    { topicId: topic.id, concepts: concepts.length, diff, written: write === true && changes },
    () => {
      if (!changes) return `${basename(path)} says all of this already`;
      return [diff, write ? `wrote ${basename(path)}` : 'nothing was written; do it with --write'].join('\n');
    },
  );
}
