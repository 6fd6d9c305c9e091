import type { Command } from 'commander';
import { type Action, type Context, show } from './context.ts';

export function define(command: Command, action: Action): void {
  command.argument('<file...>', 'texts, pages, Markdown, JSON or JSON lines').action(action(importFiles));
}

async function importFiles(context: Context, paths: readonly string[]): Promise<void> {
  const { itemsOfFile } = await import('../pipeline/documents.ts');
  const { runImport } = await import('../pipeline/cycle.ts');
  const items = [];
  for (const path of paths) items.push(...(await itemsOfFile(context.services, path)));
  const { fresh, revised, accepted, review, published } = await runImport(context.services, items);
  show(
    context,
    { fresh, revised, accepted, review, published },
    () =>
      `${fresh} new, ${revised} revised, ${accepted} accepted, ${review} to review; ${published} files published`,
  );
}
