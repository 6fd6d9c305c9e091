import { sharedWeight } from '../pairing.ts';
import { ABOARD } from '../sentences/event-words.ts';
import { areOfTwoInARow } from '../sentences/ordinals.ts';
import type { Passage } from '../sentences/passages.ts';
import type { Token } from '../sentences/tokens.ts';
import { onOneCraft } from './aboard.ts';
import { areOneSpell, likeness } from './likeness.ts';
import type { Quantity } from './quantities.ts';
import { areOfAKind } from './quantity-kinds.ts';

/** Whether two quantities tell of the same, and how surely: 1 and above is surely enough. */
export function alignQuantities(a: Quantity, b: Quantity, weigh: (key: string) => number): number {
  if (!areOfAKind(a, b) || areOfTwoInARow(a, b)) return 0;
  const shared = sharedWeight(a, b, weigh, (key) => key === a.head || key === `event:${a.predicate}`);
  if (a.predicate === ABOARD)
    return onOneCraft(a.passage, b.passage) ? 0.5 + shared - (apart(a, b) ? 1.5 : 0) : 0;
  if (areTooFar(a, b)) return 0;
  if (a.isToll && a.background) return shared / 2;
  if (a.predicate === 'attend' && a.isToll) return (shared + (a.isAlone && b.isAlone ? 1 : 0)) / 2;
  if (a.isToll) return 1 + shared - (apart(a, b) ? 1.5 : 0);
  if (areOfTwoDays(a, b)) return 0;
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

/** Figures so many times each other measure two things, whatever their sentences share; hours and days sooner. */
const TOO_FAR = 3;
const TOO_LONG = 2;
const TOO_MANY_DAYS = 1.75;

function areTooFar(a: Quantity, b: Quantity): boolean {
  if (GROWING.test(a.slot)) return false;
  const isTime = a.respect.dimension === 'duration';
  const far = !isTime ? TOO_FAR : a.slot === 'number:day' ? TOO_MANY_DAYS : TOO_LONG;
  return Math.max(a.low, b.low) > Math.min(a.low, b.low) * far;
}

/** Tolls that are small in the first hour and large in the last. */
const GROWING = /^number:(?:die|injure|casualty|missing|infect)$/u;

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
