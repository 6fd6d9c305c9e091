import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Action, type Context, show } from './context.ts';

export function define(command: Command, action: Action): void {
  command
    .argument('[dir]', 'where to; its subfolder config is made', '.')
    .option('--opml <file>', 'take the sources from a list of feeds, as feed readers export them')
    .action(action(init));
}

async function init(context: Context, dir: string, { opml }: { readonly opml?: string }): Promise<void> {
  const { starterFiles } = await import('../settings/starter.ts');
  const { writeSettings } = await import('../settings/save.ts');
  const { sourcesFromOpml } = await import('../settings/opml.ts');
  const { files } = context.services;
  const listed = opml === undefined ? null : sourcesFromOpml(await files.readText(opml), opml, []);
  const configDir = join(resolve(dir), 'config');
  const written = await writeSettings(configDir, starterFiles(listed?.sources));
  const skipped = listed?.skipped ?? [];
  show(context, { written, skipped }, () =>
    [
      ...written,
      ...skipped.map(({ title, reason }) => `left out: ${title}: ${reason}`),
      '',
      `Now say in ${join(dir, 'config')} what to watch and where, then: topicwatch run --config ${join(dir, 'config')}`,
    ].join('\n'),
  );
}
