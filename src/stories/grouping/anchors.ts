import { koreanCompound } from '../../text/numbers/numbers.ts';
import { NUMBER_WORDS } from '../../text/numbers/words.ts';
import type { TermCounts, Told } from './terms.ts';

/** Smaller whole numbers are everywhere. */
export const LEAST_ANCHOR = 10;
/** As much of an article as tells its event, in UTF-16 units. */
const READ = 4_000;

/** The days and numbers of an article. */
export function countFigures({ title, text }: Told): TermCounts {
  const counts = new Map<string, number>();
  for (const figure of figuresIn(`${title.slice(0, READ)}\n${text.slice(0, READ)}`))
    counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}

/**
 * What stands in an article whatever its language: the concepts of the topic that it names, by id, and its figures. All of them
 * carry a prefix, so that they never meet a word.
 */
export const countAnchors = (concepts: readonly string[], figures: TermCounts = new Map()): TermCounts =>
  new Map([...concepts.map((concept) => [`concept:${concept}`, 1] as const), ...figures]);

/**
 * Days (3 November, 3 ноября, 11월 3일) and numbers from ten on, repeats included: `day:11-3`, `number:1200`. 40 million, 40 млн
 * and 4000만 are one number, and so are 11 and eleven. A clock time is none, nor is a Korean day that leaves its month out (15일).
 */
export function figuresIn(text: string): readonly string[] {
  const found: string[] = [];
  let read = 0;
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    if (index < read) continue;
    const end = index + digits.length;
    const behind = text.slice(end, end + 16);
    const korean = KOREAN_DAY.exec(behind);
    const month =
      monthOf(BEFORE.exec(text.slice(Math.max(0, index - 12), index))) ?? monthOf(AFTER.exec(behind));
    if (korean !== null && digits.length <= 2) {
      found.push(`day:${Number(digits)}-${Number(korean[1])}`);
      read = end + korean[0].length;
    } else if (month !== undefined && digits.length <= 2) {
      found.push(`day:${month}-${Number(digits)}`);
    } else if (digits.length > 2 || !NO_COUNT.test(behind)) {
      const { value, end: last } = multiplied(text, digits, end);
      if (value >= LEAST_ANCHOR || value % 1 > 0) found.push(`number:${round(value)}`);
      read = last;
    }
  }
  for (const [, ten, one, scale] of text.matchAll(NUMBER_WORD)) {
    const value = (VALUES.get(ten?.toLowerCase() ?? '') ?? 0) + (VALUES.get(one?.toLowerCase() ?? '') ?? 0);
    found.push(`number:${value * (SCALES.get(scale?.toLowerCase() ?? '') ?? 1)}`);
  }
  return found;
}

/** What digits amount to with the words behind them: million, тысяч, 천만. */
function multiplied(text: string, digits: string, end: number): { value: number; end: number } {
  const value = Number(DECIMAL.test(digits) ? digits.replace(',', '.') : digits.replaceAll(/\D/gu, ''));
  const compound = koreanCompound(text, end, value);
  if (compound.end > end) return compound;
  const scale = SCALES.get(/^\s?(\p{L}+)/u.exec(text.slice(end, end + 16))?.[1]?.toLowerCase() ?? '') ?? 1;
  return { value: scale * value, end };
}

/** Tenths of millions are written in several ways, and sums of fractions are not exact. */
const round = (value: number): number => Math.round(value * 100) / 100;

const SCALES = new Map(
  // A single m is metres as often as millions.
  Object.values(NUMBER_WORDS).flatMap(({ large }) => Object.entries(large).filter(([word]) => word !== 'm')),
);
const SMALL = Object.values(NUMBER_WORDS).flatMap(({ small }) => Object.entries(small));
const VALUES = new Map(SMALL);
const wordsFor = (from: number, below: number): string =>
  SMALL.filter(([word, value]) => word.length > 1 && value >= from && value < below)
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|');
/** Ten and more in words, with what is added to them and multiplies them: eleven, двадцать пять, forty million. */
const NUMBER_WORD = new RegExp(
  `(?<!\\p{L})(${wordsFor(LEAST_ANCHOR, 1_000)})(?:[- ](${wordsFor(1, LEAST_ANCHOR)}))?(?:\\s(\\p{L}+))?(?!\\p{L})`,
  'giu',
);

const NUMBER = /(?<![\p{L}\p{N}]|\d:)(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)/gu;
/** With one or two digits behind it the sign parts tenths, with three thousands. */
const DECIMAL = /^\d+[.,]\d{1,2}$/u;
/** Behind two digits: a clock time, or a day without its month. */
const NO_COUNT = /^(?::\d|\s?(?:시|일)(?!간))/u;
const KOREAN_DAY = /^월\s?(\d{1,2})일/u;
const BEFORE = /(?<!\p{L})(\p{L}{3,9})\.?\s$/u;
const AFTER = /^(?:st|nd|rd|th)?\s(?:of\s)?(\p{L}{3,9})(?!\p{L})/iu;

const MONTHS = [
  'jan january января',
  'feb february февраля',
  'mar march марта',
  'apr april апреля',
  'may мая',
  'jun june июня',
  'jul july июля',
  'aug august августа',
  'sep sept september сентября',
  'oct october октября',
  'nov november ноября',
  'dec december декабря',
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, place) => names.split(' ').map((name) => [name, place + 1] as const)),
);

const monthOf = (match: RegExpExecArray | null): number | undefined =>
  MONTH_OF.get(match?.[1]?.toLowerCase() ?? '');
