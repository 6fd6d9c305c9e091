import type { NumberFound } from '../../../text/numbers/numbers.ts';
import type { Bound } from '../../../text/numbers/words.ts';
import type { Claim } from '../claim.ts';
import type { Clause } from '../sentences/clauses.ts';
import { ABOARD, eventLabel, TOLLS } from '../sentences/event-words.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isWholeCompany } from './aboard.ts';
import { befallen, predicateOf } from './befalling.ts';
import { type Counted, countedBy, isMagnitude } from './counted.ts';
import { countsNothing, FROM_THERE, isOfSomeSheltered, isPart } from './no-counts.ts';
import { type Respect, respectOf } from './respects.ts';

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
  /** Every number of people the account gives. */
  readonly known: ReadonlySet<number>;
  /** Every number of dead the account gives. */
  readonly dead: ReadonlySet<number>;
  /** All figures of its sentence. */
  readonly beside: readonly { readonly unit: string; readonly low: number }[];
  /** What happens to it; null: nothing that is known. */
  readonly predicate: string | null;
  readonly respect: Respect;
  /** It is of something to come: by its clause, or by its sentence where the clause has no verb that is known. */
  readonly isPlanned: boolean;
  /** No other figure of the account counts or measures the same. */
  readonly isAlone: boolean;
  /** What figures of its kind in one sentence of the account come to together. */
  readonly sums: ReadonlySet<number>;
  /** It is a part of a number told elsewhere, an addition to it, or so many for each: never compared. */
  readonly isPart: boolean;
}

/** The quantities of an account. */
export function quantitiesOf(passages: readonly Passage[]): readonly Quantity[] {
  const all = passages.flatMap(quantitiesIn);
  const known = new Set(all.flatMap((one) => (one.isPeople ? [one.low] : [])));
  const dead = new Set(all.flatMap((one) => (one.predicate === 'die' ? [one.low] : [])));
  const kinds = Map.groupBy(all, kindOf);
  return all.map((one) => {
    const { isPeople: _, ...rest } = one;
    const alike = kinds.get(kindOf(one)) ?? [];
    return { ...rest, known, dead, isAlone: isAlone(one, alike), sums: sumsOf(alike) };
  });
}

/** A quantity by what its sentence tells, before it is held against the others of its account. */
type OfSentence = Omit<Quantity, 'known' | 'dead' | 'isAlone' | 'sums'> & { readonly isPeople: boolean };

const kindOf = ({ slot, head }: Pick<Quantity, 'slot' | 'head'>): string => `${slot} ${head}`;

/** Whether an account's figures of a kind are all one, but for those that measure something else of it. */
function isAlone({ respect, low }: OfSentence, alike: readonly OfSentence[]): boolean {
  const facetsOf = ({ dimension, per, ballot, matters }: Respect) =>
    [dimension, per, ballot, matters[0]].join(' ');
  return alike.every(
    (one) => one.low === low || one.background || one.isPart || facetsOf(one.respect) !== facetsOf(respect),
  );
}

/** 12 over Karsk and five over Dolna are 17 over both: what each two figures of a sentence come to, and all of them. */
function sumsOf(figures: readonly OfSentence[]): ReadonlySet<number> {
  const sums = new Set<number>();
  for (const list of Map.groupBy(figures, ({ passage }) => passage).values()) {
    if (list.length < 2) continue;
    sums.add(list.reduce((sum, { low }) => sum + low, 0));
    for (const [at, { low }] of list.entries()) {
      const next = list[at + 1];
      if (next) sums.add(low + next.low);
    }
  }
  return sums;
}

/** The quantities of a passage. Rates, ages, years, clock times and ordinals are none. */
function quantitiesIn(passage: Passage): readonly OfSentence[] {
  const { text, language, numbers } = passage;
  let before: Counted | null = null;
  const found = numbers.flatMap((number) => {
    const clause = clauseAt(passage, number.start);
    if (!clause || (countsNothing(text, number, language) && !isMagnitude(text, number.start, number.end)))
      return [];
    const counted = carriedOver(before, countedBy(text, number, clause, language), passage, clause, number);
    before = counted;
    if (counted === null) return [];
    if (counted.unit === 'people' && !Number.isInteger(number.low)) return [];
    if (counted.unit === 'metre' && FROM_THERE.test(text.slice(number.end, number.end + 26))) return [];
    const one = quantity(passage, clause, number, numbers, counted);
    return [
      {
        ...one,
        isPart: one.respect.change === 'from' || (isWhole(one) && isPart(text, number, clause, language)),
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
      (rest.isPart && rest.predicate !== 'capture') ||
      (unit === 'people' && (isSummand(passage, at, spans) || isOfSomeSheltered(text, rest.clause))) ||
      (!unit.startsWith('thing:') && isWithOneMore(text, at)),
    beside,
    isPeople: unit === 'people' && !(rest.predicate === null && isEarlier(text, at)),
  }));
}

/** Rates and votes are told as parts of something, and yet are figures of their own. */
const isWhole = ({ respect }: Pick<Quantity, 'respect'>): boolean =>
  respect.per === null && respect.ballot === null;

/** "An earlier figure of 12" is what the account itself has left behind. */
const isEarlier = (text: string, { start }: Span): boolean =>
  /\b(?:earlier|previous|initial|preliminary|up from)\b|(?<!\p{L})(?:ранее|прежн|первоначальн|предварительн)|앞서|당초/iu.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** What is counted is not said again: 12 drones over Karsk and five over Dolna. */
function carriedOver(
  before: Counted | null,
  counted: Counted | null,
  { text }: Passage,
  clause: Clause,
  { end }: NumberFound,
): Counted | null {
  const isBare = counted?.unit === 'people' && counted.head === null && BARE.test(text.slice(end, end + 8));
  const isCarried =
    isBare && before !== null && before.unit !== 'people' && !clause.tokens.some(({ event }) => event);
  return isCarried ? before : counted;
}

const BARE = /^\s(?:over|in|near|at|from|to|on|by|for|above|над|в|из|под|на|к|до|для)\s|^[.;]|^$/u;

/** Between two numbers that make up one: five women and two men, пять женщин и двое мужчин, 여성 5명과 남성 2명. */
const ADDED = /^\s?(?:\p{L}{1,20}\s){1,2}(?:and|и)\s$|^\s?명[과와]\s\p{L}{1,10}\s?$/u;

function isSummand({ text, tokens }: Passage, { start, end }: Span, all: readonly Span[]): boolean {
  const isAdded = (from: number, to: number) =>
    ADDED.test(text.slice(from, to)) &&
    !tokens.some((token) => token.event !== null && token.start >= from && token.end <= to);
  return all.some(
    (other) =>
      (other.start > end && isAdded(end, other.start)) || (other.end < start && isAdded(other.end, start)),
  );
}

/** Somebody whom no number counts, and who yet is one more: a guide and three hikers, трое туристов и их гид. */
const ONE_MORE_BEFORE =
  /(?:\b(?:an?|his|her|their|the)\s\p{Ll}{3,14}\sand|(?<!\p{L})один\s\p{L}{3,14}\sи)\s$/u;
const ONE_MORE_BEHIND =
  /^\s\p{L}{3,14}\s(?:and\s(?:an?|his|her|their)|и\s(?:один|одна|их))\s\p{Ll}{3,14}(?=\s(?:w[ae]|ha|died)|[,.;]|$)/u;

const isWithOneMore = (text: string, { start, end }: Span): boolean =>
  ONE_MORE_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
  ONE_MORE_BEHIND.test(text.slice(end, end + 50));

interface Span {
  readonly start: number;
  readonly end: number;
}

function quantity(
  passage: Passage,
  clause: Clause,
  number: NumberFound,
  all: readonly NumberFound[],
  counted: Counted,
): Omit<Quantity, 'isPart' | 'beside' | 'known' | 'dead' | 'isAlone' | 'sums'> {
  const ofPeople = counted.unit === 'people';
  const predicate = ofPeople
    ? befallen(passage, clause, number, all)
    : predicateOf(number, all, clause, passage.language, false);
  const isToll = ofPeople && predicate !== null && TOLLS.has(predicate);
  const respect = respectOf(passage, clause, number, counted.unit);
  return {
    kind: 'number',
    passage,
    clause,
    slot: isToll ? `number:${predicate}` : `number:${counted.unit}`,
    subject: isToll ? eventLabel(predicate) : measured(counted, respect),
    value: shown(passage.text, number, counted),
    background: clause.background,
    low: number.low * counted.factor,
    high: number.high * counted.factor,
    bound: number.bound,
    isToll,
    head: isSelfEvident(passage, number, predicate, counted.head) ? null : counted.head,
    predicate,
    respect,
    isPlanned:
      clause.planned ||
      (clause.tokens.every(({ event }) => event === null) && passage.clauses.some(({ planned }) => planned)),
  };
}

/** Who came were visitors, and who escaped prisoners, whether it is said or not; passengers and crew are all on board. */
function isSelfEvident(
  { text }: Passage,
  number: NumberFound,
  predicate: string | null,
  head: string | null,
): boolean {
  if (predicate === 'attend')
    return head === 'thing:visitor' || head === 'thing:athlete' || !head?.startsWith('thing:');
  if (predicate === 'infect') return head === 'thing:case' || head === 'thing:patient';
  if (predicate === 'escape' || predicate === 'capture') return head === 'thing:prisoner';
  return predicate === ABOARD && isWholeCompany(text, number);
}

/** "length", "tonnes", "crowns", or the word for what is counted. */
const measured = ({ unit, label }: Counted, { dimension }: Respect): string =>
  dimension !== null ? dimension : unit === 'percent' ? 'percentage' : label;

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
  const measured = /^(?:people$|magnitude$|thing:)|=/u.test(unit);
  const written =
    [...new Set([low, high])].map((value) => (value / size).toLocaleString('en-US')).join('–') + large;
  const sign = unit === 'percent' ? '%' : measured ? '' : ` ${label}`;
  return `${BOUND_WORDS[bound]}${written}${sign && text[end] === '%' ? '%' : sign}`;
}
