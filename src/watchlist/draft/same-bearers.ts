import { languageOfName } from '../../text/names/names.ts';
import { soundOf, soundsLike } from '../../text/names/sound.ts';
import type { Mention } from './mentions.ts';

/** One name of a bearer, in all its forms. */
export interface Member {
  readonly mentions: readonly Mention[];
  /**
   * `full`: the bearer's fullest name; `short`: a part of it; `variant`: another spelling; `perhaps`: likely another spelling.
   */
  readonly as: 'full' | 'short' | 'variant' | 'perhaps';
}

type Group = readonly Mention[];

/** Two names in one script that sound so alike are two spellings, if nothing speaks against it; */
const ALIKE = 0.85;
/** across scripts less will do; */
const ALIKE_ACROSS = 0.8;
/** and names with one role and one beginning may be spellings of one although they sound less alike. */
const PERHAPS = 0.5;

/**
 * Joins names of one bearer: parts of a fuller name (Putin, Vladimir Putin; Kursk, Kursk Region), acronyms given in brackets,
 * and spellings that sound alike, in one script or across scripts.
 *
 * Names that stand beside each other in a document in the same script are two bearers (Kim Jong Un and Kim Jong Il), and so are
 * persons whose roles differ.
 */
export function sameBearers(groups: readonly Group[]): readonly (readonly Member[])[] {
  // Fuller names first, then those that are met more, so that the first of a set is the name it goes by.
  const ordered = groups.toSorted(
    (a, b) => wordsOf(b).length - wordsOf(a).length || b.length - a.length || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const bearers: Member[][] = [];
  for (const group of ordered) {
    const whole = bearers.filter(([first]) => first && isPartOf(group, first.mentions));
    if (whole.length === 1) whole[0]?.push({ mentions: group, as: 'short' });
    else bearers.push([{ mentions: group, as: 'full' }]);
  }
  return joinSpellings(bearers);
}

const keyOf = ([first]: Group): string => first?.key ?? '';
const wordsOf = (group: Group): readonly string[] => keyOf(group).split(' ');

function isPartOf(part: Group, whole: Group): boolean {
  const [short, full] = [wordsOf(part), wordsOf(whole)];
  if (keyOf(part).startsWith('country:') || keyOf(whole).startsWith('country:')) return false;
  if (part.some(({ language }) => language !== whole[0]?.language)) return false;
  if (isAcronymOf(part, whole)) return true;
  const [word = ''] = short;
  if (short.length === 1 && full.length === 1) return isDemonymOf(word, full[0] ?? '');
  if (short.length !== 1 || full.length < 2) return false;
  const isPerson = whole.some(({ kind }) => kind === 'person') || whole.every(({ kind }) => kind === null);
  return isPerson && full.length <= 4 && (word === full.at(-1) || (word === full[0] && isFamilyFirst(full)));
}

/** Karsovian, of Karsovia. */
function isDemonymOf(word: string, place: string): boolean {
  const stem = place.replace(/[aeo]$/, '');
  return (
    stem.length >= 4 &&
    ['n', 'an', 'ian', 'ean'].some((ending) => word === stem + ending || word === place + ending)
  );
}

/** Korean, Chinese and Vietnamese names are of two or three short words, family first. */
function isFamilyFirst(words: readonly string[]): boolean {
  return words.length === 3 && words.every((word) => word.length <= 6);
}

/** Somewhere it stands in brackets right behind the name it is short for: … News Agency (KCNA). */
function isAcronymOf(part: Group, whole: Group): boolean {
  const letters = part[0]?.text ?? '';
  if (!/^\p{Lu}{3,6}$/u.test(letters)) return false;
  return whole.some(({ document, end }) =>
    part.some((short) => short.document === document && short.start === end + ' ('.length),
  );
}

function joinSpellings(bearers: readonly (readonly Member[])[]): readonly (readonly Member[])[] {
  const joined: Member[][] = [];
  // The bearer met most gives the name; others join it.
  const byCount = bearers.toSorted(
    (a, b) => countOf(b) - countOf(a) || (keyOf(a[0]?.mentions ?? []) < keyOf(b[0]?.mentions ?? []) ? -1 : 1),
  );
  for (const bearer of byCount) {
    const match = joined
      .map((other) => ({ other, as: likenessOf(other, bearer) }))
      .find(({ as }) => as !== null);
    if (!match?.as) {
      joined.push([...bearer]);
      continue;
    }
    const { other, as } = match;
    other.push(...bearer.map((member) => ({ ...member, as: member.as === 'full' ? as : member.as })));
  }
  return joined;
}

const countOf = (bearer: readonly Member[]): number =>
  bearer.reduce((sum, { mentions }) => sum + mentions.length, 0);

function likenessOf(known: readonly Member[], other: readonly Member[]): 'variant' | 'perhaps' | null {
  const [a, b] = [known[0]?.mentions ?? [], other[0]?.mentions ?? []];
  if (keyOf(a).startsWith('country:') || keyOf(b).startsWith('country:')) return null;
  const [nameA, nameB] = [a[0]?.text ?? '', b[0]?.text ?? ''];
  const [kindA, kindB] = [kindOf(known), kindOf(other)];
  if (kindA !== null && kindB !== null && kindA !== kindB) return null;
  const roles = [roleOf(known), roleOf(other)] as const;
  if (roles[0] !== null && roles[1] !== null && roles[0] !== roles[1]) return null;
  const across = languageOfName(nameA) !== languageOfName(nameB);
  if (!across && besideEachOther(known, other)) return null;
  const sound = Math.max(
    ...heardAs(a, across).flatMap((one) => heardAs(b, across).map((two) => heard(one, two, across))),
  );
  if (sound >= (across ? ALIKE_ACROSS : ALIKE)) return 'variant';
  const sameBeginning = soundOf(firstOf(nameA)) === soundOf(firstOf(nameB));
  return roles[0] !== null && roles[0] === roles[1] && sameBeginning && sound >= PERHAPS ? 'perhaps' : null;
}

/** How a name may sound: as it is written and without its case; across scripts its last word too, since some write that alone. */
function heardAs([first]: Group, across: boolean): readonly string[] {
  const [text = '', stems = ''] = [first?.text, first?.key];
  return across ? [text, stems, lastOf(text), lastOf(stems)] : [text];
}

/** Across scripts the same consonants are enough: vowels are what transliterations differ in. */
function heard(a: string, b: string, across: boolean): number {
  const key = across ? soundOf(a) : '';
  return key.length >= 3 && key === soundOf(b) ? 1 : soundsLike(a, b);
}

const kindOf = (members: readonly Member[]) =>
  most(members.flatMap(({ mentions }) => mentions.flatMap(({ kind }) => kind ?? [])));
const roleOf = (members: readonly Member[]) =>
  most(members.flatMap(({ mentions }) => mentions.flatMap(({ role }) => role ?? [])));

function besideEachOther(a: readonly Member[], b: readonly Member[]): boolean {
  const documents = new Set(a.flatMap(({ mentions }) => mentions.map(({ document }) => document)));
  return b.some(({ mentions }) => mentions.some(({ document }) => documents.has(document)));
}

const lastOf = (name: string): string => name.split(' ').at(-1) ?? '';
const firstOf = (name: string): string => name.split(' ')[0] ?? '';

/** The value that comes most often, of several the first; null of none. */
export function most<T>(values: readonly T[]): T | null {
  let best: T | null = null;
  let count = 0;
  for (const [value, all] of Map.groupBy(values, (one) => one)) {
    if (all.length > count) [best, count] = [value, all.length];
  }
  return best;
}
