/** Which numbers of a sentence count something. */

import type { Language } from '../../domain/time.ts';
import { datesIn } from '../../text/dates/dates.ts';
import { type Figure, figure, type Statement } from './told.ts';

/** A number that can be checked, where it stands. */
export interface Count {
  readonly figure: Figure;
  /** What it makes with others of its sentence: 212 passengers and 31 crew are another's 243 people. */
  readonly sums: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** A smaller number without a unit is everywhere. */
const TELLING = 10;
/** Lengths of time are told in many ways: 18 months, a year and a half. */
const SPANS: ReadonlySet<string> = new Set(['day', 'hour']);
/** The dead and the hurt are compared by what they are; 8 killed and 15 injured are another's 23 casualties. */
const TOLL =
  /(?<!\p{L})(?:killed|dead|died|deaths?|injured|wounded|hurt|casualties|missing|victims)(?!\p{L})|погиб|пострада|ранен|жертв|пропал|사망|부상|숨지|숨졌|다쳤|다친|다쳐|실종|사상/iu;
/** Behind a number: days, hours and years of a calendar or a clock, which are no counts. */
const DATED =
  /^\s?(?:일|시|분|월|년|초|세|GMT|UTC|[ap]\.m|[APap][Mm](?!\p{L})|час|год|лет|o['’]clock|in the (?:morning|afternoon|evening))/u;
/** "By the hundred" counts nothing. */
const ROUND = /^(?:hundred|thousand|million)$/iu;
/** Counts of one sentence; more make a table. */
const MOST = 3;

/** The counts of a sentence: no dates, years, times and lengths of time, no tolls, no rough numbers. */
export function countsIn({ text, numbers }: Statement, language: Language): readonly Count[] {
  const named = numbers
    .filter(({ low, high, bound }) => low === high && bound === 'exact' && !isYear(low))
    .filter(
      ({ start, end }) =>
        !DATED.test(text.slice(end, end + 16)) &&
        !isAge(text, start, end) &&
        !isBroken(text, start, end) &&
        !isPartOfName(text, start, end) &&
        !ROUND.test(text.slice(start, end)),
    )
    .map(({ low, start, end }) => ({ start, end, figure: figure(low, text, end) }));
  if (named.length === 0) return [];
  const dates = datesIn(text, language, { day: 0, certain: false });
  const exact = named.filter(({ start, end }) => !dates.some((date) => date.start < end && start < date.end));
  return exact
    .filter(({ figure: { value, unit } }) => (value >= TELLING || unit !== null) && !SPANS.has(unit ?? ''))
    .filter(({ start, end }) => !TOLL.test(clauseAround(text, start, end)))
    .slice(0, MOST)
    .map((count) => ({
      ...count,
      sums: exact
        .filter((other) => other !== count && other.figure.unit === count.figure.unit)
        .map((other) => other.figure.value + count.figure.value),
    }));
}

/** How old somebody is: Orlik, 55, sang; a 38-year-old; 구마루(63) 씨. */
const isAge = (text: string, start: number, end: number): boolean =>
  /^[\s-]{0,3}(?:years?[\s-]{1,3}old|y\/?o(?!\p{L})|летн|살(?!\p{L}))/u.test(text.slice(end, end + 14)) ||
  (/(?<!\p{L})(?:is|was|be|turns|turned)\s$/u.test(text.slice(0, start)) &&
    /^\s(?:this|next|last)\s/u.test(text.slice(end))) ||
  (/\p{L}(?:,\s|\()$/u.test(text.slice(0, start)) && /^(?:,|\)\s씨)/u.test(text.slice(end)));

/**
 * What a wrongly cut sentence leaves ("16, at Norvik", "watched by 39."), a score, a clock, the number of the police: nothing
 * says what is counted.
 */
function isBroken(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return (
    (start === 0 && /^(?:,|\s(?:at|in|on|to|and|for|from|by|with|when)\s)/u.test(behind)) ||
    (/\p{Ll}\s$/u.test(before) && /^[.!?]?["”’]?$/u.test(behind)) ||
    /[–—-]\s?$/u.test(before) ||
    /^\s?[:–—-]\s?\d/u.test(behind) ||
    /(?<!\d)911$/u.test(text.slice(0, end))
  );
}

/** Before a number: Interstate 90, Article 60, № 4; behind it: the 605 Freeway, the 3400 block. */
const NAMED_BEFORE =
  /(?<!\p{L})an?\s$|[\p{L}\p{N},]\s[A-Z][a-z]{2,20}\s$|№\s?$|(?:[Aa]rticle|[Ss]ection|[Rr]oom|[Сс]тать[яией]|[Дд]ом)\s$/u;
const NAMED_BEHIND = /^\s?(?:block(?!\p{L})|[A-Z][A-Za-z]{2})/u;

const isPartOfName = (text: string, start: number, end: number): boolean =>
  NAMED_BEFORE.test(text.slice(Math.max(0, start - 26), start)) ||
  NAMED_BEHIND.test(text.slice(end, end + 8));

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1_800 && value <= 2_100;

/** A shorter clause does not say what is counted. */
const FEWEST = 3;

/** The clause a number stands in, or all of a sentence whose clause says too little. */
export function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const from =
    Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), before.lastIndexOf(' — '), -1) + 1;
  const stop = text.slice(end).search(/[,;](?!\s?\d)|\s—\s/u);
  const clause = text.slice(from, stop < 0 ? text.length : end + stop).trim();
  return clause.split(/\s+/u).length < FEWEST ? text : clause;
}
