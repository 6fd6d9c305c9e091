/** NFKC in lower case: the form in which the parts of a word can be told. */
export function compose(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

/** Letters that no decomposition takes apart. */
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
 * The form in which words are compared: NFKC, lower case, ё as е, without full stops and apostrophes. Diacritics are taken off
 * Latin and Greek letters (Kraków, Krakow) and stress marks off Cyrillic ones; й, ї and the marks of other scripts are letters of
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

/**
 * A copy of a word that stands for itself. In V8 a part of a string keeps the whole alive, so that a memory of words would hold
 * on to every article they were met in.
 */
export function standalone(word: string): string {
  return word.split('').join('');
}
