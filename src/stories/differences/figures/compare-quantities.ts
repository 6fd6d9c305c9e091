import { momentOf, type Relation } from '../claim.ts';
import { sharedWeight } from '../pairing.ts';
import { ABOARD } from '../sentences/event-words.ts';
import { areOfTwoInARow } from '../sentences/ordinals.ts';
import type { Passage } from '../sentences/passages.ts';
import type { Token } from '../sentences/tokens.ts';
import { onOneCraft } from './aboard.ts';
import type { Quantity } from './quantities.ts';
import { mayBeOne, sharesMatter, unlessParted } from './respects.ts';

/** Whether two quantities tell of the same, and how surely: 1 and above is surely enough. */
export function alignQuantities(a: Quantity, b: Quantity, weigh: (key: string) => number): number {
  if (!areOfAKind(a, b) || areOfTwoInARow(a, b)) return 0;
  const shared = sharedWeight(a, b, weigh, (key) => key === a.head || key === `event:${a.predicate}`);
  if (a.predicate === ABOARD)
    return onOneCraft(a.passage, b.passage) ? 0.5 + shared - (apart(a, b) ? 1.5 : 0) : 0;
  const far =
    a.respect.dimension !== 'duration' ? TOO_FAR : a.slot === 'number:day' ? TOO_MANY_DAYS : TOO_LONG;
  const isFar = Math.max(a.low, b.low) > Math.min(a.low, b.low) * far;
  if (a.isToll && !a.background && a.predicate === 'attend')
    return isFar ? 0 : (shared + (a.isAlone && b.isAlone ? 1 : 0)) / 2;
  if (isFar && a.isToll && !GROWING.test(a.slot)) return 0;
  if (a.isToll) return a.background ? shared / 2 : 1 + shared - (apart(a, b) ? 1.5 : 0);
  if (isFar || areOfTwoDays(a, b)) return 0;
  if (apart(a, b) && nameOthers(a.passage.keys, b.passage.keys)) return 0;
  if (areOneSpell(a, b)) return 1;
  const alike = likeness(a, b);
  if (a.passage.language === b.passage.language && wordsShared(a, b) < enough(alike)) return 0;
  return (shared + alike - (apart(a, b) ? 2.5 : 0)) / (alike > 1 ? 2.2 : 2.5);
}

/** What is measured on Tuesday and again on Wednesday: both clauses state a day, and not the same. */
function areOfTwoDays(a: Quantity, b: Quantity): boolean {
  const [mine, theirs] = [daysOf(a), daysOf(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((day) => theirs.includes(day));
}

const daysOf = ({ passage, clause }: Quantity): readonly number[] =>
  passage.dates.flatMap(({ start, grain, from }) =>
    grain === 'day' && from !== null && start >= clause.start && start < clause.end ? [from] : [],
  );

/** Figures so many times each other measure two things, whatever their sentences share. */
const TOO_FAR = 3;
const TOO_LONG = 2;
const TOO_MANY_DAYS = 1.75;

/** Tolls that are small in the first hour and large in the last. */
const GROWING = /^number:(?:die|injure|casualty|missing|infect)$/u;

/** In how many respects two figures are said to be of the same: what happens to it, how it is measured, what it is a sum of. */
function likeness(a: Quantity, b: Quantity): number {
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
const areOfOneContract = (a: Quantity, b: Quantity): boolean =>
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
const areOneSpell = (a: Quantity, b: Quantity): boolean =>
  !isOfYears(a) &&
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
  return a.slot === 'number:day' && after.low > before.low && momentOf(after) - momentOf(before) > 12 * HOUR;
}

const isOfYears = ({ slot, low }: Quantity): boolean => slot === 'number:day' && low >= 365;

const SPOKEN_OF = /^(?:thing|event|matter|name|concept):/u;

/**
 * Whatever else happens to it: of what a measure is told by each account once, it is one, be it shipped by the one and seized by the
 * other.
 */
const isOneMeasure = (a: Quantity, b: Quantity): boolean =>
  MEASURED.test(a.slot) &&
  a.isAlone &&
  b.isAlone &&
  (sharesMatter(a.respect, b.respect) || isOneDimension(a, b) || isPriceOfOneDeal(a, b));

const MEASURED = /^number:(?:metre|tonne|area|volume|watt|hour|day|money:.*)$/u;

/** Measures of which an account seldom has two of different things. */
const MEASURES = /^number:(?:metre|tonne|area|volume|watt)$/u;

/** Counted or measured in the same respect; both planned or both not, of this event or of another. */
function areOfAKind(a: Quantity, b: Quantity): boolean {
  if (a.background !== b.background && !areOfOneTime(a, b)) return false;
  if (a.isPlanned !== b.isPlanned && !isAgreed(a, b)) return false;
  if (a.isPart || b.isPart || !areOfOneHead(a, b)) return false;
  if (a.slot === 'number:people' && a.head === null) return false;
  if (!unlessParted(fateOf(a), fateOf(b)) && !isAgreed(a, b) && !isOneMeasure(a, b)) return false;
  if (a.respect.running !== b.respect.running || isBack(a) !== isBack(b) || isLeft(a) !== isLeft(b))
    return false;
  if (a.slot === 'number:percent' && isTurnout(a) !== isTurnout(b)) return false;
  return (a.isToll || mayBeOne(a.respect, b.respect)) && !otherwiseTold(a, b);
}

/** What is restored or back counts what is no longer lost: homes that have power again. */
const BACK =
  /\b(?:restor|reconnect)\w*|\b(?:was|were|is|are|has|have) back\b|\b(?:power|water|gas|heating|phones?|trains?) (?:again|back)\b|(?<!\p{L})(?:восстан[ао]в|возобнов|верн(?:ул|ут))|복구|재개/iu;

const isBack = ({ passage, clause }: Quantity): boolean =>
  BACK.test(passage.text.slice(clause.start, clause.end));

/** Who is still held, or missing from what was freed, is what others have left. */
const LEFT =
  /\b(?:still|remain(?:s|ed|ing)?|left behind|yet to be)\b|(?<!\p{L})(?:остаются|оста[её]тся|ещё удерж|удерживают ещ[её]|до сих пор|по-прежнему)|아직|여전히|남은|남아/iu;

const isLeft = ({ passage, clause, slot }: Quantity): boolean =>
  slot !== 'number:missing' && LEFT.test(passage.text.slice(clause.start, clause.end));

/** A share of voters who came is no share of their votes. */
const isTurnout = ({ respect }: Quantity): boolean => respect.matters[0] === 'turnout';

/** A look back at last year may be told as one or not: both state the time they are of. */
const areOfOneTime = (a: Quantity, b: Quantity): boolean =>
  a.respect.periods.length > 0 && b.respect.periods.length > 0;

/** What is agreed on is told as signed and as to come, and a timetable as one of today: the figure is the same. */
const AGREED: ReadonlySet<string> = new Set(['loan', 'grant', 'contract', 'investment', 'aid']);

function isAgreed(a: Quantity, b: Quantity): boolean {
  if (a.respect.dimension !== null && a.respect.dimension === b.respect.dimension) return true;
  if (a.respect.per !== null && a.respect.per === b.respect.per) return true;
  if (a.slot === 'number:tonne') return sharesMatter(a.respect, b.respect) || areOfOneContract(a, b);
  if (!a.slot.startsWith('number:money')) return false;
  return a.respect.matters.some((one) => AGREED.has(one) && b.respect.matters.includes(one));
}

/**
 * Nineteen dead and 22 dead pilgrims are of one toll where either account has no other, and neither can be a few of the other's.
 */
function areOfOneHead(a: Quantity, b: Quantity): boolean {
  if (a.head === b.head) return true;
  if (a.slot !== 'number:die' || !a.isAlone || !b.isAlone || (a.head !== null && b.head !== null))
    return false;
  return Math.max(a.low, b.low) <= Math.min(a.low, b.low) * A_FEW;
}

const A_FEW = 1.6;

/** Verbs that tell nothing of what happens to what is counted. */
const GENERAL: ReadonlySet<string> = new Set(['hold', 'begin', 'end', 'find', 'open', 'say']);

/** What is shot down or burns is destroyed, data that leaks is stolen, what one side sells the other buys, and what is given is sent. */
const FATES: Readonly<Record<string, string>> = {
  down: 'destroy',
  burn: 'destroy',
  leak: 'steal',
  sell: 'buy',
};

function fateOf({ predicate, isToll }: Quantity): string | null {
  const fate = FATES[predicate ?? ''];
  if (fate !== undefined) return fate;
  return predicate !== null && !isToll && GENERAL.has(predicate) ? null : predicate;
}

/**
 * Two sentences with several figures of the same kinds, none of which agree, count over different times or things (of a season,
 * of a career). Of what happens to people all figures of an account may well differ.
 */
function otherwiseTold(a: Quantity, b: Quantity): boolean {
  if (a.isToll) return false;
  const kinds = new Set(
    a.beside.map(({ unit }) => unit).filter((unit) => b.beside.some((other) => other.unit === unit)),
  );
  if (kinds.size < 2) return false;
  return !a.beside.some((one) => b.beside.some((other) => other.unit === one.unit && other.low === one.low));
}

/**
 * The share of the shorter sentence's words that the other must have: the less, the more else tells that the figures are of the
 * same.
 */
const enough = (alike: number): number => [0.6, 0.4][alike] ?? 0.1;

function wordsShared(a: Quantity, b: Quantity): number {
  const shared = wordsOf(a.passage).filter(({ keys }) => keys.some((key) => b.passage.keys.has(key)));
  const other = wordsOf(b.passage).filter(({ keys }) => keys.some((key) => a.passage.keys.has(key)));
  const most = Math.min(wordsOf(a.passage).length, wordsOf(b.passage).length);
  return Math.min(shared.length, other.length) / Math.max(1, most);
}

/** The words of a sentence that tell something: the counter behind a Korean number does not. */
const wordsOf = ({ tokens, text, language }: Passage): readonly Token[] =>
  tokens.filter(
    ({ term, start }) => term !== null && !(language === 'ko' && /\d[천만억]?$/u.test(text.slice(0, start))),
  );

/** Clauses that name somebody or some place, and not the same. */
const apart = (a: Quantity, b: Quantity): boolean => nameOthers(a.clause.keys, b.clause.keys);

function nameOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const names = (keys: ReadonlySet<string>) => [...keys].filter((key) => key.startsWith('name:'));
  const [mine, theirs] = [names(a), names(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((name) => theirs.includes(name));
}

/** How two figures for the same go together. */
export function relateQuantities(a: Quantity, b: Quantity): Relation {
  if (a.low === b.low && a.high === b.high) return 'same';
  if (meets(a, b) || meets(b, a)) return hasOutgrown(a, b) ? 'changed' : 'same';
  if (a.low <= b.high && b.low <= a.high) return 'same'; // a range and a figure in it
  if (isImperial(a) !== isImperial(b) && Math.abs(a.low - b.low) <= Math.max(a.low, b.low) * CONVERTED)
    return 'same';
  // Whoever has the other's figure too counts something else by one of them.
  const tellsBoth = a.isToll && (a.known.has(b.low) || b.known.has(a.low) || takesInTheDead(a, b));
  if (a.sums.has(b.low) || b.sums.has(a.low)) return null;
  if (!rounds(a, b) && !rounds(b, a)) return tellsBoth ? null : 'differs';
  return a.bound === 'about' && b.bound === 'about' ? 'same' : 'precision';
}

/** "At least four" of the morning are nine in the evening. */
function hasOutgrown(a: Quantity, b: Quantity): boolean {
  const [before, after] = momentOf(a) <= momentOf(b) ? [a, b] : [b, a];
  if (!a.isToll || before.bound !== 'least' || momentOf(after) - momentOf(before) < HOUR) return false;
  return after.low >= before.low * 1.5;
}

const HOUR = 3_600_000;

/** Those who suffered (пострадали) are at times the dead and the injured together. */
function takesInTheDead(a: Quantity, b: Quantity): boolean {
  const all = a.low > b.low ? a : b;
  const more = Math.abs(a.low - b.low);
  return (
    a.predicate === 'injure' && /пострадал/iu.test(all.passage.text) && (a.dead.has(more) || b.dead.has(more))
  );
}

/** Miles made of kilometres, and metres of feet, are rounded. */
const CONVERTED = 0.1;
const isImperial = ({ value }: Quantity): boolean => /(?:miles|feet)$/u.test(value);

/** Whether a bound of one takes in the other: at least 7, and 8. */
function meets({ bound, low, high }: Quantity, other: Quantity): boolean {
  if (bound === 'least' || bound === 'more') return other.high >= low;
  if (bound === 'most' || bound === 'less') return other.low <= high;
  return false;
}

/** Whether one is the other, rounded: hedged within a tenth, or to its own zeros. */
function rounds(rough: Quantity, exact: Quantity): boolean {
  const apartBy = Math.abs(rough.low - exact.low);
  if (rough.bound === 'about') return apartBy <= Math.max(rough.low, exact.low) * 0.1;
  if (rough.low < 100) return false;
  let step = 1;
  while (step * 10 <= rough.low && rough.low % (step * 10) === 0) step *= 10;
  return (
    step >= 10 &&
    rough.low / step < 1000 &&
    Math.round(exact.low / step) * step === rough.low &&
    apartBy <= rough.low * 0.05
  );
}
