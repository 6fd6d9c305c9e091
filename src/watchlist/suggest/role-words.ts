import type { Language } from '../../domain/time.ts';

/**
 * Words that say what somebody is, by what they say: they stand before a name (Minister, министр) or behind it (장관), and tell that it
 * is a person's, and of two spellings that they may be one person's. In Russian by their beginnings, which all cases share.
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

/** The first or last word of the names of bodies; in Russian by its beginning. */
const BODIES: Readonly<Record<'en' | 'ru' | 'ko', string>> = {
  en:
    'agency service ministry committee council commission department office bureau authority institute university bank party ' +
    'corporation company group union union’s federation association academy court parliament assembly army fleet command ' +
    'administration directorate board fund centre center forum organisation organization',
  ru:
    'агентств служб министерств комитет совет комисси департамент управлен бюро институт университет банк парти корпорац ' +
    'компани союз федерац ассоциац академи суд парламент ассамбле арми флот командован администрац дирекц фонд центр форум ' +
    'организац ведомств',
  ko: '청 부 성 국 처 원 위원회 공사 은행 대학교 연구소 협회 연맹 의회 군 사령부 기구',
};

/** Words that begin or end the names of places. */
const PLACES: ReadonlySet<string> = new Set(
  'port bay lake mount island islands river saint san fort cape region province county district bridge airport city town valley порт остров озеро гора мыс форт река'.split(
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

export const isByline = (word: string): boolean => BYLINES.has(word);

const bodies = new Set(BODIES.en.split(' '));
const russianBodies = BODIES.ru.split(' ');

/** Whether a word is one that names of bodies are made with. @param word in small letters */
export function isBody(word: string, language: Language): boolean {
  return language === 'ru' ? russianBodies.some((beginning) => word.startsWith(beginning)) : bodies.has(word);
}

/** The endings of Korean bodies: 수로관리청 is one. */
const KOREAN_BODY = new RegExp(`.{2,}(?:${BODIES.ko.split(' ').join('|')})$`, 'u');
export const isKoreanBody = (word: string): boolean => KOREAN_BODY.test(word);

export const isPlaceWord = (word: string): boolean => PLACES.has(word);
