import type { Command } from 'commander';
import type { Action } from './context.ts';
import { answerLines, textField } from './jsonl.ts';

export function define(command: Command, action: Action): void {
  command.option('--jsonl').action(
    action(async ({ stdin, stdout }) => {
      const { Grouping } = await import('../stories/grouping.ts');
      const grouping = new Grouping();
      await answerLines(stdin, stdout, (line) =>
        grouping.add({
          id: String(line.id),
          title: textField(line, 'title') ?? '',
          text: textField(line, 'text') ?? '',
          language: textField(line, 'language') ?? 'en',
          at: Date.parse(textField(line, 'published') ?? '') || 0,
        }),
      );
    }),
  );
}
