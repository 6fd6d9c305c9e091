import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { FeedDocument } from '../domain/document.ts';
import type { RawDocument } from '../domain/ports.ts';
import { DEFAULT_HTTP } from '../domain/settings.ts';
import { parseDocument } from '../ingest/parse.ts';
import { type Action, type Context, EXIT, Failure, show, UsageError } from './context.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';

interface Options {
  readonly jsonl?: boolean;
  readonly allowPrivate: readonly string[];
}

export function define(command: Command, action: Action): void {
  command
    .argument('[document]', 'a file, or an http(s) address; standard input where none is given')
    .option('--jsonl', 'answer each document on standard input, in JSON lines')
    .option(
      '--allow-private <host[:port]>',
      'an address of this host may be fetched although it is private',
      (host: string, hosts: readonly string[]) => [...hosts, host],
      [],
    )
    .action(action(parse));
}

async function parse(context: Context, name: string | undefined, options: Options): Promise<number> {
  if (options.jsonl) {
    if (name !== undefined) throw new UsageError('parse takes either --jsonl or one document, not both');
    await answerLines(context.stdin, context.stdout, async (line) => ({
      document: await parseDocument(documentOf(line)),
    }));
    return EXIT.done;
  }
  const document: FeedDocument = await parseDocument(await find(context, name, options));
  show(context, document, () => JSON.stringify(document, null, 2));
  return document.ok ? EXIT.done : EXIT.failed;
}

const UNKNOWN = { contentType: null, contentLanguage: null, url: '', timezone: 'UTC' } as const;

function documentOf(line: JsonLine): RawDocument {
  return {
    ...UNKNOWN,
    body: Buffer.from(textField(line, 'body') ?? '', 'base64'),
    contentType: textField(line, 'contentType'),
    contentLanguage: textField(line, 'contentLanguage'),
    url: textField(line, 'baseUrl') ?? '',
  };
}

/** The bytes of a file or of standard input, or what a server sends, through the guarded client. */
async function find(
  { services, stdin }: Context,
  name: string | undefined,
  { allowPrivate }: Options,
): Promise<RawDocument> {
  if (name === undefined) return { ...UNKNOWN, body: await buffer(stdin) };
  if (!/^https?:\/\//i.test(name)) return { ...UNKNOWN, body: await services.files.read(name) };
  const fetcher = await services.fetcher({ ...DEFAULT_HTTP, allowPrivateHosts: allowPrivate });
  const outcome = await fetcher.fetch({
    url: name,
    validators: { etag: null, lastModified: null },
    configured: true,
    signal: services.signal,
  });
  if (outcome.kind === 'fetched') return { ...outcome, timezone: 'UTC' };
  throw new Failure(outcome.kind === 'unchanged' ? `${name} sent nothing; try again later` : outcome.message);
}
