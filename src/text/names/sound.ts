import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/** Letters that make one sound, and the class of consonants it is heard as; empty: it says too little. */
const HEARD: ReadonlyMap<string, string> = new Map([
  ['shch', 'S'],
  ['chkh', 'C'],
  ['dzh', 'C'],
  ['tch', 'C'],
  ['sch', 'S'],
  // Russian writes the w of Kwang as в.
  ['gv', 'K'],
  ['kv', 'K'],
  ['kh', ''],
  ['zh', 'C'],
  ['ch', 'C'],
  ['sh', 'S'],
  ['ts', 'C'],
  ['ph', 'P'],
  ['ng', 'N'],
  ['ck', 'K'],
  ...sameSound('kgqc', 'K'),
  ...sameSound('td', 'T'),
  ...sameSound('bpvf', 'P'),
  ...sameSound('lr', 'L'),
  ...sameSound('jz', 'C'),
  ...sameSound('s', 'S'),
  ...sameSound('m', 'M'),
  ...sameSound('n', 'N'),
  ['x', 'KS'],
]);

function sameSound(letters: string, heard: string): readonly (readonly [string, string])[] {
  return [...letters].map((letter) => [letter, heard]);
}

/** The longest first, as they stand above; vowels and the rest alone. */
const SOUND = new RegExp([...HEARD.keys(), '[a-z]'].join('|'), 'g');

/**
 * The consonants one hears in a name, by classes that transliterations keep apart: 노광철, Но Гван Чхоль and No Kwang Chol
 * are all NKNCL. Romanisations of Korean swap k and g, t and d, ch and j; Korean itself has ㅂ or ㅍ for v and f, and vowels
 * between consonants. Names in Han or kana have no reading that would show, and give an empty row.
 */
export function soundOf(name: string): string {
  return lettersOf(name).replace(SOUND, (letters) => HEARD.get(letters) ?? '');
}

/** A name in lower-case Latin letters, words apart by one space. */
export function romanise(name: string): string {
  return anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** Small Latin letters, each once where it is doubled; hyphens, dots and spaces make no difference. */
function lettersOf(name: string): string {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return '';
  return romanise(name)
    .replaceAll(' ', '')
    .replace(/([a-z])\1+/g, '$1');
}

/** How much of a likeness lies in consonants; the rest lies in all letters, which differ more between writers. */
const CONSONANTS = 0.6;
/** Fewer consonants are had by too many names: Kim and Gem, Li and Lee. */
const TELLING = 3;

/**
 * How alike two names sound, 0 to 1, whatever they are written in. By the edit distance (Levenshtein 1966) of their consonants
 * and of their letters; 0 where either has too few consonants to tell.
 */
export function soundsLike(a: string, b: string): number {
  const sounds = [soundOf(a), soundOf(b)] as const;
  if (Math.min(sounds[0].length, sounds[1].length) < TELLING) return 0;
  return CONSONANTS * likeness(...sounds) + (1 - CONSONANTS) * likeness(lettersOf(a), lettersOf(b));
}

function likeness(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}
