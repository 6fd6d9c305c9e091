import { describe, expect, test } from 'vitest';
import { charsetParameter, decodeDocument } from '../../src/text/charset.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const xml = (encoding: string | null, text: readonly number[]): Uint8Array =>
  bytes(`<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><t>`, text, '</t>');
const textIn = (document: Uint8Array, stated: string | null = null): string =>
  /<t>(.*)<\/t>/s.exec(decodeDocument(document, stated).text)?.[1] ?? '';

/** «Порт открыт, лёд сошёл» in KOI8-R. */
const KOI8 = [
  0xf0, 0xcf, 0xd2, 0xd4, 0x20, 0xcf, 0xd4, 0xcb, 0xd2, 0xd9, 0xd4, 0x2c, 0x20, 0xcc, 0xa3, 0xc4, 0x20, 0xd3,
  0xcf, 0xdb, 0xa3, 0xcc,
];
const PORT = 'Порт открыт, лёд сошёл';
/** «나루터가 다시 문을 열었다» in EUC-KR. */
const EUC_KR = [
  0xb3, 0xaa, 0xb7, 0xe7, 0xc5, 0xcd, 0xb0, 0xa1, 0x20, 0xb4, 0xd9, 0xbd, 0xc3, 0x20, 0xb9, 0xae, 0xc0, 0xbb,
  0x20, 0xbf, 0xad, 0xbe, 0xfa, 0xb4, 0xd9,
];
/** 「港の渡し船が再開した」 in Shift_JIS. */
const SHIFT_JIS = [
  0x8d, 0x60, 0x82, 0xcc, 0x93, 0x6e, 0x82, 0xb5, 0x91, 0x44, 0x82, 0xaa, 0x8d, 0xc4, 0x8a, 0x4a, 0x82, 0xb5,
  0x82, 0xbd,
];

describe('what a document is encoded in', () => {
  test('a byte order mark is believed before everything else', () => {
    const document = bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="koi8-r"?><t>é</t>');
    expect(textIn(document, 'windows-1251')).toBe('é');
    expect(decodeDocument(document, null).text).not.toContain('\ufeff');
  });

  test('then the transport, then the declaration', () => {
    expect(textIn(xml('windows-1251', [0xcf]), 'koi8-r')).toBe('о');
    expect(textIn(xml('windows-1251', [0xcf]))).toBe('П');
    expect(textIn(xml("koi8-r' standalone='no", [0xcf]).slice())).not.toBe('');
  });

  test('a label nobody knows counts as none', () => {
    expect(textIn(xml('bogus', [0xc3, 0xa9]), 'x-nonsense')).toBe('é');
  });

  test.each([
    ['KOI8-R', KOI8, PORT],
    ['EUC-KR', EUC_KR, '나루터가 다시 문을 열었다'],
    ['Shift_JIS', SHIFT_JIS, '港の渡し船が再開した'],
  ])('%s is told by its letters, undeclared or declared as UTF-8 or Latin-1', (_, encoded, text) => {
    expect(textIn(xml(null, encoded))).toBe(text);
    expect(textIn(xml('utf-8', encoded))).toBe(text);
    expect(textIn(xml(null, encoded), 'iso-8859-1')).toBe(text);
  });

  test('UTF-8 behind a server that says Latin-1 of everything is UTF-8', () => {
    expect(textIn(xml('utf-8', [...Buffer.from('Märklin — “naïve”')]), 'iso-8859-1')).toBe(
      'Märklin — “naïve”',
    );
  });

  test('Latin-1 is read as windows-1252, as every browser does', () => {
    expect(textIn(xml('iso-8859-1', [0x93, 0xe9, 0x94]))).toBe('“é”');
  });

  test('a few broken bytes do not make UTF-8 something else', () => {
    const text = 'Märklin läßt die Fähre über den Kanal fahren';
    expect(textIn(xml('utf-8', [...Buffer.from(text), 0xe2, 0x80]))).toBe(`${text}\ufffd`);
  });

  test.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ])('%s without a mark is told by its zeros', (encoding, swapped) => {
    const document = Buffer.from('<?xml version="1.0"?><t>лёд</t>', 'utf16le');
    const decoded = decodeDocument(swapped ? document.swap16() : document, 'utf-8');
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain('<t>лёд</t>');
  });

  test('a declared UTF-16 that can be read as ASCII is not one', () => {
    expect(textIn(xml('utf-16', [0xc3, 0xa9]))).toBe('é');
  });

  test('UTF-32 is read with and without its mark', () => {
    const units = Uint32Array.from('<t>лёд🚢</t>', (character) => character.codePointAt(0) ?? 0);
    const little = new Uint8Array(units.buffer);
    expect(textIn(little)).toBe('лёд🚢');
    expect(textIn(bytes([0xff, 0xfe, 0, 0], [...little]))).toBe('лёд🚢');
  });

  test.each([
    ['ibm852', [0x8f, 0xa4], 'ĆĄ'],
    ['cp437', [0x81], 'ü'],
    ['csIBM855', [0xa0], 'а'],
    ['x-mac-cyrillic', [0x80], 'А'],
    ['macroman', [0x8a], 'ä'],
    ['windows_1253', [0xe1], 'α'],
    ['ms_kanji', [0x8d, 0x60], '港'],
    ['euc_kr', [0xb3, 0xaa], '나'],
    ['eucGB2312-CN', [0xb8, 0xdb], '港'],
    ['cp1051', [0xce], 'ö'],
  ])('%s, which few still write, is read', (encoding, encoded, text) => {
    expect(textIn(xml(encoding, encoded))).toBe(text);
  });

  test('EBCDIC is read by what its declaration says', () => {
    // <?xml version="1.0" encoding="cp037"?><t>A</t>
    const document = Buffer.from(
      '4c6fa79493a5859922'.slice(0, 10) +
        '40a58599a2899695' +
        '7e7ff14bf07f' +
        '40859583968489958' +
        '77e7f8397f0f3f77f6f6e4ca36ec14c61a36e',
      'hex',
    );
    expect(decodeDocument(document, null)).toEqual({
      text: '<?xml version="1.0" encoding="cp037"?><t>A</t>',
      encoding: 'ibm037',
    });
  });

  test('the quotes of a declaration are those of its own EBCDIC', () => {
    // <?xml version="1.0" encoding="cp1026"?><t>A</t>, with the double quote at 0xfc
    const document = Buffer.from(
      '4c6fa7949340a58599a28996957efcf14bf0fc40859583968489958' + '77efc8397f1f0f2f6fc6f6e4ca36ec14c61a36e',
      'hex',
    );
    expect(decodeDocument(document, null)).toMatchObject({ encoding: 'ibm1026' });
    expect(textIn(document)).toBe('A');
  });

  test('a few accented letters in an unstated encoding are those of windows-1252', () => {
    expect(textIn(xml(null, [...Buffer.from('café - naïve', 'latin1')]))).toBe('café - naïve');
    expect(textIn(xml('utf-8', [...Buffer.from('Straßenbahn', 'latin1')]))).toBe('Straßenbahn');
  });

  test('nothing at all is an empty text', () => {
    expect(decodeDocument(new Uint8Array(), null)).toEqual({ text: '', encoding: 'utf-8' });
  });
});

test.each([
  ['text/xml; charset=koi8-r', 'koi8-r'],
  ['application/rss+xml;charset="utf-8"; q=1', 'utf-8'],
  ["text/xml; charset = 'us-ascii'", 'us-ascii'],
  ['text/xml; qs=0.9', null],
  ['text/xml', null],
])('the charset of %s', (header, charset) => {
  expect(charsetParameter(header)).toBe(charset);
});
