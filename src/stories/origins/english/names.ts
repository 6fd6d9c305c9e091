/** Which names of persons stand in an English sentence, and what their bearers are. */

import { isCapitalised, nameOf, type Token } from '../tokens.ts';
import type { Standing } from '../voice.ts';
import { ENGLISH_FIELDS, ENGLISH_HEADS } from './body-words.ts';
import { FIRM_WORDS } from './firms.ts';
import { AUTHORITIES, EXPERTS, NO_NAMES, SAY_INVERTED, set } from './words.ts';

/** The name of a person, or a part of it, with what its bearer is called around it. */
export interface NameFound {
  /** The name, from its first token to its last. */
  readonly from: number;
  readonly to: number;
  /** Where the capitals begin that it ends, its titles among them: President Lind. */
  readonly titled: number;
  /** Where the name begins together with what stands right before it: union leader Greta Moll. */
  readonly first: number;
  /** What its bearer is, in small letters: leader, marshal. */
  readonly titles: readonly string[];
}

const PARTICLES = set('de van der von bin al el da di du la le ten');
/** A name has no more words. */
const LONGEST = 4;
/** Words between a title and the name it belongs to: the mayor of Karsk, Jan Koss. */
const MOST_DESCRIBING = 6;

/** The names of a sentence that persons may bear, in its order, of one word or more. */
export function namesIn(tokens: readonly Token[]): readonly NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNamePart(tokens[at])) continue;
    const end = endOfRun(tokens, at);
    const name = nameIn(tokens, at, end);
    if (name) found.push(name);
    at = end;
  }
  return found;
}

const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined && isCapitalised(token.text) && !NO_NAMES.has(token.lower);

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    if (isNamePart(tokens[to + 1])) to += 1;
    else if (
      isInitial(tokens, to + 1) ||
      (PARTICLES.has(tokens[to + 1]?.lower ?? '') && isNamePart(tokens[to + 2]))
    )
      to += 2;
    else return to;
  }
}

/** The full stop of Jan P. Koss, of Gen. Koss; the apostrophe of O'Rehn. */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (!/^[.'’]$/u.test(text) || !isNamePart(tokens[at + 1])) return false;
  return tokens[at - 1]?.text.length === 1 || (text === '.' && isPost(tokens[at - 1]));
}

/** The name at the end of a run of capitals, behind the titles in it: Velmark Defence Minister Ikar Sebold. */
function nameIn(tokens: readonly Token[], start: number, end: number): NameFound | null {
  let from = start;
  for (let at = start; at <= end; at += 1) if (isPost(tokens[at])) from = at + 1;
  // Sgt. Koss; Secretary of the Interior Jan Koss
  while (tokens[from]?.text === '.' || Object.hasOwn(ENGLISH_FIELDS, tokens[from]?.lower ?? '')) from += 1;
  // Skipper Unto Mare: of three words that open a sentence, the first is as often what somebody is.
  if (from === 0 && end >= 2 && TRADE.test(tokens[0]?.lower ?? '')) from = 1;
  if (from > end || end - from >= LONGEST) return null;
  const words = tokens.slice(from, end + 1);
  if (words.some(({ text, lower }) => /^\p{Lu}{2,}$/u.test(text) || isOfBody(lower))) return null;
  // The Upper Reva dam, a Republican; the film “Salt Road”
  if (ARTICLES.has(tokens[from - 1]?.lower ?? '')) return null;
  if ([from - 1, end + 1].every((at) => /^["“”'‘’`]$/u.test(tokens[at]?.text ?? ''))) return null;
  return { from, to: end, titled: start, first: startOf(tokens, from), titles: titlesOf(tokens, from, end) };
}

const ARTICLES = set('the a an');

/** Trades, by how they end: skipper, sculptor, biologist, librarian. */
const TRADE = /^\p{L}{3,}(?:er|or|ist|ian|man|woman|nurse|chief|owner)s?$/u;
const isPost = (token: Token | undefined): boolean =>
  token !== undefined && (isTitle(token.lower) || token.lower.split('-').some(isTitle));
const isTitle = (word: string): boolean => AUTHORITIES.has(word) || OFFICES.has(word) || HONOURS.has(word);
/** What people are called by who hold no office, or many do. */
const HONOURS = set(
  'mr mrs ms sir lord lady pastor rev reverend bishop rabbi imam nurse teacher detectives officers const owner ' +
    'editor producer author actor actress singer coach player driver farmer engineer mp mep gm ceo cfo',
);
/** Offices beside those of AUTHORITIES. */
const OFFICES = set(
  'king queen prince princess pope judge justice councillor councilor councilman councilwoman congressman congresswoman alderman undersheriff marshal constable officer',
);
const isOfBody = (lower: string): boolean => Object.hasOwn(ENGLISH_HEADS, lower) || FIRM_WORDS.has(lower);

/** Where what stands before a name begins: "union leader", "the Velmark defence minister", "the head of the range,". */
function startOf(tokens: readonly Token[], from: number): number {
  const near = describingFrom(tokens, from);
  if (tokens[near - 1]?.text !== ',') return near;
  const far = describingFrom(tokens, near - 1);
  return tokens.slice(far, near).some(isPost) ? far : near;
}

function describingFrom(tokens: readonly Token[], from: number): number {
  let first = from;
  while (first > 0 && from - first < MOST_DESCRIBING && isDescribing(tokens, first - 1)) first -= 1;
  return first;
}

/** Words, and the full stop of Sgt. */
function isDescribing(tokens: readonly Token[], at: number): boolean {
  const { text = '', lower = '' } = tokens[at] ?? {};
  if (text === '.') return isPost(tokens[at - 1]);
  return /^[\p{L}'’]/u.test(text) && !SAY_INVERTED.has(lower) && !ENDS.has(lower);
}

/** Before what somebody is. */
const ENDS = set('told by to and but as that who which when while with because he she it they on');

/** Marshal Omrin; the mayor of Karsk, Jan Koss; Jan Koss, head of the miners. */
function titlesOf(tokens: readonly Token[], from: number, to: number): readonly string[] {
  const isTold = tokens[to + 1]?.text === ',' && !/^who(?:se|m)?$/u.test(tokens[to + 2]?.lower ?? '');
  const behind = isTold ? tokens.slice(to + 2, to + 2 + MOST_DESCRIBING) : [];
  return [...tokens.slice(startOf(tokens, from), from), ...upToSign(behind)]
    .filter(isPost)
    .map(({ lower }) => lower);
}

function upToSign(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ text }) => !/^[\p{L}'’]/u.test(text));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** Whether what stands right before a name is a title of its bearer: Marshal Omrin. */
export const isTitled = (tokens: readonly Token[], { from }: NameFound): boolean =>
  isPost(tokens[from - 1]) || (tokens[from - 1]?.text === '.' && isPost(tokens[from - 2]));

/** Why somebody with these titles is heard. */
export function standingOf(titles: readonly string[]): Standing | null {
  if (titles.some((title) => EXPERTS.has(title))) return 'expert';
  if (titles.includes('executive')) return 'executive';
  const isOffice = (word: string): boolean => AUTHORITIES.has(word) || OFFICES.has(word);
  return titles.some((title) => title.split('-').some(isOffice)) ? null : 'witness';
}

/** A name as the account has it. */
export const textOf = (tokens: readonly Token[], { from, to }: NameFound): string => nameOf(tokens, from, to);
