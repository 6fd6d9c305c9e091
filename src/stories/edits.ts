import type { Language } from '../domain/time.ts';
import { numbersIn } from '../text/numbers/numbers.ts';
import { eachTerm } from '../text/words.ts';
import { BEHIND, newSentences } from './novelty.ts';
import { phasesTold } from './phases.ts';
import { type Passage, revisionDiff, type Wording } from './revisions.ts';

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
  const textOf = (wanted: Passage['kind']) =>
    passages.flatMap(({ kind, text }) => (kind === wanted ? [text] : [])).join('\n');
  const text = textOf('added');
  if (text === '') return [];
  const known = new Set<string>();
  const counted = new Set<string>();
  for (const account of [{ ...before, language }, ...others]) {
    const told = `${account.title}\n${account.summary}\n${account.text ?? ''}`.slice(0, READ);
    for (const { low, end } of numbersIn(told, account.language))
      counted.add(countOf(low, told.slice(end, end + BEHIND), account.language));
    eachTerm(told, account.language, { numbers: true }, (term) => known.add(term));
  }
  // Two ships that become two vessels are polished; three ships that become two are not, although two hours stand elsewhere.
  const reworded = new Set(numbersIn(textOf('removed'), language).map(({ low }) => low));
  return newSentences(
    { title: '', text, language },
    {
      inLanguage: () => true,
      by: 'itself',
      has: (term) => known.has(term),
      phases: new Set(
        [{ ...before, language }, ...others].flatMap(({ title, summary, text: told, language: own }) =>
          phasesTold({ title, text: told ?? summary, language: own }),
        ),
      ),
      counts: (number, behind) => reworded.has(number) || counted.has(countOf(number, behind, language)),
    },
  );
}

/** A number with what it counts. */
function countOf(number: number, behind: string, language: Language): string {
  let thing = '';
  eachTerm(behind, language, { limit: 3 }, (term) => {
    thing ||= term;
  });
  return `${number} ${thing}`;
}
