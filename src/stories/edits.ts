import type { Language } from '../domain/time.ts';
import { numbersIn } from '../text/numbers.ts';
import { eachTerm } from '../text/words.ts';
import { newSentences } from './novelty.ts';
import { revisionDiff, type Wording } from './revisions.ts';

/** What is read of each account, in UTF-16 units. */
const READ = 12_000;

/**
 * The sentences that came with an edit and say something no account of the story had, at most three, in their order; none: it
 * was polished. A title is reworded more often than it is news: what it tells anew stands below it too.
 *
 * @param others the story's other accounts.
 */
export function newInEdit(
  before: Wording,
  after: Wording & { readonly language: Language },
  others: readonly (Wording & { readonly language: Language })[],
): readonly string[] {
  const { language } = after;
  const passages = revisionDiff({ ...before, title: after.title }, after);
  const added = passages.filter(({ kind }) => kind === 'added');
  if (added.length === 0) return [];
  const known = new Set<string>();
  const counted = new Set<number>();
  for (const account of [{ ...before, language }, ...others]) {
    const told = `${account.title}\n${account.summary}\n${account.text ?? ''}`.slice(0, READ);
    for (const { low } of numbersIn(told, account.language)) counted.add(low);
    eachTerm(told, account.language, { numbers: true }, (term) => known.add(term));
  }
  const text = added.map((passage) => passage.text).join('\n');
  return newSentences(
    { title: '', text, language },
    {
      inLanguage: () => true,
      by: 'itself',
      has: (term) => known.has(term),
      counts: (number) => counted.has(number),
    },
  );
}
