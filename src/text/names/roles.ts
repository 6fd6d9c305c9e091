import type { Language } from '../../domain/time.ts';

/** What people in the news are, by one name whatever the language. */
export type Role =
  | 'president'
  | 'prime-minister'
  | 'foreign-minister'
  | 'defence-minister'
  | 'minister'
  | 'leader'
  | 'governor'
  | 'mayor'
  | 'ambassador'
  | 'general'
  | 'spokesperson'
  | 'chair'
  | 'chief-executive'
  | 'lawmaker'
  | 'envoy'
  | 'professor'
  | 'person';

/**
 * How roles are written before or behind a name, in small letters, those that contain others first. Russian ones are beginnings
 * of words, since they are declined; Korean ones are whole, particles follow.
 */
const ROLES: Readonly<Record<Language, readonly (readonly [Role, string])[]>> = {
  en: [
    ['prime-minister', 'prime minister|premier|chancellor|taoiseach'],
    ['foreign-minister', 'foreign minister|foreign secretary|secretary of state|minister of foreign affairs'],
    ['defence-minister', 'def[ec]n[sc]e minister|def[ec]n[sc]e secretary|minister of def[ec]n[sc]e'],
    ['minister', '(?:\\p{L}+ )?minister|(?:\\p{L}+ )?secretary'],
    ['president', '(?:vice |deputy )?president'],
    ['leader', '(?:supreme |party )?leader|king|queen|prince|princess|emperor|pope|marshal'],
    ['governor', '(?:deputy |acting )?governor'],
    ['mayor', '(?:deputy )?mayor'],
    ['ambassador', 'ambassador|consul'],
    ['envoy', '(?:special )?envoy'],
    [
      'general',
      '(?:major |lieutenant |colonel )?general|admiral|commander|colonel|captain|gen|col|lt|capt|sgt',
    ],
    ['spokesperson', '(?:deputy )?spokes(?:man|woman|person)|press secretary'],
    ['chief-executive', 'chief executive(?: officer)?|ceo|cfo|managing director'],
    ['chair', 'chair(?:man|woman|person)?|director(?: general)?|head|chief|commissioner'],
    ['lawmaker', 'senator|congress(?:man|woman)|lawmaker|deputy|mp|sen|rep'],
    ['professor', 'professor|dr|prof|analyst|economist|expert'],
    ['person', 'mr|mrs|ms|miss|sir|lady'],
  ],
  ru: [
    ['prime-minister', 'премьер|глав\\p{L}* правительств|канцлер'],
    ['foreign-minister', 'министр\\p{L}* иностранных дел|глав\\p{L}* мид'],
    ['defence-minister', 'министр\\p{L}* обороны|глав\\p{L}* минобороны'],
    ['minister', 'министр'],
    ['president', 'президент'],
    ['leader', 'лидер|председател\\p{L}* государственных дел|генсек|корол|принц'],
    ['governor', 'губернатор|глав\\p{L}* (?:\\p{L}+ )?(?:области|региона|края|республики)'],
    ['mayor', 'мэр(?!и)|градоначальник'],
    ['ambassador', 'посол(?!ь)|посл[аеу]'],
    ['envoy', 'спецпредставител|посланник'],
    ['general', 'генерал|адмирал|маршал|командующ|полковник'],
    ['spokesperson', 'официальн\\p{L}* представител|пресс-секретар'],
    ['chief-executive', 'гендиректор|генеральн\\p{L}* директор'],
    ['chair', 'председател|директор|руководител|начальник|глав[аеуы]'],
    ['lawmaker', 'депутат|сенатор'],
    ['professor', 'профессор|эксперт|аналитик|экономист'],
  ],
  ko: [
    ['prime-minister', '총리'],
    ['foreign-minister', '외무상|외무장관|외교장관|외교부 장관|외무부 장관'],
    ['defence-minister', '국방상|국방장관|국방부 장관|인민무력상'],
    ['minister', '장관|내각상|차관|부상'],
    ['president', '대통령|주석'],
    ['leader', '국무위원장|위원장|총비서|총서기'],
    ['governor', '주지사|지사'],
    ['mayor', '시장|군수|구청장'],
    ['ambassador', '대사|영사'],
    ['envoy', '특사|특별대표'],
    ['general', '대장|상장|사령관|장군|원수|참모총장'],
    ['spokesperson', '대변인'],
    ['chief-executive', '대표이사|사장|최고경영자'],
    ['chair', '의장|회장|원장|청장|국장|교장|교육감|관장|서장|대표'],
    ['lawmaker', '의원'],
    ['professor', '교수|연구위원|전문가'],
    ['person', '씨'],
  ],
};

const ends = (language: Language): string => (language === 'ru' ? '\\p{L}*' : '');

/** Those that are written short end with a dot, which ends a sentence behind any other. */
const SHORT = '(?<=(?<!\\p{L})(?:gen|col|lt|capt|sgt|dr|prof|mr|mrs|ms|sen|rep))\\.';

const patterns = new Map(
  Object.entries(ROLES).map(([language, roles]) => [
    language,
    roles.map(([role, words]) => ({
      role,
      before: new RegExp(
        `(?<!\\p{L})(?:${words})${ends(language)}(?:,|${SHORT})?[^\\S\\n]*\\n?[^\\S\\n]*$`,
        'iu',
      ),
      behind: new RegExp(`^\\s?(?:${words})(?!\\p{Script=Hangul}{4})`, 'iu'),
    })),
  ]),
);

/** A role beside a name, and how much of the text it takes, in UTF-16 units. */
export interface RoleFound {
  readonly role: Role;
  readonly length: number;
}

/** The role a text ends with: "Foreign Minister", «министр обороны». @param before the text up to a name. */
export function roleBefore(before: string, language: Language): RoleFound | null {
  return found(before.slice(-40), language, 'before');
}

/** The role that a Korean name is followed by: 노광철 국방상. @param behind the text from the end of the name. */
export function roleBehind(behind: string, language: Language): RoleFound | null {
  return language === 'ko' ? found(behind.slice(0, 20), language, 'behind') : null;
}

function found(near: string, language: Language, where: 'before' | 'behind'): RoleFound | null {
  for (const pattern of patterns.get(language) ?? []) {
    const match = pattern[where].exec(near);
    if (match) return { role: pattern.role, length: match[0].length };
  }
  return null;
}
