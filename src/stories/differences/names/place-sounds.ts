import { soundOf } from '../../../text/names/sound.ts';
import type { Passage } from '../sentences/passages.ts';
import { nameParts } from './names.ts';

/** The sound by which a place is known again in any case and language. */
export const placeSound = (name: string): string => soundOf(nameParts(name).join(''));

/** Where somebody or something is, by what stands before or behind the place. */
const LOCATED: readonly RegExp[] = [
  /\b(?:in|near)\s(\p{Lu}[\p{L}-]{2,20})/gu,
  /(\p{Lu}[\p{L}-]{2,20})['’]s?\s\p{Ll}{0,14}\s?(?:minister|president|premier|government|army|ambassador)/gu,
  /(?<!\p{L})(?:в|во|из|под)\s(\p{Lu}[\p{L}-]{2,20})/gu,
  /([가-힣]{2,6})(?:에서|시에서)(?=\s)/gu,
];

/** Sounds of the places that passages speak of, which tell the place an office is of from the name of who holds it. */
export function placeSounds(passages: readonly Passage[]): ReadonlySet<string> {
  const sounds = new Set<string>();
  for (const { text, mentions } of passages) {
    for (const pattern of LOCATED)
      for (const [, name = ''] of text.matchAll(pattern)) sounds.add(placeSound(name));
    for (const { concept, start, end } of mentions)
      if (concept.kind === 'place') sounds.add(placeSound(text.slice(start, end)));
  }
  for (const sound of sounds) if (sound.length < 2) sounds.delete(sound);
  return sounds;
}

/** Whether two bodies that offices are of are one, by their sounds or concepts: Beloryn, Белорыни. */
export function isOneBody(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.startsWith('concept:') || b.startsWith('concept:')) return false;
  const least = Math.min(a.length, b.length, 4);
  return least >= 2 && a.slice(0, least) === b.slice(0, least);
}
