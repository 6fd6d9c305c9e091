import { distance } from 'fastest-levenshtein';
import { romanise, soundOf } from '../../../text/names/sound.ts';
import type { Passage } from '../sentences/passages.ts';
import { withoutCase } from '../sentences/tokens.ts';

/** A name as it stands in a passage. */
export interface Named {
  readonly text: string;
  /** The concept it names, and whether by a spelling that counts as differing; null: none of the topic. */
  readonly concept: { readonly id: string; readonly seenAs: boolean } | null;
}

/** The name that stands at a place of a passage. */
export function namedAt({ text, mentions }: Passage, start: number, end: number): Named {
  const mention = mentions.find((one) => one.start < end && start < one.end && one.concept.kind !== 'idea');
  const concept = mention && { id: mention.concept.id, seenAs: mention.as === 'seenAs' };
  return { text: text.slice(start, end), concept: concept ?? null };
}

/**
 * How two names of persons or places go together. Names in two scripts are held against each other by their sound and are either
 * the same, clearly others, or not told apart (null); a transliteration is no spelling. Of one script they are the same where one
 * is the other in short, in another case or order, with other spaces or hyphens.
 */
export function relateNames(a: Named, b: Named): 'same' | 'differs' | 'spelling' | null {
  if (a.concept && b.concept) {
    if (a.concept.id !== b.concept.id) return 'differs';
    if (a.concept.seenAs === b.concept.seenAs) return 'same';
    return 'spelling';
  }
  return scriptOf(a.text) === scriptOf(b.text) ? inOneScript(a.text, b.text) : acrossScripts(a.text, b.text);
}

function scriptOf(name: string): 'Hangul' | 'Cyrillic' | 'other' {
  if (/\p{Script=Hangul}/u.test(name)) return 'Hangul';
  return /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : 'other';
}

/** The words of a name in Latin letters, Russian ones without their case. */
export function nameParts(name: string): readonly string[] {
  return name
    .replace(/[-–]/gu, ' ')
    .replace(/['’]s?(?=\s|$)/gu, '')
    .split(/\s+/u)
    .map((part) => romanise(withoutCase(part)))
    .filter((part) => part !== '');
}

function inOneScript(a: string, b: string): 'same' | 'differs' | 'spelling' | null {
  const [mine, theirs] = [nameParts(a), nameParts(b)];
  const [whole, other] = [mine.join(''), theirs.join('')];
  if (whole === '' || other === '') return null;
  if (whole === other || mine.toSorted().join('') === theirs.toSorted().join('')) return 'same';
  const [short, long] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  if (short.length < long.length && short.every((part) => long.some((one) => fits(part, one)))) return 'same';
  const cyrillic = scriptOf(a) === 'Cyrillic';
  if (mine.length === theirs.length && mine.every((part, at) => fits(part, theirs[at] ?? ''))) return 'same';
  const letters = distance(whole, other);
  const size = Math.max(whole.length, other.length);
  const sounds = [soundOf(whole), soundOf(other)] as const;
  if (letters <= 2 && letters / size <= 0.25)
    return cyrillic && sounds[0] === sounds[1] ? 'same' : 'spelling';
  if (sounds[0] === sounds[1] && letters / size <= 0.4) return cyrillic ? 'same' : 'spelling';
  const surnames = [mine.at(-1) ?? '', theirs.at(-1) ?? ''] as const;
  if (surnames[0] === surnames[1]) return mine.length > 1 && theirs.length > 1 ? 'differs' : null;
  return letters / size >= 0.5 && closest(mine, theirs) >= 0.5 ? 'differs' : null;
}

/** An initial stands for the name it begins. */
const fits = (part: string, whole: string): boolean =>
  part === whole || (part.length === 1 && whole.startsWith(part));

/** How far the most alike words of two names are apart, from 0 to 1. */
function closest(mine: readonly string[], theirs: readonly string[]): number {
  return Math.min(
    ...mine.flatMap((one) =>
      theirs.map((other) => distance(one, other) / Math.max(one.length, other.length)),
    ),
  );
}

function acrossScripts(a: string, b: string): 'same' | 'differs' | null {
  const [mine, theirs] = [soundOf(nameParts(a).join(' ')), soundOf(nameParts(b).join(' '))];
  if (mine.length < 2 || theirs.length < 2) return null;
  const [short, long] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
  if (short.length >= 3 && (long.startsWith(short) || long.endsWith(short))) return 'same';
  const apart = distance(mine, theirs);
  if (apart <= Math.max(1, long.length * 0.25)) return 'same';
  // A surname alone, against a full name.
  if (short.length >= 3 && distance(short, long.slice(-short.length)) <= 1) return 'same';
  return apart / long.length >= 0.55 && Math.min(mine.length, theirs.length) >= 3 ? 'differs' : null;
}

/** Whether an account whose name keys are given speaks of a person by this name anywhere. */
export function speaksOf(keys: ReadonlySet<string>, { text, concept }: Named): boolean {
  if (concept && keys.has(`concept:${concept.id}`)) return true;
  const surname = text.split(/\s+/u).at(-1) ?? text;
  const sound = soundOf(withoutCase(surname)).slice(0, 5);
  if (sound.length >= 3) return keys.has(`name:${sound}`);
  // Of few consonants: it is known by its letters.
  const letters = `name:${romanise(withoutCase(surname))}`;
  return letters.length >= 'name:'.length + 3 && [...keys].some((key) => key.startsWith(letters));
}
