import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Action, show } from './context.ts';

export function define(command: Command, action: Action): void {
  command.argument('<file>', 'a new file for the copy').action(
    action(async (context, file: string) => {
      const target = resolve(file);
      await (await context.services.store()).backup(target);
      show(context, { file: target }, () => `the corpus was copied to ${target}`);
    }),
  );
}
