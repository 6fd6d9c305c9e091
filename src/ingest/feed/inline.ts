import { escapeMarkup } from '../../text/html/html.ts';
import { LONGEST_TEXT } from './limits.ts';
import type { Attribute } from './tags.ts';

/** Elements of HTML that have no end tag, §13.1.2. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export const isVoid = (tag: string): boolean => VOID.has(tag);

/** What a text construct holds. */
export interface InlineText {
  readonly value: string;
  /** Whether `value` is markup that stood there as such; otherwise it is text that was escaped, or no markup at all. */
  readonly isMarkup: boolean;
}

export interface Inline {
  /** Text with its references replaced. */
  text(data: string): void;
  open(tag: string, attributes: readonly Attribute[]): void;
  close(tag: string): void;
  /** @param unwrap whether one `div` around everything is only a wrapper, as in Atom (RFC 4287 §3.1.1.3) */
  end(unwrap: boolean): InlineText;
}

/**
 * Gathers the content of a text construct: markup and text in their order, which rss-parser's tree of objects would lose.
 *
 * @param escapes the construct says of itself that its markup is escaped. A `div` round it is a mistake then, and dropped.
 */
export function createInline(escapes: boolean): Inline {
  /** Text, then tags, in turns: even places hold text, odd ones tags. */
  const parts: string[] = [''];
  let depth = 0;
  let outermost = 0;
  let length = 0;
  const tag = (written: string): void => {
    length += written.length;
    if (length <= LONGEST_TEXT) parts.push(written, '');
  };
  const join = (texts: (text: string) => string, from: readonly string[]): string =>
    from.map((part, at) => (at % 2 === 0 ? texts(part) : part)).join('');

  return {
    text(data) {
      if (length < LONGEST_TEXT) parts[parts.length - 1] += data.slice(0, LONGEST_TEXT - length);
      length += data.length;
    },
    open(name, attributes) {
      if (depth === 0) outermost += 1;
      if (!isVoid(name)) depth += 1;
      tag(`<${name}${attributes.map(writeAttribute).join('')}${isVoid(name) ? ' /' : ''}>`);
    },
    close(name) {
      if (isVoid(name)) return;
      depth -= 1;
      tag(`</${name}>`);
    },
    end(unwrap) {
      const [before = ''] = parts;
      if (parts.length === 1) return { value: before, isMarkup: false };
      const alone = outermost === 1 && before.trim() === '' && parts.at(-1)?.trim() === '';
      const wrapped = alone && /^<div[\s>]/.test(parts[1] ?? '') && parts.at(-2) === '</div>';
      if (wrapped && escapes && parts.length === 5) return { value: parts[2] ?? '', isMarkup: false };
      const kept = wrapped && (unwrap || escapes) ? parts.slice(2, -2) : parts;
      return { value: join(escapeMarkup, kept), isMarkup: true };
    },
  };
}

const writeAttribute = ([name, value]: Attribute): string =>
  ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
