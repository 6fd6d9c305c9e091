import type { Command } from 'commander';
import type { Comparison } from '../domain/comparison.ts';
import { SOURCE_KINDS, type SourceKind } from '../domain/source.ts';
import type { Concept } from '../domain/topic.ts';
import type { Account } from '../stories/account.ts';
import { type Action, type Context, UsageError } from './context.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';

interface Options {
  readonly jsonl?: boolean;
  readonly topic?: string;
}

export function define(command: Command, action: Action): void {
  command
    .option('--jsonl', 'answer each story on standard input by its comparison, in JSON lines')
    .option('--topic <file>', 'a topic file: its concepts tell one name in several languages')
    .action(action(compareStories));
}

async function compareStories(context: Context, { jsonl, topic }: Options): Promise<void> {
  if (!jsonl)
    throw new UsageError('compare reads stories as JSON lines: topicwatch compare --jsonl < stories.jsonl');
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
