import { nameOf, type Token } from '../tokens.ts';
import { personNamed, type Voice, voiceNamed } from '../voice.ts';
import { isName, isNamedAfterCue, saysAfter } from './saying.ts';
import { AUTHORITIES, BETWEEN, EXPERTS, PARTS, SAY_INVERTED, TO_MANY } from './words.ts';

/** A name, with what its bearer is before or behind it. */
export interface Described {
  /** Where the two of them begin. */
  readonly first: number;
  /** The name. */
  readonly from: number;
  readonly to: number;
  /** What they know, not what they head, is why they are heard. */
  readonly expert: boolean;
  /** Where the verb of which they are the subject may stand. */
  readonly next: number;
}

/**
 * Somebody named with the office or the trade that makes their word count: "Mayor Jan Koss said", "the mayor of Karsk, Jan Koss,
 * said", "Jan Koss, head of the miners, said", ", said analyst Petra Olin", "according to Captain Lev Berg". Not for what they
 * say of themselves, and not for a speech to those they met.
 *
 * @param options.toMedium the sentence names a paper that was told so
 */
export function personIn(
  tokens: readonly Token[],
  sentence: string,
  { toMedium }: { readonly toMedium: boolean },
): Described | null {
  if (sentence.endsWith('?') || OF_SELF.test(sentence) || (QUOTED.test(sentence) && SPEECH.test(sentence)))
    return null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isAuthority(tokens, at) || tokens[at - 1]?.lower === 'former') continue;
    const described = describedAt(tokens, at);
    if (!described) continue;
    const { first, next } = described;
    const says = saysAfter(tokens, next);
    if (
      (says !== null && (toMedium || isToAll(tokens, says))) ||
      (SAY_INVERTED.has(tokens[first - 1]?.lower ?? '') &&
        /^[,"”'’]$/u.test(tokens[first - 2]?.text ?? '')) ||
      isNamedAfterCue(tokens, first)
    )
      return described;
  }
  return null;
}

/** An executive is one only as a chief executive. */
const isAuthority = (tokens: readonly Token[], at: number): boolean =>
  AUTHORITIES.has(tokens[at]?.lower.split('-').at(-1) ?? '') ||
  (tokens[at]?.lower === 'executive' && tokens[at - 1]?.lower === 'chief');

/** Words of somebody on their own doings and feelings. */
const OF_SELF = /["“‘`][^"”]*(?<!\p{L})(?:I|my|me|myself)(?!\p{L})/u;

const QUOTED = /["“”‘`]/u;
/** What is said there is part of the event. */
const SPEECH =
  /\b(?:at|during) the (?:ceremony|opening|unveiling|rally|parade|funeral)\b|\bin (?:a|his|her|the) (?:speech|sermon|toast)\b/u;

/** "Told reporters"; what is told to guests or builders is a speech. */
const isToAll = (tokens: readonly Token[], says: number): boolean =>
  tokens[says]?.lower !== 'told' || tokens.slice(says + 1, says + 4).some(({ lower }) => TO_MANY.has(lower));

const MOST_DESCRIBING = 6;

/** The name that belongs to what stands here: "mayor". */
function describedAt(tokens: readonly Token[], at: number): Described | null {
  const expert = isExpert(tokens, at);
  const behind = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const to = endOfName(tokens, behind);
  if (to >= behind) return { first: startOf(tokens, at), from: behind, to, next: to + 1, expert };
  return nameBehindComma(tokens, at) ?? nameBeforeComma(tokens, at);
}

const isExpert = (tokens: readonly Token[], at: number): boolean => EXPERTS.has(tokens[at]?.lower ?? '');

/** The mayor of Karsk, Jan Koss, */
function nameBehindComma(tokens: readonly Token[], at: number): Described | null {
  let comma = at + 1;
  while (comma - at <= MOST_DESCRIBING && /^[\p{L}'’]/u.test(tokens[comma]?.text ?? '')) comma += 1;
  const from = tokens[comma + 1]?.lower === 'dr' ? comma + 2 : comma + 1;
  const to = endOfName(tokens, from);
  if (tokens[comma]?.text !== ',' || to <= from || !/^[,.]$/u.test(tokens[to + 1]?.text ?? '.')) return null;
  return { first: startOf(tokens, at), from, to, next: to + 2, expert: isExpert(tokens, at) };
}

/** Jan Koss, head of the miners, */
function nameBeforeComma(tokens: readonly Token[], at: number): Described | null {
  let comma = at - 1;
  while (at - comma <= MOST_DESCRIBING && /^[\p{L}'’-]/u.test(tokens[comma]?.text ?? '')) comma -= 1;
  let from = comma;
  while (comma - from < 4 && isName(tokens[from - 1])) from -= 1;
  if (
    tokens[comma]?.text !== ',' ||
    comma - from < 2 ||
    /^(?:of|in|at|from)$/u.test(tokens[from - 1]?.lower ?? '')
  )
    return null;
  if (tokens.slice(from, comma).some(isPost)) return null;
  return { first: from, from, to: comma - 1, next: comma, expert: isExpert(tokens, at) };
}

function endOfName(tokens: readonly Token[], from: number): number {
  let to = from - 1;
  while (to - from < 3 && (isName(tokens[to + 1]) || (to >= from && isInitial(tokens, to + 1)))) to += 1;
  // Chief Public Relations Officer: no name, but more of what somebody is.
  return tokens.slice(from, to + 1).some(isPost) ? from - 1 : to;
}

const isPost = ({ lower }: Token): boolean => AUTHORITIES.has(lower) || PARTS.has(lower);

/** The full stop of Jan P. Koss. */
const isInitial = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' && tokens[at - 1]?.text.length === 1 && isName(tokens[at + 1]);

/** Where the description begins: "the Velmark defence minister" before "minister". */
function startOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (
    first > 0 &&
    at - first < MOST_DESCRIBING &&
    /^[\p{L}'’]/u.test(tokens[first - 1]?.text ?? '') &&
    !SAY_INVERTED.has(tokens[first - 1]?.lower ?? '')
  )
    first -= 1;
  return first;
}

/**
 * "…, sculptor Ada Rehn said.", "…, owners Tarn Shipping said.": plain words that are given at their end to somebody told by what
 * they are, whatever that is. Who says of themselves what they saw is no origin of the report, and has the words in quotation
 * marks.
 */
export function namedLast(tokens: readonly Token[], sentence: string): Voice | null {
  if (QUOTED.test(sentence)) return null;
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
