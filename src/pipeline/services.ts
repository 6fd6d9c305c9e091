import type {
  Clock,
  Extractor,
  Fetcher,
  LocalFiles,
  Log,
  Output,
  Pace,
  PublishedFiles,
  Reader,
} from '../domain/ports.ts';
import type { HttpSettings, Settings } from '../domain/settings.ts';
import type { Store } from '../domain/store.ts';
import type { SettingsEditor } from '../domain/suggestion.ts';

/** What a command works with. Each is built when it is first asked for, once; app.ts is the only place that builds them. */
export interface Services {
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted by SIGINT and SIGTERM: finish what is begun, begin nothing more. */
  readonly signal: AbortSignal;
  readonly files: LocalFiles;
  /** The settings of `--config`; rejects with a `SettingsError`. */
  settings(): Promise<Settings>;
  /** Changes those settings in place, as suggestions ask for. */
  editor(): Promise<SettingsEditor>;
  store(): Promise<Store>;
  /** With limits of its own, or those of the settings. */
  fetcher(http?: HttpSettings): Promise<Fetcher>;
  reader(): Promise<Reader>;
  extractor(): Promise<Extractor>;
  pace(): Promise<Pace>;
  output(): Promise<Output>;
  published(): Promise<PublishedFiles>;
  /**
   * One cycle in a process of its own, stopped cleanly when `signal` aborts: of what is due, or of these sources at once.
   *
   * @returns its exit code
   */
  cycleApart(sourceIds?: readonly string[]): Promise<number>;
  /** Writes the feeds anew in a process of its own. @returns its exit code */
  publishApart(): Promise<number>;
  /** Serves the page and the feeds as the settings say. */
  serve(): Promise<Server>;
  /** The services of another configuration folder, under another clock. To be closed by itself. */
  open(configDir: string, clock: Clock): Services;
  /** A fresh folder for the demo, its sample feeds served on loopback. */
  demoFolder(): Promise<DemoFolder>;
  close(): Promise<void>;
}

/** The demo's own folder. */
export interface DemoFolder {
  /** Everything the demo leaves: config, data, feeds. */
  readonly dir: string;
  readonly configDir: string;
  /** From now on the outlets' later state is served. */
  later(): void;
  close(): Promise<void>;
}

export interface Server {
  readonly url: string;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}
