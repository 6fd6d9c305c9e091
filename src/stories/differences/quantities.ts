import type { Language } from '../../domain/time.ts';
import type { Bound } from '../../text/number-words.ts';
import { type NumberFound, numbersIn } from '../../text/numbers.ts';
import { ABOARD, isAboard, isWholeCompany } from './aboard.ts';
import type { Claim } from './claim.ts';
import { type Counted, countedBy } from './counted.ts';
import { eventLabel, TOLLS } from './event-words.ts';
import { isOfPrison, isOfThoseLeft } from './fugitives.ts';
import { FROM_THERE, isOther, isPart, SCOPED } from './no-counts.ts';
import { type Clause, clauseAt, type Passage } from './passages.ts';

/** How many, or how much, of what. */
export interface Quantity extends Claim {
  readonly kind: 'number';
  /** In the unit's own measure: metres, tonnes, people. */
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** The thing counted: `thing:ship`, `en:barrel`; null: not said, or people in general. */
  readonly head: string | null;
  /** It counts people by what happened to them. */
  readonly isToll: boolean;
  /** Every number of people the account gives with what they did or suffered. */
  readonly known: ReadonlySet<number>;
  /** Every number of dead the account gives. */
  readonly dead: ReadonlySet<number>;
  /** All figures of its sentence. */
  readonly beside: readonly { readonly unit: string; readonly low: number }[];
  /** What happens to it; null: nothing that is known. */
  readonly predicate: string | null;
  /** Of a measure: length, height…; null: not said. */
  readonly dimension: string | null;
  /** It is a part of a number told elsewhere, an addition to it, or so many for each: never compared. */
  readonly isPart: boolean;
}

/** The quantities of an account. */
export function quantitiesOf(passages: readonly Passage[]): readonly Quantity[] {
  const all = passages.flatMap(quantitiesIn);
  const known = new Set(all.flatMap((one) => (one.isPeople && one.predicate !== null ? [one.low] : [])));
  const dead = new Set(all.flatMap((one) => (one.predicate === 'die' ? [one.low] : [])));
  return all.map(({ isPeople: _, ...rest }) => ({ ...rest, known, dead }));
}

type Alone = Omit<Quantity, 'known' | 'dead'> & { readonly isPeople: boolean };

/** The quantities of a passage. Rates, ages, years, clock times and ordinals are none. */
function quantitiesIn(passage: Passage): readonly Alone[] {
  const { text, language, dates } = passage;
  const numbers = numbersIn(text, language).filter(
    ({ start, end }) => !dates.some((date) => date.start < end && start < date.end),
  );
  const found = numbers.flatMap((number) => {
    const clause = clauseAt(passage, number.start);
    if (!clause || isOther(text, number, language)) return [];
    const counted = countedBy(text, number, clause, language);
    if (counted === null) return [];
    if (counted.unit === 'people' && !Number.isInteger(number.low)) return [];
    if (counted.unit === 'metre' && FROM_THERE.test(text.slice(number.end, number.end + 26))) return [];
    return [
      {
        ...quantity(passage, clause, number, numbers, counted),
        isPart: isPart(text, number, clause, language),
        at: number,
        unit: counted.unit,
      },
    ];
  });
  const beside = found.map(({ unit, low }) => ({ unit, low }));
  const spans = numbers.map(({ start, end }) => ({ start, end }));
  return found.map(({ unit, at, ...rest }) => ({
    ...rest,
    // Who is caught is always a part of those who escaped: "three of them", and yet a number of its own.
    isPart:
      (rest.isPart && rest.predicate !== 'capture') || (unit === 'people' && isSummand(text, at, spans)),
    beside,
    isPeople: unit === 'people',
  }));
}

/** Between two numbers that make up one: five women and two men, пять женщин и двое мужчин, 여성 5명과 남성 2명. */
const ADDED = /^\s?(?:\p{L}{1,20}\s){1,2}(?:and|и)\s$|^\s?명[과와]\s\p{L}{1,10}\s?$/u;

function isSummand(text: string, { start, end }: Span, all: readonly Span[]): boolean {
  return all.some(
    (other) =>
      (other.start > end && ADDED.test(text.slice(end, other.start))) ||
      (other.end < start && ADDED.test(text.slice(other.end, start))),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is measured of a thing, in the three languages. */
const DIMENSIONS: readonly (readonly [string, RegExp])[] = [
  ['width', /\bwide|\bwidth|ширин|폭|너비/iu],
  ['depth', /\bdeep|\bdepth|глубин|깊이|수심/iu],
  ['height', /\bhigh\b|\bheight|\btall|\baltitude|высот|높이|고도/iu],
  ['length', /\blong\b|\blength|длин|протяж|길이/iu],
  ['distance', /\bflew|\bdistance|\bapart\b|расстоян|пролете|날아|비행|거리/iu],
  ['weight', /\bweigh|\bheavy|вес(?:ом|ит|а)?(?!\p{L})|무게/iu],
  ['speed', /\bspeed|\bper hour|скорост|시속/iu],
];

const dimensionOf = (clause: string): string | null =>
  DIMENSIONS.find(([, words]) => words.test(clause))?.[0] ?? null;

function quantity(
  passage: Passage,
  clause: Clause,
  number: NumberFound,
  all: readonly NumberFound[],
  counted: Counted,
): Omit<Quantity, 'isPart' | 'beside' | 'known' | 'dead'> {
  const ofPeople = counted.unit === 'people';
  const predicate = ofPeople
    ? befallen(passage, clause, number, all)
    : predicateOf(number, all, clause, passage.language, false);
  const isToll =
    counted.unit === 'people' && predicate !== null && TOLLS.has(predicate) && !SCOPED.test(passage.text);
  const dimension = dimensionOf(passage.text.slice(clause.start, clause.end));
  return {
    kind: 'number',
    passage,
    clause,
    slot: isToll ? `number:${predicate}` : `number:${counted.unit}`,
    subject: isToll ? eventLabel(predicate) : measured(counted, dimension),
    value: shown(passage.text, number, counted),
    background: passage.background,
    low: number.low * counted.factor,
    high: number.high * counted.factor,
    bound: number.bound,
    isToll,
    head: isSelfEvident(passage, number, predicate, counted.head) ? null : counted.head,
    predicate,
    dimension,
  };
}

/** Who came were visitors, and who escaped prisoners, whether it is said or not; passengers and crew are all on board. */
function isSelfEvident(
  { text }: Passage,
  number: NumberFound,
  predicate: string | null,
  head: string | null,
): boolean {
  if (predicate === 'attend') return head === 'thing:visitor';
  if (predicate === 'escape' || predicate === 'capture') return head === 'thing:prisoner';
  return predicate === ABOARD && isWholeCompany(text, number);
}

/** "length", "tonnes", "crowns", or the word for what is counted. */
const measured = ({ unit, label }: Counted, dimension: string | null): string =>
  dimension !== null && /^(?:metre|tonne)$/u.test(unit)
    ? dimension
    : unit === 'percent'
      ? 'percentage'
      : label;

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: 'about ',
  least: 'at least ',
  more: 'more than ',
  most: 'up to ',
  less: 'less than ',
};

/** In the reader's digits, with the unit as it is measured in. */
function shown(text: string, { low, high, bound, end }: NumberFound, { unit, label }: Counted): string {
  const [size, large] = low >= 1e9 ? [1e9, ' billion'] : low >= 1e6 ? [1e6, ' million'] : [1, ''];
  const measured = unit === 'people' || unit.startsWith('thing:') || unit.includes('=');
  const written =
    [...new Set([low, high])].map((value) => (value / size).toLocaleString('en-US')).join('–') + large;
  const sign = unit === 'percent' ? '%' : measured ? '' : ` ${label}`;
  return `${BOUND_WORDS[bound]}${written}${sign && text[end] === '%' ? '%' : sign}`;
}

/** How far from a number the word may stand that says what happened. */
const REACH = 48;

/**
 * The event word of the clause that is nearest to the number, with no other number in between; of people, what is counted happens to them
 * wherever it stands. In Korean the verb follows.
 */
function predicateOf(
  number: NumberFound,
  all: readonly NumberFound[],
  clause: Clause,
  language: Language,
  ofPeople: boolean,
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { event, start, end } of clause.tokens) {
    if (event === null || event === 'say') continue;
    const [from, to] = start >= number.end ? [number.end, start] : [end, number.start];
    if (to - from > REACH || all.some((other) => other !== number && other.start >= from && other.end <= to))
      continue;
    const against = start >= number.start ? 0 : language === 'ko' ? 8 : 1;
    const distance = to - from + against + (ofPeople && !TOLLS.has(event) ? 1000 : 0);
    if (distance < least) [best, least] = [event, distance];
  }
  return ofPeople && best === 'visit' ? 'attend' : best;
}

/** What happened to people, or where they were, by the clause or a phrase around their number. */
function befallen(
  passage: Passage,
  clause: Clause,
  number: NumberFound,
  all: readonly NumberFound[],
): string | null {
  const { text, language } = passage;
  const predicate = predicateOf(number, all, clause, language, true) ?? carriedOn(passage, clause);
  if (predicate === 'escape' && isOfThoseLeft(passage)) return null;
  const isElse = (predicate === 'escape' || predicate === 'capture') && !isOfPrison(passage);
  if (predicate !== null && TOLLS.has(predicate) && !isElse) return predicate;
  if (isAboard(text, number, language)) return ABOARD;
  return isElse ? null : predicate;
}

/** "Twelve were killed in Karsk and five in Dolna": what happened is not said again. */
function carriedOn({ text, clauses }: Passage, clause: Clause): string | null {
  if (!/^\s?(?:and|и|а)\s/iu.test(text.slice(clause.start, clause.start + 5))) return null;
  const before = clauses[clauses.indexOf(clause) - 1];
  return before?.tokens.find(({ event }) => event !== null && TOLLS.has(event))?.event ?? null;
}
