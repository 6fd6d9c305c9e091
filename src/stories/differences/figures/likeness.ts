import { momentOf } from '../claim.ts';
import type { Quantity } from './quantities.ts';
import { sharesMatter } from './respects.ts';

/** In how many respects two figures are said to be of the same: what happens to it, how it is measured, what it is a sum of. */
export function likeness(a: Quantity, b: Quantity): number {
  const [mine, theirs] = [a.respect, b.respect];
  const isSameDeed = fateOf(a) !== null && fateOf(a) === fateOf(b);
  const says = [
    isSameDeed,
    isSameDeed && (a.head?.startsWith('thing:') ?? false),
    isOneDimension(a, b),
    sharesMatter(mine, theirs),
    mine.change !== null && mine.change === theirs.change && mine.matters.length > 0,
    areOfOneTime(a, b) && mine.matters.length > 0,
    mine.per !== null,
    mine.ballot !== null,
    LOADS.test(a.slot) && areOfOneContract(a, b),
    isPriceOfOneDeal(a, b),
  ].filter(Boolean).length;
  const isTold = says > 0 || MEASURES.test(a.slot);
  return isTold && a.isAlone && b.isAlone ? says + 1 : says;
}

/** What a contract is about: so many tonnes, each of which is its account's only figure of them. */
const LOADS = /^number:(?:tonne|volume|watt)$/u;
export const areOfOneContract = (a: Quantity, b: Quantity): boolean =>
  a.isAlone && b.isAlone && [a, b].every(({ passage }) => passage.keys.has('thing:contract'));

/** How much is paid for what is bought or agreed on: each account's only sum of that currency, and of nothing else it names. */
function isPriceOfOneDeal(a: Quantity, b: Quantity): boolean {
  if (!a.slot.startsWith('number:money') || !a.isAlone || !b.isAlone) return false;
  return [a, b].every(
    ({ passage, respect }) => respect.matters.length === 0 && DEAL.some((key) => passage.keys.has(key)),
  );
}

const DEAL = [
  'thing:contract',
  'matter:contract',
  'event:sign',
  'event:buy',
  'event:sell',
  'event:pay',
  'event:cost',
];

/** Measured in one dimension; a time is one of the same only where both sentences speak of one thing or person besides. */
function isOneDimension(a: Quantity, b: Quantity): boolean {
  const { dimension } = a.respect;
  if (dimension === null || dimension !== b.respect.dimension) return false;
  if (dimension !== 'duration' && dimension !== 'term') return true;
  // Years are those of a contract, or of somebody's service.
  if (dimension === 'duration' && isOfYears(a)) return areOfOneContract(a, b);
  if (dimension === 'duration' && goesOn(a, b)) return false;
  const spoken = dimension === 'term' ? a.passage : a.clause;
  return [...spoken.keys].some((key) => SPOKEN_OF.test(key) && b.passage.keys.has(key));
}

/** How long something went on, each account's only such time, and so near each other that only one thing can be meant. */
export const areOneSpell = (a: Quantity, b: Quantity): boolean =>
  isLong(a) &&
  isLong(b) &&
  a.respect.dimension === 'duration' &&
  b.respect.dimension === 'duration' &&
  a.isAlone &&
  b.isAlone &&
  !goesOn(a, b) &&
  Math.max(a.low, b.low) <= Math.min(a.low, b.low) * NEAR;

const NEAR = 1.25;

/** What lasts is told longer by the days that have gone by since. */
function goesOn(a: Quantity, b: Quantity): boolean {
  const [before, after] = momentOf(a) <= momentOf(b) ? [a, b] : [b, a];
  return a.slot === 'number:day' && after.low > before.low && momentOf(after) - momentOf(before) > HALF_A_DAY;
}

const HALF_A_DAY = 12 * 3_600_000;

/** Minutes are of many things, days of what the story is about. */
const isLong = (one: Quantity): boolean => !isOfYears(one) && (one.slot === 'number:day' || one.low >= LONG);
const LONG = 5;

const isOfYears = ({ slot, low }: Quantity): boolean => slot === 'number:day' && low >= 365;

const SPOKEN_OF = /^(?:thing|event|matter|name|concept):/u;

/** Whatever else happens to it: what each account measures once is one, be it shipped by the one and seized by the other. */
export const isOneMeasure = (a: Quantity, b: Quantity): boolean =>
  MEASURED.test(a.slot) &&
  a.isAlone &&
  b.isAlone &&
  (sharesMatter(a.respect, b.respect) || isOneDimension(a, b) || isPriceOfOneDeal(a, b));

const MEASURED = /^number:(?:metre|tonne|area|volume|watt|hour|day|money:.*)$/u;

/** Measures of which an account seldom has two of different things. */
const MEASURES = /^number:(?:metre|tonne|area|volume|watt)$/u;

/** A look back at last year may be told as one or not: both state the time they are of. */
export const areOfOneTime = (a: Quantity, b: Quantity): boolean =>
  a.respect.periods.length > 0 && b.respect.periods.length > 0;

/** Verbs that tell nothing of what happens to what is counted. */
const GENERAL: ReadonlySet<string> = new Set(['hold', 'begin', 'end', 'find', 'open', 'say']);

/** Other words for one fate: what is shot down is destroyed, data that leaks is stolen, what one side sells the other buys. */
const FATES: Readonly<Record<string, string>> = {
  down: 'destroy',
  burn: 'destroy',
  leak: 'steal',
  sell: 'buy',
  give: 'send',
  deliver: 'send',
  lend: 'send',
  carry: 'send',
};

/** What happens to what is counted, by whatever word that is told; null: no verb says it. */
export function fateOf({ predicate, isToll }: Quantity): string | null {
  const fate = FATES[predicate ?? ''];
  if (fate !== undefined) return fate;
  return predicate !== null && !isToll && GENERAL.has(predicate) ? null : predicate;
}
