import type { Language } from '../domain/time.ts';
import { termOf, words } from './words.ts';

/** One word of a search as the index holds it. */
interface SearchTerm {
  readonly text: string;
  /** Longer words that begin with it are meant, too: Korean ties particles and other nouns to a name. */
  readonly prefix: boolean;
}

/** Terms that stand side by side; a single one where nothing was quoted. */
export type SearchPhrase = readonly [SearchTerm, ...SearchTerm[]];

/** A text is indexed up to this many words: an article is never that long, a hostile one may be. */
const LONGEST = 20_000;

/**
 * What the search index holds of a text: its words folded and stemmed, stop words and numbers included, parted by spaces.
 * Each is marked with the language it was read in (`ru:путин`), since stemming another language's word the same way would
 * join what does not belong together (French `new`, stemmed from news, and English new).
 */
export function indexTerms(text: string, language: Language): string {
  return words(text, language, LONGEST)
    .map((word) => termsOf(word.text, language))
    .join(' ');
}

/**
 * What a person typed, as it would stand in articles of one language. Every phrase must occur; what stands in quotation
 * marks is one phrase. Stop words count only within quotes, in capitals (WHO, US), or where there is nothing else.
 * Never fails: signs that are no part of a word are ignored.
 */
export function searchPhrases(query: string, language: Language): readonly SearchPhrase[] {
  const phrases: SearchPhrase[] = [];
  const common: SearchPhrase[] = [];
  for (const [, quoted, plain] of query.matchAll(CHUNKS)) {
    const found = words(quoted ?? plain ?? '', language, LONGEST).map((word) => word.text);
    if (quoted !== undefined) phrases.push(...phraseOf(found, language));
    else
      for (const word of found)
        (isCommon(word, language) ? common : phrases).push(...phraseOf([word], language));
  }
  return phrases.length > 0 ? phrases : common;
}

/** Quotation marks of any style; a missing closing one is the end of the query. */
const CHUNKS = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu;

function phraseOf(found: readonly string[], language: Language): readonly SearchPhrase[] {
  const terms = found.flatMap((word) => termsOf(word, language).split(' ')).filter((text) => text !== '');
  const [first, ...others] = terms.map((text) => ({ text, prefix: HANGUL.test(text) }));
  return first === undefined ? [] : [[first, ...others]];
}

function isCommon(word: string, language: Language): boolean {
  const capitals = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  return !capitals && termOf(word, language, { numbers: true }) === null;
}

/** Terms remembered per language before the memory starts anew, as in words.ts. */
const MEMORY = 60_000;
const memory = new Map<Language, Map<string, string>>();

/** The terms of one word, parted by spaces; empty where it leaves none. */
function termsOf(word: string, language: Language): string {
  let known = memory.get(language);
  if (!known) {
    known = new Map();
    memory.set(language, known);
  }
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= MEMORY) known.clear();
  const terms = SIGNS.test(word) ? signsOf(word, language) : rootOf(word, language);
  known.set(word, terms);
  return terms;
}

const HANGUL = /\p{Script=Hangul}/u;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * In scripts without spaces, what is cut as a word depends on its neighbours, so the same name may be cut in two ways: every
 * sign is a term, and a word a phrase of them.
 */
function signsOf(word: string, language: Language): string {
  return Array.from(
    word.normalize('NFKC').toLowerCase().replace(PARTING, ''),
    (sign) => `${language}:${sign}`,
  ).join(' ');
}

/**
 * The stem of the stem, until it stays. Stemmers take the last letters of a name for an ending in one case and not in another
 * (Росатом gives росат, Росатома gives росатом); stemmed again, all forms meet. Korean is searched by beginnings instead.
 */
function rootOf(word: string, language: Language): string {
  let root = stemOf(word, language);
  for (let next = root; !HANGUL.test(next); root = next) {
    next = stemOf(root, language);
    if (next.length >= root.length) break;
  }
  return root === '' ? '' : `${language}:${root}`;
}

/** Some single signs stand for a phrase in brackets (㈀): folded, they bring signs that part words in an index. */
const PARTING = /[^a-z0-9.,\u0080-\u{10ffff}]/gu;

const stemOf = (word: string, language: Language): string =>
  (termOf(word, language, { numbers: true, stopWords: true }) ?? '').replace(PARTING, '');
