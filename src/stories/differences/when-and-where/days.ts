import type { DateFound } from '../../../text/dates/meanings.ts';
import type { Claim } from '../claim.ts';
import { type Named, namedAt } from '../names/names.ts';
import type { Clause } from '../sentences/clauses.ts';
import { type EventId, eventLabel } from '../sentences/event-words.ts';
import { clauseAt, FAR, type Passage } from '../sentences/passages.ts';
import { eventTold } from '../sentences/subjects.ts';
import type { Token } from '../sentences/tokens.ts';
import type { Whereabouts } from '../sentences/whereabouts.ts';
import { barePlacesIn } from './bare-places.ts';

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

/** A state, or a season of events: its days are many. */
const LASTING: ReadonlySet<EventId> = new Set(['treat', 'cost', 'flood', 'missing', 'hospital', 'say']);

/** What is looked back on by its year alone: when something that is still there came to be. */
const LASTED: ReadonlySet<EventId> = new Set(['establish', 'build', 'open']);

const TIMED =
  /\b(?:gmt|utc|local time|midnight|overnight|early|late|morning|night|evening|\d\s?[ap]\.?m)\b|\d[:.]\d\d(?!\d)|(?<!\p{L})(?:ноч|утр|вечер|рассвет|по местному|по москов|час(?:ов|а|у)?(?!\p{L}))|새벽|오전|오후|밤|현지\s?시[간각]|\d시/iu;

/** The days a passage states, each with the event it dates. What a verb of saying is dated by is the report, and none. */
export function daysIn(passage: Passage, whereabouts: Whereabouts, today: number): readonly Day[] {
  return passage.dates.flatMap((date) => {
    const clause = clauseAt(passage, date.start);
    if (!clause || date.from === null || date.to === null) return [];
    const event = datedBy(passage, clause, date) ?? carriedOn(passage, clause);
    if (event === null || LASTING.has(event) || isSpan(passage.text, date)) return [];
    if (date.grain === 'year' && !(LASTED.has(event) && date.how === 'stated' && date.to < today - FAR))
      return [];
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

/** What comes into force from a day on begins on it, where no end is stated. */
const FROM = /(?:\bfrom|(?<!\p{L})со?)\s$/iu;
const IN_FORCE =
  /\b(?:frozen|freeze|ban(?:ned)?|clos(?:ed?|ure)|shut|suspend\w*|in force|into force|effective|appl(?:y|ies))\b|(?<!\p{L})(?:заморож|запре[тщ]|закры|перекры|приостан|вступ\p{L}+ в силу|действ)|시행|발효|통제|금지|폐쇄|중단|동결|인상/iu;
const TO_AN_END = /^[^.;]{0,14}(?:까지|\b(?:to|until|till|through)\b|[-–—]|(?<!\p{L})(?:по|до)(?!\p{L}))/iu;

/** Since, until, from … to: the date bounds something that lasts, and dates no event. */
function isSpan(text: string, { start, end }: DateFound): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 8);
  if (/\b(?:scheduled|set|planned|slated|due|fixed|called|announced) for\s(?:the\s)?$/u.test(before))
    return false;
  if ((FROM.test(before) || /^부터/u.test(after)) && IN_FORCE.test(text))
    return TO_AN_END.test(text.slice(end, end + 20));
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
  const behind = tokens.filter((token) => token.start >= end);
  const near = language === 'ko' ? koreanNear(behind, clause) : clause.tokens;
  let best: EventId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, token] of near.entries()) {
    if (token.event === null) continue;
    const asNoun = ARTICLES.has(near[at - 1]?.low ?? '') ? AS_NOUN : 0;
    const distance = asNoun + (token.start >= end ? token.start - end : start - token.end);
    if (distance < least) [best, least] = [token.event, distance];
  }
  return best === 'say' ? null : eventTold(clause, best, language);
}

/** In Korean the verb follows, or else, where it only says that something is planned, its subject stands before. */
const koreanNear = (behind: readonly Token[], { tokens }: Clause): readonly Token[] =>
  behind.some(({ event }) => event !== null)
    ? behind
    : tokens.filter(({ text }) => /[은는이가]$/u.test(text));

/** Before these an event is spoken of, not told: a date is rather its verb's. In UTF-16 units. */
const AS_NOUN = 15;
const ARTICLES = new Set('the a an his her its their this that after before for'.split(' '));

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');

function shownDay({ from, grain, yearless }: DateFound, today: number): string {
  const date = new Date((from ?? 0) * 86_400_000);
  const year = date.getUTCFullYear();
  if (grain === 'year') return String(year);
  const shown = `${grain === 'month' ? '' : `${date.getUTCDate()} `}${MONTH_NAMES[date.getUTCMonth()]}`;
  return yearless || year === new Date(today * 86_400_000).getUTCFullYear() ? shown : `${shown} ${year}`;
}
