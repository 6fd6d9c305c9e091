/** What a stretch of a text is written in, as far as finding names in it goes. */
type Script = 'letters' | 'hangul' | 'signs';

const OTHER = 1;
const LETTER = 2;
const INSIDE = 3;
const HANGUL = 4;
const SIGN = 5;

/** The kind of each UTF-16 unit, once it was met; 0: not yet. */
const kinds = new Uint8Array(0x1_0000);

/**
 * Visits the runs of a text in order, in one pass: of Hangul, of Han and kana, which have no spaces, and of all other letters and
 * digits, so that KCNA의 is two. Marks and invisible signs may stand inside a word. (A regular expression takes three times as
 * long, and its stack overflows on a hostile text of one long word.)
 */
export function eachRun(text: string, visit: (script: Script, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === OTHER || kind === INSIDE) {
      at += 1;
      continue;
    }
    const start = at;
    for (at += 1; at < text.length; at += 1) {
      const next = kindAt(text, at);
      if (next !== kind && !(next === INSIDE && kind === LETTER)) break;
    }
    visit(kind === LETTER ? 'letters' : kind === HANGUL ? 'hangul' : 'signs', start, at);
  }
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // The second half of a pair is what the first is.
  if (code >= 0xdc00 && code < 0xe000 && at > 0) return kindOf(text.charCodeAt(at - 1));
  return kindOf(code);
}

function kindOf(code: number): number {
  const known = kinds[code];
  if (known) return known;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

function classify(code: number): number {
  // First halves: planes 2 and 3 hold Han, U+1D400 and on letters of mathematics, which headlines use as ornament.
  if (code >= 0xd840 && code < 0xd900) return SIGN;
  if (code === 0xd835) return LETTER;
  const sign = String.fromCharCode(code);
  // The Korean middle dots are letters to Unicode.
  if (sign === 'ㆍ' || sign === 'ᆞ') return OTHER;
  if (/\p{Script=Hangul}/u.test(sign)) return HANGUL;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(sign)) return SIGN;
  if (/[\p{L}\p{N}]/u.test(sign)) return LETTER;
  return /[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(sign) ? INSIDE : OTHER;
}
