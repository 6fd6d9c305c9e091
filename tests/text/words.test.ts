import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { stem } from '../../src/text/stem.ts';
import { eachTerm, type TermOptions, termOf, words } from '../../src/text/words.ts';

function terms(text: string, language: string, options: TermOptions = {}): readonly string[] {
  const found: string[] = [];
  eachTerm(text, language, options, (term) => found.push(term));
  return found;
}

describe('words', () => {
  it('keeps each word as it is written, with its place', () => {
    const text = 'Belousov spoke; 푸틴은 left.';
    expect(words(text, 'en').map(({ text: word }) => word)).toEqual(['Belousov', 'spoke', '푸틴은', 'left']);
    for (const { text: word, start } of words(text, 'en'))
      expect(text.slice(start, start + word.length)).toBe(word);
  });

  it('are those of one expression, also where they are read without it', () => {
    const word =
      /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?![[\p{L}\p{M}]--\p{Script=Hangul}])|\p{Script=Hangul}+|[[\p{L}\p{N}]--\p{Script=Hangul}][[\p{L}\p{M}\p{N}]--\p{Script=Hangul}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*/gv;
    const piece = fc.constantFrom(..."aZ.яЁ1,'’ \u0301—_:-푸é@/%Uб[`{");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const expected = [...text.matchAll(word)].map(({ 0: match, index }) => ({
          text: match,
          start: index,
        }));
        expect(words(text, 'en')).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps dotted abbreviations, names with an apostrophe and numbers with separators whole', () => {
    expect(words("The U.S. sent O'Neill 1,250.5 tonnes", 'en').map(({ text }) => text)).toEqual([
      'The',
      'U.S.',
      'sent',
      "O'Neill",
      '1,250.5',
      'tonnes',
    ]);
  });

  it('parts Hangul from the Latin letters or digits it is tied to', () => {
    expect(words('KCNA의 보도, 2만명', 'ko').map(({ text }) => text)).toEqual([
      'KCNA',
      '의',
      '보도',
      '2',
      '만명',
    ]);
  });

  it('cuts scripts without spaces into words', () => {
    expect(words('金正恩访问俄罗斯', 'zh').map(({ text }) => text)).toContain('俄罗斯');
    expect(words('プーチン大統領が北朝鮮を訪問', 'ja').map(({ text }) => text)).toContain('北朝鮮');
  });

  it('reads no further than it is asked to', () => {
    expect(words('one two three four', 'en', 2)).toHaveLength(2);
    expect(words('金正恩访问俄罗斯', 'zh', 1)).toHaveLength(1);
  });

  it('gives words that stand in the text where it says, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        words(text, 'en').every((word) => word.text !== '' && text.startsWith(word.text, word.start)),
      ),
    );
  });
});

describe('the terms of a text', () => {
  it('drops stop words and numbers, and stems what is left', () => {
    expect(terms('The 600 sappers were clearing minefields in Kursk', 'en')).toEqual([
      'sapper',
      'clear',
      'minefield',
      'kursk',
    ]);
  });

  it('keeps numbers whole on request, without their thousands separators', () => {
    expect(terms('75,160 tonnes, 1.5 mln', 'en', { numbers: true })).toEqual(['75160', 'tonn', '1.5', 'mln']);
  });

  it('keeps stop words on request', () => {
    expect(terms('not in the city', 'en', { stopWords: true })).toEqual(['not', 'in', 'the', 'citi']);
  });

  it('tells the country U.S. from the word us', () => {
    expect(terms('They told us', 'en')).toEqual([]);
    expect(terms('U.S. exports', 'en')).toEqual(['us', 'export']);
  });

  it('keeps the countries and cities that lists of stop words hold', () => {
    expect(terms('Россия и мир: Москва ждёт', 'ru')).toEqual(['росс', 'мир', 'москв', 'ждет']);
  });

  it('treats a word of another script in the language that script suggests', () => {
    expect(terms('KCNA reports: 북한이 파병했다', 'ru')).toEqual(['kcna', 'report', '북한', '파병']);
  });

  it('gives nothing for an empty text, punctuation or symbols', () => {
    expect(terms('', 'en')).toEqual([]);
    expect(terms('— … 🙂 ***', 'ru')).toEqual([]);
  });

  it('is not fooled by words that every object has', () => {
    expect(terms('constructor toString', 'en')).toEqual(['constructor', 'tostr']);
  });

  it('agrees with the term of each single word', () => {
    const text = 'Путин поздравил военных КНДР';
    expect(terms(text, 'ru')).toEqual(words(text, 'ru').map(({ text: word }) => termOf(word, 'ru')));
  });
});

describe('fold', () => {
  it.each([
    ['Kraków', 'krakow'],
    ['Müller', 'muller'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ёлка', 'елка'],
    ['Ива\u0301н', 'иван'],
    ['Йод', 'йод'],
    ['Київ', 'київ'],
    ['İstanbul', 'istanbul'],
    ['ＫＣＮＡ', 'kcna'],
    ['U.S.', 'us'],
    ['O’Neill', 'oneill'],
    ['푸틴', '푸틴'],
  ])('makes %s into %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('composes what comes in parts: и and a breve are й, jamo are syllables', () => {
    expect(fold('И\u0306од')).toBe('йод');
    expect(fold('푸틴'.normalize('NFD'))).toBe('푸틴');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('stem', () => {
  it.each([
    ['en', 'monuments', 'monument'],
    ['ru', 'памятника', 'памятник'],
    ['ru', 'военнослужащими', 'военнослужащих'],
    ['ko', '러시아는', '러시아'],
    ['de', 'Soldaten', 'Soldat'],
  ])('brings the forms of a word together (%s: %s, %s)', (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language));
  });

  it('only folds a language nobody stems', () => {
    expect(stem('Пуцін', 'be')).toBe('пуцін');
    expect(stem('Reports', 'und')).toBe('reports');
  });
});
