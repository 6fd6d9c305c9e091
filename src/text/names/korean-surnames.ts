/** Surnames that four in five Koreans have; 리 is how the North writes 이. */
const COMMON = '김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노리';
/** Those that nearly all others have, and what the North writes: 로, 량, 림. */
const SURNAMES = new Set([
  ...COMMON,
  ...'유로하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용량림',
]);

/** Whether a syllable is a Korean surname. */
export const isKoreanSurname = (syllable: string): boolean => SURNAMES.has(syllable);

/** Whether a word has the shape of a Korean name: a surname, and a given name of two syllables. */
export const isKoreanFullName = (word: string): boolean =>
  word.length === 3 && isKoreanSurname(word.charAt(0));

/**
 * Whether it also begins with a surname so common that it is rather a name than a noun with its particle: 김정은, 노광철, but
 * 차량은 and 주민은.
 */
export const isCommonKoreanName = (word: string): boolean =>
  isKoreanFullName(word) && COMMON.includes(word.charAt(0));
