import type { Language } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Reason, Verdict } from '../../domain/verdict.ts';
import { firstWords, line } from '../plain-text.ts';
import type { Account } from './account.ts';

/** Longer titles break the lists of readers. */
const TITLE_WORDS = 40;
const NAMES = 3;

/**
 * The title of an entry: that of its account. A foreign one is led by `[ko]` and the names it was recognised by in
 * the reader's language, a state agency's by its name.
 *
 * @param languages the reader's, best first.
 */
export function entryTitle(
  account: Account,
  verdict: Verdict,
  topic: Topic,
  languages: readonly Language[],
): string {
  const title = firstWords(line(account.article.title), TITLE_WORDS) || '(no title)';
  const said = account.stateAgency ? `${account.outlet}: ${title}` : title;
  if (languages.includes(account.language) || account.language === 'und') return said;
  const names = conceptNames(verdict, topic, languages);
  const mark = `[${account.language}]`;
  return names.length === 0 ? `${mark} ${said}` : `${mark} ${names.join(', ')} — ${said}`;
}

/** What the article names, in the reader's language: first what its title names, then what weighs most. */
export function conceptNames(
  verdict: Verdict,
  topic: Topic,
  languages: readonly Language[],
): readonly string[] {
  const reasons = verdict.reasons.filter((reason) => reason.weight > 0);
  const inTitle = (reason: Reason) => reason.field === 'title';
  const sorted = [...reasons.filter(inTitle), ...reasons.filter((reason) => !inTitle(reason))];
  const names = sorted.map(({ rule }) => {
    const concept = topic.concepts.find(({ id }) => rule === `concept:${id}`);
    return languages.map((language) => concept?.names[language]?.[0]).find(Boolean);
  });
  return [...new Set(names)].filter((name) => name !== undefined).slice(0, NAMES);
}
