import type { Language } from '../../domain/time.ts';
import type { DateFound, Written } from './meanings.ts';
import { DATE_READERS } from './patterns.ts';

/** What no date does without, in one look: most sentences have none of it. */
const MAY_DATE: Readonly<Record<Language, RegExp>> = {
  en: /\d|day|night|tomorrow|year|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/iu,
  ru: /\d|вчера|сегодня|завтра|понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресен|прошл|назад|году|годом|месяц|янв|фев|март|апр|ма[йяе]|июн|июл|авг|сент|окт|нояб|дек/iu,
};

/** Dates read of one text. */
const MOST = 100;

/** The dates of a sentence, in order: absolute ones, those that lack a year or month, and those told from the day of writing. */
export function datesIn(text: string, language: Language, written: Written): readonly DateFound[] {
  if (MAY_DATE[language]?.test(text) === false) return [];
  const read = DATE_READERS[language] ?? [];
  const found = read.flatMap(([pattern, resolve]) =>
    Array.from(text.matchAll(pattern), (match) => {
      const date = resolve(match, written);
      return date && { ...date, start: match.index, end: match.index + match[0].length };
    }).filter((date) => date !== null),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: DateFound[] = [];
  for (const date of found.slice(0, MOST)) {
    const last = apart.at(-1);
    if (date.start < (last?.end ?? 0)) continue;
    const isOne = last && isOneDate(last, date, text.slice(last.end, date.start));
    if (isOne) apart[apart.length - 1] = { ...date, start: last.start, weekday: last.weekday };
    else apart.push(date);
  }
  return apart;
}

/** "Monday, March 9" and "в понедельник, 9 марта" are one date. */
const isOneDate = (day: DateFound, date: DateFound, between: string): boolean =>
  day.how === 'weekday' &&
  date.how === 'stated' &&
  date.grain === 'day' &&
  /^(?:,\s|\s|,?\sthe\s)$/u.test(between);
