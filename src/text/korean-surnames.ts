/** Surnames most Koreans have. */
const SURNAMES = new Set([
  ...'김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노로하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리량림',
]);

export const isKoreanSurname = (syllable: string): boolean => SURNAMES.has(syllable);

/** Whether a word has the shape of a Korean name: a surname, and a given name of two syllables. */
export const isKoreanFullName = (word: string): boolean =>
  word.length === 3 && isKoreanSurname(word.charAt(0));
