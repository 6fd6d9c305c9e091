import type { Comparison, Difference, DifferenceNature, Quoted, SoleClaim } from '../../domain/comparison.ts';
import type { Run } from '../entry.ts';
import { countWords, firstWords, line } from '../plain-text.ts';
import type { Account } from './account.ts';

/** More words could be a sentence of the article. */
const VALUE_WORDS = 8;
const CLAIM_WORDS = 12;
const SPEAKER_WORDS = 4;
const SUBJECT_WORDS = 8;
const ORIGIN_WORDS = 8;
/** Accounts named behind a value; more are counted. */
const NAMED = 5;

/**
 * What of a comparison an entry may show: what its own accounts said, and of each no more than its source allows. A source shown
 * by title only gives values, but no claim in its words; a private one nothing.
 */
export function showable(comparison: Comparison, accounts: readonly Account[]): Comparison {
  const byId = new Map(
    accounts.filter((account) => !account.private).map((account) => [account.article.id, account]),
  );
  const ours = <Said extends Quoted>(said: readonly Said[]): readonly Said[] =>
    said.filter(({ articleId }) => byId.has(articleId));
  const origins = comparison.origins
    .map((origin) => ({ ...origin, accounts: ours(origin.accounts) }))
    .filter((origin) => origin.accounts.length > 0);
  return {
    differences: comparison.differences
      .map((difference) => ({
        ...difference,
        values: difference.values.flatMap((one) => {
          if (one.story !== undefined) return [one];
          const [first, ...others] = ours(one.quotes);
          return first === undefined ? [] : [{ value: one.value, quotes: [first, ...others] as const }];
        }),
      }))
      .filter(({ values }) => values.length > 1 && values.some(({ story }) => story === undefined)),
    soleClaims: ours(accounts.length > 1 ? comparison.soleClaims : []).filter(
      ({ articleId }) => byId.get(articleId)?.republish !== 'title',
    ),
    origins,
    unnamed: comparison.unnamed.filter((articleId) => byId.has(articleId)),
    lostAttributions: ours(comparison.lostAttributions).filter((lost) =>
      origins.some(({ name }) => name === lost.origin),
    ),
  };
}

/** `2 accounts · 1 named origin, a party to the event · differs on 2 points`; what was never compared is only counted. */
export function countsLine(accounts: readonly Account[], comparison: Comparison | null): string {
  const parts = [accountsCounted(accounts)];
  if (comparison !== null) {
    parts.push(...originsCounted(comparison));
    const points = comparison.differences.filter(isPoint).length;
    if (points > 0) parts.push(points === 1 ? 'differs on 1 point' : `differs on ${points} points`);
  }
  return parts.join(' · ');
}

/** `5 accounts by 2 outlets` where some have several: what one outlet tells twice is no second voice. */
function accountsCounted(accounts: readonly Account[]): string {
  const told = accounts.map((account) => (account.private ? account.article.sourceId : account.outlet));
  const outlets = new Set(told).size;
  const all = accounts.length === 1 ? '1 account' : `${accounts.length} accounts`;
  if (outlets === accounts.length) return all;
  return `${all} by ${outlets === 1 ? 'one outlet' : `${outlets} outlets`}`;
}

/** A rounder number or a later figure is told, but is no point on which accounts differ; nor is what is said of another event. */
const isPoint = ({ nature, background }: Difference): boolean =>
  !background && (nature === 'differs' || nature === 'spelling');

function originsCounted({ origins, unnamed }: Comparison): readonly string[] {
  if (origins.length === 0) return unnamed.length > 0 ? ['origin not named'] : [];
  const parties = origins.filter(({ party }) => party).length;
  const all = parties === origins.length;
  const outside = all && unnamed.length === 0 ? '; no account from outside' : '';
  if (origins.length === 1) return [`1 named origin${all ? `, a party to the event${outside}` : ''}`];
  const named = `${origins.length} named origins`;
  if (parties === 0) return [named];
  return [
    `${named}, ${all ? 'all' : parties} ${parties === 1 ? 'a party' : 'parties'} to the event${outside}`,
  ];
}

/** How the accounts of an entry are called in it, by article: `A`, `B`, …; empty: they need not be told apart. */
export type Letters = ReadonlyMap<string, string>;

/** @param shown the accounts that are listed with their letters. */
export function lettersFor(shown: readonly Account[], comparison: Comparison | null): Letters {
  if (comparison === null || shown.length < 2 || !needsLetters(comparison)) return new Map();
  return new Map(shown.map(({ article }, place) => [article.id, String.fromCodePoint(65 + place)]));
}

/** Not where one origin stands behind all accounts, and nothing else is found. */
function needsLetters({ differences, soleClaims, origins, unnamed }: Comparison): boolean {
  const mixed = origins.length > 1 || (origins.length === 1 && unnamed.length > 0);
  return mixed || differences.length + soleClaims.length > 0;
}

/** **Differs** — minister's name, spelling: *No Gwansuk* (A), *No Kwang Chol* (B); … */
export function differs({ differences }: Comparison, letters: Letters, room: number): readonly Run[] {
  const told = differences.filter((difference) => !difference.background).toSorted(pointsFirst);
  return listed('Differs', inRuns(told, letters), '; ', room);
}

/** **Background** — the Beijing meeting: *3 September* (A), *4 September* (B) */
export function background({ differences }: Comparison, letters: Letters, room: number): readonly Run[] {
  const told = differences.filter((difference) => difference.background);
  return listed('Background', inRuns(told, letters), '; ', room);
}

/** **Only in A** — the minister's pledge of support; Greta Moll: *we will go on until spring* */
export function onlyIn({ soleClaims }: Comparison, letters: Letters, room: number): readonly Run[] {
  const [first] = soleClaims.filter(({ articleId }) => letters.has(articleId));
  if (first === undefined) return [];
  const claims = soleClaims.filter(({ articleId }) => articleId === first.articleId);
  return listed(`Only in ${letters.get(first.articleId)}`, claims.map(claimRuns), '; ', room);
}

/** Greta Moll: *we will go on until spring* */
function claimRuns({ text, speaker }: SoleClaim): readonly Run[] {
  const claim = firstWords(line(text), CLAIM_WORDS);
  return speaker === undefined
    ? [{ text: claim }]
    : [{ text: `${firstWords(line(speaker), SPEAKER_WORDS)}: ` }, { text: claim, quoted: true }];
}

/** **Who says so** — KCNA, a party (A; unattributed in B); the harbour office (C); not named in D */
export function whoSaysSo(comparison: Comparison, letters: Letters, room: number): readonly Run[] {
  const { origins, unnamed, lostAttributions } = comparison;
  if (origins.length === 0) return [];
  const items = origins.map(({ name, party, accounts }): readonly Run[] => {
    const lost = lostAttributions.filter(({ origin }) => origin === name);
    const said = lettersOf(accounts, letters);
    const bare = lettersOf(lost, letters);
    const behind = [said, bare && `unattributed in ${bare}`].filter(Boolean).join('; ');
    const shown = firstWords(line(name), ORIGIN_WORDS);
    return [{ text: `${shown}${party ? ', a party' : ''}${behind && ` (${behind})`}` }];
  });
  const nobody = lettersOf(
    unnamed.map((articleId) => ({ articleId })),
    letters,
  );
  const shown = (words: number): readonly Run[] => listed('Who says so', items, '; ', words);
  // Those that name nobody are no origin: where not all origins have room, they are not counted among the rest.
  const all = [...shown(Number.POSITIVE_INFINITY), { text: `; not named in ${nobody}` }];
  return nobody !== '' && wordsOf(all) <= room ? all : shown(room);
}

/** What a difference is, where it is not plainly one. */
export const NATURES: Readonly<Record<DifferenceNature, string>> = {
  differs: '',
  spelling: ', spelling',
  precision: ', more or less exact',
  changed: ', changed over time',
};

const pointsFirst = (a: Difference, b: Difference): number => Number(isPoint(b)) - Number(isPoint(a));

const inRuns = (differences: readonly Difference[], letters: Letters): readonly (readonly Run[])[] =>
  differences.map((difference) => differenceRuns(difference, letters));

function differenceRuns({ subject, nature, values }: Difference, letters: Letters): readonly Run[] {
  const shown = values.flatMap(({ value, quotes, story }, place): readonly Run[] => {
    const accounts = story === undefined ? lettersOf(quotes, letters) : 'another story';
    const behind = accounts === '' ? '' : ` (${accounts})`;
    return [
      { text: place === 0 ? '' : ', ' },
      { text: firstWords(line(value), VALUE_WORDS), quoted: true },
      { text: behind },
    ];
  });
  const on = firstWords(line(subject), SUBJECT_WORDS);
  // The spelling of a name says what it is.
  const what = nature === 'spelling' && on.includes('spelling') ? '' : NATURES[nature];
  return [{ text: `${on}${what}: ` }, ...shown].filter(({ text }) => text !== '');
}

/** `A, B, C +2` */
function lettersOf(said: readonly Pick<Quoted, 'articleId'>[], letters: Letters): string {
  if (letters.size === 0) return '';
  const ids = [...new Set(said.map(({ articleId }) => articleId))];
  const known = ids.flatMap((id) => letters.get(id) ?? []).sort();
  const more = ids.length - Math.min(known.length, NAMED);
  return [known.slice(0, NAMED).join(', '), more > 0 ? `+${more}` : ''].filter(Boolean).join(' ');
}

/** A heading, as many of the first items as fit in so many words, and how many more there are; nothing where none fits. */
function listed(
  heading: string,
  items: readonly (readonly Run[])[],
  between: string,
  room: number,
): readonly Run[] {
  const runs: Run[] = [{ text: heading, strong: true }, { text: ' — ' }];
  let left = room - wordsOf(runs);
  let shown = 0;
  for (const [place, item] of items.entries()) {
    left -= wordsOf(item);
    if (left < (place < items.length - 1 ? MORE_WORDS : 0)) break;
    if (shown > 0) runs.push({ text: between });
    runs.push(...item);
    shown += 1;
  }
  if (shown === 0) return [];
  return shown === items.length ? runs : [...runs, { text: `${between}and ${items.length - shown} more` }];
}

/** And 2 more. */
const MORE_WORDS = 3;

/** How many words are read in them. */
export const wordsOf = (runs: readonly Run[]): number => countWords(runs.map(({ text }) => text).join(''));
