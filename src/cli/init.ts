import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Action, type Context, show, UsageError } from './context.ts';

interface Options {
  readonly opml?: string;
  readonly from?: readonly string[];
  readonly background?: string;
  readonly title?: string;
}

export function define(command: Command, action: Action): void {
  command
    .argument('[dir]', 'where to; its subfolder config is made', '.')
    .option('--from <doc...>', 'draft the topic from documents on it: texts, pages, Markdown, JSON lines')
    .option('--background <file>', 'with --from: JSON lines of other articles, that show what is ordinary')
    .option('--title <title>', 'with --from: what to call the topic')
    .option('--opml <file>', 'take the sources from a list of feeds, as feed readers export them')
    .action(action(init));
}

async function init(context: Context, dir: string, { opml, from, ...options }: Options): Promise<void> {
  if (from === undefined && (options.background ?? options.title) !== undefined) {
    throw new UsageError(
      '--background and --title go with --from: name the documents to draft the topic from',
    );
  }
  const { starterFiles } = await import('../settings/starter.ts');
  const { writeSettings } = await import('../settings/edit/save.ts');
  const { sourcesFromOpml } = await import('../settings/opml.ts');
  const { files } = context.services;
  const listed = opml === undefined ? null : sourcesFromOpml(await files.readText(opml), opml, []);
  const drafted = from === undefined ? null : await draft(from, options);
  const configDir = join(resolve(dir), 'config');
  const starter = starterFiles(listed?.sources, drafted?.topic);
  const written = await writeSettings(configDir, new Map([...starter, ...(drafted?.examples ?? [])]));
  const skipped = listed?.skipped ?? [];
  show(context, { written, skipped, ...(drafted && { topic: drafted.topic.id }) }, () =>
    [
      ...written,
      ...skipped.map(({ title, reason }) => `left out: ${title}: ${reason}`),
      '',
      ...(drafted?.advice ?? []),
      `Now say in ${join(dir, 'config')} what to watch and where, then: topicwatch run --config ${join(dir, 'config')}`,
    ].join('\n'),
  );
}

async function draft(paths: readonly string[], { background, title }: Pick<Options, 'background' | 'title'>) {
  const { backgroundFile, draftTopicFile } = await import('./topic-draft.ts');
  const { examples, advice, ...topic } = await draftTopicFile(paths, {
    ...(title !== undefined && { title }),
    background: background === undefined ? [] : await backgroundFile(background),
    taken: [],
  });
  return { topic, examples: [...examples].map(([name, text]) => [`topics/${name}`, text] as const), advice };
}
