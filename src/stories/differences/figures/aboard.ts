import type { Language } from '../../../domain/time.ts';
import type { Passage } from '../sentences/passages.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may stand between a number and "on board": whoever is counted, and the verb of being. */
const BETWEEN: Partial<Record<Language, RegExp>> = {
  en: /^(?:\s(?:people|persons|passengers|crew|members|travellers|travelers|sailors|soldiers|children|adults|and|in|all|total|who|that|were|was|are|had|have|been)){0,7}\s(?:on board|aboard)(?!\p{L})/iu,
  ru: /^(?:\s(?:человек\p{L}?|люд\p{L}+|пассажир\p{L}*|член\p{L}*|экипажа|моряк\p{L}*|и|находил\p{L}+|был\p{L}*|всего)){0,6}\sна (?:его |её |ее )?борту(?!\p{L})/iu,
  ko: /^\s?명(?:이|의|을|가량이?|이나|쯤)?\s?(?:모두\s)?(?:탑승|승선|타고|탔|탄(?!\p{L})|태운|태우고)/u,
};
/** What may stand before the number itself. */
const LEADING: Partial<Record<Language, RegExp>> = {
  en: /(?:\bcarr(?:ying|ied)|\b(?:on board|aboard)(?: the \p{L}+)? (?:were|was))\s(?:(?:at|least|about|some|around|nearly|almost|more|than|over|up|to|all|a|total|of)\s){0,4}$/iu,
  ru: /(?<!\p{L})на (?:его |её |ее )?борту[^.;\d]{0,60}\s(?:находил\p{L}+|был\p{L}*|оказал\p{L}+)\s(?:(?:около|более|свыше|не|менее|примерно|всего)\s){0,2}$/iu,
  ko: /(?:탑승자|탑승객|승선원|탑승 인원|승선 인원)(?:은|는)?\s?(?:총|모두|약)?\s?$/u,
};

/** Boarding a day or a year is traffic, and what a craft can take its size. */
const NO_VOYAGE =
  /\b(?:a|per|each|every) (?:day|week|month|year|trip)\b|\b(?:daily|annually|capacity|capable|can|could|able to|designed)\b|(?<!\p{L})(?:в (?:день|год|сутки|неделю)|вмести|рассчитан)|하루|연간|정원|태울 수/iu;

/** Whether the people a number counts are all who were in a craft. @param number its place in the text */
export function isAboard(text: string, { start, end }: Span, language: Language): boolean {
  if (NO_VOYAGE.test(text)) return false;
  return (
    (BETWEEN[language]?.test(text.slice(end, end + 90)) ?? false) ||
    (LEADING[language]?.test(text.slice(Math.max(0, start - 110), start)) ?? false)
  );
}

const COMPANY_BEHIND = /^\s(?:passengers and crew|пассажир\p{L}* и (?:член\p{L}* )?экипаж)/iu;
const COMPANY_BEFORE = /(?:승객과 (?:승무원|선원)|승객·승무원)\s?(?:등\s)?(?:모두\s|총\s)?$/u;

/** "118 passengers and crew": not the passengers alone. */
export const isWholeCompany = (text: string, { start, end }: Span): boolean =>
  COMPANY_BEHIND.test(text.slice(end, end + 50)) ||
  COMPANY_BEFORE.test(text.slice(Math.max(0, start - 20), start));

/** Kinds of craft that are not taken for one another, though one word (ship, vehicle) may stand for several. */
const CRAFT: readonly RegExp[] = [
  /\b(?:ferry|ferries|cruise|liner)\b|(?<!\p{L})(?:паром|теплоход|лайнер)|여객선|유람선/iu,
  /\b(?:cargo|tanker|freighter|bulk carrier|container ship)\b|(?<!\p{L})(?:сухогруз|танкер|грузов)|화물선|유조선/iu,
  /\b(?:trawler|fishing|tug|tugboat|lifeboats?|dinghy|yacht)\b|(?<!\p{L})(?:траулер|рыболов|буксир|яхт)|어선|예인선|고무보트/iu,
  /\b(?:bus|buses|coach)\b|(?<!\p{L})автобус|버스/iu,
  /\b(?:train|trains|tram)\b|(?<!\p{L})(?:поезд|электричк|трамва)|열차|전철/iu,
  /\b(?:helicopter|chopper)\b|(?<!\p{L})вертол|헬기/iu,
  /\b(?:plane|airliner|jet|aircraft)\b|(?<!\p{L})самол|여객기|항공기/iu,
];

/** Whether two sentences may speak of one craft: they name none, or one of a kind. */
export function onOneCraft(a: Passage, b: Passage): boolean {
  const [mine, theirs] = [craftIn(a.text), craftIn(b.text)];
  if (mine.length > 1 || theirs.length > 1) return false; // whose company is counted, the grammar would have to say
  return mine.length === 0 || theirs.length === 0 || mine[0] === theirs[0];
}

const craftIn = (text: string): readonly number[] =>
  CRAFT.flatMap((words, kind) => (words.test(text) ? [kind] : []));
