import { relateNames } from '../names/names.ts';
import { sharedWeight } from '../pairing.ts';
import type { EventId } from '../sentences/event-words.ts';
import { areOfTwoInARow } from '../sentences/ordinals.ts';
import { withSubject } from '../sentences/passages.ts';
import type { Token } from '../sentences/tokens.ts';
import type { Day } from './days.ts';

/** Verbs too general for a date of one to be a date of the other, unless much else is shared. */
const GENERAL: ReadonlySet<EventId> = new Set([
  'hold',
  'begin',
  'end',
  'find',
  'treat',
  'attend',
  'say',
  'cost',
  'meet',
  'visit',
  'give',
  'send',
  'buy',
]);
const NIGHT =
  /\b(?:midnight|overnight|early|late|night|evening|before dawn|small hours)\b|(?<!\p{L})(?:ноч|вечер|рассвет)|새벽|밤|자정/iu;

/** Whose time it is: an account that says so writes for readers of another. */
const ZONED =
  /\b(?:\p{Lu}\p{L}+|local) time\b|\b(?:GMT|UTC)\b|по (?:местному|московскому) времени|현지\s?시[간각]/u;

/**
 * Whether two dates date the same, and how surely: by what their sentences share, more where the verb is general, where the date
 * is background, or where nothing but names can be shared across languages.
 */
export function alignDays(a: Day, b: Day, weigh: (key: string) => number): number {
  if (a.event !== b.event || a.planned !== b.planned || a.background !== b.background) return 0;
  if (a.date.grain === 'year' || b.date.grain === 'year') return ofOneThing(a, b) ? 1 : 0;
  if (beginAnother(a, b) || isElsewhere(a, b) || isSomebodyElse(a, b)) return 0;
  if (areOfTwoInARow(a, b) || areMonthsApart(a, b)) return 0;
  const shared = sharedWeight(a, b, weigh, (key) => key === `event:${a.event}` || key.startsWith('number:'));
  const first = Math.max(a.passage.at, b.passage.at);
  const leads = a.background || first > 2 ? 0 : first <= 1 ? 1.5 : 1;
  const specific = GENERAL.has(a.event) && !isOfOneThing(a, b) ? 0 : 1;
  const needed = a.passage.language === b.passage.language ? 3.1 : 2.6;
  return (shared + leads + specific) / (needed + (a.background ? 1 : 0));
}

/** One comes to two towns on two days. */
const isElsewhere = ({ town }: Day, other: Day): boolean =>
  town !== null && other.town !== null && relateNames(town, other.town) === 'differs';

/** A day of these weeks and one long past are of two events: of the verdict, and of the deed. */
const areMonthsApart = (a: Day, b: Day): boolean =>
  !a.date.yearless && !b.date.yearless && Math.max(a.from, b.from) - Math.min(a.to, b.to) > MONTHS;

const MONTHS = 60;

/** Years are of one thing where their clauses, or those that stand before, name it in one word. */
function ofOneThing(a: Day, b: Day): boolean {
  if (a.date.grain !== b.date.grain) return false;
  const [mine, theirs] = [a, b].map(({ passage, clause }) => {
    const at = passage.clauses.indexOf(clause);
    return new Set(passage.clauses.slice(Math.max(0, at - 1), at + 1).flatMap(({ keys }) => [...keys]));
  });
  return [...(mine ?? [])].some((key) => key !== `event:${a.event}` && theirs?.has(key));
}

/** What one person does at a time. */
const PERSONAL: ReadonlySet<EventId> = new Set(['arrive', 'leave', 'visit', 'resign', 'appoint']);

/** The clauses name people, and not the same: of two languages names are too easily not known again. */
function isSomebodyElse(a: Day, b: Day): boolean {
  if (!PERSONAL.has(a.event) || a.passage.language !== b.passage.language) return false;
  const [mine, theirs] = [namedWords(a), namedWords(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word));
}

/** The beginnings of the words of a clause that name somebody, be it only by their capital. */
const namedWords = ({ clause, town, passage }: Day): readonly string[] =>
  withSubject(passage, clause)
    .flatMap(({ tokens }) => tokens)
    .flatMap(({ isCapital, event, thing, matter, term, text, start }, at, all) => {
      const next = all[at + 1];
      const isHead = start === passage.tokens[0]?.start && !next?.isCapital && next?.event === null;
      const isName = isCapital && !isHead && term !== null && (event ?? thing ?? matter) === null;
      const isDate = passage.dates.some((date) => date.start <= start && start < date.end);
      return isName && !isDate && !town?.text.includes(text) ? [text.slice(0, 4)] : [];
    });

/** What begins, is held or is given in both clauses is of one kind: an exercise, talks. */
const isOfOneThing = (a: Day, b: Day): boolean =>
  [...a.clause.keys].some(
    (key) => /^(?:thing|event|matter):/u.test(key) && key !== `event:${a.event}` && b.clause.keys.has(key),
  );

/**
 * Inquiry and salvage may begin a day apart: in English what begins or ends stands first, and one sentence must speak of the
 * other's.
 */
function beginAnother(a: Day, b: Day): boolean {
  if (!/^(?:begin|end)$/u.test(a.event) || [a, b].some(({ passage }) => passage.language !== 'en'))
    return false;
  const first = ({ clause }: Day) => clause.tokens.find(({ term }) => term !== null);
  const speaks = ({ passage }: Day, word: Token | undefined) =>
    word === undefined || word.keys.some((key) => passage.keys.has(key));
  return !speaks(a, first(b)) && !speaks(b, first(a));
}

/** How two dates go together: zones and vaguer dates are no difference of days. */
export function relateDays(a: Day, b: Day): 'same' | 'differs' | 'precision' | null {
  // A sentence that was taken over as it stands a day later has kept its "yesterday".
  if (a.passage.text === b.passage.text) return 'same';
  if ((a.date.yearless || b.date.yearless) && sameInAnyYear(a, b))
    return asExactly(a, b) ? 'same' : 'precision';
  if (a.from <= b.to && b.from <= a.to) return asExactly(a, b) ? 'same' : 'precision';
  if (a.date.weekday !== null && a.date.weekday === (b.date.weekday ?? weekdayOf(b))) return 'same';
  if (b.date.weekday !== null && b.date.weekday === weekdayOf(a)) return 'same';
  const apart = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  if (apart === 1 && mayBeMidnight(a, b)) return null;
  if (apart > STALE && [a, b].some(({ date }) => date.how === 'relative')) return null;
  return 'differs';
}

/** Two days, or two months; or a month of which it is told where in it. */
const asExactly = (a: Day, b: Day): boolean =>
  a.date.grain === b.date.grain || saysRoughly(a) || saysRoughly(b);

/** "In late February" says as much as a retelling needs of the 21st. */
const saysRoughly = ({ date, passage }: Day): boolean =>
  date.grain === 'month' && ROUGHLY.test(passage.text.slice(Math.max(0, date.start - 12), date.end + 4));

const ROUGHLY = /\b(?:late|early|mid|end of)\b|(?<!\p{L})(?:конц|начал|середин)|하순|중순|초순|월 ?[초말]/iu;

/** A text that was printed days before it was published here has kept its "yesterday": further apart nothing is said. */
const STALE = 1;

/** Without a year two dates are the same day, or a month and a day in it, whatever years they were taken to lie in. */
function sameInAnyYear(a: Day, b: Day): boolean {
  const [mine, theirs] = [a, b].map(({ from }) => new Date(from * 86_400_000));
  if (!mine || !theirs || mine.getUTCMonth() !== theirs.getUTCMonth()) return false;
  return a.date.grain !== b.date.grain || mine.getUTCDate() === theirs.getUTCDate();
}

const weekdayOf = ({ from, date }: Day): number | null => (date.grain === 'day' ? (from + 4) % 7 : null);

/** Days next to each other may be one moment, told in two zones, or "yesterday" of a writer whose zone is not known. */
function mayBeMidnight(a: Day, b: Day): boolean {
  const zones = Math.abs(a.whereabouts.offset - b.whereabouts.offset) >= 120;
  if ((zones || ZONED.test(a.passage.text) || ZONED.test(b.passage.text)) && (a.timed || b.timed))
    return true;
  if (NIGHT.test(a.passage.text) && NIGHT.test(b.passage.text)) return true; // overnight Friday is early Saturday
  return [a, b].some(({ date, whereabouts }) => date.how === 'relative' && (!whereabouts.certain || zones));
}
