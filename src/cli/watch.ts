import type { Command } from 'commander';
import { type Action, aborted, type Context, EXIT } from './context.ts';

export function define(command: Command, action: Action): void {
  command
    .option('--no-serve', 'run on the schedule only, without the page and the feeds')
    .action(action(watch));
}

/**
 * Stays until SIGINT or SIGTERM: a cycle at once, then one at each tick of the schedule that finds none at work. The
 * tick only wakes it; each cycle looks at what is due, so a tick that was slept through costs nothing.
 */
async function watch(context: Context, { serve }: { readonly serve: boolean }): Promise<number> {
  const { services } = context;
  const { log, signal } = services;
  const settings = await services.settings();
  const server = serve ? await services.serve() : null;
  if (server !== null) context.stderr.write(`serving ${server.url}\n`);

  const cycle = async (): Promise<void> => {
    const code = await services.cycleApart();
    if (code === EXIT.busy) log.info('another topicwatch is at work; this cycle was left to it');
    else if (code !== EXIT.done && !signal.aborted)
      log.error(`the cycle ended with ${code}; the lines above say why`);
  };
  let running = cycle();
  const { schedule } = await import('node-cron');
  const task = schedule(
    settings.schedule.cron,
    () => {
      running = running.then(cycle);
      return running;
    },
    { timezone: settings.schedule.timezone, noOverlap: true },
  );

  await aborted(signal);
  await task.destroy();
  await running;
  await server?.close();
  return EXIT.done;
}
