import type { Command } from 'commander';
import { type Action, aborted, type Context } from './context.ts';

export function define(command: Command, action: Action): void {
  command.action(
    action(async ({ services, stderr }: Context) => {
      const server = await services.serve();
      stderr.write(`serving ${server.url} until Ctrl-C\n`);
      await aborted(services.signal);
      await server.close();
    }),
  );
}
