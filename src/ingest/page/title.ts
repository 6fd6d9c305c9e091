import { type PageDocument, textOf } from './dom.ts';

/** What stands between a title and the outlet's name, and in no title. */
const BARS = /\s*[|｜]\s*/g;
/** What stands there, too; in Chinese and Korean without blanks. */
const DASHES =
  /\s+[·•—–-]+\s+|(?<=\p{Script=Han})-+(?=\p{Script=Han}{3})|(?<=\p{L})_(?=\p{Script=Han}|\p{Script=Hangul})/gu;
/** Words that two titles of one article share: of some length, since shorter ones are in all of them. */
const TELLING = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}|\p{L}{4,}/gu;

/**
 * The title of the article of a page whose data does not state it: its heading, where the title of the page speaks of the same,
 * since the only heading of many pages is that of a section. Else the title of the page, without the outlet's name.
 *
 * @param whole the title of the page, on one line; null: it has none
 */
export function shownTitle(document: PageDocument, whole: string | null): string | null {
  const headings = headingsOf(document);
  const [heading] = headings.length === 1 ? headings : headings.filter((text) => whole?.includes(text));
  if (heading !== undefined && (whole === null || isAlike(heading, whole))) return heading;
  return whole === null ? null : withoutOutlet(whole);
}

/** The headings of the first level, each on one line. */
export const headingsOf = (document: PageDocument): readonly string[] =>
  [...document.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');

function isAlike(heading: string, title: string): boolean {
  const lower = title.toLowerCase();
  return (heading.toLowerCase().match(TELLING) ?? []).some((word) => lower.includes(word));
}

/** A title of a page without the outlet's name, which is behind it, or before a bar, and is shorter. */
const withoutOutlet = (title: string): string =>
  withoutPart(title, BARS, true) ?? withoutPart(title, DASHES, false) ?? title;

function withoutPart(title: string, parted: RegExp, isEitherEnd: boolean): string | null {
  const gaps = [...title.matchAll(parted)];
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rests = [title.slice(0, last.index), isEitherEnd ? title.slice(first.index + first[0].length) : ''];
  return rests.find((rest) => rest.length > title.length / 2 && CAN_BE_TITLE.test(rest)) ?? null;
}

/** Two words, or signs enough to hold them where nothing parts words. */
const CAN_BE_TITLE =
  /[\p{L}\p{N}]\s+\S*[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u;

/**
 * A title that a page states, without the outlet's name, which it may state too.
 *
 * @param whole the title of the page: where a stated one is no other, nobody took the outlet's name off it
 */
export function statedTitle(title: string | null, whole: string | null, site: string | null): string | null {
  if (title === null) return null;
  const bare = withoutSite(title, site);
  return bare === title && title === whole ? (withoutPart(title, BARS, true) ?? title) : bare;
}

/** A title without the site's name behind it and the sign that parts them. */
export function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.endsWith(site)) return title;
  const parted = /[\s|｜•·:–—_-]*[|｜•·:–—_-]\s*$/.exec(title.slice(0, -site.length));
  return (parted && title.slice(0, parted.index)) || title;
}
