import type { Context } from './context.ts';

/** Work shorter than this shows no bar. */
const PATIENCE = 1_000;

export interface Progress {
  step(done: number, total: number, subject: { readonly id: string }): void;
  stop(): void;
}

/** A progress bar on standard error: on a terminal only, and only for work that takes more than a second. */
export async function progressBar({ terminal, json, services }: Context): Promise<Progress> {
  if (!terminal || json) return { step: () => {}, stop: () => {} };
  const { SingleBar, Presets } = (await import('cli-progress')).default;
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {id}', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  const begun = services.clock.now().getTime();
  let drawn = false;
  return {
    step(done, total, { id }) {
      if (!drawn && services.clock.now().getTime() - begun < PATIENCE) return;
      if (!drawn) bar.start(total, done, { id });
      drawn = true;
      bar.update(done, { id });
    },
    stop: () => {
      if (drawn) bar.stop();
    },
  };
}
