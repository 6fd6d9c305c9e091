import { DAY, type Instant, type Language } from '../../../domain/time.ts';
import { datesIn } from '../../../text/dates/dates.ts';
import { dayNumber, type Written } from '../../../text/dates/meanings.ts';
import type { Account } from '../../account.ts';

/** The zone in which an account counts its days. */
export interface Whereabouts {
  /** Minutes ahead of UTC on the day of writing. */
  readonly offset: number;
  /** False: guessed from the language. */
  readonly certain: boolean;
}

/** Cities of date lines by their zone: the ones agencies write from. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Seoul': ['seoul', 'сеул', '서울', 'pyongyang', 'пхеньян', '평양', 'busan'],
  'Asia/Tokyo': ['tokyo', 'токио', '도쿄'],
  'Asia/Shanghai': ['beijing', 'пекин', '베이징', 'shanghai', 'шанхай', '상하이'],
  'Europe/Moscow': ['moscow', 'москва', '모스크바', 'st. petersburg', 'санкт-петербург', 'kursk', 'курск'],
  'Asia/Vladivostok': ['vladivostok', 'владивосток', '블라디보스토크', 'khabarovsk', 'хабаровск'],
  'America/New_York': ['washington', 'вашингтон', '워싱턴', 'new york', 'нью-йорк', '뉴욕', 'united nations'],
  'Europe/London': ['london', 'лондон', '런던'],
  'Europe/Berlin': [
    'berlin',
    'берлин',
    '베를린',
    'paris',
    'париж',
    '파리',
    'geneva',
    'женева',
    '제네바',
    'brussels',
    'vienna',
    'rome',
  ],
  'Europe/Kyiv': ['kyiv', 'kiev', 'киев', '키이우'],
};
const ZONE_OF = new Map(
  Object.entries(ZONES).flatMap(([zone, cities]) => cities.map((city) => [city, zone] as const)),
);

/** Where the readers of a language mostly live, for accounts whose source states no zone. */
const HOME: Readonly<Record<Language, string>> = {
  ko: 'Asia/Seoul',
  ja: 'Asia/Tokyo',
  zh: 'Asia/Shanghai',
  ru: 'Europe/Moscow',
};

const DATE_LINE = /^\s{0,9}[[(]?([\p{L}. -]{3,30}?)(?:[,(=/]|\s[-–—])/u;

/** The zone of the city in a date line (SEOUL, April 3 —; МОСКВА, 3 апреля; [서울=…]); null: none that is known. */
function zoneOf(text: string): string | null {
  return ZONE_OF.get(DATE_LINE.exec(text.slice(0, 60))?.[1]?.trim().toLowerCase() ?? '') ?? null;
}

/** A date line this many days from the stated date means that the statement is wrong. */
const WRONG = 30;

/** When and in which zone an account was written: by its date line, else by what it states, else by when it was found. */
export function whenWritten(
  account: Account,
  body: string,
): { readonly whereabouts: Whereabouts; readonly written: Written } {
  const place = zoneOf(body);
  const stated = account.timezone === 'UTC' ? null : account.timezone;
  const zone = place ?? stated ?? HOME[account.language] ?? 'UTC';
  const moment = account.published ?? account.firstSeen;
  const offset = offsetOf(zone, moment);
  const whereabouts = { offset, certain: place !== null || stated !== null };
  const day = Math.floor((Date.parse(moment) + offset * 60_000) / DAY);
  const printed = printedDay(body, account.language, day);
  if (printed !== null && (account.published === null || Math.abs(printed - day) > WRONG))
    return { whereabouts, written: { day: printed, certain: true } };
  const lined = linedDay(body, account.language, day);
  return { whereabouts, written: { day: lined ?? day, certain: account.published !== null } };
}

/**
 * The day of a date line (HELLIN, April 3 (SNA) —), where it is the stated one or next to it: the writer's own, whatever his
 * zone.
 */
function linedDay(body: string, language: Language, near: number): number | null {
  const [date] = datesIn(body.slice(0, 80), language, { day: near, certain: false });
  if (date?.grain !== 'day' || date.how !== 'stated' || date.from === null) return null;
  const isLine = /^\P{Ll}{3,40}$/u.test(body.slice(0, date.start));
  return isLine && Math.abs(date.from - near) <= 1 ? date.from : null;
}

/** The share of a line that its date must fill. */
const MOSTLY = 0.35;

/** A date with its year that makes up one of the first lines of a text. */
function printedDay(body: string, language: Language, near: number): number | null {
  for (const line of body.slice(0, 400).split('\n').slice(0, 4)) {
    if (line.length > 60 || !/(?:19|20)\d\d/u.test(line)) continue;
    const [date] = datesIn(line, language, { day: near, certain: false });
    const fills = date && date.end - date.start >= line.trim().length * MOSTLY;
    if (fills && date.grain === 'day' && date.how === 'stated') return date.from;
  }
  return null;
}

function offsetOf(zone: string, moment: Instant): number {
  const date = new Date(moment);
  try {
    const parts = formatOf(zone).formatToParts(date);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    const local = dayNumber(part('year'), part('month') - 1, part('day')) ?? 0;
    const minutes = local * 1440 + part('hour') * 60 + part('minute');
    return Math.round(minutes - date.getTime() / 60_000);
  } catch (error) {
    if (error instanceof RangeError) return 0; // no such zone, or no such moment
    throw error;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
}
