import type { Language } from '../../domain/time.ts';
import { type Html, html } from '../../publish/page/html.ts';
import { indexTerms, searchPhrases } from '../../text/search-terms.ts';
import { words } from '../../text/words.ts';

/** A stretch of a text that is to be marked, in UTF-16 units, and how. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly className?: string;
  readonly title?: string;
}

/** A text with stretches of it marked; where two overlap, the one that begins first is. */
export function marked(text: string, stretches: readonly Stretch[]): Html {
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const { start, end, className, title } of stretches.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < at || end <= start) continue;
    const quoted = text.slice(start, end);
    parts.push(
      text.slice(at, start),
      html`<mark${className !== undefined && html` class="${className}"`}${title !== undefined && html` title="${title}"`}>${quoted}</mark>`,
    );
    at = end;
  }
  return html`${[...parts, text.slice(at)]}`;
}

/** A text is looked through up to here. */
const LONGEST = 100_000;

/** Where a text holds a quote: whole words only, but for what Hangul ties to them. */
export function occurrences(text: string, quote: string): readonly Stretch[] {
  if (quote.trim() === '') return [];
  const found: Stretch[] = [];
  const room = text.slice(0, LONGEST);
  for (let start = room.indexOf(quote); start >= 0; start = room.indexOf(quote, start + quote.length)) {
    const end = start + quote.length;
    if (!joins(room, start) && !joins(room, end)) found.push({ start, end });
  }
  return found;
}

/** Whether a word of letters goes on across this place; Hangul and signs without spaces may stand beside anything. */
function joins(text: string, place: number): boolean {
  return (
    place > 0 &&
    WORD_END.test(text.slice(Math.max(0, place - 2), place)) &&
    WORD_START.test(text.slice(place))
  );
}
const UNTIED =
  '[[\\p{L}\\p{N}]--[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]]';
const WORD_END = new RegExp(`${UNTIED}$`, 'v');
const WORD_START = new RegExp(`^${UNTIED}`, 'v');

/** Finds the words of a search in texts of one language, as the index would: folded, stemmed, Hangul by its beginning. */
export function finder(query: string, language: Language): (text: string) => readonly Stretch[] {
  const terms = searchPhrases(query, language).flat();
  const whole = new Set(terms.map(({ text }) => text));
  const beginnings = terms.filter(({ prefix }) => prefix).map(({ text }) => text);
  const isMeant = (term: string): boolean =>
    whole.has(term) || beginnings.some((start) => term.startsWith(start));
  if (terms.length === 0) return () => [];
  return (text) =>
    words(text.slice(0, LONGEST), language).flatMap((word): Stretch[] => {
      const own = indexTerms(word.text, language);
      if (own === '' || !own.split(' ').every(isMeant)) return [];
      return [{ start: word.start, end: word.start + word.text.length }];
    });
}

const BEFORE = 90;
const LENGTH = 260;

/** The part of a text around the first of the stretches, on one line, marked. */
export function snippet(text: string, stretches: readonly Stretch[]): Html {
  const first = stretches[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
  const to = text.length - from <= LENGTH ? text.length : wordStart(text, from + LENGTH);
  const inside = stretches
    .filter(({ start, end }) => start >= from && end <= to)
    .map((each) => ({ ...each, start: each.start - from, end: each.end - from }));
  return html`${from > 0 && '… '}${marked(text.slice(from, to).trimEnd(), inside)}${to < text.length && ' …'}`;
}

/** The beginning of a word at or after a place; the place itself, where no space is near. */
function wordStart(text: string, place: number): number {
  const space = text.slice(place, place + 30).search(/\s/);
  return space < 0 ? place + (isLowSurrogate(text, place) ? 1 : 0) : place + space + 1;
}

const isLowSurrogate = (text: string, place: number): boolean => /^[\udc00-\udfff]/.test(text.charAt(place));
