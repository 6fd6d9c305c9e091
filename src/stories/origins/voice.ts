/** What a voice is, and whether two are one. */

import type { OriginSign } from '../../domain/comparison.ts';
import type { SourceKind } from '../../domain/source.ts';
import { romanise } from '../../text/names/sound.ts';
import { folded, sameName, sameSurname, scriptOf, soundAlike, sounded } from './same-name.ts';

/** Somebody an account names as the one who says so. */
export interface Voice {
  /** As it is written, in the nominative as far as that can be told. */
  readonly name: string;
  readonly kind: SourceKind;
  readonly form: 'known' | 'body' | 'person' | 'name';
  /** The id of a known voice, or of a concept; null: neither. */
  readonly id: string | null;
  readonly conceptId: string | null;
  /** What sort of body it is: `ministry`, `defence`; empty for what is known by its name. */
  readonly roles: readonly string[];
  /** The names that tell it from others of its sort: Velmark; a person's surname. */
  readonly proper: readonly string[];
  /** The state it belongs to, by its id in states.ts; null: not known. */
  readonly state: string | null;
  /** Of a person: the body whose head that is, the ministry of a minister. */
  readonly office?: Voice;
  /** It says only what sort of body it is, and its account names none of that sort: the company. */
  readonly bare?: true;
  /** Nothing tells which of several bodies of its sort is meant. */
  readonly contested?: true;
}

/** A voice that is known by its name, where a text names it. */
export interface Named {
  readonly voice: Voice;
  readonly start: number;
  readonly end: number;
}

/** A voice of which only the name is known. */
export function voiceNamed(name: string, kind: SourceKind = 'other'): Voice {
  return {
    name,
    kind,
    form: 'name',
    id: null,
    conceptId: null,
    roles: [],
    proper: name.split(' '),
    state: null,
  };
}

/** Why a person is heard who holds no public office: for the firm they lead, for what they know, or for what they saw. */
export type Standing = 'executive' | 'expert' | 'witness';

/**
 * A person, by name and surname.
 *
 * @param about.office the body they head; null: none that is known
 * @param about.as null: they hold an office, or speak for a body
 */
export function personNamed(
  name: string,
  { office = null, as = null }: { readonly office?: Voice | null; readonly as?: Standing | null } = {},
): Voice {
  const voice = voiceNamed(name, office?.kind);
  return { ...voice, form: 'person', roles: as === null ? [] : [as], ...(office && { office }) };
}

/** A public body. */
export function bodyVoice(
  name: string,
  kind: SourceKind,
  roles: readonly string[],
  proper: readonly string[],
): Voice {
  return { name, kind, form: 'body', id: null, conceptId: null, roles, proper, state: null };
}

/** Papers, stations and agencies tell what others say. */
export const isMedium = ({ kind }: Voice): boolean => /agency|press|broadcaster/u.test(kind);

/** That an account gives what it tells to a voice. */
export interface Attribution {
  readonly voice: Voice;
  readonly how: OriginSign;
  /** The sentence it stands in. */
  readonly quote: string;
  /** Which sentence of the account that is; the title is none (-1). */
  readonly sentence: number;
}

/**
 * Whether two voices are one: KCNA and ЦТАК by the table, the Velmark Defence Ministry and Минобороны Вельмарка by what they are
 * and by the sound of their names, the TCNA and the Tosan Central News Agency by its initials.
 */
export function isSameVoice(a: Voice, b: Voice): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  if (isAcronymOf(a.name, b.name) || isAcronymOf(b.name, a.name)) return true;
  if (a.form === 'person' || b.form === 'person') return a.form === b.form && isSamePerson(a, b);
  if (isUntold(a) || isUntold(b))
    return isUntold(a) && isUntold(b) && a.proper.length > 0 && b.proper.length > 0 && haveSameNames(a, b);
  return (
    haveSameRoles(a, b) &&
    a.proper.length > 0 &&
    b.proper.length > 0 &&
    (haveSameNames(a, b) || haveSamePlace(a, b))
  );
}

/** What sort of body it is is not told, or only that it is a company. */
const isUntold = ({ roles }: Voice): boolean =>
  roles.length === 0 || (roles.length === 1 && roles[0] === 'company');

/** A surname of few consonants needs the name before it: Greta Moll, Грета Молль. */
function isSamePerson(a: Voice, b: Voice): boolean {
  if (sameSurname(a.proper.at(-1) ?? '', b.proper.at(-1) ?? '')) return true;
  return (
    scriptOf(folded(a.name)) !== scriptOf(folded(b.name)) &&
    Math.min(a.proper.length, b.proper.length) > 1 &&
    soundAlike(sounded(a.name), sounded(b.name))
  );
}

/**
 * Ellory police, 엘로리 경찰: of the same sort, and of a town whose name has few consonants, all of them the same, and begins alike.
 */
function haveSamePlace(a: Voice, b: Voice): boolean {
  const [[one = '', ...more], [other = '', ...others]] = [a.proper, b.proper];
  return (
    more.length + others.length === 0 &&
    scriptOf(one) !== scriptOf(other) &&
    sounded(one).length === 2 &&
    sounded(one) === sounded(other) &&
    romanise(one).charAt(0) === romanise(other).charAt(0)
  );
}

/** Whether nothing but a missing name keeps two bodies apart: the defence ministry, Velmark's defence ministry. */
export function mayBeSameBody(a: Voice, b: Voice): boolean {
  if (a.form === 'person' || b.form === 'person' || a.roles.length === 0 || b.roles.length === 0)
    return false;
  return haveSameRoles(a, b) && (a.proper.length === 0 || b.proper.length === 0);
}

/** Whether they are bodies of one sort. */
export function haveSameRoles(a: Voice, b: Voice): boolean {
  return a.roles.length === b.roles.length && a.roles.every((role) => b.roles.includes(role));
}

/** Whether every name of the one that has fewer is a name of the other. */
export function haveSameNames(a: Voice, b: Voice): boolean {
  const [fewer, more] = a.proper.length <= b.proper.length ? [a, b] : [b, a];
  if (a.state !== null && a.state === b.state) return true;
  return fewer.proper.every((name) => more.proper.some((other) => sameName(name, other)));
}

function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(short)) return false;
  const words = long.split(/[\s-]+/u);
  const initials = (of: readonly string[]): string => of.map((word) => word.charAt(0).toUpperCase()).join('');
  // Of a Russian name only the first word has a capital: Приозёрное телеграфное агентство.
  return initials(words.filter((word) => /^\p{Lu}/u.test(word))) === short || initials(words) === short;
}
