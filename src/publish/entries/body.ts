import type { Comparison } from '../../domain/comparison.ts';
import type { Body, Paragraph, Run } from '../entry.ts';
import { countWords, firstWords } from '../plain-text.ts';
import type { Account } from './account.ts';
import { excerptOf } from './account.ts';
import { background, differs, type Letters, lettersFor, onlyIn, whoSaysSo, wordsOf } from './compared.ts';

/** What an entry has to say, before it is cut to size. */
export interface Told {
  /** The line above everything: how many accounts, of how many origins. */
  readonly counts: string | null;
  /** What is new, in sentences. */
  readonly news: readonly string[];
  /** The lead first; its beginning is the excerpt. */
  readonly accounts: readonly [Account, ...Account[]];
  /** Accounts there are beyond these. */
  readonly unlisted?: number;
  /** What may be shown of how they compare; null: they never were. */
  readonly comparison: Comparison | null;
  /** Labels. */
  readonly tags: readonly string[];
  readonly why: string;
  /** What the keeper can do about it. */
  readonly advice: readonly string[];
}

const WORDS = 120;
const LINKS = 8;
/** The most words of each part. They are served in the order below; the excerpt gets what is left. */
const MOST = { read: 46, why: 24, tags: 12, differs: 32, who: 24, news: 60, onlyIn: 14, background: 14 };
/** Without so many words of its own an entry is hard to read: what only one account has, and the background, leave it these. */
const EXCERPT = 20;
const OUTLET_WORDS = 5;

/** The explained body: at most 120 words and 8 links, in the order in which a reader wants to know. */
export function explain(told: Told): Body {
  const { comparison, accounts } = told;
  let room = WORDS;
  /** A part with its share of the room. */
  const served = (most: number, part: (words: number) => readonly Run[]): readonly Run[] => {
    const runs = part(Math.min(most, room));
    room -= wordsOf(runs);
    return runs;
  };
  /** A part about the comparison; nothing where there is none. */
  const compared = (
    most: number,
    part: (comparison: Comparison, letters: Letters, words: number) => readonly Run[],
  ): readonly Run[] => (comparison === null ? [] : served(most, (words) => part(comparison, letters, words)));

  const counts = served(room, () => textRun(told.counts ?? ''));
  const advice = told.advice.filter(Boolean).map((text) => served(room, () => textRun(text)));
  const shown = accountsShown(accounts);
  const letters = lettersFor(shown, comparison);
  const read = served(MOST.read, () => readRuns(shown, accounts.length + (told.unlisted ?? 0), letters));
  const why = served(MOST.why, (words) => textRun(`Why: ${firstWords(told.why, words - 1)}`));
  const tags = served(MOST.tags, (words) => tagsRun(told.tags, words));
  const differing = compared(MOST.differs, differs);
  const who = compared(MOST.who, whoSaysSo);
  const news = served(MOST.news, (words) => textRun(words > 0 ? firstWords(told.news.join(' '), words) : ''));
  const spare = (most: number): number => Math.max(0, Math.min(most, room - EXCERPT));
  const sole = compared(spare(MOST.onlyIn), onlyIn);
  const before = compared(spare(MOST.background), background);
  const [lead] = accounts;
  const excerpt = textRun(excerptOf(lead, room, told.news) ?? '');

  const paragraphs: readonly Paragraph[] = [
    paragraph('counts', counts),
    paragraph('news', news),
    { ...paragraph('excerpt', excerpt), language: lead.language },
    paragraph('differs', differing),
    paragraph('only', joined('. ', sole, before)),
    paragraph('accounts', joined('. ', who, read)),
    paragraph('why', [...tags, ...why]),
    ...advice.map((runs) => paragraph('advice', runs)),
  ];
  return paragraphs.filter(({ runs }) => runs.length > 0);
}

const paragraph = (role: Paragraph['role'], runs: readonly Run[]): Paragraph => ({
  role,
  language: null,
  runs,
});

const textRun = (text: string): readonly Run[] => (text === '' ? [] : [{ text }]);

const joined = (between: string, ...parts: readonly (readonly Run[])[]): readonly Run[] =>
  parts
    .filter((runs) => runs.length > 0)
    .flatMap((runs, place) => (place === 0 ? runs : [{ text: between }, ...runs]));

/** The accounts there is room for; the first always. */
function accountsShown(accounts: Told['accounts']): readonly Account[] {
  let room = MOST.read - wordsOf([{ text: `Read — and ${accounts.length} more` }]);
  return accounts.slice(0, LINKS).filter((_, place) => {
    room -= countWords(`A ${outletOf(accounts, place)} [en] · `);
    return place === 0 || room >= 0;
  });
}

/** **Read** — A Harbour Wire [en] · B Hangang Daily [ko] · C Harbour Wire, again [en] · and 3 more */
function readRuns(shown: readonly Account[], count: number, letters: Letters): readonly Run[] {
  const runs: Run[] = [{ text: 'Read', strong: true }, { text: ' — ' }];
  for (const [place, account] of shown.entries()) {
    const { address, language, article } = account;
    const letter = letters.get(article.id);
    if (place > 0) runs.push({ text: ' · ' });
    if (letter !== undefined) runs.push({ text: `${letter} ` });
    const text = outletOf(shown, place);
    runs.push(address === null ? { text } : { text, href: address }, { text: ` [${language}]` });
  }
  if (count > shown.length) runs.push({ text: ` · and ${count - shown.length} more` });
  return runs;
}

/** The outlet of an account, and whether one before it is of the same. */
function outletOf(accounts: readonly Account[], place: number): string {
  const { outlet = '' } = accounts[place] ?? {};
  const isAgain = accounts.slice(0, place).some((other) => other.outlet === outlet);
  return `${firstWords(outlet, OUTLET_WORDS)}${isAgain ? ', again' : ''}`;
}

/** Tags: Belousov, Kursk · (and why) */
function tagsRun(tags: readonly string[], words: number): readonly Run[] {
  let room = words - 2;
  const labels = tags.filter((label) => {
    room -= countWords(label);
    return room >= 0;
  });
  return labels.length === 0 ? [] : [{ text: `Tags: ${labels.join(', ')} · ` }];
}
