import type { DateFound } from '../../text/date-meanings.ts';
import { barePlacesIn } from './bare-places.ts';
import type { Claim } from './claim.ts';
import { type EventId, eventLabel } from './event-words.ts';
import { type Named, namedAt, relateNames } from './names.ts';
import { type Clause, clauseAt, FAR, type Passage } from './passages.ts';
import type { Token } from './tokens.ts';
import type { Whereabouts } from './whereabouts.ts';

/** On which day something took place. */
export interface Day extends Claim {
  readonly kind: 'date';
  readonly date: DateFound;
  readonly from: number;
  readonly to: number;
  /** What the date dates. */
  readonly event: EventId;
  readonly whereabouts: Whereabouts;
  /** The town its clause names; null: none. */
  readonly town: Named | null;
  /** It is still to come. */
  readonly planned: boolean;
  /** The sentence tells the time of day, or whose time it is, so that midnight may lie between two accounts. */
  readonly timed: boolean;
}

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
/** A state, or a season of events: its days are many. */
const LASTING: ReadonlySet<EventId> = new Set(['treat', 'cost', 'flood', 'missing', 'hospital', 'say']);

const TIMED =
  /\b(?:gmt|utc|local time|midnight|overnight|early|late|morning|night|evening|\d\s?[ap]\.?m)\b|\d[:.]\d\d(?!\d)|(?<!\p{L})(?:ноч|утр|вечер|рассвет|по местному|по москов|час(?:ов|а|у)?(?!\p{L}))|새벽|오전|오후|밤|현지\s?시[간각]|\d시/iu;

const NIGHT =
  /\b(?:midnight|overnight|early|late|night|evening|before dawn|small hours)\b|(?<!\p{L})(?:ноч|вечер|рассвет)|새벽|밤|자정/iu;

/** Whose time it is: an account that says so writes for readers of another. */
const ZONED =
  /\b(?:\p{Lu}\p{L}+|local) time\b|\b(?:GMT|UTC)\b|по (?:местному|московскому) времени|현지\s?시[간각]/u;

/** The days a passage states, each with the event it dates. What a verb of saying is dated by is the report, and none. */
export function daysIn(passage: Passage, whereabouts: Whereabouts, today: number): readonly Day[] {
  return passage.dates.flatMap((date) => {
    const clause = clauseAt(passage, date.start);
    if (!clause || date.from === null || date.to === null || date.grain === 'year') return [];
    const event = datedBy(passage, clause, date) ?? carriedOn(passage, clause);
    if (event === null || LASTING.has(event) || isSpan(passage.text, date)) return [];
    // "Tomorrow" in somebody's words is the day after they were said, which nothing dates.
    if (date.how === 'relative' && isQuoted(passage.text, date.start)) return [];
    return [
      {
        kind: 'date' as const,
        passage,
        clause,
        slot: `date:${event}`,
        subject: event === 'die' ? 'date of death' : `date: ${eventLabel(event)}`,
        value: shownDay(date, today),
        planned: clause.planned || date.from > today,
        background: passage.background || date.to < today - FAR,
        date,
        from: date.from,
        to: date.to,
        event,
        town: townIn(passage, clause, date),
        whereabouts,
        timed: TIMED.test(passage.text),
      },
    ];
  });
}

/** "Twelve were arrested on Monday and eight on Tuesday": what took place is not said again. */
function carriedOn({ text, clauses }: Passage, clause: Clause): EventId | null {
  if (!/^,?\s?(?:and|и|а)\s/iu.test(text.slice(clause.start, clause.start + 6))) return null;
  if (clause.tokens.some(({ event }) => event !== null)) return null;
  const before = clauses[clauses.indexOf(clause) - 1];
  return before?.tokens.find(({ event }) => event !== null && event !== 'say')?.event ?? null;
}

/** The town nearest to a date in its clause. */
function townIn(passage: Passage, clause: Clause, date: DateFound): Named | null {
  const [town] = barePlacesIn(passage)
    .filter(({ start }) => start >= clause.start && start < clause.end)
    .toSorted((a, b) => Math.abs(a.start - date.start) - Math.abs(b.start - date.start));
  return town ? namedAt(passage, town.start, town.end) : null;
}

/** Words that were said stand round it: more marks are opened before it than closed. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = before.match(/[“«„「]/gu)?.length ?? 0;
  const closed = before.match(/[”»」]/gu)?.length ?? 0;
  return opened > closed || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}

/** Since, until, from … to: the date bounds something that lasts, and dates no event. */
function isSpan(text: string, { start, end }: DateFound): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 8);
  if (/\b(?:scheduled|set|planned|slated|due|fixed|called|announced) for\s(?:the\s)?$/u.test(before))
    return false;
  return (
    /(?:\b(?:since|until|till|by|from|before|after|between|through|to|and|for|of)\s(?:the\s)?|[-–—]\s?|(?<!\p{L})(?:с|со|до|по|к|после|от|между)\s)$/iu.test(
      before,
    ) ||
    /^(?:\s?(?:까지|부터|이후|이전|이래|자(?!\p{L})|~|-)|\s?(?:to|until|through|[-–—]\s?\d|по|до)\s)/iu.test(
      after,
    )
  );
}

/** The event word nearest to the date inside its clause; in Korean the next one behind it. Null: a word of saying, or none. */
function datedBy({ language, tokens, dates }: Passage, clause: Clause, date: DateFound): EventId | null {
  // "Saturday December 13" is one date in two words.
  const start = dates.find(({ end }) => end < date.start && end + 2 >= date.start)?.start ?? date.start;
  const end = dates.find((next) => next.start > date.end && next.start <= date.end + 2)?.end ?? date.end;
  const near = language === 'ko' ? tokens.filter((token) => token.start >= end) : clause.tokens;
  let best: EventId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, token] of near.entries()) {
    if (token.event === null) continue;
    const asNoun = ARTICLES.has(near[at - 1]?.low ?? '') ? AS_NOUN : 0;
    const distance = asNoun + (token.start >= end ? token.start - end : start - token.end);
    if (distance < least) [best, least] = [token.event, distance];
  }
  return best === 'say' ? null : best;
}

/** Before these an event is spoken of, not told: a date is rather its verb's. In UTF-16 units. */
const AS_NOUN = 15;
const ARTICLES = new Set('the a an his her its their this that after before for'.split(' '));

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

function shownDay({ from, grain, yearless }: DateFound, today: number): string {
  const date = new Date((from ?? 0) * 86_400_000);
  const year = date.getUTCFullYear();
  const shown = `${grain === 'month' ? '' : `${date.getUTCDate()} `}${MONTH_NAMES[date.getUTCMonth()]}`;
  return yearless || year === new Date(today * 86_400_000).getUTCFullYear() ? shown : `${shown} ${year}`;
}

/**
 * Whether two dates date the same, and how surely: by what their sentences share, more where the verb is general, where the date is background, or where
 * nothing but names can be shared across languages.
 */
export function alignDays(a: Day, b: Day, weigh: (key: string) => number): number {
  if (a.event !== b.event || a.planned !== b.planned || a.background !== b.background) return 0;
  if (beginAnother(a, b) || isElsewhere(a, b) || isSomebodyElse(a, b)) return 0;
  let shared = 0;
  for (const key of a.passage.keys) {
    if (key === `event:${a.event}` || !b.passage.keys.has(key)) continue;
    shared += weigh(key) * (a.clause.keys.has(key) && b.clause.keys.has(key) ? 1 : 0.6);
  }
  const first = Math.max(a.passage.at, b.passage.at);
  const leads = a.background || first > 2 ? 0 : first <= 1 ? 1.5 : 1;
  const specific = GENERAL.has(a.event) && !isOfOneThing(a, b) ? 0 : 1;
  const needed = a.passage.language === b.passage.language ? 3.5 : 2.6;
  return (shared + leads + specific) / (needed + (a.background ? 1 : 0));
}

/** One comes to two towns on two days. */
const isElsewhere = ({ town }: Day, other: Day): boolean =>
  town !== null && other.town !== null && relateNames(town, other.town) === 'differs';

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
  clause.tokens.flatMap(({ isCapital, event, thing, matter, term, text, start }, at) => {
    const next = clause.tokens[at + 1];
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

/** Inquiry and salvage may begin a day apart: in English what begins or ends stands first, and one sentence must speak of the other's. */
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
    return a.date.grain === b.date.grain ? 'same' : 'precision';
  if (a.from <= b.to && b.from <= a.to) return a.date.grain === b.date.grain ? 'same' : 'precision';
  if (a.date.weekday !== null && a.date.weekday === (b.date.weekday ?? weekdayOf(b))) return 'same';
  if (b.date.weekday !== null && b.date.weekday === weekdayOf(a)) return 'same';
  const apart = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  if (apart === 1 && mayBeMidnight(a, b)) return null;
  if (apart > STALE && [a, b].some(({ date }) => date.how === 'relative')) return null;
  return 'differs';
}

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
