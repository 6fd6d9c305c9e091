import { decodeHTMLStrict } from 'entities';
import { cleanCharacters } from '../../text/characters.ts';

/** Longer replacement texts are no characters or names but an attack. */
const LONGEST_ENTITY = 200;
/** Characters all declared entities of a document may grow to: what a billion laughs would be after. */
const MOST_EXPANSION = 1_000_000;

/** No reference is longer: `&` and `;` not counted. */
const LONGEST_REFERENCE = 64;
const ENTITY = /ENTITY\s+([A-Za-z][\w.-]{0,63})\s+(?:"([^"<%]*)"|'([^'<%]*)')\s*$/;

/** The five that XML itself has. Nearly every reference is one of them. */
const XML: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export interface References {
  /** Reads a markup declaration of a DTD; only entities that stand for plain text are taken note of, never external ones. */
  declare(declaration: string): void;
  /**
   * Replaces the references in text: to characters, to entities the document declares, and to those of HTML, which feeds use
   * without declaring them. What is unknown, and a bare `&`, stays as it is.
   */
  decode(text: string): string;
}

/** Character and entity references of one XML document, XML 1.0 §4.1. */
export function createReferences(): References {
  const declared = new Map<string, string>();
  let expanded = 0;

  /** What a reference stands for, `&` and `;` taken off; null: it is none, or not known. */
  const meaning = (reference: string): string | null => {
    if (reference.startsWith('#')) return character(reference.slice(1));
    if (reference.length < 5 && Object.hasOwn(XML, reference)) return XML[reference] ?? null;
    if (!/^[A-Za-z][\w.-]*$/.test(reference)) return null;
    const value = declared.get(reference);
    if (value === undefined) {
      const decoded = decodeHTMLStrict(`&${reference};`);
      return decoded.startsWith('&') && decoded.length > 1 ? null : decoded;
    }
    expanded += value.length;
    return expanded > MOST_EXPANSION ? null : value;
  };

  return {
    declare(declaration) {
      const [, name = '', double, single] = ENTITY.exec(declaration) ?? [];
      const value = double ?? single;
      // The first declaration counts (XML 1.0 §4.2), and none may stand for others.
      if (value === undefined || value.length > LONGEST_ENTITY || declared.has(name)) return;
      const plain = replaceReferences(value, (reference) =>
        reference.startsWith('#') ? meaning(reference) : null,
      );
      if (!/[&<]/.test(plain)) declared.set(name, plain);
    },
    decode: (text) => (text.includes('&') ? replaceReferences(text, meaning) : text),
  };
}

/** Replaces what `meaning` knows. By hand, since a regular expression with groups takes a hundred bytes for each reference. */
function replaceReferences(text: string, meaning: (reference: string) => string | null): string {
  const parts: string[] = [];
  let copied = 0;
  let end = -1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (end < at) end = text.indexOf(';', at);
    if (end < 0) break;
    if (end - at - 1 > LONGEST_REFERENCE) continue;
    const value = meaning(text.slice(at + 1, end));
    if (value === null) continue;
    parts.push(text.slice(copied, at), value);
    copied = end + 1;
    at = end;
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied);
}

/** The character of a code point, written `38` or `x26`; nothing for one that XML does not allow, null for no number. */
function character(written: string): string | null {
  const isHexadecimal = /^x[\da-f]{1,6}$/i.test(written);
  if (!isHexadecimal && !/^\d{1,7}$/.test(written)) return null;
  const point = Number.parseInt(isHexadecimal ? written.slice(1) : written, isHexadecimal ? 16 : 10);
  return point > 0x10ffff ? '' : cleanCharacters(String.fromCodePoint(point));
}
