/**
 * The layering of the house, as data. A room is a folder of `src/`, or one of its two files.
 *
 * | room     | is                                                       |
 * | -------- | -------------------------------------------------------- |
 * | stage    | one step of an article's way; stages never meet          |
 * | adapters | the world outside: network, files, log, threads, clock   |
 * | store    | the corpus                                               |
 * | app      | the one place that joins adapters and store to the rest  |
 */
const STAGES = ['ingest', 'judge', 'tag', 'stories', 'watchlist', 'publish'] as const;

/** What each room may import, besides itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: ['domain'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['domain', 'text']])),
  adapters: ['domain', 'text'],
  store: ['domain', 'text'],
  settings: ['domain', 'text', ...STAGES],
  pipeline: ['domain', 'text', ...STAGES],
  cli: ['domain', 'text', ...STAGES, 'settings', 'pipeline'],
  web: ['domain', 'text', ...STAGES, 'settings', 'pipeline'],
  app: ['domain', 'text', ...STAGES, 'settings', 'pipeline', 'cli', 'web', 'adapters', 'store'],
  main: ['domain', 'text', ...STAGES, 'settings', 'pipeline', 'cli', 'web', 'adapters', 'store', 'app'],
};

/** Packages that stay behind one room's door. */
export const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store'],
  kysely: ['store'],
  pino: ['adapters'],
  piscina: ['adapters'],
  undici: ['adapters'],
  commander: ['cli'],
  'cli-progress': ['cli'],
  hono: ['web', 'publish'], // publish: its templates of HTML
  'd3-scale': ['publish'],
  'd3-shape': ['publish'],
  '@hono/node-server': ['adapters'],
};

/** Where the outside world may be touched: clocks, dice, the environment, the network, the file system. */
export const WORLD_ROOMS = ['adapters', 'store', 'app', 'main'] as const;
/** The files outside those rooms that may: they read and write the folder of the settings. */
export const WORLD_FILES = ['settings/load.ts', 'settings/edit/save.ts'] as const;

/** Names of the language and of Node that reach the outside world, as `scan` writes them. */
export const WORLD_GLOBALS = [
  'Date.now',
  'new Date()',
  'Date()',
  'Temporal.Now',
  'Math.random',
  'crypto',
  'performance',
  'process',
  'fetch',
  'WebSocket',
  'EventSource',
  'globalThis',
] as const;

/** Node's own modules that only compute; every other one touches the outside world. */
export const PURE_BUILTINS = [
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:path',
  'node:path/posix',
  'node:stream',
  'node:stream/consumers',
  'node:stream/promises',
  'node:string_decoder',
  'node:url',
  'node:util',
] as const;

/** Builtins that do more than compute, and the rooms that may use them all the same. */
export const BUILTIN_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'node:module': ['text', 'ingest'], // loads what is slow to load at its first use, and synchronously
};

/** What a module that only computes must not be asked for: these throw dice. */
export const IMPURE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': [
    'randomBytes',
    'randomInt',
    'randomUUID',
    'randomUUIDv7',
    'getRandomValues',
    'webcrypto',
    'default',
    '*',
  ],
};
