import type { Command } from 'commander';
import type { Article } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import { FileTrouble } from '../domain/ports.ts';
import { SOURCE_KINDS, type SourceKind } from '../domain/source.ts';
import type { Concept } from '../domain/topic.ts';
import type { Services } from '../pipeline/services.ts';
import type { Account } from '../stories/account.ts';
import { type Action, type Context, Failure, show, UsageError } from './context.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';
import { harmless } from './wording.ts';

interface Options {
  readonly jsonl?: boolean;
  readonly topic?: string;
}

export function define(command: Command, action: Action): void {
  command
    .argument('[what...]', 'articles to compare: ids or addresses of the corpus, or files of documents')
    .option('--jsonl', 'answer each story on standard input by its comparison, in JSON lines')
    .option('--topic <file>', 'a topic file: its concepts tell one name in several languages')
    .action(
      action((context, what: readonly string[], { jsonl, topic }: Options) => {
        if (what.length > 0 === (jsonl === true))
          throw new UsageError(
            'compare takes either --jsonl or the articles to compare: topicwatch compare ID ID',
          );
        return jsonl ? answerStories(context, topic) : printComparison(context, what, topic);
      }),
    );
}

async function answerStories(context: Context, topic: string | undefined): Promise<void> {
  const concepts = topic === undefined ? [] : await conceptsOf(topic);
  const { compare } = await import('../stories/compare.ts');
  const { detectLanguage } = await import('../text/language.ts');
  const now = context.services.clock.now().toISOString();
  await answerLines(context.stdin, context.stdout, (line): Comparison => {
    const accounts = articlesOf(line).map((article): Account => {
      const title = textField(article, 'title') ?? '';
      const text = textField(article, 'text') ?? '';
      const published = instantOf(textField(article, 'published'));
      return {
        articleId: String(article.id),
        title,
        text,
        language: detectLanguage(`${title}\n${text}`, { stated: textField(article, 'language') }),
        published,
        firstSeen: published ?? now,
        timezone: textField(article, 'timezone') ?? 'UTC',
        url: textField(article, 'url'),
        outlet: textField(article, 'outlet') ?? '',
        outletKind: kindOf(textField(article, 'outletKind')),
      };
    });
    return compare(accounts, concepts);
  });
}

async function printComparison(
  context: Context,
  what: readonly string[],
  topic: string | undefined,
): Promise<void> {
  const { services } = context;
  const articles = (await Promise.all(what.map((one) => articlesNamed(services, one)))).flat();
  if (articles.length < 2)
    throw new Failure(`${what.join(' ')}: one article; name another to compare it with`);
  const { sources, topics } = await services.settings();
  const concepts = topic === undefined ? topics.flatMap((one) => one.concepts) : await conceptsOf(topic);
  const { comparing } = await import('../pipeline/stories/compare.ts');
  const { comparisonText, letterOf } = await import('./story-text.ts');
  const comparison = comparing(new Map(sources.map((source) => [source.id, source])), concepts)(articles);
  show(context, comparison, () => {
    const letters = new Map(articles.map(({ id }, place) => [id, letterOf(place)]));
    const heads = articles.map(
      ({ title, language }, place) => `${letterOf(place)}  ${harmless(title)} [${language}]`,
    );
    return [heads.join('\n'), ...comparisonText(comparison, letters)].join('\n\n');
  });
}

/** The article of the corpus with this id or address, else the documents of a file. */
async function articlesNamed(services: Services, what: string): Promise<readonly Article[]> {
  const { itemsOfFile } = await import('../pipeline/documents.ts');
  const { identify } = await import('../pipeline/identify.ts');
  const stored = await (await services.store()).find(what);
  if (stored !== null) return [stored];
  const items = await itemsOfFile(services, what).catch((error: unknown) => {
    if (!(error instanceof FileTrouble)) throw error;
    throw new Failure(
      `no article of the corpus has the id or address ${what}, and as a file: ${error.message}`,
    );
  });
  return identify(items, new Map(), services.clock.now().toISOString()).articles;
}

async function conceptsOf(file: string): Promise<readonly Concept[]> {
  const { loadTopic } = await import('../settings/load.ts');
  return (await loadTopic(file)).concepts;
}

/** Throws where an article has no id: what is found could not be told to belong to it. */
function articlesOf({ articles }: JsonLine): readonly JsonLine[] {
  if (!Array.isArray(articles)) throw new Error('expected `articles`, a list of articles');
  return articles.map((article: unknown, at) => {
    const id = typeof article === 'object' && article !== null ? (article as { id?: unknown }).id : undefined;
    if (typeof id !== 'string' && typeof id !== 'number')
      throw new Error(`article ${at + 1} has no id; give it one, a string or a number`);
    return article as JsonLine;
  });
}

function instantOf(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function kindOf(text: string | null): SourceKind {
  return SOURCE_KINDS.find((kind) => kind === text) ?? 'other';
}
