import { type Command, Option } from 'commander';
import type { Checked } from '../pipeline/check.ts';
import type { FolderBy } from '../publish/formats/opml.ts';
import { type Action, type Context, EXIT, show, UsageError } from './context.ts';
import { nothingPolled } from './no-source.ts';
import { progressBar } from './progress.ts';
import type { AddOptions } from './sources-add.ts';
import { tableOr } from './table.ts';
import { counted } from './wording.ts';

export function define(command: Command, action: Action): void {
  command.command('list').description('every source and how it is').action(action(list));
  command
    .command('add')
    .description('find the feeds of a page, show what they hold, and add the one there is to sources.yaml')
    .argument('<address>', 'of a page, a feed or a sitemap')
    .option('--all', 'add every feed that is found, where there are several')
    .option('--id <id>', 'its permanent name; else made of its title')
    .option('--kind <kind>', 'what stands behind it')
    .option('--language <code>', 'what it writes in')
    .option('--timezone <zone>', 'the zone of dates that name none')
    .action(action(add));
  command
    .command('remove')
    .description('take a source out of sources.yaml; its articles stay')
    .argument('<id>')
    .action(action(remove));
  command
    .command('check')
    .description('read sources now and show what they hold, storing nothing')
    .argument('[id...]', 'these sources; none: all that are enabled')
    .action(action(check));
  command
    .command('import')
    .description('add the sources of a list of feeds (OPML)')
    .argument('<file>', 'as feed readers export it')
    .action(action(importOpml));
  command
    .command('export')
    .description('print the sources as a list of feeds (OPML)')
    .addOption(
      new Option('--by <what>', 'the folders: those of the settings, or by kind or language')
        .choices(['folder', 'kind', 'language'])
        .default('folder'),
    )
    .action(action(exportOpml));
}

async function list(context: Context): Promise<void> {
  const { health } = await import('../ingest/health.ts');
  const { services } = context;
  const { sources } = await services.settings();
  const states = await (await services.store()).sourceStates();
  const now = services.clock.now().toISOString();
  const listed = sources.map((source) => ({ ...source, health: health(states.get(source.id), source, now) }));
  show(context, listed, () =>
    tableOr(
      nothingPolled(sources),
      listed.map(({ id, language, kind, health: { state, since, message } }) => [
        id,
        language ?? '',
        kind,
        since === null || state === 'healthy' ? state : `${state} since ${since.slice(0, 10)}`,
        message,
      ]),
    ),
  );
}

async function add(context: Context, address: string, options: AddOptions): Promise<number> {
  const { addFeeds } = await import('./sources-add.ts');
  return addFeeds(context, address, options);
}

async function remove(context: Context, id: string): Promise<void> {
  const { removeSource } = await import('../settings/edit/sources.ts');
  const { editSources } = await import('../settings/edit/save.ts');
  await editSources(context.configDir, (text, file) => removeSource(text, file, id));
  show(context, { removed: id }, () => `removed ${id}; its articles stay in the corpus`);
}

async function check(context: Context, ids: readonly string[]): Promise<number> {
  const { checkSource } = await import('../pipeline/check.ts');
  const { sources } = await context.services.settings();
  const unknown = ids.filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0)
    throw new UsageError(`no source has the id ${unknown.join(', ')}; see: topicwatch sources list`);
  const wanted = sources.filter(({ id, disabled }) =>
    ids.length === 0 ? disabled === null : ids.includes(id),
  );

  const bar = await progressBar(context);
  const checked: (Checked & { readonly id: string })[] = [];
  for (const source of wanted) {
    checked.push({ id: source.id, ...(await checkSource(context.services, source)) });
    bar.step(checked.length, wanted.length, source);
  }
  bar.stop();
  show(context, checked, () =>
    tableOr(
      nothingPolled(sources),
      checked.map((one) =>
        one.ok
          ? [
              one.id,
              'ok',
              `${counted(one.items.length, 'item')}, newest ${one.items[0]?.date ?? 'undated'}${one.skipped.length > 0 ? `, ${one.skipped.length} skipped` : ''}`,
            ]
          : [one.id, 'failed', one.message],
      ),
    ),
  );
  return checked.every(({ ok }) => ok) ? EXIT.done : EXIT.failed;
}

async function importOpml(context: Context, path: string): Promise<void> {
  const { sourcesFromOpml } = await import('../settings/opml.ts');
  const { addSources } = await import('../settings/edit/sources.ts');
  const { editSources } = await import('../settings/edit/save.ts');
  const { files, settings } = context.services;
  const { sources, skipped } = sourcesFromOpml(await files.readText(path), path, (await settings()).sources);
  if (sources.length > 0)
    await editSources(context.configDir, (text, file) => addSources(text, file, sources));
  show(context, { added: sources, skipped }, () =>
    [
      ...sources.map(({ id, url }) => `added ${id}: ${url}`),
      ...skipped.map(({ title, reason }) => `left out: ${title}: ${reason}`),
      `${sources.length} added, ${skipped.length} left out`,
    ].join('\n'),
  );
}

async function exportOpml(context: Context, { by }: { readonly by: FolderBy }): Promise<void> {
  const { renderOpml, sourceFolders } = await import('../publish/formats/opml.ts');
  const { sources } = await context.services.settings();
  const folders = sourceFolders(sources, by);
  show(context, folders, () => renderOpml('topicwatch sources', folders));
}
