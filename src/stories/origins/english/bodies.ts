/** Which public bodies an English sentence names. */

import type { SourceKind } from '../../../domain/source.ts';
import { ROLE_KINDS } from '../body-roles.ts';
import { isCapitalised, nameOf, type Phrase, type Token } from '../tokens.ts';
import { bodyVoice } from '../voice.ts';
import { ENGLISH_FIELDS, ENGLISH_HEADS, ENGLISH_PAIRS, NAMELESS_PAIRS } from './body-words.ts';
import { firmAt } from './firms.ts';
import { acronymAt, mediumAt } from './media.ts';
import { NO_NAMES } from './words.ts';

/** Whose office it may be: the prime minister's office. */
const OFFICE_HOLDERS = new Set(
  'governor mayor president premier minister prosecutor prosecutors attorney coroner sheriff chancellor rights spokesman human district general prime'.split(
    ' ',
  ),
);

const LONGEST_NAME = 6;

/** The bodies an English sentence names: Velmark's Defence Ministry, the Institute of Seismology, the coast guard, NASA. */
export function englishBodies(tokens: readonly Token[]): readonly Phrase[] {
  const found: Phrase[] = [];
  let read = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase =
      at < read
        ? null
        : (jointAt(tokens, at) ??
          bodyAt(tokens, at, read) ??
          acronymAt(tokens, at) ??
          mediumAt(tokens, at, read) ??
          firmAt(tokens, at));
    if (!phrase) continue;
    found.push(phrase);
    read = phrase.to + 1;
  }
  return found;
}

/** The body whose head stands here. */
function bodyAt(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const here = tokens[at];
  if (!here) return null;
  const pair = ENGLISH_PAIRS[`${here.lower} ${tokens[at + 1]?.lower ?? ''}`];
  const head = Object.hasOwn(ENGLISH_HEADS, here.lower) ? ENGLISH_HEADS[here.lower] : undefined;
  const role = pair ?? head?.role;
  if (role === undefined || (pair === undefined && isPressService(tokens, at))) return null;
  const last = pair === undefined ? at : at + 1;
  const from = leftOf(tokens, at, floor, role);
  const to = OF_ROLES.has(here.lower) ? rightOf(tokens, last) : last;
  const { roles, proper } = partsOf([...tokens.slice(from, at), ...tokens.slice(last + 1, to + 1)], role);
  const full = head?.full === true || (pair !== undefined && !NAMELESS_PAIRS.has(pair));
  const bare = proper.length === 0 && (roles.size === 1 ? !full : NAMED_BY_PLACE.has(role));
  // Only "the ministry" means one that was named; a civil servants' union is another.
  if (bare && !/^(?:the|its)$/u.test(tokens[from - 1]?.lower ?? '')) return null;
  const name = nameOf(tokens, from, to);
  return {
    from,
    to,
    voice: bodyVoice(name, kindOf(tokens, from, to, role), [...roles], proper),
    bare,
    ...(here.lower.startsWith('minister') && { holder: true as const }),
    ...(tokens[to + 1]?.lower === 'in' &&
      isCapitalised(tokens[to + 2]?.text ?? '') && { seated: true as const }),
  };
}

/** Who speaks with one voice: the two sides, both education ministries. */
function jointAt(tokens: readonly Token[], from: number): Phrase | null {
  if (!/^(?:two|both|three)$/u.test(tokens[from]?.lower ?? '')) return null;
  let to = from + 1;
  while (to - from < 3 && /^\p{Ll}+$/u.test(tokens[to]?.text ?? '') && !JOINED.test(tokens[to]?.lower ?? ''))
    to += 1;
  if (!JOINED.test(tokens[to]?.lower ?? '')) return null;
  const kind = /^(?:governments|ministr|minister)/u.test(tokens[to]?.lower ?? '') ? 'government' : 'other';
  return { from, to, bare: false, voice: bodyVoice(nameOf(tokens, from, to), kind, ['joint'], []) };
}

const JOINED =
  /^(?:sides|parties|governments|countries|states|nations|neighbours|neighbors|ministries|ministers|companies|firms|railways|airlines|unions|cities|towns|leaders|presidents|premiers|agencies|banks|clubs)$/u;

/** What the words around a head say of the body: its fields, and the names that tell it from others. */
function partsOf(
  around: readonly Token[],
  role: string,
): { readonly roles: ReadonlySet<string>; readonly proper: readonly string[] } {
  const roles = new Set([role]);
  const proper: string[] = [];
  for (const [at, { text, lower }] of around.entries()) {
    const field = OFFICE_HOLDERS.has(lower)
      ? lower
      : Object.hasOwn(ENGLISH_FIELDS, lower)
        ? ENGLISH_FIELDS[lower]
        : undefined;
    if (typeof field === 'string') roles.add(field);
    else if (field === undefined && isCapitalised(text) && !NO_NAMES.has(lower)) proper.push(text);
    else if (around[at + 1]?.lower === "'") proper.push(text);
    else if (
      field === undefined &&
      TOLD_BY_FIELD.has(role) &&
      /^\p{Ll}{4,}$/u.test(text) &&
      !NO_NAMES.has(lower)
    )
      roles.add(lower);
  }
  return { roles, proper };
}

/** "State-run", and Central in the name of an agency, say whose it is. */
function kindOf(tokens: readonly Token[], from: number, to: number, role: string): SourceKind {
  const kind = ROLE_KINDS[role] ?? 'other';
  const words = tokens.slice(Math.max(0, from - 1), to + 1).map(({ lower }) => lower);
  if (words.some((word) => /^(?:international|world|european|united)$/u.test(word)))
    return 'international-body';
  if (kind !== 'agency') return kind;
  return words.some((word) => /^(?:state|state-run|state-owned|central|official)$/u.test(word))
    ? 'state-agency'
    : kind;
}

/** The press service of a ministry is the ministry. */
function isPressService(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.lower === 'press' &&
    tokens[at - 2]?.lower !== 'presidential' &&
    /^(?:service|office|department|bureau)$/u.test(tokens[at]?.lower ?? '')
  );
}

/** Heads that "of" may follow. */
const OF_ROLES: ReadonlySet<string> = new Set(
  'ministry minister ministers department institute centre center academy foundation university bureau committee office bank association union federation authority council administration embassy'.split(
    ' ',
  ),
);
/** Bodies a field does not tell from others: an emergency hospital. */
const NAMED_BY_PLACE: ReadonlySet<string> = new Set(
  'company group hospital university museum bank party airline council court newsagency statemedia institute centre academy foundation board chamber exchange inspection'.split(
    ' ',
  ),
);

function leftOf(tokens: readonly Token[], at: number, floor: number, role: string): number {
  let from = at;
  for (let left = at - 1; left >= floor && at - left <= LONGEST_NAME; left -= 1) {
    const token = tokens[left];
    if (!token) break;
    const { text, lower } = token;
    const isOwner = lower === "'s" && left > floor && isOwnerBefore(tokens, left - 1, role);
    const isPart =
      isOwner ||
      Object.hasOwn(ENGLISH_FIELDS, lower) ||
      (isCapitalised(text) && !NO_NAMES.has(lower)) ||
      (role === 'office' && OFFICE_HOLDERS.has(lower)) ||
      (lower === 'and' && joins(tokens, left, floor)) ||
      isMembers(tokens, left);
    if (!isPart && !isModifier(tokens, left, role)) break;
    if (/^\p{L}/u.test(text) && lower !== 'and') from = left;
  }
  return from;
}

/** What tells an office from others where the tables have no field for it: the national cyber office, the river authority. */
function isModifier(tokens: readonly Token[], at: number, role: string): boolean {
  const { text = '', lower = '' } = tokens[at] ?? {};
  if (!TOLD_BY_FIELD.has(role) || !/^\p{Ll}{4,}$/u.test(text) || NO_MODIFIERS.has(lower)) return false;
  const before = tokens[at - 1]?.lower ?? '';
  return /^(?:the|'s|its)$/u.test(before) || Object.hasOwn(ENGLISH_FIELDS, before);
}

const NO_MODIFIERS: ReadonlySet<string> = new Set([
  ...NO_NAMES,
  ...'same own main whole entire whose which'.split(' '),
]);
const TOLD_BY_FIELD: ReadonlySet<string> = new Set(
  'office authority agency service department bureau board committee'.split(' '),
);

/** The miners' union, the civil servants' union. */
function isMembers(tokens: readonly Token[], at: number): boolean {
  const [text = '', next = '', third = ''] = tokens.slice(at, at + 3).map((token) => token.lower);
  if (text === "'") return /s$/u.test(tokens[at - 1]?.lower ?? '');
  if (!/^\p{Ll}{3,}$/u.test(tokens[at]?.text ?? '') || NO_NAMES.has(text)) return false;
  return (next === "'" && text.endsWith('s')) || (third === "'" && tokens[at - 1]?.lower === 'the');
}

function isOwnerBefore(tokens: readonly Token[], at: number, role: string): boolean {
  const { text = '', lower = '' } = tokens[at] ?? {};
  return (isCapitalised(text) && !NO_NAMES.has(lower)) || (role === 'office' && OFFICE_HOLDERS.has(lower));
}

/** The "and" of Foreign and Commonwealth Office, of agriculture and fisheries ministry. */
function joins(tokens: readonly Token[], at: number, floor: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (at - 1 < floor || !before || !after) return false;
  return Object.hasOwn(ENGLISH_FIELDS, before.lower) && Object.hasOwn(ENGLISH_FIELDS, after.lower);
}

/** The end of "of Defence", "of Seismology", "of foreign affairs of Velmark". */
function rightOf(tokens: readonly Token[], at: number): number {
  let to = at;
  for (let right = at + 1; right < tokens.length && right - at <= LONGEST_NAME; right += 1) {
    const { text, lower } = tokens[right] ?? { text: '', lower: '' };
    const isPart = Object.hasOwn(ENGLISH_FIELDS, lower) || (isCapitalised(text) && !NO_NAMES.has(lower));
    if (isPart && right > at + 1) to = right;
    else if (lower !== 'of' && lower !== 'the' && !(lower === 'and' && right > at + 1) && lower !== 'for')
      break;
    else if (right === at + 1 && lower !== 'of' && lower !== 'for') break;
  }
  return to;
}
