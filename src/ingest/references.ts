import { decodeHTMLStrict } from 'entities';

/** Longer replacement texts are no characters or names but an attack. */
const LONGEST_ENTITY = 200;
/** Characters all declared entities of a document may grow to: what a billion laughs would be after. */
const MOST_EXPANSION = 1_000_000;

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][\w.-]{0,63}));/g;
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

  const entity = (reference: string, name: string): string => {
    const own = name.length < 5 && Object.hasOwn(XML, name) ? XML[name] : undefined;
    if (own !== undefined) return own;
    const value = declared.get(name);
    if (value === undefined) return decodeHTMLStrict(reference);
    expanded += value.length;
    return expanded > MOST_EXPANSION ? reference : value;
  };
  const replace = (reference: string, decimal?: string, hexadecimal?: string, name?: string): string => {
    if (name !== undefined) return entity(reference, name);
    return character(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal));
  };
  const decode = (text: string): string => (text.includes('&') ? text.replace(REFERENCE, replace) : text);

  return {
    declare(declaration) {
      const match = ENTITY.exec(declaration);
      const [, name = '', double, single] = match ?? [];
      const value = double ?? single;
      // The first declaration counts (XML 1.0 §4.2), and none may stand for others.
      if (value === undefined || value.length > LONGEST_ENTITY || declared.has(name)) return;
      const plain = value.replace(REFERENCE, (...parts) =>
        parts[3] === undefined ? replace(...parts) : '&',
      );
      if (!plain.includes('&') && !plain.includes('<')) declared.set(name, plain);
    },
    decode,
  };
}

/** The character of a code point; nothing for one that XML 1.0 §2.2 does not allow. 128 to 159 are `cleanCharacters`' to mend. */
function character(point: number): string {
  const allowed = point === 0x9 || point === 0xa || point === 0xd || (point >= 0x20 && point <= 0x10ffff);
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return allowed && !surrogate && (point & 0xfffe) !== 0xfffe ? String.fromCodePoint(point) : '';
}
