import type { Language } from '../domain/time.ts';
import { DAYS_FROM_NOW, MONTHS, WEEKDAYS } from './calendar-words.ts';

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

/** Dates read of one text. */
const MOST = 100;

/** The dates of a sentence, in order: absolute ones, those that lack a year or month, and those told from the day of writing. */
export function datesIn(text: string, language: Language, written: Written): readonly DateFound[] {
  const read = READERS[language] ?? [];
  const found = read.flatMap(([pattern, resolve]) =>
    Array.from(text.matchAll(pattern), (match) => {
      const date = resolve(match, written);
      return date && { ...date, start: match.index, end: match.index + match[0].length };
    }).filter((date) => date !== null),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: DateFound[] = [];
  for (const date of found.slice(0, MOST)) {
    if (date.start >= (apart.at(-1)?.end ?? 0)) apart.push(date);
  }
  return apart;
}

type Meaning = Omit<DateFound, 'start' | 'end'>;
type Reader = readonly [RegExp, (match: RegExpExecArray, written: Written) => Meaning | null];

const DAY = 86_400_000;
/** The number of the day; null: there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month, day);
  const date = new Date(time);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? time / DAY : null;
}

const partsOf = (day: number) => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
};

function onDay(
  from: number | null,
  how: Meaning['how'] = 'stated',
  weekday: number | null = null,
): Meaning | null {
  return from === null && how === 'stated' ? null : { from, to: from, grain: 'day', how, weekday, yearless: false };
}

function inMonth(year: number, month: number): Meaning {
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

function inYear(year: number): Meaning {
  return {
    from: Date.UTC(year, 0, 1) / DAY,
    to: Date.UTC(year, 11, 31) / DAY,
    grain: 'year',
    how: 'stated',
    weekday: null,
    yearless: false,
  };
}

/** The day of that name in the year that brings it nearest to the day of writing. */
function nearestYear(month: number, day: number, written: Written): Meaning | null {
  const { year } = partsOf(written.day);
  const near = [year - 1, year, year + 1]
    .map((candidate) => dayNumber(candidate, month, day))
    .filter((number) => number !== null)
    .sort((a, b) => Math.abs(a - written.day) - Math.abs(b - written.day));
  return yearless(onDay(near[0] ?? null));
}

const yearless = (date: Meaning | null): Meaning | null => date && { ...date, yearless: true };

/** The month of that name nearest to the day of writing, the past before the future. */
function nearestMonth(month: number, written: Written, shift = 0): Meaning {
  const now = partsOf(written.day);
  const ahead = month - now.month;
  const year = now.year + shift + (shift === 0 ? (ahead > 6 ? -1 : ahead < -8 ? 1 : 0) : 0);
  return { ...inMonth(year, month), yearless: shift === 0 };
}

/** A day of a month that is not named (4일): the nearest. */
function nearestDay(day: number, written: Written): number | null {
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
function onWeekday(weekday: number, written: Written, next: boolean): Meaning {
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

function fromNow(days: number, written: Written): Meaning {
  const day = written.certain ? written.day + days : null;
  return { from: day, to: day, grain: 'day', how: 'relative', weekday: null, yearless: false };
}

const yearsFromNow = (years: number, written: Written): Meaning => inYear(partsOf(written.day).year + years);

/** "Six years ago" is a year more or less, and words that are not read here mean any of the last ten. */
function yearsAgo(count: number, written: Written): Meaning {
  const [first, last] = Number.isNaN(count) ? [10, 1] : [count + 1, count - 1];
  return { ...yearsFromNow(-first, written), to: yearsFromNow(-last, written).to };
}

const fullYear = (digits: string | undefined): number | null => (digits ? Number(digits) : null);
const alternatives = (words: ReadonlyMap<string, number> | undefined) =>
  [...(words?.keys() ?? [])].sort((a, b) => b.length - a.length).join('|');

const EN_MONTHS = alternatives(MONTHS['en']);
const RU_MONTHS = alternatives(MONTHS['ru']);
const monthOf = (language: Language, name: string | undefined) =>
  MONTHS[language]?.get((name ?? '').toLowerCase()) ?? 0;

function dayInMonth(
  language: Language,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  written: Written,
) {
  const number = monthOf(language, month);
  const stated = fullYear(year);
  return stated === null
    ? nearestYear(number, Number(day), written)
    : onDay(dayNumber(stated, number, Number(day)));
}

const CENTURIES = '(?:1[89]|20)\\d\\d';

const READERS: Readonly<Record<Language, readonly Reader[]>> = {
  en: [
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(${EN_MONTHS})\\b\\.?(?:,?\\s(${CENTURIES}))?`,
        'giu',
      ),
      ([, day, month, year], written) => dayInMonth('en', day, month, year, written),
    ],
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(${EN_MONTHS})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])(?:,?\\s(${CENTURIES}))?`,
        'giu',
      ),
      ([, month, day, year], written) => dayInMonth('en', day, month, year, written),
    ],
    [
      new RegExp(
        `\\b(?:in|since|of|until|by|early|late|mid-|from|for|last|next)\\s(?:early\\s|late\\s|mid-)?(${EN_MONTHS})\\b(?!\\s\\d{1,2}\\b)(?:\\s(${CENTURIES}))?`,
        'giu',
      ),
      ([whole, month, year], written) =>
        year
          ? inMonth(Number(year), monthOf('en', month))
          : nearestMonth(monthOf('en', month), written, /^next/iu.test(whole) ? 1 : 0),
    ],
    [
      /\b(last\s|next\s|this\s|coming\s)?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\b/giu,
      ([, which, name], written) =>
        onWeekday(
          WEEKDAYS['en']?.get((name ?? '').toLowerCase()) ?? 0,
          written,
          /next|coming/iu.test(which ?? ''),
        ),
    ],
    [
      /\b(yesterday|today|tonight|tomorrow)\b/giu,
      ([word], written) => fromNow(DAYS_FROM_NOW['en']?.get(word.toLowerCase()) ?? 0, written),
    ],
    [/\blast night\b/giu, (_, written) => fromNow(-1, written)],
    [/\blast year\b|\ba year (?:ago|earlier)\b/giu, (_, written) => yearsFromNow(-1, written)],
    [/\bnext year\b/giu, (_, written) => yearsFromNow(1, written)],
    [
      /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several) years (?:ago|earlier|before)\b/giu,
      ([, count], written) => yearsAgo(Number(count), written),
    ],
    [/\blast month\b|\ba month ago\b/giu, (_, written) => ({ ...fromNow(-30, written), grain: 'month' })],
    [
      new RegExp(
        `\\b(?:in|since|of|by|until|during|from)\\s(?:late\\s|early\\s)?(${CENTURIES})(?![\\d,.]\\d|\\d)\\b`,
        'giu',
      ),
      ([, year]) => inYear(Number(year)),
    ],
    [
      /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/gu,
      ([, year, month, day]) => onDay(dayNumber(Number(year), Number(month) - 1, Number(day))),
    ],
  ],
  ru: [
    [
      new RegExp(
        `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:-?го)?\\s(${RU_MONTHS})(?!\\p{L})(?:\\s(${CENTURIES})(?:\\sгода|\\sг\\.)?)?`,
        'giu',
      ),
      ([, day, month, year], written) => dayInMonth('ru', day, month, year, written),
    ],
    [
      new RegExp(
        `(?<!\\p{L})(?:в|с|до|к|начала?|конца?|середине)\\s(${RU_MONTHS})(?!\\p{L})(?:\\s(${CENTURIES})\\sгода|\\s(прошлого|следующего|будущего)\\sгода)?`,
        'giu',
      ),
      ([, month, year, which], written) =>
        year
          ? inMonth(Number(year), monthOf('ru', month))
          : nearestMonth(monthOf('ru', month), written, which ? (which === 'прошлого' ? -1 : 1) : 0),
    ],
    [
      /(?<!\p{L})(прошл\p{L}{2,3}\s|минувш\p{L}{2,3}\s|следующ\p{L}{2,3}\s|ближайш\p{L}{2,3}\s)?(понедельника?|вторника?|сред[ауы]|четверга?|пятниц[ауы]|суббот[ауы]|воскресень[ея])(?!\p{L})/giu,
      ([, which, name], written) =>
        onWeekday(
          WEEKDAYS['ru']?.get((name ?? '').toLowerCase()) ?? 0,
          written,
          /^следующ|^ближ/iu.test(which ?? ''),
        ),
    ],
    [
      /(?<!\p{L})(позавчера|вчера|сегодня|завтра|послезавтра)(?!\p{L})/giu,
      ([word], written) => fromNow(DAYS_FROM_NOW['ru']?.get(word.toLowerCase()) ?? 0, written),
    ],
    [
      /(?<!\p{L})(?:в прошлом году|прошлого года|прошлой (?:осенью|весной|зимой)|прошлым летом|год назад|годом ранее)(?!\p{L})/giu,
      (_, written) => yearsFromNow(-1, written),
    ],
    [/(?<!\p{L})(?:в (?:следующем|будущем) году)(?!\p{L})/giu, (_, written) => yearsFromNow(1, written)],
    [
      /(?<!\p{L})(\d{1,3}|два|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько)\s(?:года|лет)\sназад(?!\p{L})/giu,
      ([, count], written) => yearsAgo(Number(count), written),
    ],
    [
      /(?<!\p{L})в прошлом месяце|месяц назад(?!\p{L})/giu,
      (_, written) => ({ ...fromNow(-30, written), grain: 'month' }),
    ],
    [
      new RegExp(`(?<!\\d)(${CENTURIES})(?:-го)?\\s(?:году|года|г\\.)`, 'giu'),
      ([, year]) => inYear(Number(year)),
    ],
    [
      /(?<![\d.])(\d{1,2})\.(\d{2})\.(\d{4})(?!\d)/gu,
      ([, day, month, year]) => onDay(dayNumber(Number(year), Number(month) - 1, Number(day))),
    ],
  ],
  ko: [
    [
      /(?<!\d)(?:(\d{4})년\s?)?(\d{1,2})월\s?(\d{1,2})일(?!\s?(?:간|동안|째|만에))/gu,
      ([, year, month, day], written) =>
        year
          ? onDay(dayNumber(Number(year), Number(month) - 1, Number(day)))
          : nearestYear(Number(month) - 1, Number(day), written),
    ],
    [/(?<!\d)(\d{4})년\s?(\d{1,2})월/gu, ([, year, month]) => inMonth(Number(year), Number(month) - 1)],
    [
      /(?<!\p{L})(내년|작년|지난해)?\s?(지난|오는)?\s?(?<!\d)(\d{1,2})월(?!\s?\d|\p{L}요)/gu,
      ([, year, , month], written) =>
        nearestMonth(Number(month) - 1, written, year ? (year === '내년' ? 1 : -1) : 0),
    ],
    [
      /(지난달|전월)(?:\s?(\d{1,2})일)?(?!\p{N})/gu,
      ([, , day], written) => {
        const now = partsOf(written.day);
        const month = new Date(Date.UTC(now.year, now.month - 1, 1));
        return day
          ? onDay(dayNumber(month.getUTCFullYear(), month.getUTCMonth(), Number(day)))
          : inMonth(month.getUTCFullYear(), month.getUTCMonth());
      },
    ],
    [
      /(?<![\d월년,.]\s?)(?<!\d)(\d{1,2})일(?!\s?(?:간|동안|째|만에|정|차|짜리|이상|넘|연속))/gu,
      ([, day], written) => onDay(nearestDay(Number(day), written)),
    ],
    [
      /(그저께|그제|어제|오늘|내일|모레)(?!의?날)/gu,
      ([word], written) => fromNow(DAYS_FROM_NOW['ko']?.get(word) ?? 0, written),
    ],
    [
      /(지난|다음\s?주?|오는)?\s?([일월화수목금토]요일)/gu,
      ([, which, name], written) =>
        onWeekday(WEEKDAYS['ko']?.get(name ?? '') ?? 0, written, /다음|오는/u.test(which ?? '')),
    ],
    [/(?<!\d)(\d{4})년/gu, ([, year]) => inYear(Number(year))],
    [/지난해|작년|1년 전/gu, (_, written) => yearsFromNow(-1, written)],
    [/내년/gu, (_, written) => yearsFromNow(1, written)],
    [/(?<!\d)(\d{1,3})년\s?전/gu, ([, count], written) => yearsAgo(Number(count), written)],
  ],
};
