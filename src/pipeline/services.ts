import type { Clock, Fetcher, Log, Output, Reader } from '../domain/ports.ts';
import type { HttpSettings, Settings } from '../domain/settings.ts';
import type { Store } from '../domain/store.ts';

/** What a command works with. Each is built when it is first asked for, once; app.ts is the only place that builds them. */
export interface Services {
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted by SIGINT and SIGTERM: finish what is begun, begin nothing more. */
  readonly signal: AbortSignal;
  /** The settings of `--config`; rejects with a `SettingsError`. */
  settings(): Promise<Settings>;
  store(): Promise<Store>;
  /** With limits of its own, or those of the settings. */
  fetcher(http?: HttpSettings): Promise<Fetcher>;
  reader(): Promise<Reader>;
  output(): Promise<Output>;
  close(): Promise<void>;
}
