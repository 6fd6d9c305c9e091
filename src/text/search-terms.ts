import type { Language } from '../domain/time.ts';
import { termOf, type Word, words } from './words.ts';

/** One word of a search as the index holds it. */
export interface SearchTerm {
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
  return termsOf(words(text, language, LONGEST), language).join(' ');
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
    const found = words(quoted ?? plain ?? '', language, LONGEST);
    if (quoted !== undefined) phrases.push(...phraseOf(termsOf(found, language)));
    else {
      for (const word of found) {
        const stop = termOf(word.text, language, { numbers: true }) === null && !isCapitals(word.text);
        (stop ? common : phrases).push(...phraseOf(termsOf([word], language)));
      }
    }
  }
  return phrases.length > 0 ? phrases : common;
}

/** Quotation marks of any style; a missing closing one is the end of the query. */
const CHUNKS = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu;

function phraseOf(terms: readonly string[]): readonly SearchPhrase[] {
  const [first, ...others] = terms.map((text) => ({ text, prefix: HANGUL.test(text) }));
  return first === undefined ? [] : [[first, ...others]];
}

function termsOf(found: readonly Word[], language: Language): readonly string[] {
  const terms: string[] = [];
  for (const { text } of found) {
    // Where a script has no spaces, what counts as a word depends on its neighbours: every sign is a term, and a word a phrase.
    if (SIGNS.test(text)) for (const sign of text.normalize('NFKC')) terms.push(`${language}:${sign}`);
    else {
      const root = rootOf(text, language);
      if (root !== '') terms.push(`${language}:${root}`);
    }
  }
  return terms;
}

const HANGUL = /\p{Script=Hangul}/u;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const isCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/**
 * The stem of the stem, until it stays. Stemmers take a name's last letters for an ending in one case and not in another
 * (Росатом gives росат, Росатома gives росатом); stemmed again, all forms meet.
 */
function rootOf(word: string, language: Language): string {
  let root = keep(word, language);
  if (HANGUL.test(root)) return root;
  for (let next = keep(root, language); next !== root && next.length < root.length; ) {
    root = next;
    next = keep(root, language);
  }
  return root;
}

const keep = (word: string, language: Language): string =>
  termOf(word, language, { numbers: true, stopWords: true }) ?? '';
