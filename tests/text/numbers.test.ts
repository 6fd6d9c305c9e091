import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/text/numbers/numbers.ts';
import { unitOf } from '../../src/text/numbers/units.ts';

const read = (text: string, language: string): readonly string[] =>
  numbersIn(text, language).map(
    ({ low, high, bound }) =>
      `${bound === 'exact' ? '' : `${bound} `}${low === high ? low : `${low}-${high}`}`,
  );

describe('numbers in a sentence', () => {
  test.each([
    ['en', 'about 40,000 tonnes and twenty-one ships', ['about 40000', '21']],
    ['en', 'two hundred and five homes, 1.4 billion crowns', ['205', '1400000000']],
    ['en', 'at least seven, more than 300, up to 12', ['least 7', 'more 300', 'most 12']],
    ['en', '$140-150 million for three to five years', ['140000000-150000000', '3-5']],
    ['en', 'won 2-1 with a T-72 on the 3rd try, one of thousands', []],
    ['ru', 'двадцать один пассажир, 12 000 тонн, 4,2 млн крон', ['21', '12000', '4200000']],
    ['ru', 'не менее тридцати, свыше 60, около 1,2 тысячи', ['least 30', 'more 60', 'about 1200']],
    [
      'ko',
      '약 1만2천 명과 1만1천800명, 9억 크로나, 4천만 원',
      ['about 12000', '11800', '900000000', '40000000'],
    ],
    ['ko', '다섯 명, 40여 명, 200명 넘게, 2명 이상', ['5', 'more 40', 'more 200', 'least 2']],
    ['ko', '닷새 동안', ['5']],
  ])('%s: %s', (language, text, numbers) => {
    expect(read(text, language)).toEqual(numbers);
  });

  test('any whole number is read as it is grouped in English and counted in Korean', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_999 }), (value) => {
        expect(read(`some ${value.toLocaleString('en-US')} people`, 'en')).toEqual([`about ${value}`]);
        const [tens, rest] = [Math.floor(value / 10_000), value % 10_000];
        const korean = tens > 0 ? `${tens}만${rest > 0 ? ` ${rest}` : ''}` : `${rest}`;
        expect(read(`${korean}명`, 'ko')).toEqual([`${value}`]);
      }),
    );
  });
});

test('units of three languages are one unit', () => {
  expect(['km', 'километров', '킬로미터'].map((word) => unitOf(word)?.factor)).toEqual([1000, 1000, 1000]);
  expect(unitOf('тонн')?.id).toBe(unitOf('톤')?.id);
  expect(unitOf('people')).toBeNull();
});
