/** Whether two words are one name, in other cases, adjectives or scripts. */

import { fold } from '../../text/fold.ts';
import { soundOf } from '../../text/names/sound.ts';
import { remembered } from './remembered.ts';

/** Letters of two forms of one name that must agree, and how many an ending may have: Росси-я, росси-йский; Russia, Russia-n. */
const STEM = 4;
const ENDING = 5;

/**
 * Whether two words are one name in other cases, adjectives or scripts: Russia and Russian, Вельмарка and Velmark, 벨마르크. Within a
 * script the beginnings must agree, across scripts the consonants, as they sound.
 */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  if (scriptOf(one) !== scriptOf(other)) return soundAlike(sounded(one), sounded(other));
  if (scriptOf(one) === 'hangul') return one.startsWith(other) || other.startsWith(one);
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const shared = sharedBeginning(one, other);
  return (
    shared >= 3 &&
    shared >= Math.max(Math.min(STEM, shorter.length), shorter.length - 2) &&
    longer.length - shared <= ENDING
  );
}

/** `fold` and `soundOf`: names are met again and again. */
export const folded = remembered(fold);
export const sounded = remembered(soundOf);

/** Whether two surnames are one: of a script without cases they are written alike, in Russian but for their endings. */
export function sameSurname(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)];
  if (one === other) return one !== '';
  if (scriptOf(one) !== scriptOf(other)) return soundAlike(sounded(one), sounded(other));
  const shared = sharedBeginning(one, other);
  return scriptOf(one) === 'cyrillic' && shared >= STEM && Math.max(one.length, other.length) - shared <= 3;
}

function sharedBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

/** Across scripts: the same consonants, but for the ending of an adjective (Kestrian, 톨바 and Tolvan). */
export function soundAlike(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const rest = longer.slice(shorter.length);
  return (
    shorter.length >= 3 &&
    longer.startsWith(shorter) &&
    (rest.length === 0 || (rest.length === 1 && (shorter.length > 3 || rest === 'N')))
  );
}

export function scriptOf(word: string): 'latin' | 'cyrillic' | 'hangul' | 'other' {
  const code = word.charCodeAt(0);
  if (code < 0x250) return 'latin';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  return code >= 0xac00 && code <= 0xd7a3 ? 'hangul' : 'other';
}
