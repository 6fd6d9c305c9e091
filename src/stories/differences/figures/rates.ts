import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';

/** What a rate is a rate of: id | English words | Russian ones | Korean ones. */
const ROWS: readonly string[] = [
  'barrel | barrel | баррель барреля | 배럴',
  'tonne | tonne ton | тонну тонны | 톤 t',
  'kilogram | kilo kilogram kilogramme kg pound | килограмм кило кг | ㎏ kg 킬로그램 킬로',
  'ounce | ounce | унцию | 온스',
  'litre | litre liter gallon | литр | 리터 ℓ',
  'metre | metre meter kilometre kilometer mile | метр километр | 미터 ㎞ ㎡ 제곱미터',
  'person | person head passenger capita family household victim worker | человека душу пассажира семью | 1인 인 가구 명',
  'share | share | акцию | 주',
  'piece | piece item unit ticket copy | штуку единицу билет экземпляр | 개 장 권 건 대',
  'hour | hour | час | 시간',
  'day | day daily | день сутки | 하루 일',
  'night | night | ночь | 1박',
  'week | week weekly | неделю | 매주',
  'month | month monthly | месяц | 월 매달',
  'year | year annum annually yearly | год | 연 연간 매년',
];

const PER = new Map<Language, Map<string, string>>();
for (const row of ROWS) {
  const [id = '', ...lists] = row.split(' | ');
  for (const [at, language] of ['en', 'ru', 'ko'].entries()) {
    const known = PER.get(language) ?? new Map<string, string>();
    for (const word of (lists[at] ?? '').split(' ')) known.set(word, id);
    PER.set(language, known);
  }
}

const BEHIND: Partial<Record<Language, RegExp>> = {
  en: /^(?:[\s-]?[\p{L}%]+){0,3}?(?:\s(?:a|an|per|each|every|for each|for every)\s|\/)(\p{L}+)/iu,
  ru: /^(?:\s?[\p{L}%]+\.?){0,3}?\s(?:за|в|на)\s(?:одного\s|одну\s|один\s|каждого\s|каждую\s)?(\p{L}+)/iu,
};
const KOREAN_BEFORE =
  /(?:(\p{L}{1,3}|1인|㎡|㎏|ℓ)당\s?|(?<!\p{L})(하루|연간|매년|매달|매주|주|월|연)\s?(?:평균\s?)?(?:약\s?)?)$/u;
/** 주 3회 is three times a week; 당 ties the share (주당) and the week to what is counted alike. */
const KOREAN_TIMES: Readonly<Record<string, string>> = { 주: 'week' };

/** Of the mean of days or heads the sentence says so before its figure. */
const AVERAGE =
  /\b(?:on average|(?:daily|monthly|annual) average|average of)\b|(?<!\p{L})в среднем|среднесуточн|평균/iu;

/** So much for each of what, or in what time; null: the number is of the whole. */
export function rateOf(text: string, { start, end }: NumberFound, language: Language): string | null {
  const known = PER.get(language);
  if (!known) return null;
  if (AVERAGE.test(text.slice(Math.max(0, start - 40), end))) return 'average';
  if (language === 'ko') {
    const [, each, time] = KOREAN_BEFORE.exec(text.slice(Math.max(0, start - 10), start)) ?? [];
    if (time === '연' && /^\s?%/u.test(text.slice(end, end + 2))) return null; // interest, as told by the year
    return KOREAN_TIMES[time ?? ''] ?? known.get(each ?? time ?? '') ?? null;
  }
  return known.get(BEHIND[language]?.exec(text.slice(end, end + 40))?.[1]?.toLowerCase() ?? '') ?? null;
}
