import { DAY } from '../../domain/time.ts';

/** A date in a text. Days are counted from 1970-01-01. */
export interface DateFound {
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The first and last day it may mean; null where it cannot be resolved without knowing when the text was written. */
  readonly from: number | null;
  readonly to: number | null;
  readonly grain: 'day' | 'month' | 'year';
  /** `stated` names the day, `weekday` its day of the week, `relative` counts from the day of writing. */
  readonly how: 'stated' | 'weekday' | 'relative';
  /** 0 for Sunday; null: no day of the week is named. */
  readonly weekday: number | null;
  /** The year is not stated, and was taken from the day of writing. */
  readonly yearless: boolean;
}

/** When a text was written, in its own zone. */
export interface Written {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** False: only when it was found is known, so that "yesterday" cannot be resolved. */
  readonly certain: boolean;
}

/** What a date means, wherever it stands. */
export type Meaning = Omit<DateFound, 'start' | 'end'>;
/** A pattern and what it means. */
export type Reader = readonly [RegExp, (match: RegExpExecArray, written: Written) => Meaning | null];

/** The number of the day; null: there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month, day);
  const date = new Date(time);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? time / DAY : null;
}

/** Year, month from 0 and day of the month. */
export const partsOf = (day: number) => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
};

/** One day; null where it is stated and does not exist. */
export function onDay(
  from: number | null,
  how: Meaning['how'] = 'stated',
  weekday: number | null = null,
): Meaning | null {
  return from === null && how === 'stated'
    ? null
    : { from, to: from, grain: 'day', how, weekday, yearless: false };
}

/** Any day of a month. */
export function inMonth(year: number, month: number): Meaning {
  const first = Date.UTC(year, month, 1) / DAY;
  return {
    from: first,
    to: Date.UTC(year, month + 1, 1) / DAY - 1,
    grain: 'month',
    how: 'stated',
    weekday: null,
    yearless: false,
  };
}

/** Any day of a year. */
export function inYear(year: number): Meaning {
  return {
    from: Date.UTC(year, 0, 1) / DAY,
    to: Date.UTC(year, 11, 31) / DAY,
    grain: 'year',
    how: 'stated',
    weekday: null,
    yearless: false,
  };
}

/** A day further ahead than this is rather the one of a year before. */
const AHEAD = 120;

/** The day of that name that lies nearest in the past, or not far ahead. */
export function nearestYear(month: number, day: number, written: Written): Meaning | null {
  const { year } = partsOf(written.day);
  const near = [year - 1, year, year + 1]
    .map((candidate) => dayNumber(candidate, month, day))
    .filter((number) => number !== null && number <= written.day + AHEAD);
  return yearless(onDay(near.at(-1) ?? null));
}

const yearless = (date: Meaning | null): Meaning | null => date && { ...date, yearless: true };

/** The month of that name nearest to the day of writing, the past before the future. */
export function nearestMonth(month: number, written: Written, shift = 0): Meaning {
  const now = partsOf(written.day);
  const ahead = month - now.month;
  const year = now.year + shift + (shift === 0 ? (ahead > 6 ? -1 : ahead < -8 ? 1 : 0) : 0);
  return { ...inMonth(year, month), yearless: shift === 0 };
}

/** A day of a month that is not named (4일): the nearest. */
export function nearestDay(day: number, written: Written): number | null {
  const { year, month } = partsOf(written.day);
  const near = [month - 1, month, month + 1]
    .map((candidate) => {
      const first = new Date(Date.UTC(year, candidate, 1));
      return dayNumber(first.getUTCFullYear(), first.getUTCMonth(), day);
    })
    .filter((number) => number !== null)
    .sort((a, b) => Math.abs(a - written.day) - Math.abs(b - written.day));
  return near[0] ?? null;
}

/** The last day of that name, today among them; behind "next" the coming one. */
export function onWeekday(weekday: number, written: Written, next: boolean): Meaning {
  const today = (written.day + 4) % 7;
  const back = (today - weekday + 7) % 7;
  const day = next ? written.day + ((weekday - today + 7) % 7 || 7) : written.day - back;
  return {
    from: written.certain ? day : null,
    to: written.certain ? day : null,
    grain: 'day',
    how: 'weekday',
    weekday,
    yearless: false,
  };
}

/** So many days from the day of writing. */
export function fromNow(days: number, written: Written): Meaning {
  const day = written.certain ? written.day + days : null;
  return { from: day, to: day, grain: 'day', how: 'relative', weekday: null, yearless: false };
}

/** A whole year, so many from that of writing. */
export const yearsFromNow = (years: number, written: Written): Meaning =>
  inYear(partsOf(written.day).year + years);

/** "Six years ago" is a year more or less, and words that are not read here mean any of the last ten. */
export function yearsAgo(count: number, written: Written): Meaning {
  const [first, last] = Number.isNaN(count) ? [10, 1] : [count + 1, count - 1];
  return { ...yearsFromNow(-first, written), to: yearsFromNow(-last, written).to };
}
