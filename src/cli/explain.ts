import type { Command } from 'commander';
import type { Article } from '../domain/article.ts';
import type { StoryExplained } from '../pipeline/stories/explain.ts';
import { type Action, type Context, show } from './context.ts';
import { inWords } from './verdict-text.ts';
import { harmless, minute } from './wording.ts';

export function define(command: Command, action: Action): void {
  command
    .argument('<what>', 'an article of the corpus (its id or address), or a document to judge now (a file)')
    .action(action(print));
}

async function print(context: Context, what: string): Promise<void> {
  const { explain } = await import('../pipeline/explain.ts');
  const explained = await explain(context.services, what);
  show(context, explained, () =>
    explained
      .map(({ article, judgements, stories }) =>
        [heading(article), ...judgements.map(inWords), ...stories.map(storyInWords)].join('\n\n'),
      )
      .join('\n\n'),
  );
}

function heading({ title, id, sourceId, url, published, firstSeen, language, revision }: Article): string {
  const date = published === null ? `first seen ${minute(firstSeen)}` : `published ${minute(published)}`;
  const facts = [
    id,
    sourceId,
    language,
    date,
    revision > 1 ? `revision ${revision}` : '',
    url ?? 'no address',
  ];
  return `${harmless(title)}\n${facts.filter((fact) => fact !== '').join(' · ')}`;
}

/** Why it is in its story, and not in the next one. */
function storyInWords({ id, topicId, because }: StoryExplained): string {
  const { held, others, shared, between, within, apart } = because;
  const beside = others === 1 ? 'one other account' : `${others} other accounts`;
  const lines = [
    `${topicId}: in story ${id.slice(0, 8)}, ${others === 0 ? 'as its only account' : `beside ${beside}`}`,
    ...(held ? ['  put there       by a person, which goes before all likeness'] : []),
    ...(between === null ? [] : [`  like them       ${likeness(between, within)}${sharing(shared)}`]),
    ...(apart === null
      ? ['  next story      none comes near']
      : [
          `  next story      ${apart.story.slice(0, 8)}, “${harmless(apart.title)}”`,
          `                  ${likeness(apart.between, apart.within)}${sharing(apart.shared)}`,
        ]),
  ];
  return lines.join('\n');
}

function likeness(between: number, within: number | null): string {
  return `${between.toFixed(2)}${within === null ? '' : ` (they among themselves ${within.toFixed(2)})`}`;
}

const sharing = (shared: readonly string[]): string =>
  shared.length === 0 ? '' : `, sharing ${shared.map(harmless).join(', ')}`;
