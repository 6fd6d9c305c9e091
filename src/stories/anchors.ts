import type { Language } from '../domain/time.ts';
import { eachTerm } from '../text/words.ts';
import type { TermCounts, Told } from './terms.ts';

/** As much of an article as tells its event. */
const READ = 6_000;
const WORDS = 500;

/**
 * What stands in an article whatever its language: concepts of the topic, days (3 November, 3 ноября, 11월 3일) and numbers of two digits or
 * more. One digit is everywhere. The names carry a prefix, so that they never meet a word.
 *
 * @param concepts ids of the concepts it names.
 */
export function countAnchors({ title, text, language }: Told, concepts: Iterable<string>): TermCounts {
  const counts = new Map<string, number>();
  const count = (anchor: string): void => void counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  for (const concept of concepts) count(`concept:${concept}`);
  for (const anchor of numbersAndDays(`${title}\n${text.slice(0, READ)}`, language)) count(anchor);
  return counts;
}

/** Days and numbers in a text, repeats included: `day:11-3`, `number:1200`. */
export function numbersAndDays(text: string, language: Language): readonly string[] {
  const found: string[] = [];
  const rest = text.replace(DAY, (...match) => {
    const { d1, m1, m2, d2, m3, d3 } = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const name = m1 ?? m2;
    const month = name === undefined ? Number(m3) : MONTHS.findIndex((begins) => begins.test(name)) + 1;
    found.push(`day:${month}-${Number(d1 ?? d2 ?? d3)}`);
    return ' ';
  });
  eachTerm(rest, language, { numbers: true, limit: WORDS }, (term, word) => {
    const digits = term.replaceAll(/[.,]/gu, '');
    if (/^\p{N}{2,}$/u.test(digits) && /^\p{N}/u.test(word)) found.push(`number:${digits}`);
  });
  return found;
}

const MONTHS = [
  /^(?:jan|янв)/iu,
  /^(?:feb|фев)/iu,
  /^(?:mar|мар)/iu,
  /^(?:apr|апр)/iu,
  /^(?:may|мая)/iu,
  /^(?:jun|июн)/iu,
  /^(?:jul|июл)/iu,
  /^(?:aug|авг)/iu,
  /^(?:sep|сен)/iu,
  /^(?:oct|окт)/iu,
  /^(?:nov|ноя)/iu,
  /^(?:dec|дек)/iu,
];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|' +
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const DAY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<m1>${MONTH})|(?<m2>${MONTH})\\s(?<d2>\\d{1,2}))(?![\\p{L}\\p{N}])` +
    '|(?<![\\p{L}\\p{N}])(?<m3>\\d{1,2})월\\s?(?<d3>\\d{1,2})일',
  'giu',
);
