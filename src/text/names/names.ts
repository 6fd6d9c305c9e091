import type { Language } from '../../domain/time.ts';
import { russianForms } from '../russian.ts';

/** The language to read a name in that is given without one, by its script. */
export function languageOfName(name: string): Language {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja';
  if (/\p{Script=Han}/u.test(name)) return 'zh';
  return /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en';
}

/** The forms in which a name stands in texts, before folding: cases, with and without dots or spaces. */
export function nameForms(name: string, language: Language, isPerson: boolean): readonly string[] {
  const plain = name.normalize('NFC').trim();
  const letters = plain.replace(/\./gu, '');
  if (/^\p{Lu}{2,5}$/u.test(letters)) return [letters, [...letters].join('.')];
  if (language === 'ru' && /[а-яё]/iu.test(plain)) return russianForms(plain, isPerson);
  if (/\p{Script=Hangul}/u.test(plain)) return [...new Set([plain, plain.replace(/\s+/gu, '')])];
  if (HAN_OR_KANA.test(plain)) return [...new Set([plain, plain.replace(/[\s・·=＝]+/gu, '')])];
  return [plain];
}

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What a name asks of the capitals of a text: nothing, a capital at its beginning, or capitals only. */
export type Casing = 'any' | 'initial' | 'capitals';

/**
 * A name of one word that is capitalised asks for a capital (Восточный is no восточный, Polish no polish), one of two or three
 * capitals for capitals (US). Longer acronyms are also met as Nato; a name of several words is telling enough without.
 */
export function casingOf(name: string): Casing {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const [first = ''] = letters;
  if (!/\p{Lu}/u.test(first)) return 'any';
  if (/^\p{Lu}{2,3}$/u.test(letters)) return 'capitals';
  return /^[\p{L}\p{M}]+$/u.test(name.trim()) ? 'initial' : 'any';
}

/** Acronyms that are words of English or French in small letters; in a title all in capitals they are taken for these. */
const ORDINARY = new Set(
  'all am an as at be by can do fed go he ice if in is it may me my no of on or sec so to un up us we who'.split(
    ' ',
  ),
);
/** How far around an acronym is looked for small letters. */
const AROUND = 40;

/** Whether the capitals of a name that was found are those it asks for. */
export function isCased(text: string, start: number, end: number, casing: Casing): boolean {
  if (casing === 'any') return true;
  const name = text.slice(start, end);
  if (casing === 'initial') return !/^\p{Ll}/u.test(name);
  if (/\p{Ll}/u.test(name)) return false;
  if (!ORDINARY.has(name.toLowerCase())) return true;
  const around = `${text.slice(Math.max(0, start - AROUND), start)} ${text.slice(end, end + AROUND)}`;
  return /\p{Ll}/u.test(around) || !/\p{Lu}{2}/u.test(around);
}
