import type { Command } from 'commander';
import type { PageArticle, RawPage } from '../domain/page.ts';
import { type Action, type Context, Failure, show, UsageError } from './context.ts';
import { type AllowPrivate, allowPrivate, findDocument, WHICH } from './document.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';

interface Options extends AllowPrivate {
  readonly jsonl?: boolean;
}

export function define(command: Command, action: Action): void {
  command
    .argument('[page]', WHICH)
    .option('--jsonl', 'answer each page on standard input, in JSON lines')
    .addOption(allowPrivate())
    .action(action(extract));
}

async function extract(context: Context, name: string | undefined, options: Options): Promise<void> {
  const extractor = await context.services.extractor();
  const articleOf = async (page: RawPage): Promise<PageArticle> => {
    const extraction = await extractor.extract(page);
    if (extraction.kind === 'failed') throw new Failure(`${page.url || 'the page'}: ${extraction.message}`);
    return extraction.article;
  };
  if (options.jsonl) {
    if (name !== undefined) throw new UsageError('extract takes either --jsonl or one page, not both');
    await answerLines(context.stdin, context.stdout, (line) => articleOf(pageOf(line)));
    return;
  }
  const article = await articleOf(await findDocument(context, name, options));
  show(context, article, () => inWords(article));
}

/** The HTML of a line is characters already, whatever it says of its encoding. */
const pageOf = (line: JsonLine): RawPage => ({
  body: new TextEncoder().encode(textField(line, 'html') ?? ''),
  contentType: 'text/html; charset=utf-8',
  url: textField(line, 'url') ?? '',
});

function inWords({ title, byline, published, text, teaser }: PageArticle): string {
  const head = [title, byline, published, teaser ? 'only the beginning; the rest is not on the page' : null];
  return [...head.filter((line) => line !== null), '', text].join('\n');
}
