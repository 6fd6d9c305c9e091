import { isName, isNamedAfterCue, saysAfter } from './english-saying.ts';
import { BETWEEN, LEADING, SAY, SAY_INVERTED, set, TITLES, TO_MANY } from './english-words.ts';
import { nameOf, type Token } from './tokens.ts';
import { personNamed, type Voice, voiceNamed } from './voice.ts';

/** An office holder who speaks to everybody: told reporters, wrote on Telegram; or to whom plain words are given at their end. */
export function personIn(tokens: readonly Token[], sentence: string): Voice | null {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!TITLES.has(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower === 'former') continue;
    let to = at;
    while (to - at < 4 && isName(tokens[to + 1])) to += 1;
    if (to === at) continue;
    const voice = personNamed(nameOf(tokens, at + 1, to));
    const says = saysAfter(tokens, to + 1);
    if (says !== null && isPublic(tokens, says)) return voice;
    if (isQuoting(sentence)) continue;
    let before = at;
    while (
      before > 0 &&
      /^\p{L}/u.test(tokens[before - 1]?.text ?? '') &&
      !SAY_INVERTED.has(tokens[before - 1]?.lower ?? '') &&
      at - before < 4
    )
      before -= 1;
    const isBehind = SAY_INVERTED.has(tokens[before - 1]?.lower ?? '') && tokens[before - 2]?.text === ',';
    const isLast =
      says !== null &&
      tokens.length - says <= LAST_WORDS &&
      tokens[firstOf(tokens, at) - 1]?.text === ',' &&
      says - to <= 2;
    const isAccording = isNamedAfterCue(tokens, { from: at, to, voice, bare: false });
    if (isBehind || isLast || isAccording) return voice;
  }
  return null;
}

/** What may follow the verb of saying at the end of a sentence: when, where, after what. */
const LAST_WORDS = 9;

/**
 * "…, sculptor Ada Rehn said.", "…, owners Tarn Shipping said.": plain words that are given at their end to somebody told by what they are. Who says
 * of themselves what they saw is no origin of the report, and has the words in quotation marks.
 */
export function namedLast(tokens: readonly Token[], sentence: string): Voice | null {
  if (isQuoting(sentence)) return null;
  const says = tokens.findLastIndex(({ lower }) => SAY_INVERTED.has(lower));
  if (says < 0 || !tokens.slice(says + 1).every(isWhen)) return null;
  let from = says;
  while (from > 0 && says - from < 4 && isName(tokens[from - 1])) from -= 1;
  let first = from;
  while (first > 0 && from - first < 3 && /^\p{Ll}[\p{Ll}-]{2,}$/u.test(tokens[first - 1]?.text ?? ''))
    first -= 1;
  if (says - from < 2 || first === from || tokens[first - 1]?.text !== ',') return null;
  const name = nameOf(tokens, from, says - 1);
  return /s$/u.test(tokens[from - 1]?.lower ?? '') ? voiceNamed(name) : personNamed(name);
}

/** "Said.", "said on Monday." */
const isWhen = ({ text, lower }: Token): boolean => !/^\p{L}/u.test(text) || BETWEEN.has(lower);

/** Where the title begins: "defence minister" before "minister". */
function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 4 && /^[\p{L}'’]/u.test(tokens[first - 1]?.text ?? '')) first -= 1;
  return first;
}

const isQuoting = (sentence: string): boolean => /["“”‘]/u.test(sentence);

/** "Told reporters", "said in a statement", "wrote on Telegram". */
function isPublic(tokens: readonly Token[], says: number): boolean {
  const verb = tokens[says]?.lower ?? '';
  const after = tokens.slice(says + 1, says + 9).map(({ lower }) => lower);
  if (verb === 'told' && after.slice(0, 3).some((word) => TO_MANY.has(word))) return true;
  return /\b(?:in a (?:written )?statement|on telegram|on twitter|on x|on facebook|on his telegram|on her telegram|at a news conference|in a post)\b/u.test(
    after.join(' '),
  );
}

/** A name behind these is a place: the staff in Lindholm said in a statement. */
const PLACING = set('in at near from of on');

/** Whoever "said in a statement" speaks for themselves: a company, a club. */
export function statementOf(tokens: readonly Token[]): Voice | null {
  const says = tokens.findIndex(
    ({ lower }, at) =>
      SAY.has(lower) &&
      /^in an? (?:written |joint |press )?(?:statement|release|filing)/u.test(
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
  const name = nameOf(tokens, from, to);
  return voiceNamed(name);
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

/** "According to Ilona Marten", "according to union leader Greta Moll", "according to The Playlist". */
export function namedAfterAccording(tokens: readonly Token[]): Voice | null {
  const at = tokens.findIndex(
    ({ lower }, place) => lower === 'according' && tokens[place + 1]?.lower === 'to',
  );
  if (at < 0) return null;
  const isTitled = tokens[at + 2]?.text === 'The';
  let from = isTitled || tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2;
  const first = from;
  while (from - first < 3 && isDescribing(tokens[from])) from += 1;
  const voice = nameFrom(tokens, from);
  if (!voice || !(isTitled || voice.proper.length > 1)) return null;
  return from === first || FIRMS.test(tokens[from - 1]?.lower ?? '') ? voice : personNamed(voice.name);
}

/** What somebody is: union leader, skipper. */
const isDescribing = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Ll}[\p{Ll}-]{3,}$/u.test(token.text) && !LEADING.has(token.lower);
/** What is said of no person. */
const FIRMS =
  /(?:company|firm|operator|owners?|maker|builder|group|magazine|site|platform|club|charity|provider|contractor|insurer|supplier|consultancy)$/u;

/** "…, the Journal-Constitution reported." at the end of a sentence. */
export function reporting(tokens: readonly Token[]): Voice | null {
  const at = tokens.findLastIndex(({ lower }) => lower === 'reported' || lower === 'reports');
  if (at < 0 || tokens.length - at > 4) return null;
  let from = at;
  while (from > 0 && at - from < 5 && isName(tokens[from - 1])) from -= 1;
  const before = /^the$/u.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  return from < at && tokens[before]?.text === ',' ? nameFrom(tokens, from) : null;
}

/** What stands between the words of a name: Sam's Club, Bureau of Alcohol. */
const LINKS = set("'s of");

/** The name that begins here, of up to six words. */
function nameFrom(tokens: readonly Token[], from: number): Voice | null {
  let to = from - 1;
  while (
    to - from < 5 &&
    (isName(tokens[to + 1]) ||
      (LINKS.has(tokens[to + 1]?.lower ?? '') && to >= from && isName(tokens[to + 2])))
  )
    to += 1;
  if (to < from) return null;
  const name = nameOf(tokens, from, to);
  return voiceNamed(name);
}
