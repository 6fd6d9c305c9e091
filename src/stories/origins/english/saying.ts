import { isCapitalised, type Token } from '../tokens.ts';
import { BETWEEN, LEADING, PAPERS, PARTS, SAY, set, TITLES } from './words.ts';

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
    if (SAY.has(lower)) return isVerb(tokens, place) ? place : null;
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
 * Verbs that are nouns or deeds too: they want a clause behind them (the ministry notes that …; it declared a day of mourning).
 */
const NOUNS_TOO = set('notes states claims estimates adds declared declares');

function isVerb(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (NOUNS_TOO.has(lower) && !/^(?:that|,|:|“|")$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  // It spoke to guests.
  if (lower === 'spoke' && tokens[at + 1]?.lower !== 'of') return false;
  // It counts on help.
  if (lower.startsWith('count') && /^(?:on|among|for|as)$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  return !(lower === 'told' && before === 'was') && before !== 'not';
}

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

export const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapitalised(token.text) &&
  !/^(?:The|On|In|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u.test(token.text);
