/** Which words of a text somebody is quoted with. */

/** Words somebody is quoted with. */
export interface Quotation {
  /** Without its marks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Opening marks of English, Russian, Korean, Japanese and Chinese, and what closes them. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '「': '」',
  '『': '』',
};
/** A quotation that says something; shorter ones are titles, names and single words. */
const WORDS = 5;
const SIGNS = 12;

/**
 * The quotations of a text that say something, in order. Apostrophes inside words are no marks; one that is never closed is none.
 */
export function quotationsIn(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSED_BY[text.charAt(at)];
    if (closing === undefined || isInsideWord(text, at)) continue;
    const end = closeOf(text, at + 1, closing);
    if (end === null) continue;
    const words = text.slice(at + 1, end).trim();
    if (saysSomething(words)) found.push({ text: words, start: at, end: end + 1 });
    at = end;
  }
  return found;
}

/** Further on a mark belongs to something else. */
const LONGEST = 600;

function closeOf(text: string, from: number, closing: string): number | null {
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    if (closing.includes(text.charAt(at)) && !isInsideWord(text, at)) return at;
  }
  return null;
}

/** Apostrophes; other scripts have no spaces round quotation marks. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const isInsideWord = (text: string, at: number): boolean =>
  LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1));

function saysSomething(words: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return words.length >= SIGNS;
  const count = words.split(/\s+/u).length;
  return count >= WORDS || (count >= 3 && /\p{Script=Hangul}/u.test(words) && words.length >= SIGNS);
}
