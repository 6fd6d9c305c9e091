import type { Language } from '../../domain/time.ts';
import { DAYS_FROM_NOW, MONTHS, WEEKDAYS } from './calendar-words.ts';
import {
  dayNumber,
  fromNow,
  inMonth,
  inYear,
  nearestDay,
  nearestMonth,
  nearestYear,
  onDay,
  onWeekday,
  partsOf,
  type Reader,
  type Written,
  yearsAgo,
  yearsFromNow,
} from './meanings.ts';

const fullYear = (digits: string | undefined): number | null => (digits ? Number(digits) : null);
const alternatives = (words: ReadonlyMap<string, number> | undefined) =>
  [...(words?.keys() ?? [])].sort((a, b) => b.length - a.length).join('|');

const EN_MONTHS = alternatives(MONTHS.en);
const RU_MONTHS = alternatives(MONTHS.ru);
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

/** How dates are written in each language, the most telling pattern first. */
export const DATE_READERS: Readonly<Record<Language, readonly Reader[]>> = {
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
          WEEKDAYS.en?.get((name ?? '').toLowerCase()) ?? 0,
          written,
          /next|coming/iu.test(which ?? ''),
        ),
    ],
    [
      /\b(yesterday|today|tonight|tomorrow)\b/giu,
      ([word], written) => fromNow(DAYS_FROM_NOW.en?.get(word.toLowerCase()) ?? 0, written),
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
          WEEKDAYS.ru?.get((name ?? '').toLowerCase()) ?? 0,
          written,
          /^следующ|^ближ/iu.test(which ?? ''),
        ),
    ],
    [
      /(?<!\p{L})(позавчера|вчера|сегодня|завтра|послезавтра)(?!\p{L})/giu,
      ([word], written) => fromNow(DAYS_FROM_NOW.ru?.get(word.toLowerCase()) ?? 0, written),
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
      ([word], written) => fromNow(DAYS_FROM_NOW.ko?.get(word) ?? 0, written),
    ],
    [
      /(지난|다음\s?주?|오는)?\s?([일월화수목금토]요일)/gu,
      ([, which, name], written) =>
        onWeekday(WEEKDAYS.ko?.get(name ?? '') ?? 0, written, /다음|오는/u.test(which ?? '')),
    ],
    [/(?<!\d)(\d{4})년/gu, ([, year]) => inYear(Number(year))],
    [/지난해|작년|1년 전/gu, (_, written) => yearsFromNow(-1, written)],
    [/내년/gu, (_, written) => yearsFromNow(1, written)],
    [/(?<!\d)(\d{1,3})년\s?전/gu, ([, count], written) => yearsAgo(Number(count), written)],
  ],
};
