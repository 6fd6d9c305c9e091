/** Whether another account says much the same. */

import { soundOf } from '../../text/names/sound.ts';
import { type Figure, soundsOf, type Told } from './told.ts';

/** How much of a claim one sentence, or a whole account, of the same language may hold before it counts as told there. */
export interface Limits {
  readonly inSentence: number;
  readonly inAccount: number;
}

/** Whether an account of the same language says much the same, in one sentence or here and there. */
export function isToldIn(
  terms: ReadonlySet<string>,
  other: Told,
  { inSentence, inAccount }: Limits,
): boolean {
  if (terms.size === 0) return true;
  const share = (held: ReadonlySet<string>): number =>
    [...terms].filter((term) => held.has(term)).length / terms.size;
  return (
    share(other.terms) >= inAccount ||
    other.statements.some((statement) => share(statement.terms) >= inSentence)
  );
}

/** A number so near another may be the same one, rounded or corrected: that is a difference, not a claim of its own. */
const NEAR = 0.15;

function isNear(a: number, b: number): boolean {
  return a === b || (a >= 10 && Math.abs(a - b) <= NEAR * Math.max(a, b));
}

/** Whether an account, in whatever language, has this number or one like it, in the same unit or another. */
export function hasFigure({ value, unit, measured }: Figure, { figures }: Told): boolean {
  return figures.some((other) =>
    other.bare
      ? other.value === value
      : isNear(value, other.value) ||
        (unit !== null && unit === other.unit && isNear(measured, other.measured)),
  );
}

/** Fewer consonants sound like many names. */
const TELLING = 3;

/** Whether an account in another script names somebody who sounds like this; null: the name is too short to be told. */
export function isNamedIn(name: string, told: Told): boolean | null {
  const sound = soundOf(name);
  if (sound.length < TELLING) return null;
  return soundsOf(told).some(
    (other) => other.length >= TELLING && (other.startsWith(sound) || sound.startsWith(other)),
  );
}
