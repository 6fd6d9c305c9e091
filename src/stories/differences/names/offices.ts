import type { Language } from '../../../domain/time.ts';
import type { Passage } from '../sentences/passages.ts';
import { type Around, aroundEnglish, aroundKorean, aroundRussian } from './office-names.ts';
import { DOMAINS, OFFICES, OTHER_OFFICE } from './role-words.ts';

/** An office in a text, with who is said to hold it. */
export interface Office extends Around {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Reader = readonly [id: string, pattern: RegExp];

const en: Reader[] = [];
const ru: Reader[] = [];
const ko: Reader[] = [];
const choice = (words: string): string => words.split(';').join('|');
for (const row of DOMAINS) {
  const [id = '', english = '', russian = '', korean = '', short = ''] = row.split(' | ');
  en.push([
    `minister/${id}`,
    new RegExp(
      `(?<!\\p{L})(?:(?:${choice(english)})(?: and \\p{L}{3,12})? (?:minister|secretary)|(?:minister|secretary) (?:of|for) (?:the )?(?:${choice(english)}))(?!\\p{L})`,
      'giu',
    ),
  ]);
  const head = short === '-' ? '' : `|глав[аыуейо]{1,2} (?:${short})`;
  ru.push([
    `minister/${id}`,
    new RegExp(`(?<!\\p{L})(?:министр[а-яё]{0,3} (?:${choice(russian)})${head})(?![а-яё])`, 'giu'),
  ]);
  ko.push([
    `minister/${id}`,
    new RegExp(
      `(?<![가-힣])(?:${choice(korean)})(?:부|성)?\\s?(?:장관|상)(?=은|는|이|가|을|를|과|와|의|에게|도|\\s|,|\\.|$)`,
      'gu',
    ),
  ]);
}
for (const row of OFFICES) {
  const [id = '', english = '', russian = '', korean = ''] = row.split(' | ');
  en.push([id, new RegExp(`(?<!\\p{L})(?:${choice(english)})(?!\\p{L})`, 'giu')]);
  ru.push([id, new RegExp(`(?<!\\p{L})(?:${choice(russian)})[а-яё]{0,4}(?!\\p{L})`, 'giu')]);
  ko.push([id, new RegExp(`(?:${choice(korean)})(?=은|는|이|가|을|를|과|와|의|에게|도|\\s|,|\\.|$)`, 'gu')]);
}
const READERS: Readonly<Record<Language, readonly Reader[]>> = { en, ru, ko };

/** Words that must stand in a text for any office to stand in it: cheap to look for. */
const ANY: Readonly<Record<Language, RegExp>> = {
  en: /minister|secretary|premier|president|governor|mayor|head|ambassador|speaker|chief|ceo|chair|commission|director|commander|king|queen/iu,
  ru: /министр|глав|премьер|президент|губернатор|мэр|пос(?:ол|л)|спикер|председател|начальник|директор|командующ|корол/iu,
  ko: /장관|[무방교]상|총리|대통령|위원장|주석|지사|시장|군수|대사|의장|참모장|경영자|대표|회장|청장|서장|관장|원장|사령관|국왕/u,
};

/** The same for what ministers are called, which are many. */
const MINISTERS: Readonly<Record<Language, RegExp>> = {
  en: /minister|secretary/iu,
  ru: /министр|глав/iu,
  ko: /장관|상/u,
};

/** The offices of a passage. @param places sounds of places the story speaks of, which tell a name from what an office is of. */
export function officesIn(passage: Passage, places: ReadonlySet<string>): readonly Office[] {
  const { text, language } = passage;
  if (!ANY[language]?.test(text)) return [];
  const found: Office[] = [];
  const ministers = MINISTERS[language]?.test(text) ?? true;
  for (const [id, pattern] of READERS[language] ?? []) {
    if (!ministers && id.startsWith('minister/')) continue;
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const end = index + words.length;
      if (found.some((one) => one.start < end && index < one.end)) continue;
      const around =
        language === 'ko'
          ? aroundKorean(passage, index, end, places)
          : language === 'ru'
            ? aroundRussian(passage, index, end, places)
            : aroundEnglish(passage, index, end);
      const other = OTHER_OFFICE[language]?.test(text.slice(Math.max(0, index - 24), index));
      if (around) found.push({ id: other ? `other/${id}` : id, text: words, start: index, end, ...around });
    }
  }
  return found;
}
