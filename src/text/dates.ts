import type { Language } from '../domain/time.ts';
import { DATE_READERS } from './date-patterns.ts';

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
    if (date.start >= (apart.at(-1)?.end ?? 0)) apart.push(date);
  }
  return apart;
}
