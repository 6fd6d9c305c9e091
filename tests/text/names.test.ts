import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFinder } from '../../src/text/names/finder.ts';
import { languageOfName, nameForms } from '../../src/text/names/names.ts';
import type { Name } from '../../src/text/names/tries.ts';

const thing = (text: string): Name<string> => ({
  text,
  language: languageOfName(text),
  isPerson: false,
  of: text,
});
const person = (text: string): Name<string> => ({ ...thing(text), isPerson: true });

/** What is found of the names in a text, as it stands there. */
function found(names: readonly Name<string>[], text: string): readonly string[] {
  return nameFinder(names)(text).found.map(({ start, end }) => text.slice(start, end));
}

describe('a Russian name', () => {
  it.each([
    ['Путин', ['Путина', 'Путину', 'Путиным', 'Путине']],
    ['Владимир Путин', ['Владимира Путина', 'Владимиром Путиным', 'Владимире Путине']],
    ['Ким Чен Ын', ['Ким Чен Ына', 'Ким Чен Ыну', 'Ким Чен Ыном', 'Ким Чен Ыне']],
    ['Цой Сон Хи', ['Цой Сон Хи']],
    ['Мария Захарова', ['Марии Захаровой', 'Марию Захарову', 'Марией Захаровой']],
    ['Сергей Шойгу', ['Сергея Шойгу', 'Сергею Шойгу', 'Сергеем Шойгу']],
    ['Павел Зорин', ['Павла Зорина', 'Павлом Зориным']],
    ['Дмитрий Вяземский', ['Дмитрия Вяземского', 'Дмитрием Вяземским']],
    ['Олег Кожемяко', ['Олега Кожемяко', 'Олегом Кожемяко']],
  ])('of a person is found in every case: %s', (name, forms) => {
    for (const form of [name, ...forms])
      expect(found([person(name)], `Речь шла о встрече: ${form}.`)).toEqual([form]);
  });

  it.each([
    ['Россия', ['России', 'Россию', 'Россией']],
    ['Северная Корея', ['Северной Кореи', 'Северную Корею', 'Северной Кореей']],
    ['Курская область', ['Курской области', 'Курскую область', 'Курской областью']],
    ['Совет Безопасности', ['Совета Безопасности', 'Советом Безопасности']],
    ['Центральное телеграфное агентство Кореи', ['Центрального телеграфного агентства Кореи']],
    ['космодром Восточный', ['космодрома Восточного', 'космодромом Восточным']],
    ['Санкт-Петербург', ['Санкт-Петербурга', 'Санкт-Петербургом']],
    ['сапёр', ['сапёры', 'сапёров', 'саперов', 'сапёрами']],
    ['санкция', ['санкции', 'санкций', 'санкциями']],
    ['россияне', ['россиян', 'россиянам']],
    ['северокорейский', ['северокорейская', 'северокорейского', 'северокорейскими', 'северокорейское']],
    [
      'российско-северокорейский',
      ['российско-северокорейских', 'российско-северокорейскому', 'Российско-северокорейская'],
    ],
    ['КНДР', ['КНДР']],
  ])('of a place, a body or a thing too: %s', (name, forms) => {
    for (const form of forms) expect(found([thing(name)], `— ${form}, — сказано там`)).toEqual([form]);
  });

  it('is not found in words that only begin like it', () => {
    expect(
      found(
        [person('Путин'), thing('Курск'), thing('Россия')],
        'Путинка, распутин, Курсков-град, пророссийский',
      ),
    ).toEqual([]);
  });
});

describe('a Korean name', () => {
  const names = [
    person('푸틴'),
    person('김정은'),
    thing('북한'),
    thing('러시아'),
    thing('러'),
    thing('북'),
    thing('평양'),
  ];

  it.each([
    '푸틴은',
    '푸틴과의',
    '푸틴에게는',
    '푸틴이라는',
    '푸틴이었다',
    '김정은이',
    '김정은을',
    '김정은위원장이',
    '북한에서는',
    '북한군은',
    '북한까지도',
    '러시아로부터의',
    '러시아와',
    '러시아인들이',
    '러시아대사관에',
    '러에',
    '러의',
    '평양으로',
    '평양측은',
  ])('is found with what may follow it: %s', (word) => {
    const [name] = found(names, `${word} 전했다`);
    expect(word.startsWith(name ?? '-')).toBe(true);
  });

  it.each([
    '북한산',
    '북한산에',
    '러시아어',
    '러닝화',
    '북극',
    '북부',
    '러일',
    '평양냉면',
    '대북한강',
    '조선업',
    '북가',
    '평양가',
  ])('is not found in another word: %s', (word) => {
    expect(found([...names, thing('조선')], `오늘 ${word} 이야기`)).toEqual([]);
  });

  it('of several words is found without spaces too, and in other scripts beside it', () => {
    expect(found([thing('북러 정상회담')], '북러 정상회담과 북러정상회담에서')).toEqual([
      '북러 정상회담',
      '북러정상회담',
    ]);
    expect(found([thing('KCNA'), thing('北'), thing('북·러')], 'KCNA는 北김정은, 북ㆍ러')).toEqual([
      'KCNA',
      '北',
      '북ㆍ러',
    ]);
  });
});

describe('a name in Han or kana', () => {
  const names = [thing('露朝'), thing('ロシア'), thing('朝鲜'), thing('北'), thing('ウラジーミル・プーチン')];

  it('is found anywhere, since there are no spaces', () => {
    expect(found(names, '今日の露朝首脳会談、対ロシア関係')).toEqual(['露朝', 'ロシア']);
    expect(found(names, '俄媒称朝鲜领导人访问')).toEqual(['朝鲜']);
    expect(found(names, '大統領ウラジーミル·プーチン氏、ウラジーミルプーチン')).toEqual([
      'ウラジーミル·プーチン',
      'ウラジーミルプーチン',
    ]);
  });

  it('of a single sign is found by itself only', () => {
    expect(found(names, '北, 미사일 발사')).toEqual(['北']);
    expect(found(names, '北京と北海道')).toEqual([]);
  });
});

describe('any other name', () => {
  it.each([
    ['Kim Jong Un', 'Kim Jong-un'],
    ['Kim Jong-un', 'KIM JONG UN'],
    ['Kim Jong Un', 'Kim Jong‑un’s'],
    ['Russia–North Korea', 'Russia-North Korea'],
    ["Workers' Party", 'Workers’ Party'],
    ["Russia's Defence Ministry", 'Russia’s Defence Ministry'],
    ['N. Korea', 'N.Korea'],
    ['São Tomé', 'Sao Tome'],
    ['U.S.', 'US'],
    ['US', 'U.S.'],
    ['DPRK', 'D.P.R.K.'],
    ['North Korea', 'North\nKorea'],
    ['38 North', '38 North'],
  ])('%s is found as %s', (name, written) => {
    const [first = ''] = found([thing(name)], `Then ${written} answered`);
    expect(written.startsWith(first) && first.length >= written.length - 2).toBe(true);
  });

  it('does not reach over the end of a sentence', () => {
    expect(found([thing('North Korea')], 'They went North. Korea followed. North, Korea')).toEqual([]);
  });

  it('asks for a capital where it is one capitalised word, and for capitals where it is two or three', () => {
    expect(found([thing('Восточный')], 'восточный ветер на Восточном')).toEqual(['Восточном']);
    expect(found([thing('US'), thing('UN')], 'us and un, Us, the US, the UN’s')).toEqual(['US', 'UN']);
    expect(found([thing('sanctions')], 'SANCTIONS, Sanctions')).toEqual(['SANCTIONS', 'Sanctions']);
  });

  it('that is a plain word otherwise is not believed in a title all in capitals', () => {
    expect(found([thing('US'), thing('RF')], 'MINISTER TELLS US: RF WILL ANSWER')).toEqual(['RF']);
  });

  it('is never found inside a longer word', () => {
    const word = fc.stringMatching(/^[a-zа-яё0-9]{1,4}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('Russia', 'Пхеньян', 'DPRK'), (before, after, name) => {
        const { found: hits } = nameFinder([thing(name)])(`x ${before}${name} ${before}${name}${after} y`);
        expect(hits).toEqual([]);
      }),
    );
  });

  it('stands in the text where it is said to stand, in the order of the text', () => {
    const names = ['Russia', 'North Korea', 'Korea', 'Ким Чен Ын', '북한', '朝鲜', 'US'].map(thing);
    const find = nameFinder(names);
    const piece = fc.constantFrom(
      'Russia',
      ' ',
      '. ',
      'North ',
      'Korea',
      '북한은 ',
      'Ким Чен Ына',
      '朝鲜',
      'U.S. ',
      'x',
      '\n',
      '’s',
      '́',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const { found: hits, words } = find(text);
          for (const { start, end, word } of hits) {
            expect(text.slice(start, end).trim()).toHaveLength(end - start);
            expect(word).toBeLessThan(words);
          }
          expect(hits.map(({ start }) => start)).toEqual(
            hits.map(({ start }) => start).toSorted((a, b) => a - b),
          );
        },
      ),
    );
  });
});

describe('many names and long texts', () => {
  it('100,000 names are looked for as quickly as one', () => {
    const letters = [...'abcdefghij'];
    const many = Array.from({ length: 100_000 }, (_, at) =>
      thing([...String(at).padStart(5, '0')].map((digit) => letters[Number(digit)]).join('')),
    );
    const find = nameFinder(many);
    const { found: hits } = find('the bbbbb and the jjjjj, not the bbbbbb');
    expect(hits.map(({ of }) => of)).toEqual(['bbbbb', 'jjjjj']);
  });

  it.each([
    ['beginnings of names', 'Kim Jong '],
    ['a word without end', '북한'],
    ['Han without end', '朝鲜'],
    ['initials', 'N. '],
    ['marks', 'e\u0301'],
  ])('2 MB of %s take no more than a few seconds', (_, piece) => {
    const find = nameFinder(['Kim Jong Un', 'Kim Jong Il', '북한', '朝鲜俄', 'N. Korea'].map(thing));
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
    const before = process.cpuUsage();
    find(text);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(5);
  });
});

it('a name is found whatever letters it begins with, and in decomposed letters too', () => {
  const named = fc.stringMatching(/^[a-zа-яёйéüłß]{2,6}$/);
  fc.assert(
    fc.property(named, fc.boolean(), (text, isLoud) => {
      const find = nameFinder([{ text, language: 'und', isPerson: false, of: text }]);
      const written = isLoud ? text.toUpperCase() : text;
      for (const form of [written, written.normalize('NFD')])
        expect(find(`so, ${form}.`).found.map(({ of }) => of)).toEqual([text]);
    }),
  );
});

describe('the forms of a name', () => {
  it('are few enough to expand whole watchlists', () => {
    expect(nameForms('Владимир Путин', 'ru', true).length).toBeLessThan(20);
    expect(nameForms('Северная Корея', 'ru', false).length).toBeLessThan(10);
    expect(nameForms('Ministry of Defence', 'en', false)).toEqual(['Ministry of Defence']);
  });

  it('never throw, whatever stands in a watchlist', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[А-Яа-яё. -]{1,12}$/)),
        fc.boolean(),
        (name, isPerson) => {
          expect(nameForms(name, 'ru', isPerson).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('names that begin alike', () => {
  const bearers = (names: readonly Name<string>[], text: string) =>
    nameFinder(names)(text)
      .found.map(({ of }) => of)
      .toSorted();
  const of = (name: Name<string>, bearer: string): Name<string> => ({ ...name, of: bearer });

  it('are all found, in whatever order they are listed', () => {
    const names = [
      of(person('Путин'), 'the surname'),
      of(person('Путин'), 'a namesake'),
      of(thing('Путин форум'), 'the forum'),
    ];
    for (const listed of [names, names.toReversed()]) {
      expect(bearers(listed, 'Путин форум открыл сам.')).toEqual(['a namesake', 'the forum', 'the surname']);
      expect(bearers(listed, 'Говорили о Путине.')).toEqual(['a namesake', 'the surname']);
    }
  });

  it('leave no trace in the other cases of a name: another’s form of it is another’s alone', () => {
    const names = [of(person('Иван'), 'the tsar'), of(thing('Ивана'), 'the ship')];
    expect(bearers(names, 'С Иваном никто не спорил.')).toEqual(['the tsar']);
  });
});
