import { momentOf, type Relation } from '../claim.ts';
import type { Quantity } from './quantities.ts';

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
