import { createRequire } from 'node:module';
import { type CodePage, codePage, decodeCodePage } from './code-pages.ts';

const load = createRequire(import.meta.url);

export interface Decoded {
  readonly text: string;
  /** The character encoding it was decoded by: a WHATWG name in lower case, or one of code-pages.ts. */
  readonly encoding: string;
}

/**
 * Decodes an XML or JSON document. What is believed, in this order (RFC 7303 §3, XML 1.0 appendix F): a byte order mark, the
 * transport, the XML declaration, a guess. A statement that the bytes belie is passed over: UTF-8 that is not,
 * UTF-16 without its zeros, and the servers' default of Latin-1 on bytes that are UTF-8 or no Latin script at all.
 *
 * @param stated the charset the transport states; null: none.
 */
export function decodeDocument(bytes: Uint8Array, stated: string | null): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return marked;
  const utf8 = strictly('utf-8', bytes);
  const asUtf8 = utf8 === null ? null : { text: utf8, encoding: 'utf-8' };
  for (const label of [stated, declaredIn(bytes)]) {
    const charset = label === null ? null : charsetOf(label);
    if (charset === null || charset === 'utf-16') continue;
    if (typeof charset !== 'string') return { text: decodeCodePage(bytes, charset), encoding: charset.name };
    if (charset === 'utf-8') {
      if (asUtf8) return asUtf8;
    } else if (charset === 'windows-1252') {
      if (asUtf8) return asUtf8.text.length === bytes.length ? { ...asUtf8, encoding: charset } : asUtf8; // all ASCII is both
      if (looksLatin(bytes)) return loosely(charset, bytes);
    } else {
      const text = strictly(charset, bytes);
      if (text !== null) return { text, encoding: charset };
    }
  }
  return asUtf8 ?? brokenUtf8(bytes) ?? loosely(guess(bytes), bytes);
}

/** The `charset` parameter of a Content-Type header, RFC 9110 §8.3; single quotes, which some servers send, are taken off too. */
export function charsetParameter(contentType: string | null): string | null {
  const value = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;]+))/i.exec(contentType ?? '');
  return value?.[1] ?? value?.[2] ?? value?.[3] ?? null;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

function byMark(bytes: Uint8Array): Decoded | null {
  const mark = MARKS.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  return mark ? unicode(mark[0], bytes.subarray(mark[1].length)) : null;
}

/** UTF-16 and UTF-32 without a mark, told by where the zeros of the first, surely ASCII, characters stand. */
function byZeros(bytes: Uint8Array): Decoded | null {
  const zeros = Array.from(bytes.subarray(0, 8), (byte) => (byte === 0 ? '0' : 'x')).join('');
  if (zeros === '000x000x') return unicode('utf-32be', bytes);
  if (zeros === 'x000x000') return unicode('utf-32le', bytes);
  if (zeros === '0x0x0x0x') return unicode('utf-16be', bytes);
  return zeros === 'x0x0x0x0' ? unicode('utf-16le', bytes) : null;
}

function unicode(encoding: string, bytes: Uint8Array): Decoded {
  if (!encoding.startsWith('utf-32')) return loosely(encoding, bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~3);
  let text = '';
  for (let at = 0; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return { text, encoding };
}

/** The encoding an XML declaration states, read as ASCII, or as EBCDIC where it begins with `<?xml` in that. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 512);
  const ebcdic = start[0] === 0x4c && start[1] === 0x6f ? codePage('ebcdic-cp-us') : null;
  const text = ebcdic ? decodeCodePage(start, ebcdic) : new TextDecoder('latin1').decode(start);
  const quoted = ebcdic ? /^\s*<\?xml\s[^>]*?encoding\s*=\s*.\s*([\w.:-]+)/ : DECLARED; // each EBCDIC has its own quotes
  return quoted.exec(text)?.[1] ?? null;
}

const DECLARED = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/;

/** The name `TextDecoder` has for a label, `utf-16` for all that need zeros, or a code page; null: nobody knows it. */
function charsetOf(label: string): string | CodePage | null {
  const written = label.trim().toLowerCase().replaceAll('_', '-');
  const plain = /^(iso-?8859-?\d{1,2})[:-]\d{4}$/.exec(written)?.[1] ?? written; // with the year of the standard
  if (/^(?:u|utf)-?(?:16|32)/.test(plain)) return 'utf-16';
  const known =
    whatwgName(label.trim()) ??
    whatwgName(/^125\d$/.test(plain) ? `cp${plain}` : plain) ??
    whatwgName(plain.replaceAll('-', '')) ??
    whatwgName(VENDOR[plain.replace(/^(?:ms|cp)?(?=\d+$)/, 'cp').replaceAll('-', '')] ?? '');
  return known ?? codePage(plain);
}

/** Names that Microsoft, Apple, IANA and Python have for encodings of the WHATWG, without their hyphens. */
const VENDOR: Readonly<Record<string, string>> = {
  cp874: 'windows-874',
  cp932: 'shift_jis',
  shiftjis: 'shift_jis',
  mskanji: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  euckr: 'euc-kr',
  ksx1001: 'euc-kr',
  ksc56011987: 'euc-kr',
  cp950: 'big5',
  big5tw: 'big5',
  big5hkscs: 'big5',
  cp65001: 'utf-8',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  iso2022jp: 'iso-2022-jp',
  euccn: 'gbk',
  eucgb2312cn: 'gbk',
  gb23121980: 'gbk',
  gb231280: 'gbk',
  gb180302000: 'gb18030',
  elot928: 'iso-8859-7',
  latin7: 'iso-8859-13',
  maccyrillic: 'x-mac-cyrillic',
  macroman: 'macintosh',
  thai: 'windows-874',
  tis620: 'windows-874',
};

function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function loosely(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** UTF-8 with some bytes broken, by truncation or by text pasted in: at most one to two characters beyond ASCII. */
function brokenUtf8(bytes: Uint8Array): Decoded | null {
  const decoded = loosely('utf-8', bytes);
  const broken = decoded.text.match(/\ufffd/g)?.length ?? 0;
  const good = decoded.text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return broken * 2 <= good ? decoded : null;
}

/**
 * Whether bytes can be Latin script: letters beyond ASCII stand alone or in pairs, elsewhere they make whole words; and what
 * windows-1252 leaves undefined does not occur.
 */
function looksLatin(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
  if (/[\x81\x8d\x8f\x90\x9d]/.test(text)) return false;
  const runs = text.match(/[^\0-\x7f]+/g) ?? [];
  return runs.filter((run) => run.length > 3).length * 2 <= runs.length;
}

/** What a guess looks at: more tells it no better. */
const SAMPLE = 65_536;

/** The most likely encoding of text in an unknown one. Markup is left out, since its letters would speak for Latin script. */
function guess(bytes: Uint8Array): string {
  const { analyse } = load('chardet') as typeof import('chardet');
  const visible: number[] = [];
  let inTag = false;
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte === 0x3c) inTag = true;
    if (!inTag) visible.push(byte);
    if (byte === 0x3e) inTag = false;
  }
  const found = analyse(Uint8Array.from(visible)).flatMap(({ name, confidence }) => {
    const charset = whatwgName(name);
    return charset === null || charset === 'utf-8' ? [] : [{ charset, confidence }];
  });
  const best = found[0];
  const isSure = best !== undefined && (best.confidence >= SURE || !looksLatin(bytes));
  return isSure ? best.charset : 'windows-1252';
}

/** Below this confidence, in percent, a few letters of Latin script are what most of the web writes them in. */
const SURE = 30;
