import { decodeHTMLStrict } from 'entities';
import type { Language } from '../../domain/time.ts';
import { cut, foldSpace } from '../../text/characters.ts';
import { escapeMarkup, htmlToLine } from '../../text/html/html.ts';
import { attributeOf, type Element, textOf } from './elements.ts';
import { languageTag } from './inherited.ts';
import { LONGEST_TEXT } from './limits.ts';

/** Text as a feed has it, before it is sanitised: never to be shown or stored as it is. */
export interface RichText {
  readonly value: string;
  /** `text`, `html`, `xhtml`, or a media type that is none of these. */
  readonly type: string;
  readonly language: Language | null;
  /** What relative addresses in it are resolved against. */
  readonly base: string;
  readonly src: string | null;
}

/** What holds where an element stands. */
export interface Scoped {
  readonly base: string;
  readonly lang: string | null;
}

/**
 * Reads a text construct: of Atom 1.0 (RFC 4287 §3.1 and §4.1.3.3), of Atom 0.3 with its `mode`, or of RSS, which says
 * nothing about what its text is.
 *
 * @param untyped what it is where it does not say: `html`, `text`, or `guess`
 */
export function readRichText(element: Element, around: Scoped, untyped: 'html' | 'text' | 'guess'): RichText {
  const declared = (attributeOf(element, 'type') ?? '').toLowerCase();
  const mode = (attributeOf(element, 'mode') ?? '').toLowerCase();
  const isMarkup = attributeOf(element, 'markup') !== null;
  const scope = scopeOf(element, around);
  const text = cut(textOf(element), LONGEST_TEXT);
  const src = attributeOf(element, 'src');
  const rich = (type: string, value: string): RichText => ({
    value,
    type,
    language: scope.lang,
    base: scope.base,
    src,
  });

  const type = typeOf(declared, untyped, text);
  if (mode === 'base64' || isBinary(type)) return rich(isBinary(type) ? 'text' : type, decodeBase64(text));
  if (isMarkup) return rich(type === 'html' ? 'html' : 'xhtml', text);
  if (type === 'xhtml') return rich(type, escapeMarkup(text));
  return rich(type, text);
}

/** The base and language inside an element of the tree. */
export function scopeOf(element: Element, around: Scoped): Scoped {
  const base = attributeOf(element, 'base');
  const lang = attributeOf(element, 'lang');
  if (base === null && lang === null) return around;
  return { base: base ?? around.base, lang: lang === null ? around.lang : languageTag(lang) };
}

function typeOf(declared: string, untyped: 'html' | 'text' | 'guess', text: string): string {
  const bare = declared.replace(/\s*;.*$/, '');
  if (bare === 'text' || bare === 'text/plain' || bare === 'plain') return 'text';
  if (bare === 'html' || bare === 'text/html') return 'html';
  if (bare === 'xhtml' || bare === 'application/xhtml+xml' || bare === 'xml') return 'xhtml';
  if (bare.includes('/')) return bare;
  if (untyped === 'guess') return looksLikeHtml(text) ? 'html' : 'text';
  return untyped;
}

/** RFC 4287 §4.1.3.3: what is neither text nor XML is in base64. */
const isBinary = (type: string): boolean =>
  type.includes('/') && !type.startsWith('text/') && !/[+/]xml$/.test(type);

function decodeBase64(text: string): string {
  const decoded = Buffer.from(text, 'base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(decoded);
  } catch {
    return ''; // a picture or the like: nothing to read
  }
}

const INLINE =
  /^(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|tt|u|ul|wbr)$/i;

/** An end tag, or a tag with an attribute: nobody writes these into plain text by the way. */
const SURELY_MARKUP = /<\/[a-z][a-z\d]*\s*>|<[a-z][a-z\d]*\s+[a-z-]+\s*=/i;

/** Whether untyped text means HTML: by tags that can be nothing else, tags that titles hold, or a reference HTML knows. */
function looksLikeHtml(text: string): boolean {
  if (text.includes('<')) {
    if (SURELY_MARKUP.test(text)) return true;
    const tags = [...text.matchAll(/<([a-z][a-z\d]*)\s*\/?>/gi)];
    if (tags.length > 0) return tags.every(([, name = '']) => INLINE.test(name));
  }
  const reference = text.includes('&')
    ? /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z][a-z\d]{1,30});/i.exec(text)?.[0]
    : undefined;
  return reference !== undefined && decodeHTMLStrict(reference) !== reference;
}

/** Rich text as plain text on one line: for titles. */
export function toLine({ value, type }: RichText): string {
  return isHtml(type) ? htmlToLine(value) : foldSpace(value);
}

export const isHtml = (type: string): boolean => type === 'html' || type === 'xhtml';

/** The media type of rich text, as `Content.type` has it. */
export const mediaType = (type: string): string =>
  ({ text: 'text/plain', html: 'text/html', xhtml: 'application/xhtml+xml' })[type] ?? type;
