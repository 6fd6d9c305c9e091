import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';
import type { Clause } from '../sentences/clauses.ts';
import { counterOf, thingOf } from '../sentences/counted-things.ts';

const TIME_BEHIND =
  /^(?:\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|o'clock|bst|est|edt)(?![\p{L}])|\s?시(?!간|민|내|장)|\s?часов\s(?:утра|вечера|дня)|\s?:)/iu;
const TIME_BEFORE = /(?:(?:오전|오후|새벽|밤)\s?\d{0,2}\s?시?\s?|\d시\s?|(?<!\p{L})в\s\d{1,2}[.:]?)$/u;
const AGE =
  /^(?:\s?[-\s]\s?year\s?[-\s]\s?old|\s?years old|-летн|\s?лет(?:\sот роду)?(?=[,)])|\s?살|\s?세(?!\p{L})|\)\s*(?:씨|군))/iu;
const AGED = /(?:\baged\s|\bage of\s|\bage\s|(?<!\p{L})возраст\p{L}{0,3}\s)$/u;
/** "Tolla, 41, …" and "(41)": an age where nothing follows that could be counted. */
const BEHIND_A_NAME = /(?:\p{Lu}\p{Ll}+,\s|\()$/u;
const LABEL_BEFORE =
  /(?:\b(?:no|nr|article|chapter|route|flight|page|room|phase|type|boeing|airbus|apollo|top|highway|interstate|section|level|magnitude(?: of)?)\.?\s|№\s?|제\s?|#|규모\s?|магнитуд\p{L}{0,4}\s)$/iu;
/** "Eight days ago" is a date, and 사흘째 the third day. */
const SINCE =
  /^\s(?:\p{L}{3,8}[ -])?(?:second|minute|hour|day|week|month|year|decade|минут|час|сут|дн|недел|месяц|год|лет)\p{L}{0,3}\s(?:ago|earlier|later|before|after|old|назад|спустя|раньше)(?!\p{L})|^\s?\p{L}{1,2}\s?(?:전에?|후에?|만에|뒤)(?!\p{L})|^\s?(?:\p{L}{1,2})?째/iu;
/** "50 miles north of Karsk" tells where something is, and what, the grammar would have to say. */
export const FROM_THERE =
  /^\s?\p{L}{1,10}\s(?:(?:to the )?(?:north|south|east|west)\w*|from|away|off|outside|inland|к (?:северу|югу|западу|востоку)|от|떨어진)(?!\p{L})/iu;
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1700 && value <= 2100;

/** Whether a number counts nothing: it is a clock time, an age, a year or part of a name. */
export function countsNothing(
  text: string,
  { start, end, low, bound }: NumberFound,
  language: Language,
): boolean {
  const behind = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 16), start);
  if (/^,\s\d{3}(?!\d)/u.test(behind) || /\d[,.]\s$/u.test(before)) return true; // a number torn apart
  if (SINCE.test(behind) || (low >= 100 && /^\s?hours\b/u.test(behind))) return true;
  if (TIME_BEHIND.test(behind) || TIME_BEFORE.test(before) || AGE.test(behind) || LABEL_BEFORE.test(before))
    return true;
  if (AGED.test(before) || (BEHIND_A_NAME.test(before) && /^[,)]|^$/u.test(behind))) return true;
  if (language === 'ko' && /^\s?년(?!간)/u.test(behind) && !/(?:징역|금고)\s?$/u.test(before)) return true;
  return (
    isYear(low) &&
    bound === 'exact' &&
    /^\d{4}$/u.test(text.slice(start, end)) &&
    !/^\s?(?:[%€$]|명|people|человек)/u.test(behind) &&
    !isOfThings(behind, language)
  );
}

/** Years are of one thing (the 2019 quake), counts of many: 1,900 homes may be written 1900 homes. */
function isOfThings(behind: string, language: Language): boolean {
  const word = /^\s?(\p{L}+)/u.exec(behind)?.[1]?.toLowerCase() ?? '';
  if (language === 'ko') return counterOf(word.charAt(0)) !== null;
  return thingOf(word) !== null && (language !== 'en' || word.endsWith('s'));
}

const PART_BEFORE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:(?:including|among|of (?:them|whom|these|those)|another|further|other|additional|extra)\s(?:\w+\s)?(?:\w+\s)?|(?:of (?:the|his|her|its|their)|\d of|each|per|every|first|second|next|last|remaining|between|one in)\s)$/iu,
  ru: /(?<!\p{L})(?:из них|из которых|в том числе|среди (?:них|погибших|пострадавших)|включая|ещё|еще|другие|других|остальные|по|первые|последние|каждые|от)\s(?:\p{L}+\s){0,1}$/iu,
  ko: /(?:이 가운데|이 중|그중|그 중|이중|가운데|중에서|중|포함해?|추가로?|각각|각|나머지|다른|이 밖에|또)\s?(?:\p{L}+\s){0,1}$/u,
};
const PART_AFTER: Readonly<Record<Language, RegExp>> = {
  en: /^\s(?:of (?:the|them|whom|these|those|its|his|her|their))\b|^(?:\s\p{L}+)?\s(?:of (?:them|whom|these|those)|more|others?|another|further|additional|each|per|apiece|in (?:five|ten|three|four)|out of)\b/iu,
  ru: /^(?:\s\p{L}+){0,1}\s(?:из (?:них|которых|пострадавших|погибших|числа|колонны|группы|партии|экипажа|делегации|команды|состава)|каждый|каждая|других|больше|из\s\d)/iu,
  ko: /^\s?(?:명|대|척|곳|개|건)?(?:씩|\s?더\s)/u,
};

/** How many something can take is not how many it took. */
const CAPACITY =
  /\b(?:(?:built|designed|meant|equipped|licensed) (?:for|to (?:hold|carry|take|seat))|capacity (?:of|for|to)|capable of \p{L}+|seats|can (?:hold|carry|take|seat|accommodate|fly|reach|hit|travel|strike))\s(?:up to\s|about\s)?$|(?<!\p{L})(?:рассчитан\p{L}* на|вместимость\p{L}*|вмещает)\s(?:до\s)?$|(?:정원|수용 (?:인원|규모|능력))(?:은|이)?\s?$/iu;

/** A sum in brackets is one in another currency, at some day's rate. */
const CONVERTED =
  /\(\s?(?:(?:about|around|some|nearly|over|or|около|примерно|более|약)\s)?(?:\p{Lu}{2,3}\s?)?[$€£¥₩₽]?\s?$/u;

/** What is told of one place of many, of one floor of a house, or of a tremor of many. */
const LOCAL =
  /\bin the capital\b|\bfloors?\b|(?<!\p{L})этаж|\d층|\b(?:aftershock|foreshock)|(?<!\p{L})афтершок|여진|(?<!\p{L})в столице|수도(?:에서|의)/iu;

/** What makes up a whole with others is no figure of the whole. */
const SHARE =
  /\b(?:ma[kd]e?s? up|account(?:s|ed)? for)\s(?:about\s|nearly\s)?$|(?<!\p{L})(?:приходится|пришлось|остальны\p{L})\s$/iu;

/** What one of many brings: Velmark with 12 warships. */
const OWN_SHARE = /\p{Lu}[\p{L}-]+ with\s$/u;

/** Several may offer, ask or guess, each another sum. */
const OFFER =
  /\b(?:offer(?:s|ed|ing)?|bids?|demand(?:s|ed)?|ask(?:s|ed) for|sought)\b|(?<!\p{L})(?:предл[ао][жг]|потребова|требу|запросил|просил)|제안|요구|구형/iu;

/** How much something comes to with what belongs to it is another measure than how much it is. */
const TAKEN_TOGETHER =
  /\b(?:with(?:out)? (?:its|their|all)|including (?:the|its|all|fees|taxes|tax|vat)|excluding|together with|at list prices?)\b|(?<!\p{L})(?:вместе с|с учётом|с учетом|без уч[её]та)|(?:을|를) 포함(?:하면|해)|합치면/iu;

/** What is paid first, or at a time, is no sum of the whole. */
const TRANCHE =
  /\b(?:tranche|instal?ment|down payment|advance)\b|(?<!\p{L})(?:транш|аванс|взнос|первоначальн)|\d차분|할부|선급금|분납|계약금/iu;

/** Where those who were brought away are now, or how they were brought down, is told of some of them. */
const SHELTERED =
  /\b(?:sheltered?|housed|accommodated|put up|stay(?:s|ed|ing)?|spen[dt] the night|sleep(?:s|ing)?)\b[^.;]{0,40}\b(?:in|at|with|by)\b|\bby ladders?\b|(?<!\p{L})(?:размещ[её]?н|разместил|ночу|находятся в|по лестниц)|머물|수용|지내|사다리/iu;
const ALL = /\b[Aa]ll\b|(?<!\p{L})[Вв]се(?!\p{L})|모두|전원/u;

/** Whether a clause that counts people counts some of those who were brought to safety. */
export const isOfSomeSheltered = (text: string, { start, end }: Clause): boolean =>
  SHELTERED.test(text.slice(start, end)) && !ALL.test(text);

/** A part of a number told elsewhere, an addition to it, or so many for each. */
export function isPart(
  text: string,
  { start, end }: NumberFound,
  clause: Clause,
  language: Language,
): boolean {
  const before = text.slice(Math.max(clause.start, start - 40, 0), start);
  return (
    LOCAL.test(text.slice(clause.start, clause.end)) ||
    SHARE.test(text.slice(Math.max(0, start - 30), start)) ||
    (OWN_SHARE.test(text.slice(Math.max(0, start - 30), start)) &&
      !/^(?:\s\p{L}+)?\s(?:on board|aboard)/u.test(text.slice(end))) ||
    OFFER.test(text.slice(clause.start, clause.end)) ||
    CAPACITY.test(text.slice(Math.max(0, start - 30), start)) ||
    TAKEN_TOGETHER.test(text.slice(clause.start, clause.end)) ||
    CONVERTED.test(text.slice(Math.max(0, start - 24), start)) ||
    TRANCHE.test(text.slice(Math.max(0, start - 60), end + 30)) ||
    (PART_BEFORE[language]?.test(before) ?? false) ||
    (PART_AFTER[language]?.test(text.slice(end, end + 30)) ?? false)
  );
}
