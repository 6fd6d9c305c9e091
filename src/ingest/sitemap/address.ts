import type { Instant } from '../../domain/time.ts';
import { foldSpace } from '../../text/characters.ts';
import { readDate } from '../dates.ts';

/** Fewer words are a section or an id, no title. */
const FEWEST_WORDS = 3;

/**
 * The title an article's address holds: `/2026/03/02/ferry-runs-again-48213.html` says `Ferry Runs Again`. Each
 * word is capitalised, since addresses have names in lower case, in which they are not told from common words.
 *
 * @returns null where the last part of the path is no such thing
 */
export function titleOfAddress(address: string): string | null {
  const last = URL.parse(address)?.pathname.split('/').findLast(Boolean) ?? '';
  const words = foldSpace(
    decoded(last)
      .replace(/\.[a-z]{2,5}$/i, '')
      .replace(/[-_+]/g, ' '),
  ).replace(/^(?:\d{4,} )+|(?: (?=[\da-f]*\d)[\da-f]{4,})+$/gi, ''); // numbers and hashes that make it unique
  const said = words.match(/\p{L}{2,}/gu)?.length ?? 0;
  return said < FEWEST_WORDS ? null : words.replace(/(?<!\S)\p{Ll}/gu, (first) => first.toUpperCase());
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const DAY = /[/-](20\d\d)([/-]?)(\d{1,2})\2(\d{1,2})(?=[/-]|$)/;

/** The day an article's address names, `/2026/03/02/` or `/20260302/`, at its beginning in a time zone (IANA); null: none. */
export function dayInAddress(address: string, timezone: string): Instant | null {
  const [, year, parted, month = '', day = ''] = DAY.exec(URL.parse(address)?.pathname ?? '') ?? [];
  if (year === undefined || (parted === '' && month.length + day.length < 4)) return null;
  return readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, timezone);
}
