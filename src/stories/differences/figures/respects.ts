import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';
import type { Clause } from '../sentences/clauses.ts';
import type { MatterId } from '../sentences/matters.ts';
import type { Passage } from '../sentences/passages.ts';
import { ballotOf } from './ballots.ts';
import { rateOf } from './rates.ts';

/**
 * In which respect something is counted or measured. Two figures tell of one thing only where no respect of theirs parts them.
 */
export interface Respect {
  /** Of a measure: length, height…; null: not said. */
  readonly dimension: string | null;
  /** What the sum, share or load is one of: a loan, inflation, flour; the word nearest to the figure first. */
  readonly matters: readonly MatterId[];
  /** The noun of what is measured, in its own language; null: not found. */
  readonly stuff: string | null;
  /** A rise by so much, or to so much; null: not said. */
  readonly change: 'by' | 'to' | 'from' | null;
  /** So much for each of what, or in what time: `barrel`, `day`; null: the whole. */
  readonly per: string | null;
  /** How votes were cast; null: no votes. */
  readonly ballot: string | null;
  /** It counts over a time of its own: since May, within a week; null: not said. */
  readonly running: 'since' | 'within' | null;
  /** Months and years its sentence states, in days since 1970; a quarter by its number. */
  readonly periods: readonly (readonly [from: number, to: number])[];
  readonly quarter: string | null;
}

/** What may be measured in each unit, the more telling words first. */
const DIMENSIONS: readonly (readonly [string, RegExp])[] = [
  ['width', /\bwide|\bwidth|ширин|폭|너비/iu],
  ['depth', /\bdeep|\bdepth|глубин|깊이|수심/iu],
  [
    'height',
    /\bhigh\b|\bheight|\btall|\baltitude|\babove\b|(?<!\p{L})над(?!\p{L})|высот|высоко|высок\p{L}{2}(?!\p{L})|높이|고도/iu,
  ],
  ['range', /\b(?:a|its|maximum|with a) range|дальность\p{L}? (?:действ|пораж|до)|사거리/iu],
  [
    'remaining',
    /\b(?:remain\w*|is|are|still|within)\s(?:\p{L}+\s){0,2}[\d,.]+\s\p{L}+\s(?:from|away|off)\b|(?<!\p{L})оста(?:ётся|ется|валось|лось|вал)|남[았은]|떨어진/iu,
  ],
  ['length', /\blong\b|\b(?:stretch|section)\b|(?<!\p{L})участ|구간|\blength|длин|протяж|길이/iu],
  [
    'distance',
    /\bflew|\bflying|\bflight\b|\btravel|\bcovered|\bdistance|\bapart\b|расстоян|пролете|преодоле|날아|비행|거리/iu,
  ],
  ['weight', /\bweigh|\bheavy|вес(?:ом|ит|а)?(?!\p{L})|무게/iu],
  ['speed', /\bspeed|\bper hour|km\/h|км\/ч|скорост|시속/iu],
  [
    'term',
    /\b(?:sentenced?|jail\w*|prison|behind bars|imprison\w*)\b|(?<!\p{L})(?:приговор|тюр[ье]м|колони|лишени\p{L} свободы|заключени)|징역|금고|실형/iu,
  ],
  [
    'duration',
    /\blast(?:ed|s|ing)?\b|\b(?:for|after|spent|took|takes?)\s(?:(?:about|around|nearly|almost|some|more than|over|at least|up to)\s){0,2}(?:[\d,.]+|\p{L}+)(?:[\s-]\p{L}+)?[\s-](?:hour|minute|day|week|month|year)s?\b|\bduration|длил|продолж|продли|беседовал|(?<!\p{L})(?:ве(?:ли|ло|л|ла) |в течение|срок(?:ом)? на|срок)|동안|걸쳐|진행|이어[졌지]|계속|걸[리린릴렸]|소요|기간|간(?=\s|$|의|은|을)/iu,
  ],
];

/** What is measured of something by the load. */
const MEASURED = /^(?:tonne|area|volume)$/u;

/** The units of each dimension but those of length. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  weight: ['tonne'],
  duration: ['hour', 'day'],
  term: ['day'],
};
const LENGTHS: readonly string[] = ['metre'];

/** Counts that go on since a day, and counts of the last of many days, are not of one time. */
const RUNNING: readonly (readonly [NonNullable<Respect['running']>, RegExp])[] = [
  [
    'within',
    /\bover (?:the )?(?:\w+ )?(?:nights?|days|weeks|months|years|course|past|last)\b|\b(?:within|in the (?:past|last)) |(?<!\p{L})за (?:последн|прошедш|весь|все|год|месяц|недел|сутки)|(?:주일?|개월|달|년)간? 동안|하루 (?:동안|새)|in \p{Lu}[\p{L} ]{2,30} alone/iu,
  ],
  [
    'since',
    /\b(?:since|throughout|to date|so far this|this (?:year|month|week|season)|year to date|cumulative)\b|(?<!\p{L})(?:с начала|в этом году|в нынешнем году|нарастающим)|이후|올해|누적/iu,
  ],
];

const QUARTER =
  /\b(first|second|third|fourth) (?:quarter|half)\b|(?<!\p{L})(перв|втор|треть|четв[её]рт)\p{L}* (?:квартал|полугод)|(\d)분기|(상|하)반기/iu;
const QUARTERS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  перв: '1',
  втор: '2',
  треть: '3',
  четвёрт: '4',
  четверт: '4',
  상: '1',
  하: '2',
};

/** The respects of a number, by its clause and sentence. */
export function respectOf(passage: Passage, clause: Clause, number: NumberFound, unit: string): Respect {
  const { text, language, dates } = passage;
  const stretch = text.slice(clause.start, clause.end);
  const quarter = QUARTER.exec(text);
  const named = quarter
    ?.slice(1)
    .find((word) => word !== undefined)
    ?.toLowerCase();
  return {
    dimension: dimensionOf(stretch, unit),
    matters: mattersAt(passage, clause, number),
    stuff: MEASURED.test(unit) ? stuffAt(clause, number, language) : null,
    change: changeOf(stretch, text, number, language),
    per: unit === 'percent' ? null : rateOf(text, number, language),
    ballot: ballotOf(text, number, language),
    running: RUNNING.find(([, words]) => words.test(text))?.[0] ?? null,
    periods: dates.flatMap(({ grain, from, to }) =>
      grain !== 'day' && from !== null && to !== null ? [[from, to] as const] : [],
    ),
    quarter: named === undefined ? null : (QUARTERS[named] ?? named),
  };
}

function dimensionOf(stretch: string, unit: string): string | null {
  if (unit === 'magnitude') return unit;
  return (
    DIMENSIONS.find(([one, words]) => (UNITS[one] ?? LENGTHS).includes(unit) && words.test(stretch))?.[0] ??
    null
  );
}

/** What an apposition says is said of what stands before it: the first tranche of the loan, 50 million dollars, … */
const APPOSED = 3;

function mattersAt({ clauses }: Passage, clause: Clause, { start, end }: NumberFound): readonly MatterId[] {
  const inClause = (one: Clause | undefined) =>
    (one?.tokens ?? [])
      .filter(({ matter }) => matter !== null)
      .toSorted((a, b) => distance(a.start, a.end, start, end) - distance(b.start, b.end, start, end))
      .flatMap(({ matter }) => matter ?? []);
  const own = inClause(clause);
  if (own.length > 0 || clause.tokens.length > APPOSED) return own;
  return inClause(clauses[clauses.indexOf(clause) - 1]);
}

/**
 * The noun a measure is of, where no table has it: in Korean before the number (상아 320㎏), else behind its unit (tonnes of ivory).
 */
function stuffAt({ tokens }: Clause, { start, end }: NumberFound, language: Language): string | null {
  const noun =
    language === 'ko'
      ? tokens.findLast((token) => token.end <= start && start - token.end < 4)
      : tokens.filter((token) => token.start >= end && token.term !== null)[1];
  return noun?.term && noun.event === null ? `${language}:${noun.term}` : null;
}

/** What is behind the number counts as nearer: tonnes of flour. */
const distance = (start: number, end: number, from: number, to: number): number =>
  start >= to ? start - to : from - end + 2;

const CHANGING =
  /\b(?:r[oi]se[sn]?|rising|raise\w*|lift\w*|gr[eo]w\w*|climb\w*|jump\w*|increas\w*|up|fell|fall\w*|drop\w*|cut\w*|lower\w*|decreas\w*|declin\w*|slid|shr[aiu]nk)\b|повы[сш]|подня|вырос|раст[ёе]т|увелич|возрос|сниз|упал|сократ|уменьш|прибав|올랐|올렸|오른|인상|인하|증가|감소|늘|줄|상승|하락/iu;

const HEDGE =
  /(?:(?:about|around|some|nearly|almost|roughly|more than|over|at least|just|only|another|около|почти|примерно|более чем|более|свыше|약)\s|[$€£¥₩₽]\s?){1,3}$/iu;

function changeOf(
  stretch: string,
  text: string,
  { start, end }: NumberFound,
  language: Language,
): Respect['change'] {
  if (!CHANGING.test(stretch)) return null;
  if (language === 'ko') {
    const behind = text.slice(end, end + 12);
    if (/^\s?(?:%p?|퍼센트|\p{L}{0,3})\s?에서/u.test(behind)) return 'from';
    return /^\s?(?:%|퍼센트|\p{L}{0,3}?)으?로(?!\p{L})/u.test(behind) ? 'to' : 'by';
  }
  const before = text.slice(Math.max(0, start - 24), start).replace(HEDGE, '');
  if (/(?:\bfrom|(?<!\p{L})(?:с|со))\s$/iu.test(before)) return 'from';
  if (/(?:\b(?:to|at)|(?<!\p{L})до)\s$/iu.test(before)) return 'to';
  return /(?:\bby|(?<!\p{L})на)\s$/iu.test(before) || CHANGING.test(before.split(' ').at(-2) ?? '')
    ? 'by'
    : null;
}

/** Whether no respect parts two figures. */
export function mayBeOne(a: Respect, b: Respect): boolean {
  if (a.per !== b.per || a.ballot !== b.ballot || a.running !== b.running) return false;
  if (!unlessParted(a.dimension, b.dimension) || !unlessParted(a.change, b.change)) return false;
  if (a.quarter !== b.quarter && a.quarter !== null && b.quarter !== null) return false;
  if (a.matters.length > 0 && b.matters.length > 0 && !sharesMatter(a, b)) return false;
  return (
    a.periods.length === 0 ||
    b.periods.length === 0 ||
    a.periods.some(([from, to]) => b.periods.some(([first, last]) => from <= last && first <= to))
  );
}

/** What either of two figures does not say keeps them from nothing. */
export const unlessParted = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b;

/** What the one is a figure of, the other speaks of. */
export const sharesMatter = (a: Respect, b: Respect): boolean =>
  (a.stuff !== null && a.stuff === b.stuff) ||
  a.matters.slice(0, 1).some((one) => b.matters.includes(one)) ||
  b.matters.slice(0, 1).some((one) => a.matters.includes(one));
