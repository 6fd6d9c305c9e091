import { createRequire } from 'node:module';

import type { Language } from '../domain/time.ts';
import { stemKorean } from './korean.ts';
import { stopWords } from './stop-words.ts';

const load = createRequire(import.meta.url);

/** A word as it stands in a text. */
export interface Word {
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/**
 * Dotted abbreviations (U.S.), numbers with their separators (1,250.5), then words; an apostrophe between letters belongs to
 * the word, and Hangul parts from what it is tied to (KCNA의). `\b` would fail at Cyrillic and Hangul.
 */
const WORD =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?![[\p{L}\p{M}]--\p{Script=Hangul}])|\p{Script=Hangul}+|[[\p{L}\p{N}]--\p{Script=Hangul}][[\p{L}\p{M}\p{N}]--\p{Script=Hangul}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*/gv;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text, in order. */
export function words(text: string, language: Language, limit?: number): readonly Word[] {
  const found: Word[] = [];
  eachWord(text, language, limit, (word, start) => found.push({ text: word, start }));
  return found;
}

/**
 * Visits the words of a text in order, no more than `limit`. Scripts without spaces are cut by `Intl.Segmenter`, everything else by a
 * regular expression (six times as fast).
 */
function eachWord(
  text: string,
  language: Language,
  limit = Number.POSITIVE_INFINITY,
  visit: (word: string, start: number) => void,
): void {
  let left = limit;
  let next = 0;
  while (left > 0) {
    WORD.lastIndex = next; // set each time, since a visitor may read words too
    const match = WORD.exec(text);
    if (!match) return;
    next = WORD.lastIndex;
    const [run] = match;
    if (run.charCodeAt(0) < 0x0e00 || !UNSPACED.test(run)) {
      visit(run, match.index);
      left -= 1;
      continue;
    }
    for (const part of segmenter(language).segment(run)) {
      if (!part.isWordLike || left <= 0) continue;
      visit(part.segment, match.index + part.index);
      left -= 1;
    }
  }
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenter(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'zh' : language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

export interface TokenOptions {
  /** Keep numbers, whole; default: they are dropped. */
  readonly numbers?: boolean;
  /** Keep stop words; default: they are dropped. */
  readonly stopWords?: boolean;
  /** Read no further than this many words. */
  readonly limit?: number;
}

/**
 * The terms of a text in order, repeats included: folded, stemmed by language, without stop words.
 * A word of another script than the language's is treated in that script's most likely language.
 */
export function tokens(text: string, language: Language, options: TokenOptions = {}): readonly string[] {
  const terms: string[] = [];
  eachTerm(text, language, options, (term) => terms.push(term));
  return terms;
}

/** Visits the terms that `tokens` would give, each with the word as it is written. */
export function eachTerm(
  text: string,
  language: Language,
  options: TokenOptions,
  visit: (term: string, word: string) => void,
): void {
  eachWord(text, language, options.limit, (word) => {
    const term = termOf(word, language, options);
    if (term !== null) visit(term, word);
  });
}

/** The term of one word as `tokens` would give it; null where `tokens` would drop it. */
export function termOf(word: string, language: Language, options: TokenOptions = {}): string | null {
  if (isNumber(word)) return options.numbers ? foldNumber(word) : null;
  const { stop, term } = entryOf(word, language);
  return stop && !options.stopWords ? null : term;
}

interface Entry {
  readonly term: string;
  readonly stop: boolean;
}

/** Words kept per language before the memory starts anew: news of years fits, hostile input does not fill the machine. */
const MEMORY = 60_000;
const memory = new Map<Language, Map<string, Entry>>();

function entryOf(word: string, language: Language): Entry {
  let known = memory.get(language);
  if (!known) {
    known = new Map();
    memory.set(language, known);
  }
  const found = known.get(word);
  if (found) return found;
  if (known.size >= MEMORY) known.clear();
  const entry = analyse(word, languageOf(word, language));
  known.set(word, entry);
  return entry;
}

function analyse(word: string, language: Language): Entry {
  const plain = compose(word);
  const stops = stopWords(language);
  const bare = plain.replace(APOSTROPHE, "'");
  const body = withoutClitic(bare, language);
  const dotted = plain.includes('.');
  const stop =
    !dotted && (isLetter(body) || stops.has(bare) || stops.has(body) || stops.has(bare.replace(/ё/gu, 'е')));
  return { term: dotted ? fold(word) : stem(body, language), stop };
}

const APOSTROPHE = /[’ʼ]/gu;

/** Takes off what an apostrophe ties to a word: Russia's, isn't; l'accord, dell'accordo. */
function withoutClitic(word: string, language: Language): string {
  const at = word.indexOf("'");
  if (at < 0) return word;
  if (language === 'en') return word.replace(/'(?:s|t|d|m|ll|re|ve)$/u, '');
  return ELIDING.has(language) && at <= 5 ? word.slice(at + 1) : word;
}

const ELIDING: ReadonlySet<Language> = new Set(['fr', 'it', 'ca']);

/** One letter of an alphabet says nothing; one Han sign is a word. */
function isLetter(word: string): boolean {
  return word.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code < 0x80 ? code <= 0x39 : /^\p{N}/u.test(word)) && !/\p{L}/u.test(word);
}

/** 75,160 and 75160 are one number. */
function foldNumber(word: string): string {
  const plain = word.normalize('NFKC');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain) ? plain.replaceAll(',', '') : plain;
}

function compose(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};

/**
 * The form in which words are compared: NFKC, lower case, ё as е, without full stops and apostrophes. Diacritics are taken off Latin and
 * Greek letters (Kraków, Krakow) and stress marks off Cyrillic ones; й, ї and the marks of other scripts are letters of
 * their own and stay.
 */
export function fold(word: string): string {
  const plain = compose(word);
  if (/^[a-z0-9]*$/u.test(plain)) return plain;
  return plain
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu, '')
    .replace(/(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıё]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[.'’ʼ\u00ad]/gu, '');
}

/** Snowball's name of each language it stems; Korean has a stemmer of our own, other languages are only folded. */
const ALGORITHMS: Readonly<Record<Language, string>> = {
  ar: 'arabic',
  hy: 'armenian',
  eu: 'basque',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  nl: 'dutch',
  en: 'english',
  fi: 'finnish',
  fr: 'french',
  de: 'german',
  hu: 'hungarian',
  it: 'italian',
  ga: 'irish',
  no: 'norwegian',
  nb: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  es: 'spanish',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

interface Stemmer {
  stem(word: string): string;
}

const stemmers = new Map<string, Stemmer>();

/** The folded stem of a word: troops and troop, военными and военных, 푸틴은 and 푸틴 give the same. */
export function stem(word: string, language: Language): string {
  if (language === 'ko') return stemKorean(fold(word));
  const algorithm = ALGORITHMS[language];
  if (algorithm === undefined) return fold(word);
  let stemmer = stemmers.get(algorithm);
  if (!stemmer) {
    const snowball: { newStemmer(name: string): Stemmer } = load('snowball-stemmers');
    stemmer = snowball.newStemmer(algorithm);
    stemmers.set(algorithm, stemmer);
  }
  const plain = compose(word);
  return fold(stemmer.stem(language === 'ru' ? plain.replace(/ё/gu, 'е') : plain));
}

/** The language a word is treated in: the text's, unless the word is written in another script (KCNA in a Korean text). */
function languageOf(word: string, language: Language): Language {
  const code = word.charCodeAt(0);
  if (code < 0x250) return NOT_LATIN.has(language) ? 'en' : language;
  if (code >= 0x400 && code < 0x530) return CYRILLIC.has(language) ? language : 'ru';
  if (code >= 0xac00 && code <= 0xd7a3) return 'ko';
  return language;
}

const CYRILLIC: ReadonlySet<Language> = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'mn', 'tg']);
const NOT_LATIN: ReadonlySet<Language> = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'mk',
  'kk',
  'ky',
  'mn',
  'tg',
  'ko',
  'ja',
  'zh',
  'th',
  'ar',
  'fa',
  'he',
  'el',
  'hy',
  'ka',
  'hi',
  'ta',
  'und',
]);
