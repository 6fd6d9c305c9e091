import type { Language } from '../domain/time.ts';
import { isPlainLetter } from './characters.ts';
import { compose, fold, standalone } from './fold.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

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
 * Visits the words of a text in order, no more than `limit`. Scripts without spaces are cut by `Intl.Segmenter`, everything else
 * by a regular expression (six times as fast).
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
    const end = endOfPlainWord(text, next);
    if (end !== next) {
      if (end > next) {
        visit(text.slice(next, end), next);
        left -= 1;
        next = end;
      } else next += 1;
      continue;
    }
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

/**
 * Where the word ends that begins here, if it is of Latin or Russian letters throughout, as most are: what the expression would
 * find, at a third of its cost. @returns the place itself where only the expression can tell, a lower one where nothing begins.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  let code = text.charCodeAt(end);
  if (code <= 0x2f) return start - 1; // a sign
  while (isPlainLetter(code)) {
    end += 1;
    code = text.charCodeAt(end);
  }
  // Abbreviations have a dot behind their first letter; digits, apostrophes and other scripts may go on a word.
  const isWhole = Number.isNaN(code) || (code < 0x80 && code !== 0x27 && !(code >= 0x30 && code <= 0x39));
  return end - start > 1 && isWhole ? end : start;
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenter(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'zh' : language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

export interface TermOptions {
  /** Keep numbers, whole; default: they are dropped. */
  readonly numbers?: boolean;
  /** Keep stop words; default: they are dropped. */
  readonly stopWords?: boolean;
  /** Read no further than this many words. */
  readonly limit?: number;
}

/**
 * Visits the terms of a text in order, repeats included: folded, stemmed by language, without stop words; each with the word as
 * it is written.
 */
export function eachTerm(
  text: string,
  language: Language,
  options: TermOptions,
  visit: (term: string, word: string) => void,
): void {
  const known = memoryOf(language);
  eachWord(text, language, options.limit, (word) => {
    const term = termIn(known, word, language, options);
    if (term !== null) visit(term, word);
  });
}

/**
 * The term of one word, as `eachTerm` gives it; null where that drops the word. A word of another script than the language's
 * is treated in the language that script suggests (KCNA in a Korean text).
 */
export function termOf(word: string, language: Language, options: TermOptions = {}): string | null {
  return termIn(memoryOf(language), word, language, options);
}

function termIn(known: Memory, word: string, language: Language, options: TermOptions): string | null {
  if (isNumber(word)) return options.numbers ? foldNumber(word) : null;
  const { stop, term } = known.get(word) ?? remember(known, word, language);
  return stop && !options.stopWords ? null : term;
}

interface Entry {
  readonly term: string;
  readonly stop: boolean;
}

/** Words kept per language before the memory starts anew: news of years fits, hostile input does not fill the machine. */
const MEMORY = 60_000;
/** Longer words are not kept. */
const LONGEST_KEPT = 60;
type Memory = Map<string, Entry>;
const memory = new Map<Language, Memory>();

function memoryOf(language: Language): Memory {
  const known = memory.get(language) ?? new Map<string, Entry>();
  memory.set(language, known);
  return known;
}

function remember(known: Memory, word: string, language: Language): Entry {
  if (known.size >= MEMORY) known.clear();
  const own = standalone(word);
  const entry = analyse(own, languageOf(own, language));
  if (own.length <= LONGEST_KEPT) known.set(own, entry);
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

function languageOf(word: string, language: Language): Language {
  const code = word.charCodeAt(0);
  if (code < 0x250) return NOT_LATIN.has(language) ? 'en' : language;
  if (code >= 0x400 && code < 0x530) return CYRILLIC.has(language) ? language : 'ru';
  if (code >= 0xac00 && code <= 0xd7a3) return 'ko';
  return language;
}

const CYRILLIC: ReadonlySet<Language> = new Set('ru uk be bg mk sr kk ky mn tg'.split(' '));
const NOT_LATIN: ReadonlySet<Language> = new Set(
  'ru uk be bg mk kk ky mn tg ko ja zh th ar fa he el hy ka hi ta und'.split(' '),
);
