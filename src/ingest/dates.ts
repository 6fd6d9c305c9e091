import type { Instant } from '../domain/time.ts';
import { momentAt, monthOf, type Zone, zoneOf } from './date-words.ts';

/** A date as it is written, month and day from 1. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Longer texts hold no date, whatever else. */
const LONGEST = 100;

/**
 * Reads a date in any form that feeds write: RFC 5322 and what is nearly it, ISO 8601 and its W3C profile with truncated,
 * ordinal and week dates, asctime, a month's name in many languages, Korean and Japanese dates, Unix time.
 *
 * A missing day is the first, a missing time midnight.
 *
 * @param timezone IANA zone of a date that names none; where it is UTC, as nobody says otherwise, Korean dates are Korea's.
 * @returns null for what is no date, or one that does not exist (31 June, 25 o'clock).
 */
export function readDate(text: string | null | undefined, timezone: string): Instant | null {
  const trimmed = text?.trim();
  if (!trimmed || trimmed.length > LONGEST) return null;
  return (
    readRfc(trimmed) ??
    readDigits(trimmed, timezone) ??
    readIso(trimmed, timezone) ??
    readWords(trimmed, timezone)
  );
}

const RFC =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}|GMT|UTC|Z)$/;

/** RFC 5322 §3.3 to the letter, as nearly all RSS has it; `readWords` would read it too, in ten times the time. */
function readRfc(text: string): Instant | null {
  const match = RFC.exec(text);
  if (!match) return null;
  const [, day, name = '', year, hour, minute, second, zone] = match;
  const month = monthOf(name) ?? 0;
  const time = [Number(hour), Number(minute), Number(second)] as const;
  return moment({ year: Number(year), month, day: Number(day) }, time, offset(zone) ?? 0);
}

/** Unix time in seconds or milliseconds, or a date and time without any sign between them. */
function readDigits(text: string, timezone: string): Instant | null {
  if (!/^\d{10,14}$/.test(text)) return null;
  if (text.length === 10) return instant(Number(text) * 1_000);
  if (text.length === 13) return instant(Number(text));
  return readIso(`${text.slice(0, 8)}T${text.slice(8)}`, timezone);
}

const ISO_TIME =
  /^(\d{2}|\d(?=:))(?::?(\d{2}|(?<=:)\d)(?::?(\d{2}|(?<=:)\d)(?:[.,]\d*)?)?)?\s*(z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** ISO 8601 in all its lengths; date and time parted by `T` or a space. */
function readIso(text: string, timezone: string): Instant | null {
  const [, date = '', rest = ''] = /^([-\dWw]+)(?:[Tt ]\s*(.*))?$/.exec(text) ?? [];
  const day = isoDay(date);
  if (day === null) return null;
  if (rest === '') return moment(day, [0, 0, 0], timezone);
  const time = ISO_TIME.exec(rest);
  if (time === null) return null;
  const [, hour, minute = 0, second = 0, zone] = time;
  return moment(day, [Number(hour), Number(minute), Number(second)], offset(zone) ?? timezone);
}

/** The date forms of ISO 8601:2000 §5.2, as far as they name a year. */
const ISO_DAYS: readonly (readonly [RegExp, (parts: readonly number[]) => Day])[] = [
  [/^(\d{4})-?(\d{2})-?(\d{2})$/, ([year = 0, month = 0, day = 0]) => ({ year, month, day })],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([year = 0, month = 0, day = 0]) => ({ year, month, day })],
  [/^(\d{4})-(\d{2})$/, ([year = 0, month = 0]) => ({ year, month, day: 1 })],
  [/^(\d{4})-?(\d{3})$/, ([year = 0, day = 0]) => ordinal(year, day)],
  [/^(\d{4})-?w(\d{2})(?:-?(\d))?$/i, ([year = 0, week = 0, day = 1]) => weekDay(year, week, day)],
  [/^(\d{2})-?(\d{2})-?(\d{2})$/, ([year = 0, month = 0, day = 0]) => ({ year: century(year), month, day })],
  [/^-(\d{2})-?(\d{2})$/, ([year = 0, month = 0]) => ({ year: century(year), month, day: 1 })],
  [/^(\d{2})-?(\d{3})$/, ([year = 0, day = 0]) => ordinal(century(year), day)],
  [/^-(\d{2})$/, ([year = 0]) => ({ year: century(year), month: 1, day: 1 })],
  [/^(\d{4})$/, ([year = 0]) => ({ year, month: 1, day: 1 })],
];

function isoDay(text: string): Day | null {
  for (const [form, read] of ISO_DAYS) {
    const match = form.exec(text);
    if (match) return read(match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])));
  }
  return null;
}

/** RFC 5322 §4.3: two digits mean 1950 to 2049. */
const century = (year: number): number => year + (year < 50 ? 2000 : 1900);

function ordinal(year: number, day: number): Day {
  return day > 366 ? { year, month: 0, day } : dayOf(utc(year, 1, day));
}

function weekDay(year: number, week: number, day: number): Day {
  const fourth = new Date(utc(year, 1, 4)); // always in week 1
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7);
  return week > 53 ? { year, month: 0, day } : dayOf(utc(year, 1, monday + (week - 1) * 7 + day - 1));
}

function dayOf(milliseconds: number): Day {
  const date = new Date(milliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const WORD_TIME =
  /(?<before>[ap]\.?m\.?|오전|오후|午前|午後|上午|下午)?\s*(?<hour>\d{1,2})(?:[:h.時时點点시]\s?(?<minute>\d{2}|\d(?=\s?[分분]))(?:[:.分분]\s?(?<second>\d{2})(?:[.,]\d+)?)?)(?!\d|\.\d)[分분秒초]?\s*(?<after>[ap]\.?m\b\.?)?/iu;
const AFTERNOON = /^(?:p|오후|午後|下午)/iu;

/** Dates with words in them, in whatever order; what is neither date, time nor zone (the weekday) is passed over. */
function readWords(text: string, timezone: string): Instant | null {
  const bare = text.replace(/\([^)]*\)/g, ' '); // RFC 5322 §3.2.2: a comment
  const plain = bare
    .replace(ERA, (_, era, year) => `${(ERAS[era] ?? 0) + Number(year)}年`)
    .replace(YEAR_FIRST, '$1-$2-$3 ')
    .replace(YEAR_LAST, '$1.$2.');
  const dot = /\d\.\d{1,2}\.\d/.test(plain); // 05.03.2026: no time with dots in it
  const time = (dot ? withColons(plain) : plain).match(WORD_TIME);
  const at = time?.index ?? plain.length;
  const before = plain.slice(0, at);
  const after = plain.slice(at + (time?.[0].length ?? 0));
  const zone = time ? zoneIn(after) : { zone: null, rest: after };
  if (zone === null) return null;
  const day = wordDay(`${before} ${zone.rest}`, time !== null);
  const unstated = timezone === 'UTC' && HANGUL.test(plain) ? 'Asia/Seoul' : timezone;
  return day && moment(day, timeOf(time?.groups), zone.zone ?? unstated);
}

/** `2026. 3. 5.`, as Koreans write it, and `5. 3. 2026`, as Czechs do: these dots are none of a time. */
const YEAR_FIRST = /(?<!\d)(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\.?(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2})\.\s+(\d{1,2})\.\s*(?=\d{4}(?!\d))/;

/** Years of a Japanese era, and the year before its first. */
const ERA = /(令和|平成|昭和)\s*(\d{1,2})年/;
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** Both Koreas keep one time, and nobody else writes dates in their letters. */
const HANGUL = /\p{Script=Hangul}/u;

/** The same length, with the dots of a date out of a time's way. */
const withColons = (text: string): string =>
  text.replace(/\d{1,4}\.\d{1,2}\.\d{1,4}/g, (date) => '#'.repeat(date.length));

function timeOf(groups: Record<string, string | undefined> | undefined): readonly [number, number, number] {
  if (!groups) return [0, 0, 0];
  const meridiem = groups.before ?? groups.after;
  const hour = Number(groups.hour);
  const hours = meridiem === undefined ? hour : (hour % 12) + (AFTERNOON.test(meridiem) ? 12 : 0);
  return [hours, Number(groups.minute ?? 0), Number(groups.second ?? 0)];
}

/** The zone in what follows a time, and what else is there; null where a zone is begun and makes no sense. */
function zoneIn(text: string): { zone: Zone | null; rest: string } | null {
  const signed = /^\s*(?:gmt|utc|z)?\s*([+-]\d{1,2}(?::?\d{2})?)(?![\d:])/i.exec(text);
  if (signed) return { zone: offset(signed[1]), rest: text.slice(signed[0].length) };
  if (/^\s*[+-]/.test(text)) return null;
  const named = /^[\s,]*(мск|[a-z]+(?:\/[\w+-]+)*)/i.exec(text);
  const zone = named?.[1] === undefined ? null : zoneOf(named[1]);
  return zone === null ? { zone, rest: text } : { zone, rest: text.slice(named?.[0].length) };
}

/** `Z`, `+09:00`, `+0900`, `-3`, and `+090`, which has lost its last digit, as minutes east of UTC. */
function offset(text: string | undefined): number | null {
  const match = /^([+-])(0\d(?=\d$)|\d{1,2})(?::?(\d{2}|0))?$/.exec(text ?? '');
  if (!match) return text === undefined ? null : 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** @param isTimed whether a time stands beside it: then the day cannot be missing */
function wordDay(text: string, isTimed: boolean): Day | null {
  const named = text.match(/[\p{L}\p{M}]+/gu)?.findLast((word) => monthOf(word) !== null);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (named !== undefined && isTimed && numbers.length < 2) return null;
  if (named !== undefined) return namedDay(monthOf(named) ?? 0, numbers, text);
  const [first = 0, second = 0, third] = numbers;
  if (third === undefined || numbers.length > 3) return null;
  if (first > 31) return { year: first, month: second, day: third };
  const year = third < 100 ? century(third) : third;
  const american = /\d\/\d/.test(text) && first <= 12; // month/day/year, where it can be
  return american ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** A day whose month is named: of the numbers, the year is the one that can be no day, else the last. */
function namedDay(month: number, numbers: readonly number[], text: string): Day | null {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  if (second === undefined) return first > 31 ? { year: first, month, day: 1 } : null;
  if (first > 31 || /^\D*\d{4}/.test(text)) return { year: first, month, day: second };
  return { year: second < 100 ? century(second) : second, month, day: first };
}

/** The moment of a day and time in a zone; null where there is no such day or time. */
function moment(
  { year, month, day }: Day,
  [hour, minute, second]: readonly [number, number, number],
  zone: Zone,
): Instant | null {
  if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60) return null;
  const midnight = utc(year, month, day);
  const { month: realMonth, day: realDay } = dayOf(midnight);
  if (realMonth !== month || realDay !== day) return null;
  if (typeof zone === 'number' && Math.abs(zone) > 24 * 60) return null;
  const shown = midnight + (hour * 60 + minute) * 60_000 + Math.min(second, 59) * 1_000; // a leap second is not kept
  return instant(momentAt(zone, shown));
}

/** Milliseconds at midnight UTC. Unlike `Date.UTC`, takes a year below 100 as it is. */
const utc = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day);

const instant = (milliseconds: number): Instant | null =>
  Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8.64e15 && milliseconds < 253_402_300_800_000
    ? new Date(milliseconds).toISOString()
    : null;
