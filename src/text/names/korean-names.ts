/**
 * Which endings leave a Korean name the name it is: 푸틴은, 푸틴과의, 김정은이라는, 러시아군은; but 북한산 is a mountain,
 * 러시아어 a language and 조선업 an industry. The list is closed, since any noun can be tied to a name without a space.
 */

/** Nouns that are written on to a name of two syllables or more and still speak of its bearer. */
const TIED =
  '대통령|국가주석|주석|국무위원장|위원장|총비서|총서기|총리|부총리|외무상|국방상|외무장관|국방장관|장관|차관|대사관|대사|' +
  '정부|당국|외무성|국방성|외무부|외교부|국방부|대변인|대표단|매체|언론|군대|군인|병사|군|인|측|제|발|내|씨|님';

/** Particles (조사) and forms of the copula. Several follow each other: 에서는, 과의, 까지도. */
const PARTICLES =
  '으로부터|에서부터|로부터|으로서|으로써|로서|로써|으로|이라며|이라면|이라고|이라는|이라|이란|라며|라면|라고|라는|라|란|' +
  '이었던|이었다|이었|였던|였다|였|입니다|이다|이며|이자|이고|이지만|이지|인데|인지|인|일|임|이든|이나|이랑|든|나|랑|며|자|고|지만|지|' +
  '에서|에게서|에게|에|께서|께|한테서|한테|하고|까지|부터|마저|조차|처럼|보다|마다|만큼|대로|밖에|뿐|끼리|같은|같이|' +
  '은|는|이|가|을|를|과|와|로|서|의|도|만';

/** A syllable alone begins many other words (러일, 북서), so it takes only the plainest of them. */
const PLAIN_PARTICLES = '으로|로|에서|에게|에|까지|부터|은|는|이|가|을|를|과|와|서|의|도|만';

const ENDING = new RegExp(`^(?:${TIED})?들?(?:${PARTICLES}){0,3}$`, 'u');
const ENDING_OF_SYLLABLE = new RegExp(`^(?:${PLAIN_PARTICLES}){1,2}$`, 'u');

/** Particles that ask for a consonant before them, and those that ask for a vowel. */
const AFTER_CONSONANT = /^(?:은|을|과|이$|으로)/u;
const AFTER_VOWEL = /^(?:는|를|와|가|로|서|라|란|였|랑|며|나$)/u;

/**
 * Whether `rest` may follow a name in the same word.
 *
 * @param name in Hangul, as it stands in the text
 * @param rest what is left of the word behind it; empty: the name is the whole word
 */
export function mayFollowKoreanName(name: string, rest: string): boolean {
  if (rest === '') return true;
  return (name.length === 1 ? ENDING_OF_SYLLABLE : ENDING).test(rest) && agrees(name, rest);
}

/** The shape of a particle depends on the last sound before it: 평양은, 러시아는. After ㄹ, 로 stands as after a vowel. */
function agrees(name: string, rest: string): boolean {
  const code = name.charCodeAt(name.length - 1);
  if (code < 0xac00 || code > 0xd7a3) return true;
  const finalConsonant = (code - 0xac00) % 28;
  const rieul = 8;
  if (finalConsonant === 0) return !AFTER_CONSONANT.test(rest);
  return !AFTER_VOWEL.test(rest) || (finalConsonant === rieul && rest.startsWith('로'));
}
