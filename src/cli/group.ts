import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { type Action, UsageError } from './context.ts';
import { answerLines, textField } from './jsonl.ts';

export function define(command: Command, action: Action): void {
  command
    .option('--jsonl', 'answer each article on standard input by its story, in JSON lines')
    .action(
      action(({ stdin, stdout }, { jsonl }: { readonly jsonl?: boolean }) => group(stdin, stdout, jsonl)),
    );
}

/**
 * Articles come in time order. Stories are named after the article that opened them; lines after the first revise earlier
 * answers.
 */
async function group(stdin: Readable, stdout: Writable, jsonl: boolean | undefined): Promise<void> {
  if (!jsonl)
    throw new UsageError('group reads articles as JSON lines: topicwatch group --jsonl < articles.jsonl');
  const { ANY_NEWS } = await import('../stories/grouping/field.ts');
  const { Grouping } = await import('../stories/grouping/grouping.ts');
  const { detectLanguage } = await import('../text/language.ts');
  const ids = new Map<string, string | number>();
  const grouping = new Grouping(ANY_NEWS, nameOf);
  await answerLines(stdin, stdout, (line) => {
    const title = textField(line, 'title') ?? '';
    const text = textField(line, 'text') ?? '';
    const language = detectLanguage(`${title}\n${text}`, { stated: textField(line, 'language') });
    const published = Date.parse(textField(line, 'published') ?? '');
    const at = Number.isNaN(published) ? null : published;
    ids.set(String(line.id), line.id);
    const [placed] = grouping.add([{ id: String(line.id), title, text, language, at, concepts: [] }]);
    if (placed === undefined) return [];
    const { story, role, moved } = placed;
    return [
      { story, role },
      ...moved.map(({ id, story }) => ({
        id: ids.get(id) ?? id,
        story,
        role: id === story ? 'lead' : 'new',
      })),
    ];
  });
}

/** The first article's id or, when another story has it, that of another, or the first's with a number. */
function nameOf(articleIds: readonly string[], taken: (id: string) => boolean): string {
  const free = articleIds.find((id) => !taken(id));
  if (free !== undefined) return free;
  for (let n = 2; ; n += 1) if (!taken(`${articleIds[0]}+${n}`)) return `${articleIds[0]}+${n}`;
}
