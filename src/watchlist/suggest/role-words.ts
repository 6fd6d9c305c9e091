import type { Language } from '../../domain/time.ts';

/**
 * Words that say what somebody is, by what they say: they stand near a name, before it (Minister, министр) or behind it (장관), and
 * tell that it is a person's. In Russian by their beginnings, which all cases share. `text/names/roles.ts` tells which role it
 * is, of phrases right beside a name; here any word of one will do, also with other names between, and thousands of texts are
 * looked through.
 */
const ROLES: readonly (readonly [role: string, en: string, ru: string, ko: string])[] = [
  ['president', 'president', 'президент', '대통령'],
  ['premier', 'premier prime chancellor', 'премьер канцлер', '총리'],
  ['minister', 'minister secretary', 'министр глава мид', '장관 외교장관 국방장관 외무상 국방상 상 외무장관'],
  ['deputy', 'deputy vice', 'замминистр вице замглав', '차관 부총리'],
  ['governor', 'governor', 'губернатор', '지사 주지사 도지사'],
  ['mayor', 'mayor', 'мэр', '시장'],
  ['envoy', 'envoy ambassador negotiator', 'посол посланник спецпредставител', '대사 특사'],
  ['spokesman', 'spokesman spokeswoman spokesperson', 'пресс-секретар представител спикер', '대변인'],
  ['chairman', 'chairman chairwoman chair speaker', 'председател', '위원장 의장 주석 국무위원장'],
  [
    'general',
    'general colonel marshal commander admiral',
    'генерал полковник маршал командующ адмирал',
    '장군 사령관 대장 상장',
  ],
  ['head', 'director head chief leader', 'директор начальник руководител лидер', '청장 국장 대표 단장 총장'],
  ['deputies', 'senator lawmaker mp', 'сенатор депутат', '의원'],
  ['professor', 'professor dr doctor', 'профессор доктор', '교수 박사'],
  ['office', 'captain judge king queen pope', 'капитан судья король папа', '선장 판사'],
  [
    'title',
    'mr mrs ms sir lord foreign defence defense interior finance former acting',
    'господин бывш',
    '씨',
  ],
];

/** Words that say who wrote an article, not who is in it. */
const BYLINES: ReadonlySet<string> = new Set(
  'correspondent reporter columnist editor reporting корреспондент обозреватель колумнист редактор 기자 특파원 칼럼니스트 논설위원'.split(
    ' ',
  ),
);

const roleOf = new Map<string, string>();
const russianRoles: (readonly [string, string])[] = [];
const koreanRoles: (readonly [string, string])[] = [];
for (const [role, en, ru, ko] of ROLES) {
  for (const word of en.split(' ')) roleOf.set(word, role);
  for (const word of ru.split(' ')) russianRoles.push([word, role]);
  for (const word of ko.split(' ')) koreanRoles.push([word, role]);
}

/** The role a word says somebody has; null: none. @param word in small letters; a Korean one without particles */
export function roleOfWord(word: string, language: Language): string | null {
  if (language === 'ko') return koreanRoles.find(([role]) => word === role)?.[1] ?? null;
  if (language === 'ru') return russianRoles.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
  return roleOf.get(word) ?? null;
}

/** Whether a word stands beside the names of those who write, who are no news. */
export const isByline = (word: string): boolean => BYLINES.has(word);

/** The endings of Korean bodies: 수로관리청 is one. */
const KOREAN_BODY =
  /.{2,}(?:청|부|성|국|처|원|위원회|공사|은행|대학교|연구소|협회|연맹|의회|군|사령부|기구)$/u;

/** Whether a Korean word ends as bodies do. */
export const isKoreanBody = (word: string): boolean => KOREAN_BODY.test(word);
