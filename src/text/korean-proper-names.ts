import { countryNamed } from './countries.ts';
import { stemKorean } from './korean.ts';
import type { ProperName } from './proper-names.ts';
import { roleBehind } from './roles.ts';

const WORD = /\p{Script=Hangul}+/gu;
/** What stands before a role and is nobody's name: new, former, joint; ministries and offices. */
const NO_NAME =
  /^(?:신임|전임|현직|전직|전|현|차기|수석|국가|공동|임시|대리|부|고위|해당|담당|양국|각국|외국|관계|책임|상임|특별|총|군|당|정부|당국|북|남|그|이|한|두|세|여러|모든|일부|다른)$|[부성청처원회국]$/u;
/** A word that ends a phrase: what follows it belongs to something else. */
const ENDS_PHRASE = /(?:은|는|을|를|에서|에게|으로|했다|하고|하며)$/u;

/** A Korean name may end like a particle: 김정은. */
const KOREAN = /^[김이박최정노리강조윤장임한오서신권황안송류홍백허남심문양손배][가-힣]{2}$/u;

/**
 * The names a Korean text shows, which has no capitals: of countries, and of people whose role stands behind them (노광철
 * 국방상, 푸틴 대통령, 라브로프 러시아 외무장관).
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
    const isSaid = ENDS_PHRASE.test(word) && !KOREAN.test(word);
    if (word.length < 2 || word.length > 6 || NO_NAME.test(word) || isSaid) return [];
    const next = words[at + 1];
    const direct = roleBehind(text.slice(end), 'ko');
    if (direct) return [placed(word, start, { role: direct.role, of: null, kind: 'person' })];
    // 라브로프 러시아 외무장관: the country stands between.
    const of = next && next.start === end + 1 && countryNamed(next.word) ? next : null;
    const behind = of && roleBehind(text.slice(of.end), 'ko');
    return behind ? [placed(word, start, { role: behind.role, of: of.word, kind: 'person' })] : [];
  });
}

function placed(text: string, start: number, about: Pick<ProperName, 'role' | 'of' | 'kind'>): ProperName {
  return { text, start, end: start + text.length, opens: false, ...about };
}
