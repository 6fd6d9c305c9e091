import { NUMBER_WORDS } from '../text/number-words.ts';
import type { TermCounts, Told } from './terms.ts';

/** As much of an article as tells its event, in UTF-16 units. */
const READ = 4_000;

/**
 * What stands in an article whatever its language: concepts of the topic, days (3 November, 3 ноября, 11월 3일) and numbers of two digits or
 * more; one digit is everywhere. Their names carry a prefix, so that they never meet a word.
 *
 * @param concepts ids of the concepts it names.
 */
export function countAnchors({ title, text }: Told, concepts: Iterable<string>): TermCounts {
  const counts = new Map<string, number>();
  const count = (anchor: string): void => void counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  for (const concept of concepts) count(`concept:${concept}`);
  for (const figure of figuresIn(`${title.slice(0, READ)}\n${text.slice(0, READ)}`)) count(figure);
  return counts;
}

/** Days and numbers in a text, repeats included: `day:11-3`, `number:1200`; 40 million, 40 млн and 4000만 are one number. */
export function figuresIn(text: string): readonly string[] {
  const found: string[] = [];
  let read = 0;
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    if (index < read) continue;
    const end = index + digits.length;
    const korean = KOREAN_DAY.exec(text.slice(end, end + 6));
    const month =
      monthOf(BEFORE.exec(text.slice(Math.max(0, index - 12), index))) ??
      monthOf(AFTER.exec(text.slice(end, end + 16)));
    if (korean !== null && digits.length <= 2) {
      found.push(`day:${Number(digits)}-${Number(korean[1])}`);
      read = end + korean[0].length;
    } else if (month !== undefined && digits.length <= 2) {
      found.push(`day:${month}-${Number(digits)}`);
    } else {
      const scale = scaleOf(text.slice(end, end + 16));
      const whole = digits.replaceAll(/[.,]/gu, '');
      if (scale > 1)
        found.push(
          `number:${Math.round(Number(DECIMAL.test(digits) ? digits.replace(',', '.') : whole) * scale)}`,
        );
      else if (whole.length > 1) found.push(`number:${whole}`);
    }
  }
  return found;
}

/** What the word behind a number multiplies it by: million, тысяч, 천만; 1: it is none. */
function scaleOf(behind: string): number {
  const word = /^\s?(\p{L}+)/u.exec(behind)?.[1]?.toLowerCase() ?? '';
  let scale = SCALES.get(word) ?? 1;
  // Korean writes them together, and particles behind: 4000만원, 2천만.
  if (scale === 1) {
    for (const sign of word) {
      const times = HANGUL.test(sign) ? SCALES.get(sign) : undefined;
      if (times === undefined) break;
      scale *= times;
    }
  }
  return scale;
}

const HANGUL = /\p{Script=Hangul}/u;
const SCALES = new Map(
  // A single m is metres as often as millions.
  Object.values(NUMBER_WORDS).flatMap(({ large }) => Object.entries(large).filter(([word]) => word !== 'm')),
);

const NUMBER = /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*/gu;
/** With one or two digits behind it the sign parts tenths, with three thousands. */
const DECIMAL = /^\d+[.,]\d{1,2}$/u;
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
