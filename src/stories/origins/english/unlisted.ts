/** Who says so in an English sentence where no body and no person is found. */

import type { SourceKind } from '../../../domain/source.ts';
import { nameOf, type Token } from '../tokens.ts';
import { personNamed, type Voice, voiceNamed } from '../voice.ts';
import { FIRMS, GROUPS } from './firms.ts';
import { isName, saysAfter } from './saying.ts';
import { LEADING, NOT_AFTER, SAY, set } from './words.ts';

/** A name behind these is a place: the staff in Lindholm said in a statement. */
const PLACING = set('in at near from of on');

/** Whoever "said in a statement" speaks for themselves: a company, a club. */
export function statementOf(tokens: readonly Token[]): Voice | null {
  const says = tokens.findIndex(
    ({ lower }, at) =>
      SAY.has(lower) &&
      /^in an? (?:[a-z]{3,10} )?(?:statement|release|filing)/u.test(
        tokens
          .slice(at + 1, at + 5)
          .map((token) => token.lower)
          .join(' '),
      ),
  );
  if (says <= 0) return null;
  let to = says - 1;
  if (tokens[to]?.text === ',') {
    to -= 1;
    while (to > 0 && tokens[to]?.text !== ',') to -= 1;
    to -= 1;
  }
  let from = to;
  while (from > 0 && to - from < 4 && isName(tokens[from - 1])) from -= 1;
  if (
    to < 0 ||
    PLACING.has(tokens[from - 1]?.lower ?? '') ||
    !isName(tokens[to]) ||
    !/^\p{L}/u.test(tokens[from]?.text ?? '') ||
    /^(?:he|she|they|it|who|i|we|this)$/iu.test(tokens[to]?.lower ?? '')
  )
    return null;
  return voiceNamed(nameOf(tokens, from, to));
}

/** Whoever "which" tells of is no person: "Open Harbour, which runs four shelters, said". */
export function runningIn(tokens: readonly Token[]): Voice | null {
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isName(tokens[from])) continue;
    let to = from;
    while (to - from < 4 && isName(tokens[to + 1])) to += 1;
    const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
    const isFirm = tokens[to + 1]?.text === ',' && tokens[to + 2]?.lower === 'which';
    if (isFirm && !NOT_AFTER.has(before?.lower ?? '') && saysAfter(tokens, to + 1) !== null)
      return voiceNamed(nameOf(tokens, from, to));
    from = to;
  }
  return null;
}

/** "A spokesman for Norvik Bridges said", "Norvik spokeswoman Anna Ros said": whom no table knows. */
export function spokenFor(tokens: readonly Token[]): Voice | null {
  const at = tokens.findIndex(({ lower }) => /^spokes(?:man|woman|person|people)$/u.test(lower));
  if (at < 0 || saysAfter(tokens, at) === null) return null;
  if (tokens[at + 1]?.lower === 'for' || tokens[at + 1]?.lower === 'of')
    return nameFrom(tokens, tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2);
  let from = at;
  while (from > 0 && at - from < 4 && (isName(tokens[from - 1]) || tokens[from - 1]?.lower === "'s"))
    from -= 1;
  // The first word of a sentence is capitalised whatever it is.
  return from === at || (from === 0 && at === 1 && !/\p{Lu}{2}/u.test(tokens[0]?.text ?? ''))
    ? null
    : nameFrom(tokens, from);
}

/** "According to Ilona Marten", "according to union leader Greta Moll", "according to The Pilot". */
export function namedAfterAccording(tokens: readonly Token[]): Voice | null {
  const at = tokens.findIndex(
    ({ lower }, place) => lower === 'according' && tokens[place + 1]?.lower === 'to',
  );
  if (at < 0 || tokens.slice(at + 2, at + 6).some(({ lower }) => MANY.has(lower))) return null;
  const isTitled = tokens[at + 2]?.text === 'The';
  let from = isTitled || tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2;
  const first = from;
  while (from - first < 3 && isDescribing(tokens[from])) from += 1;
  const voice = nameFrom(tokens, from);
  const isPlain = from === first && !tokens.some(({ lower }, place) => place > at && lower === "'s");
  if (!voice || !(isTitled || isPlain || voice.proper.length > 1)) return null;
  return from === first || [FIRMS, GROUPS].some((words) => words.has(tokens[from - 1]?.lower ?? ''))
    ? voice
    : personNamed(voice.name);
}

/** Behind the name of a place: Karsk authorities are nobody who is named. */
const MANY = set('authorities officials sources media reports records');

/** What somebody is: union leader, skipper. */
const isDescribing = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}[\p{Ll}-]{3,}$/u.test(token.text) && !LEADING.has(token.lower);
/** "…, the Lindholm Courier reported." at the end of a sentence. */
export function reporting(tokens: readonly Token[]): Voice | null {
  const at = tokens.findLastIndex(({ lower }) => lower === 'reported' || lower === 'reports');
  if (at < 0 || tokens.length - at > 4) return null;
  let from = at;
  while (from > 0 && at - from < 5 && isName(tokens[from - 1])) from -= 1;
  const before = /^the$/u.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  return from < at && tokens[before]?.text === ',' ? nameFrom(tokens, from, 'press') : null;
}

/** What stands between the words of a name: Rehn's Bakery, Bureau of Harbours. */
const LINKS = set("'s of");

/** The name that begins here, of up to six words. */
function nameFrom(tokens: readonly Token[], from: number, kind: SourceKind = 'other'): Voice | null {
  let to = from - 1;
  while (
    to - from < 5 &&
    (isName(tokens[to + 1]) ||
      (LINKS.has(tokens[to + 1]?.lower ?? '') && to >= from && isName(tokens[to + 2])))
  )
    to += 1;
  if (to < from) return null;
  return voiceNamed(nameOf(tokens, from, to), kind);
}
