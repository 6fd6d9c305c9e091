import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Difference } from '../../../src/domain/comparison.ts';
import type { SourceKind } from '../../../src/domain/source.ts';
import type { Account } from '../../../src/stories/account.ts';
import { relateNames } from '../../../src/stories/differences/names/names.ts';
import { numbersIn } from '../../../src/text/numbers/numbers.ts';

interface Expected {
  readonly kind: string;
  readonly nature: string;
  readonly values: readonly string[];
  readonly about: string;
}

/** A hand-made story and what comparing its accounts should give. */
export interface ComparedStory {
  readonly id: string;
  readonly articles: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly text: string;
    readonly language: string;
    readonly published: string;
    readonly outlet: string;
    readonly outletKind: SourceKind;
  }[];
  readonly expected: { readonly differences: readonly Expected[] };
}

const FOLDER = fileURLToPath(new URL('../../fixtures/compared', import.meta.url));

/**
 * The sets of tests/fixtures/compared. The rules were made with the first; each later one was written by somebody who did not
 * know them, and measured before the rules were bettered by it. The sixth is kept unseen: no rule is made with it.
 */
export const SETS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;
export type Set = (typeof SETS)[number];

/** The stories of a set, by name. Names begin with that of their set; those of the first set do not. */
export function storiesOf<Story extends ComparedStory>(set: Set): readonly Story[] {
  return readdirSync(FOLDER)
    .filter(
      (name) => name.endsWith('.json') && (SETS.find((one) => name.startsWith(`${one}-`)) ?? 'first') === set,
    )
    .sort()
    .map((name): Story => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
}

/** The accounts of a story, from sources that state no zone. */
export function accountsOf({ articles }: ComparedStory): readonly Account[] {
  return articles.map(({ id, published, ...rest }) => ({
    ...rest,
    articleId: id,
    published: new Date(published).toISOString(),
    firstSeen: new Date(published).toISOString(),
    timezone: 'UTC',
  }));
}

export interface Score {
  /** Claimed differences that are expected, and that are not. */
  readonly right: readonly Difference[];
  readonly wrong: readonly Difference[];
  readonly missed: readonly Expected[];
}

/** Holds what was claimed against what is expected: kind, nature and every value must be there. */
export function score(claimed: readonly Difference[], expected: readonly Expected[]): Score {
  const open = [...expected];
  const right: Difference[] = [];
  const wrong: Difference[] = [];
  for (const difference of claimed) {
    const at = open.findIndex((one) => isMet(one, difference));
    if (at < 0) wrong.push(difference);
    else {
      right.push(difference);
      open.splice(at, 1);
    }
  }
  return { right, wrong, missed: open };
}

function isMet(expected: Expected, { kind, nature, values }: Difference): boolean {
  if (expected.kind !== kind || expected.nature !== nature) return false;
  return expected.values.every((wanted) => values.some(({ value }) => isSame(kind, wanted, value)));
}

function isSame(kind: string, wanted: string, value: string): boolean {
  if (kind === 'date') {
    const year = /^\D*(\d{4})\D*$/u.exec(wanted)?.[1];
    if (year !== undefined) return value.includes(year);
    const day = /(\d{1,2})일/u.exec(wanted)?.[1] ?? /\d{1,2}/u.exec(wanted)?.[0];
    return new RegExp(`(?<!\\d)${day}(?!\\d)`, 'u').test(value);
  }
  if (kind === 'number') return isSameNumber(numberOf(wanted), numberOf(value));
  return relateNames({ text: wanted, concept: null }, { text: value, concept: null }) === 'same';
}

/** A label may leave out what multiplies the number: 200 of 200 thousand tonnes. */
const isSameNumber = (wanted: number | undefined, found: number | undefined): boolean =>
  wanted === found ||
  [1e3, 1e4, 1e6, 1e8, 1e9].some((times) => wanted !== undefined && wanted * times === found);

function numberOf(text: string): number | undefined {
  const language = /[가-힣]|\d만/u.test(text) ? 'ko' : /[а-я]|\d,\d{1,2}(?!\d)/iu.test(text) ? 'ru' : 'en';
  return numbersIn(text, language)[0]?.low;
}
