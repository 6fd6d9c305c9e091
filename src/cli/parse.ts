import type { Command } from 'commander';
import type { FeedDocument } from '../domain/document.ts';
import type { RawDocument } from '../domain/ports.ts';
import { parseDocument } from '../ingest/parse.ts';
import { type Action, type Context, EXIT, show, UsageError } from './context.ts';
import { type AllowPrivate, allowPrivate, findDocument, UNKNOWN, WHICH } from './document.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';

interface Options extends AllowPrivate {
  readonly jsonl?: boolean;
}

export function define(command: Command, action: Action): void {
  command
    .argument('[document]', WHICH)
    .option('--jsonl', 'answer each document on standard input, in JSON lines')
    .addOption(allowPrivate())
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
  const document: FeedDocument = await parseDocument(await findDocument(context, name, options));
  show(context, document, () => JSON.stringify(document, null, 2));
  return document.ok ? EXIT.done : EXIT.failed;
}

function documentOf(line: JsonLine): RawDocument {
  return {
    ...UNKNOWN,
    body: Buffer.from(textField(line, 'body') ?? '', 'base64'),
    contentType: textField(line, 'contentType'),
    contentLanguage: textField(line, 'contentLanguage'),
    url: textField(line, 'baseUrl') ?? '',
  };
}
