/**
 * Light stemming of Korean: takes particles (조사), the plural 들 and the endings of 하다 and 되다 verbs off a word, so that
 * 푸틴은, 푸틴이 and 푸틴 are one term, and 참석했다 meets 참석.
 *
 * Most particles come in two shapes, chosen by whether the syllable before ends in a consonant (은/는, 이/가, 을/를, 과/와,
 * 으로/로). Holding them to that rule is what keeps 국가 and 전문가 whole: a true particle after 국 would be 이, not 가.
 * Words that look like noun + particle in spite of it are listed.
 */
export function stemKorean(word: string): string {
  const noun = withoutParticle(withoutVerbEnding(word));
  return noun.length > 2 && noun.endsWith('들') ? noun.slice(0, -1) : noun;
}

/** What is left must be at least this long: shorter words lose their meaning with a syllable. */
const SHORTEST = 2;

type Before = 'consonant' | 'vowel' | 'any';

/** Longest first. */
const PARTICLES: readonly (readonly [string, Before])[] = (
  [
    ['으로부터는', 'consonant'],
    ['으로부터', 'consonant'],
    ['이라면서', 'consonant'],
    ['에서부터', 'any'],
    ['에게서는', 'any'],
    ['로부터', 'vowel'],
    ['으로서', 'consonant'],
    ['으로써', 'consonant'],
    ['으로는', 'consonant'],
    ['으로도', 'consonant'],
    ['으로의', 'consonant'],
    ['이라는', 'consonant'],
    ['이라고', 'consonant'],
    ['이라며', 'consonant'],
    ['이었다', 'consonant'],
    ['입니다', 'any'],
    ['에서는', 'any'],
    ['에서도', 'any'],
    ['에서의', 'any'],
    ['에게는', 'any'],
    ['에게도', 'any'],
    ['에게서', 'any'],
    ['까지의', 'any'],
    ['까지도', 'any'],
    ['부터는', 'any'],
    ['께서는', 'any'],
    ['에서', 'any'],
    ['에게', 'any'],
    ['에는', 'any'],
    ['에도', 'any'],
    ['에만', 'any'],
    ['까지', 'any'],
    ['부터', 'any'],
    ['처럼', 'any'],
    ['보다', 'any'],
    ['마다', 'any'],
    ['조차', 'any'],
    ['마저', 'any'],
    ['께서', 'any'],
    ['으로', 'consonant'],
    ['로서', 'vowel'],
    ['로써', 'vowel'],
    ['로는', 'vowel'],
    ['로의', 'vowel'],
    ['과의', 'consonant'],
    ['와의', 'vowel'],
    ['과는', 'consonant'],
    ['와는', 'vowel'],
    ['라는', 'vowel'],
    ['라고', 'vowel'],
    ['라며', 'vowel'],
    ['이다', 'consonant'],
    ['이며', 'consonant'],
    ['이자', 'consonant'],
    ['이나', 'consonant'],
    ['은', 'consonant'],
    ['는', 'vowel'],
    ['이', 'consonant'],
    ['가', 'vowel'],
    ['을', 'consonant'],
    ['를', 'vowel'],
    ['과', 'consonant'],
    ['와', 'vowel'],
    ['로', 'vowel'],
    ['의', 'any'],
    ['에', 'any'],
    ['도', 'any'],
    ['만', 'any'],
  ] as const
).toSorted((a, b) => b[0].length - a[0].length);

/** Nouns that end like a noun with a particle: 회의 (meeting), 반도 (peninsula), 결과 (result), 대만 (Taiwan). */
const WHOLE =
  /(?:[회합논결동정주협문강항토건제심거][의]|[반제정태속강인지의보유시수각고온농밀철궤주한기원안경해][도]|[결성통학][과]|[경도항진선회통대][로]|[대오불][만]|어린이|젊은이)$/u;

function withoutParticle(word: string): string {
  if (WHOLE.test(word)) return word;
  for (const [particle, before] of PARTICLES) {
    if (!word.endsWith(particle)) continue;
    const noun = word.slice(0, -particle.length);
    if (noun.length >= SHORTEST && agrees(noun, particle, before)) return noun;
  }
  return word;
}

function agrees(noun: string, particle: string, before: Before): boolean {
  if (before === 'any') return true;
  const final = finalConsonant(noun.charCodeAt(noun.length - 1));
  if (final === null) return true;
  // 로 and its compounds follow ㄹ (the eighth final consonant) as if it were a vowel: 서울로.
  if (final === 8 && particle.startsWith('로')) return true;
  return final > 0 === (before === 'consonant');
}

/** The number of a Hangul syllable's final consonant, 0 for none; null: not a Hangul syllable (Unicode 3.12). */
function finalConsonant(code: number): number | null {
  return code >= 0xac00 && code <= 0xd7a3 ? (code - 0xac00) % 28 : null;
}

const VERB_ENDING =
  /(?:(?:[했됐]|하였|되었|시켰)(?:다|고|으며|지만|는데|던|다고|다며|다는|습니다|음|을)|(?:한|된|시킨)(?:다|다고|다며|다는|데)|(?:하|되|시키)(?:는|고|며|면서|면|기|기로|기도|자|지|여|려|려고|도록|게|겠다|겠다고|던)|[합됩]니다|해[서야]|해왔다|할|된|될|돼)$/u;
/** 방문한 (who visited); but 북한, 제한, 권한 are nouns. */
const ADNOMINAL = /(?<![북남제권기무대])한$/u;

function withoutVerbEnding(word: string): string {
  for (const ending of [VERB_ENDING, ADNOMINAL]) {
    const at = word.search(ending);
    if (at >= SHORTEST) return word.slice(0, at);
  }
  return word;
}
