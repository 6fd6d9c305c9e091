import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { LeaseBusy } from '../domain/lease.ts';
import type { Services } from '../pipeline/services.ts';
import { type Action, type CommandModule, type Context, EXIT, UsageError } from './context.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

/** Every command, in the order `--help` shows them. A command's file is loaded only when it is called. */
const COMMANDS: readonly Entry[] = [
  { name: 'init', summary: 'write a starter configuration', load: () => import('./init.ts') },
  {
    name: 'run',
    summary: 'one cycle: poll what is due, judge, store, publish; made for cron',
    load: () => import('./run.ts'),
  },
  {
    name: 'watch',
    summary: 'stay: run on the schedule, and serve the page and the feeds',
    load: () => import('./watch.ts'),
  },
  { name: 'serve', summary: 'serve the page and the feeds', load: () => import('./serve.ts') },
  {
    name: 'demo',
    summary: 'the whole job on sample sources, without a network',
    load: () => import('./demo.ts'),
  },
  { name: 'import', summary: 'add documents to the corpus', load: () => import('./import.ts') },
  {
    name: 'sources',
    summary: 'list, add, remove, check, import and export sources',
    load: () => import('./sources.ts'),
  },
  {
    name: 'topic',
    summary: 'learn, check, replay and look after a topic',
    load: () => import('./topic.ts'),
  },
  { name: 'explain', summary: 'why an article is in or out', load: () => import('./explain.ts') },
  {
    name: 'label',
    summary: 'say yes or no to articles, which teaches the topic',
    load: () => import('./label.ts'),
  },
  {
    name: 'stories',
    summary: 'list and show stories; merge, split and hide them',
    load: () => import('./stories.ts'),
  },
  { name: 'search', summary: 'search the accepted articles', load: () => import('./search.ts') },
  { name: 'export', summary: 'print the accepted articles as citations', load: () => import('./export.ts') },
  {
    name: 'digest',
    summary: 'print what is new, to be mailed or piped on',
    load: () => import('./digest.ts'),
  },
  { name: 'status', summary: 'what was polled, found and failed', load: () => import('./status.ts') },
  {
    name: 'suggest',
    summary: 'what the watchlist and the sources lack, with evidence',
    load: () => import('./suggest.ts'),
  },
  { name: 'publish', summary: 'write the feeds again', load: () => import('./publish.ts') },
  { name: 'backup', summary: 'copy the corpus to a new file', load: () => import('./backup.ts') },
  { name: 'doctor', summary: 'check settings, store, feeds and sources', load: () => import('./doctor.ts') },
  {
    name: 'parse',
    summary: 'plumbing: read a feed document and print it in one form',
    load: () => import('./parse.ts'),
  },
  {
    name: 'extract',
    summary: 'plumbing: print the article of a web page',
    load: () => import('./extract.ts'),
  },
  {
    name: 'judge',
    summary: 'plumbing: judge articles against a topic or examples',
    load: () => import('./judge.ts'),
  },
  {
    name: 'group',
    summary: 'plumbing: group articles into stories as they arrive',
    load: () => import('./group.ts'),
  },
  {
    name: 'compare',
    summary: 'plumbing: on what the accounts of a story differ, and whom they go back to',
    load: () => import('./compare.ts'),
  },
];

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

interface GlobalOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/**
 * Runs one command line.
 *
 * @param args what follows the program's name.
 * @param open builds the services once the configuration folder is known.
 * @returns the exit code: 0 done, 1 the work could not be done or a check found something, 2 wrong usage, 75 busy.
 */
export async function runProgram(
  args: readonly string[],
  version: string,
  streams: Streams,
  open: (configDir: string, options: { readonly verbose: boolean }) => Services,
): Promise<number> {
  const program = new Command('topicwatch')
    .description('Watches feeds for a topic and republishes one clean, tagged, explained Atom feed.')
    .version(version)
    .option('--config <dir>', 'the configuration folder', 'config')
    .option('--json', 'print one JSON document')
    .option('--verbose', 'log every step to standard error')
    .exitOverride()
    .showHelpAfterError('`topicwatch --help` lists the commands, `topicwatch COMMAND --help` what one takes')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  const options = (): GlobalOptions => program.opts<GlobalOptions>();

  let services: Services | null = null;
  let exitCode: number = EXIT.done;
  const action: Action =
    (handler) =>
    async (...args) => {
      const configDir = resolve(options().config);
      services = open(configDir, { verbose: options().verbose === true });
      const context: Context = {
        ...streams,
        services,
        configDir,
        json: options().json === true,
        terminal: streams.stderr.isTTY === true,
      };
      exitCode = (await handler(context, ...args)) ?? EXIT.done;
    };

  const wanted = args.find(
    (argument, at) => args[at - 1] !== '--config' && COMMANDS.some(({ name }) => name === argument),
  );
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).description(summary);
    if (name === wanted) (await load()).define(command, action);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    exitCode = report(error, options().json === true || args.includes('--json'), streams);
  } finally {
    await (services as Services | null)?.close();
  }
  return exitCode;
}

/** Tells a person, or with `--json` a program, what went wrong. @returns the exit code that says so */
function report(error: unknown, json: boolean, streams: Streams): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    // Commander has told the person: the help, where no command was named.
    const bare = error.code === 'commander.help';
    const message = bare ? 'no command was named; see: topicwatch --help' : error.message;
    if (json) writeError(streams, UsageError.name, message.replace(/^error: /, ''));
    return EXIT.usage;
  }
  if (!(error instanceof Error)) throw error;
  const { code, file, line } = error as Error & { code?: unknown; file?: unknown; line?: unknown };
  const expected = EXPECTED.has(error.name);
  if (json) {
    const name = typeof code === 'string' ? code : error.name;
    writeError(streams, name, error.message, { file, line });
  } else {
    streams.stderr.write(`topicwatch: ${expected ? error.message : error.stack}\n`);
  }
  if (error instanceof UsageError) return EXIT.usage;
  return error instanceof LeaseBusy ? EXIT.busy : EXIT.failed;
}

function writeError({ stdout }: Streams, code: string, message: string, where: object = {}): void {
  stdout.write(`${JSON.stringify({ error: { code, message, ...where } }, null, 2)}\n`);
}

/** Errors whose message says all a person needs; any other is a bug, and shows where it happened. */
const EXPECTED: ReadonlySet<string> = new Set([
  'UsageError',
  'Failure',
  'SettingsError',
  'StoreUnusable',
  'LeaseBusy',
  'LeaseLost',
  'OutputFailed',
  'FileTrouble',
  'ListenFailed',
  'SuggestionTrouble',
]);
