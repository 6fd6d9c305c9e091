import type { ConceptKind } from '../../domain/topic.ts';
import { stemKorean } from '../korean.ts';
import { countryNamed } from './countries.ts';
import { isCommonKoreanName, isKoreanFullName } from './korean-surnames.ts';
import type { ProperName } from './proper-names.ts';
import { roleBehind } from './roles.ts';

const WORD = /\p{Script=Hangul}+/gu;
/** What stands before a role and is nobody's name: new, former, joint; ministries and offices. */
const NO_NAME =
  /^(?:신임|전임|현직|전직|전|현|차기|수석|국가|공동|임시|대리|부|고위|해당|담당|양국|각국|외국|관계|책임|상임|특별|총|군|당|정부|당국|북|남|그|이|한|두|세|여러|모든|일부|다른)$|[부성청처원회국]$/u;
/** A word that ends a phrase: what follows it belongs to something else. */
const ENDS_PHRASE = /(?:은|는|을|를|에서|에게|으로|했다|하고|하며)$/u;

/** What towns, districts and bodies end with, on to names of two syllables and more: 해솔시, 별하전자, 국토교통부. */
const ENDINGS: readonly (readonly [ConceptKind, RegExp])[] = [
  [
    'organisation',
    /^.{2,}(?:전자|건설|중공업|그룹|은행|학교|공사|연구소|신문|일보|방송|병원|재단|협회|연맹|박물관|경찰서|(?<![대일간내외북남서]|[^노]동)부|(?<!요)청|국립.+원)$/u,
  ],
  ['place', /^.{2,}(?:시|군|구|동|읍|역|섬|대교|공항|터널|고분|해협|반도)$/u],
];
/** Words that end like them and name nothing: 반드시, 부동산, 국제기구, 신체활동, 수도권역, 북한군. */
const NO_ENDING =
  /(?:[드상사필도]시|[기연요축야농배친도가지항출입복영]구|[활행운노이변작공감충발연가자진협선아역거합구소]동|[지구용현권무통방면주검수]역|[육해공미적아반]군|[비정예점진]\p{L}군|[종세]대|종합병원|대부분)$/u;

/**
 * The names a Korean text shows, which has no capitals: of countries, of people whose role stands behind them (노광철 국방상,
 * 푸틴 대통령, 라브로프 러시아 외무장관), and of what ends like a town or a body (해솔시, 별하전자).
 */
export function koreanProperNames(text: string): readonly ProperName[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  return words.flatMap(({ word, start, end }, at): readonly ProperName[] => {
    const country = [word, stemKorean(word)].find((name) => countryNamed(name) !== null);
    if (country !== undefined) {
      return [placed(country, start, { role: null, of: null, kind: 'place' })];
    }
    const direct = roleBehind(text.slice(end), 'ko');
    const body = direct && isKoreanFullName(word) ? null : bodyIn(word);
    if (body) return [placed(body.name, start, { role: null, of: null, kind: body.kind })];
    // A name may end like a particle: 김정은.
    const isSaid = ENDS_PHRASE.test(word) && !isCommonKoreanName(word);
    if (word.length < 2 || word.length > 6 || NO_NAME.test(word) || isSaid) return [];
    const next = words[at + 1];
    if (direct) return [placed(word, start, { role: direct.role, of: null, kind: 'person' })];
    // 라브로프 러시아 외무장관: the country stands between.
    const of = next && next.start === end + 1 && countryNamed(next.word) ? next : null;
    const behind = of && roleBehind(text.slice(of.end), 'ko');
    return behind ? [placed(word, start, { role: behind.role, of: of.word, kind: 'person' })] : [];
  });
}

function bodyIn(word: string): { readonly name: string; readonly kind: ConceptKind } | null {
  const name = stemKorean(word);
  const kind = ENDINGS.find(([, ending]) => ending.test(name))?.[0];
  if (kind === undefined || name.length > LONGEST || NO_ENDING.test(name)) return null;
  // 홍길동 is somebody, 강남구에서 is somewhere.
  if (/[동구]$/u.test(name) && isCommonKoreanName(name) && !WHERE.test(word)) return null;
  // The army of a country.
  if (name.endsWith('군') && countryNamed(name.slice(0, -1)) !== null) return null;
  return { name, kind };
}

/** In syllables. */
const LONGEST = 8;
const WHERE = /(?:에|에서|에는|에서는)$/u;

function placed(text: string, start: number, about: Pick<ProperName, 'role' | 'of' | 'kind'>): ProperName {
  return { text, start, end: start + text.length, opens: false, ...about };
}
