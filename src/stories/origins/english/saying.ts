/** Whether a verb of saying belongs to a voice in an English sentence. */

import { isCapitalised, type Token } from '../tokens.ts';
import { BETWEEN, LEADING, OF, PAPERS, PARTS, QUOTING, SAY, set, TITLES, TO_MANY } from './words.ts';

/** "According to the", "citing", "in a statement published by the", "quoted by". */
export function isNamedAfterCue(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 8; at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === 'to' && tokens[at - 1]?.lower === 'according') return true;
    if (lower === 'citing' || lower === 'quoting') return true;
    if (lower === 'by' && tokens[at - 1]?.lower === 'saying' && tokens[at - 2]?.lower === 'as') return true;
    if (lower === 'by' && PASSIVE.has(tokens[at - 1]?.lower ?? '') && isOfPaper(tokens, at - 1)) return true;
    if (!LEADING.has(lower) && !TITLES.has(lower) && !isCapitalised(tokens[at]?.text ?? '') && lower !== "'s")
      return false;
  }
  return false;
}

const PASSIVE = set('published released issued carried quoted cited reported posted aired distributed');

/** What is published by somebody must be words, not pictures or prisoners. */
function isOfPaper(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.lower ?? '';
  if (verb === 'quoted' || verb === 'cited' || verb === 'reported') return true;
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => PAPERS.has(lower));
}

const MOST_BETWEEN = 14;

/** Where the verb of saying is whose subject ends before `at`; null: what follows is something else. */
export function saysAfter(tokens: readonly Token[], at: number): number | null {
  let names = false;
  for (let place = at; place < tokens.length && place - at <= MOST_BETWEEN; place += 1) {
    const { text, lower } = tokens[place] ?? { text: '', lower: '' };
    if (isVerb(tokens, place)) return place;
    if (SAY.has(lower)) return null;
    if (lower === "'s") continue;
    if (PARTS.has(lower) || TITLES.has(lower)) names = true;
    else if (text === '(' || text === ',') {
      const closed = closes(tokens, place);
      if (closed === null) return null;
      place = closed;
    } else if (lower === 'in' && isCapitalised(tokens[place + 1]?.text ?? '')) names = true;
    else if (lower === 'for' || lower === 'of') {
      if (!names) return null;
    } else if (!BETWEEN.has(lower) && !(names && (isCapitalised(text) || text === '.'))) return null;
  }
  return null;
}

/**
 * Whether a person whose name ends before `at` speaks there: "said", "of the miners' union told reporters", ", who lives there,
 * said", "called it a model".
 *
 * @param isApposed the name stands between commas: the mayor, Jan Koss, said
 */
export function isSpeaking(tokens: readonly Token[], at: number, isApposed = false): boolean {
  let place = at;
  if (OF.has(tokens[place]?.lower ?? '') || tokens[place]?.lower === 'in')
    while (
      place - at < MOST_OF &&
      /^[\p{L}\p{N}'’&]/u.test(tokens[place]?.text ?? '') &&
      !isVerb(tokens, place)
    )
      place += 1;
  // The mayor of Karsk, Jan Koss, said
  if (tokens[place]?.text === ',' && isVerb(tokens, place + 1))
    return isApposed && isToAll(tokens, place + 1);
  if (/^[,(]$/u.test(tokens[place]?.text ?? '')) place = (closes(tokens, place) ?? tokens.length) + 1;
  while (place < tokens.length && place - at <= MOST_BETWEEN && isBetween(tokens[place])) place += 1;
  // One of the Register heard others say it.
  return isVerb(tokens, place) && tokens[place]?.lower !== 'say' && isToAll(tokens, place);
}

/** "Told reporters", "told her", "told the Herald"; what is told to guests or builders is a speech. */
function isToAll(tokens: readonly Token[], says: number): boolean {
  if (tokens[says]?.lower !== 'told') return true;
  const whom = tokens.slice(says + 1, says + 4);
  return whom.some(({ lower, text }) => TO_MANY.has(lower) || isCapitalised(text));
}

/** What somebody is of has no more words: of the Halvik sea station. */
const MOST_OF = 9;

const isBetween = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.lower !== 'and' &&
  (BETWEEN.has(token.lower) || /^\p{Ll}{3,}ly$/u.test(token.text));

/**
 * Verbs that are nouns or deeds too: they want a clause behind them (the ministry notes that …; it declared a day of mourning).
 */
const NOUNS_TOO = set('notes states claims estimates adds declared declares');

/** Whether a verb of saying stands here, or one that says something by what follows it. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (before === 'not') return false;
  if (lower === 'called' || lower === 'calls') return isCalling(tokens, at);
  if (lower === 'put' || lower === 'puts') return isReckoning(tokens, at);
  if (/^describe[sd]$/u.test(lower) && tokens.slice(at + 1, at + NEAR).some((token) => token.lower === 'as'))
    return true;
  if (QUOTING.has(lower)) return isBeforeQuotation(tokens, at);
  if (!SAY.has(lower)) return false;
  if (NOUNS_TOO.has(lower) && !/^(?:that|,|:|“|")$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  // Greta Moll, said to be the oldest
  if (lower === 'said' && tokens[at + 1]?.lower === 'to') return false;
  // It spoke to guests.
  if (lower === 'spoke' && tokens[at + 1]?.lower !== 'of') return false;
  // It counts on help.
  if (lower.startsWith('count') && /^(?:on|among|for|as)$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  return !(lower === 'told' && before === 'was');
}

/** "Called it a model", "called the demand “out of reach”", "called the permit strict": not the police, nor for help. */
function isCalling(tokens: readonly Token[], at: number): boolean {
  const behind = tokens.slice(at + 1, at + 1 + NEAR);
  if (behind.some(({ text }) => QUOTE.test(text))) return true;
  const [object, next] = behind.map(({ lower }) => lower);
  if (/^(?:it|this|that|them)$/u.test(object ?? '')) return /^(?:an?|the|\p{L}{5,})$/u.test(next ?? '');
  return false;
}

/** "Put her losses at 30,000 florins", "puts the price at a tenth below that". */
const isReckoning = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at + 1, at + 1 + NEAR)
    .some(({ lower }, place, behind) => lower === 'at' && AMOUNT.test(behind[place + 1]?.lower ?? ''));

const AMOUNT = /^(?:\p{N}+|an?|about|around|roughly|some|nearly|almost|over|under|between|more|less|[$€£])$/u;

/** "Remembers “a polite man who never had visitors”". */
const isBeforeQuotation = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 1 + NEAR).some(({ text }) => QUOTE.test(text));

/** What belongs to a verb stands no further behind it. */
const NEAR = 9;
const QUOTE = /^["“‘`]$/u;

/** The end of a bracket or of an apposition between commas without a verb of saying; null: it has no end near by. */
function closes(tokens: readonly Token[], open: number): number | null {
  const sign = tokens[open]?.text === '(' ? ')' : ',';
  for (let at = open + 1; at < tokens.length && at - open <= MOST_BETWEEN; at += 1) {
    const { text = '', lower = '' } = tokens[at] ?? {};
    if (text === sign && !isInNumber(tokens, at)) return at;
    if (SAY.has(lower) || /^["“”;:]$/u.test(text)) return null;
  }
  return null;
}

/** The comma of 640,000. */
const isInNumber = (tokens: readonly Token[], at: number): boolean =>
  /^\p{N}/u.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.start === tokens[at]?.end;

/** Whether a word may be part of a name: it has a capital, and does not only begin a sentence or name a day. */
export const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapitalised(token.text) &&
  !/^(?:The|An?|On|In|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u.test(token.text);
