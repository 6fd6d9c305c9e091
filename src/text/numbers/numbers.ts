import type { Language } from '../../domain/time.ts';
import { type Bound, DAYS_IN_ONE_WORD, HEDGES_AFTER, HEDGES_BEFORE, NUMBER_WORDS } from './words.ts';

/** A cardinal number in a text, in digits or words. */
export interface NumberFound {
  /** In UTF-16 units; multipliers (тысяч, 만) belong to it. */
  readonly start: number;
  readonly end: number;
  /** The same for both but for a range: 3–4. */
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** Days, where the word itself counts days (사흘); else null. */
  readonly unit: 'day' | null;
}

/**
 * Digits, grouped by comma, point or space; then one multiplier, with Korean ones mixed in (1만1천800). What is tied to letters
 * before it (T-72, КН-23) is a name.
 */
const DIGITS =
  /(?<![\p{L}\p{N}.,:/])(?<!\p{L}[-–])\d{1,3}(?:[,\u0020\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,3})?(?!\d)|(?<![\p{L}\p{N}.,:/])(?<!\p{L}[-–])\d{1,15}(?:[.,]\d{1,3})?(?!\d)/gu;
/** What makes digits something else: an ordinal, a clock time, a score, a part of a number. */
const NO_COUNT =
  /^(?:st|nd|rd|th|[-–](?:й|я|е|го|му|м|х|ый|ая|ой|ом|ую|ти|ми)(?!\p{L})|\s?번째|\s?차(?!\p{L})|[:./]\d|[-–]\d{1,2}(?!\d)\s?(?=[,.)]|$))/u;
const WORD_RUN = /\p{L}+(?:[-’']\p{L}+)*/gu;
const KOREAN_WORD =
  /(?<![\p{L}\p{N}])(?:열(?:다섯|여섯|일곱|여덟|아홉|한|두|세|네)?|다섯|여섯|일곱|여덟|아홉|스무|서른|마흔|쉰|예순|한|두|세|네)(?=\s(?:명|사람|대|척|발|곳|채|개|번|달|시간|마리|구|권|점|장관|차례|가지|나라|도시|마을|가구|그루|군데)|(?:명|사람|척|발|곳|채|개))/gu;
/** Numbers read of one text. */
const MOST = 400;

/**
 * The numbers of a sentence, in order. Dates, ordinals, clock times and names with digits are none; nor are "one" and vague words
 * (dozens).
 */
export function numbersIn(text: string, language: Language): readonly NumberFound[] {
  const found = [...inDigits(text, language), ...inWords(text, language)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: NumberFound[] = [];
  for (const number of found.slice(0, MOST)) {
    const last = apart.at(-1);
    if (last && number.start < last.end) continue;
    const range = last && RANGE.test(text.slice(last.end, number.start)) && last.low < number.low;
    if (range)
      apart[apart.length - 1] = {
        ...number,
        start: last.start,
        low: scaled(last.low, number.low),
        bound: last.bound,
      };
    else if (SCORE.test(text.slice(Math.max(0, number.start - 2), number.start))) apart.pop();
    else apart.push(number);
  }
  return apart;
}

const RANGE = /^(?:[-–—~∼]|\s(?:to|до)\s|\s?에서\s?)$/u;

/** 140–150 million: what multiplies the second number multiplies the first. */
const scaled = (low: number, high: number): number => {
  const factor = [1e9, 1e6, 1e3].find(
    (one) => high >= one && high % one === 0 && low < 1000 && low * one <= high,
  );
  return low * (factor ?? 1);
};

/** What the second number of 2-1 stands behind. */
const SCORE = /\d[-–:]$/u;

function* inDigits(text: string, language: Language): Generator<NumberFound> {
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    const first = index + digits.length;
    if (NO_COUNT.test(text.slice(first, first + 6))) continue;
    const { value, end } = multiplied(text, first, plainNumber(digits, language), language);
    yield hedged(text, { start: index, end, value, unit: null }, language);
  }
}

/** 39,600 and 39 600; 1.4 and, in Russian, 1,4. */
function plainNumber(digits: string, language: Language): number {
  const plain = digits.replace(/[\u0020\u00a0\u202f]/gu, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) return Number(plain.replaceAll(',', ''));
  if (language !== 'ru' || plain.includes('.'))
    return Number(plain.replaceAll(',', language === 'ru' ? '.' : ''));
  return Number(plain.replace(',', '.'));
}

/** The multipliers behind digits. Korean ones go on with further digits: 1만1천800 is 11,800. */
function multiplied(
  text: string,
  from: number,
  value: number,
  language: Language,
): { value: number; end: number } {
  if (language === 'ko') return koreanCompound(text, from, value);
  const large = NUMBER_WORDS[language]?.large ?? {};
  const next = /^[\s-]?(\p{L}{1,12})(?!\p{L})\.?/u.exec(text.slice(from, from + 16));
  const factor = large[next?.[1]?.toLowerCase() ?? ''];
  if (!next || factor === undefined) return { value, end: from };
  const dot = /^(?:тыс|млн|млрд|трлн)$/iu.test(next[1] ?? '') && next[0].endsWith('.');
  return { value: value * factor, end: from + next[0].length - (next[0].endsWith('.') && !dot ? 1 : 0) };
}

/**
 * What Korean signs behind digits make of them: 4천만, 2억1천만, 1만1천800.
 *
 * @param from where the digits end.
 * @param first what they say.
 */
export function koreanCompound(text: string, from: number, first: number): { value: number; end: number } {
  const large = NUMBER_WORDS.ko?.large ?? {};
  let end = from;
  let total = 0;
  let group = 0;
  let digits = first;
  for (let steps = 0; steps < 10; steps += 1) {
    const sign = large[text[end] ?? ''];
    if (sign === undefined) break;
    end += 1;
    if (sign < 10_000) group += Math.max(1, digits) * sign;
    else {
      total += (group + digits) * sign;
      group = 0;
    }
    digits = 0;
    const more = /^\s?(\d{1,4}|\d{1,3},\d{3})(?!\d)/u.exec(text.slice(end, end + 8));
    if (!more && large[text[end] ?? ''] !== undefined) continue; // 4천만
    if (!more) break;
    digits = Number((more[1] ?? '').replace(',', ''));
    end += more[0].length;
  }
  return { value: total + group + digits, end };
}

function* inWords(text: string, language: Language): Generator<NumberFound> {
  if (language === 'ko') {
    yield* koreanWords(text);
    return;
  }
  const words = NUMBER_WORDS[language];
  if (!words) return;
  let run: { start: number; end: number; value: number; small: number; count: number } | null = null;
  for (const { 0: word, index } of text.matchAll(WORD_RUN)) {
    const low = word.toLowerCase();
    const values = (low.includes('-') ? low.split('-') : [low]).map(
      (part) => words.small[part] ?? words.large[part],
    );
    const isNumber = values.every((value) => value !== undefined);
    if (!isNumber && run === null) continue;
    const follows = run !== null && JOINT.test(text.slice(run.end, index));
    if (run && follows && word === 'and' && run.small === 100) continue; // two hundred and five
    if (run && !(isNumber && follows)) {
      if (isCount(run)) yield hedged(text, { ...run, unit: null }, language);
      run = null;
    }
    if (!isNumber) continue;
    for (const value of values) {
      if (value === undefined) continue;
      run ??= { start: index, end: index, value: 0, small: 0, count: 0 };
      const isLarge =
        Object.values(words.large).includes(value) && (value >= 1000 || language === 'en') && value >= 100;
      const low: number = run.value % 1000;
      run = isLarge
        ? {
            ...run,
            value: value === 100 ? run.value - low + Math.max(1, low) * 100 : Math.max(1, run.value) * value,
          }
        : { ...run, value: run.value + value };
      run = { ...run, end: index + word.length, count: run.count + 1, small: value };
    }
  }
  if (run && isCount(run)) yield hedged(text, { ...run, unit: null }, language);
}

const JOINT = /^(?:\s|-|\sand\s)$/u;

/** "One" alone and "thousands" count nothing. */
function isCount({ value, count, small }: { value: number; count: number; small: number }): boolean {
  return value > 1 && !(count === 1 && small >= 1000);
}

function* koreanWords(text: string): Generator<NumberFound> {
  const small = NUMBER_WORDS.ko?.small ?? {};
  for (const { 0: word, index } of text.matchAll(KOREAN_WORD)) {
    const value = small[word];
    if (value !== undefined && value > 1)
      yield hedged(text, { start: index, end: index + word.length, value, unit: null }, 'ko');
  }
  for (const { 0: word, index } of text.matchAll(/(?<!\p{L})(?:이틀|사흘|나흘|닷새|엿새|열흘|보름)/gu)) {
    const value = DAYS_IN_ONE_WORD[word];
    if (value !== undefined)
      yield hedged(text, { start: index, end: index + word.length, value, unit: 'day' }, 'ko');
  }
}

interface Plain {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: 'day' | null;
}

function hedged(text: string, { start, end, value, unit }: Plain, language: Language): NumberFound {
  const before = text.slice(Math.max(0, start - 60), start);
  const unitEnd =
    language === 'ko'
      ? end +
        (/^\s?(?:여\s?)?\p{L}{0,2}?(?=이상|이하|미만|을|를|이|가|\s|가량|쯤|정도|안팎|$)/u.exec(
          text.slice(end, end + 6),
        )?.[0].length ?? 0)
      : end;
  const after = text.slice(unitEnd, unitEnd + 12);
  const odd = language === 'ko' && /^\s?여/u.test(text.slice(end, end + 2)) ? 'more' : null;
  const bound =
    odd ??
    HEDGES_BEFORE[language]?.find(([, words]) => words.test(before))?.[0] ??
    HEDGES_AFTER[language]?.find(([, words]) => words.test(after))?.[0] ??
    'exact';
  return { start, end, low: value, high: value, bound, unit };
}
