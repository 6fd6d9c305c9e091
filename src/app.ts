import { hostname } from 'node:os';
import { join } from 'node:path';
import { createClock } from './adapters/clock.ts';
import { localFiles } from './adapters/local-files.ts';
import { createLog } from './adapters/log.ts';
import type { Fetcher } from './domain/ports.ts';
import type { HttpSettings } from './domain/settings.ts';
import type { Services } from './pipeline/services.ts';

/** The file of a worker thread: TypeScript in a checkout, compiled JavaScript in an installed package. */
const workerUrl = (path: string): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `${path}.ts` : `${path}.js`, import.meta.url);

/** A part that is built when first asked for, once, and closed only if it was built. */
function lazily<T extends object>(make: () => Promise<T>) {
  let made: Promise<T> | null = null;
  return {
    get(): Promise<T> {
      made ??= make();
      return made;
    },
    async close(): Promise<void> {
      const part = await made?.catch(() => null);
      if (part && 'close' in part && typeof part.close === 'function') await part.close();
    },
  };
}

/**
 * Wires the adapters together for one configuration folder. Nothing is opened, read or connected before it is used;
 * what is slow to load is loaded then.
 */
export function openServices(
  configDir: string,
  options: { readonly verbose: boolean },
  clock = createClock(),
): Services {
  const log = createLog({ level: options.verbose ? 'debug' : 'warn' });
  const load = async () => {
    const { loadSettings } = await import('./settings/load.ts');
    return loadSettings(configDir);
  };
  const settings = lazily(load);
  const store = lazily(async () => {
    const { openStore } = await import('./store/open.ts');
    const { store: file } = await settings.get();
    return openStore(file, { clock, host: hostname(), pid: process.pid });
  });
  const reader = lazily(async () => {
    const { createReader } = await import('./adapters/workers.ts');
    return createReader(workerUrl('./ingest/worker'));
  });
  const extractor = lazily(async () => {
    const { createExtractor } = await import('./adapters/workers.ts');
    return createExtractor(workerUrl('./ingest/worker'));
  });
  const pace = lazily(async () => {
    const { createPace } = await import('./adapters/pace.ts');
    return createPace();
  });
  const output = lazily(async () => {
    const { createOutput } = await import('./adapters/output.ts');
    return createOutput((await settings.get()).publish.dir);
  });
  const published = lazily(async () => {
    const { createPublishedFiles } = await import('./adapters/published-files.ts');
    return createPublishedFiles((await settings.get()).publish.dir);
  });
  const fetchers = new Map<HttpSettings, Promise<Fetcher>>();
  const createFetcherWith = async (http: HttpSettings) => {
    const { createFetcher } = await import('./adapters/http.ts');
    return createFetcher(http, { clock, log, secrets: (name) => process.env[name], filesRoot: configDir });
  };
  let stop: AbortController | null = null;

  return {
    clock,
    log,
    files: localFiles,
    get signal() {
      stop ??= stopOnSignal();
      return stop.signal;
    },
    settings: settings.get,
    async editor() {
      const { settingsEditor } = await import('./settings/edit/suggested.ts');
      return settingsEditor(configDir);
    },
    store: store.get,
    reader: reader.get,
    extractor: extractor.get,
    pace: pace.get,
    output: output.get,
    published: published.get,
    async fetcher(limits) {
      const http = limits ?? (await settings.get()).http;
      const made = fetchers.get(http) ?? createFetcherWith(http);
      fetchers.set(http, made);
      return made;
    },
    async cycleApart(sourceIds = []) {
      const { runInOwnProcess } = await import('./adapters/own-process.ts');
      const named = sourceIds.length > 0 ? ['--force', '--source', ...sourceIds] : [];
      return runInOwnProcess(['run', '--config', configDir, ...named], this.signal);
    },
    async publishApart() {
      const { runInOwnProcess } = await import('./adapters/own-process.ts');
      return runInOwnProcess(['publish', '--config', configDir], this.signal);
    },
    async serve() {
      const { createSite } = await import('./web/site.ts');
      const { listen } = await import('./adapters/http-server.ts');
      const { folderStamp } = await import('./adapters/folder-stamp.ts');
      const { currentSettings } = await import('./settings/current.ts');
      const { web } = await settings.get();
      const current = currentSettings(load, () => folderStamp([configDir, join(configDir, 'topics')]), log);
      const services = Object.assign(Object.create(this) as Services, { settings: current });
      const site = await createSite(services, process.env.TOPICWATCH_TOKEN);
      return listen(site.fetch, web);
    },
    open: (dir, at) => openServices(dir, options, at),
    async demoFolder() {
      const { openDemoFolder } = await import('./adapters/demo-folder.ts');
      return openDemoFolder();
    },
    async close() {
      await Promise.all([
        reader.close(),
        extractor.close(),
        store.close(),
        ...fetchers.values().map(async (fetcher) => (await fetcher).close()),
      ]);
    },
  };
}

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process as usual. */
function stopOnSignal(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop;
}
