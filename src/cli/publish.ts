import type { Command } from 'commander';
import { type Action, show } from './context.ts';

export function define(command: Command, action: Action): void {
  command.action(
    action(async (context) => {
      const { publish } = await import('../pipeline/publish.ts');
      const { services } = context;
      const store = await services.store();
      const lease = await store.lease('publish');
      try {
        const written = await publish(services, lease, { force: true });
        const { dir } = (await services.settings()).publish;
        show(
          context,
          { written, dir },
          () => `${written} ${written === 1 ? 'file' : 'files'} written to ${dir}`,
        );
      } finally {
        await lease.release();
      }
    }),
  );
}
