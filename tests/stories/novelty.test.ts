import { describe, expect, test } from 'vitest';
import { newInEdit } from '../../src/stories/edits.ts';
import { ANY_NEWS } from '../../src/stories/grouping/field.ts';
import { arrival, group } from './grouping/sample.ts';

const MARCH =
  'Dockers marched through Port Ellory on Saturday against the lease of the harbour to Osprey Lines. ' +
  'Union leader Marta Quillfeather spoke from the steps of the customs house. The police of Vell kept the bridge open until the evening.';

/** What an account of the march adds, after its first; each by an outlet of its own unless it says so. */
function added(text: string, outlet = 'Brae Mail', language = 'en'): readonly string[] {
  const grouping = group(ANY_NEWS);
  const first = arrival('first', 'Dockers march in Port Ellory', MARCH, 0, { outlet: 'Vell Gazette' });
  const second = arrival('second', 'Dockers march in Port Ellory', `${MARCH} ${text}`, 0, {
    outlet,
    language,
  });
  return grouping.add([first, second])[1]?.news ?? [];
}

describe('what another outlet adds', () => {
  test('is news where it counts what no account counts', () => {
    const arrests = 'The police of Vell arrested 86 dockers on the bridge.';
    expect(added(arrests)).toEqual([arrests]);
  });

  test.each([
    'Some 86 dockers marched on the bridge in the evening.', // a guess of how many
    'The police kept the bridge of Vell open until 10 pm on Saturday.',
    'Dockers marched against the lease of the harbour in 2024 too.',
    'Dockers spoke against Osprey Lines on the bridge.',
  ])('and is none in "%s"', (text) => {
    expect(added(text)).toEqual([]);
  });
});

describe('a deed that has come further', () => {
  const OPENED = {
    en: 'The talks between Ordania and Velmark on the fishing grounds off Imber opened in Karsk on Thursday. Ministers Odo Lenn and Marta Quill sat down at noon.',
    ru: 'Переговоры Ордании и Вельмарка о рыболовстве у берегов Имбера открылись в Карске в четверг. Министры Одо Ленн и Марта Квилл сели за стол в полдень.',
    ko: '오르다니아와 벨마르크의 임베르 앞바다 어업 회담이 목요일 카르스크에서 열렸다. 오도 렌 장관과 마르타 퀼 장관이 정오에 마주 앉았다.',
  };
  const ENDED = {
    en: 'The talks between Ordania and Velmark on the fishing grounds off Imber ended in Karsk without result.',
    ru: 'Переговоры Ордании и Вельмарка о рыболовстве у берегов Имбера завершились в Карске безрезультатно.',
    ko: '오르다니아와 벨마르크의 임베르 앞바다 어업 회담이 카르스크에서 성과 없이 끝났다.',
  };

  /** What the last of these accounts adds, each by an outlet of its own. */
  function last(language: string, ...texts: readonly string[]): readonly string[] {
    const grouping = group(ANY_NEWS);
    const arrivals = texts.map((text, at) =>
      arrival(`a${at}`, 'Ordania, Velmark, Imber', text, 0, { outlet: `Paper ${at}`, language }),
    );
    return grouping.add(arrivals).at(-1)?.news ?? [];
  }

  test.each(['en', 'ru', 'ko'] as const)(
    'is news, though it is told in the words of its beginning (%s)',
    (language) => {
      const rest = OPENED[language]
        .split(/(?<=[.]) /u)
        .slice(1)
        .join(' ');
      const ended = `${ENDED[language]} ${rest}`;
      expect(last(language, OPENED[language], ended)).toEqual([ENDED[language]]);
      expect(last(language, OPENED[language], ended, ended.replace(/^The talks/u, 'Talks'))).toEqual([]);
    },
  );

  test.each([
    'The talks between Ordania and Velmark on the fishing grounds off Imber are to be over on Friday.',
    'Ordania and Velmark sat down to talks in Karsk, which have not ended.',
    'Ministers Odo Lenn and Marta Quill sat down in Karsk after talks in Imber had ended.',
  ])('and is none where it is planned, denied or told of another deed: "%s"', (sentence) => {
    expect(last('en', OPENED.en, `${sentence} Ministers Odo Lenn and Marta Quill sat down at noon.`)).toEqual(
      [],
    );
  });
});

describe('an edit', () => {
  const wording = (text: string, title = 'Fire at Imber', language = 'en') => {
    return { title, summary: '', text, language };
  };
  const FIRE =
    'Fire took the rope works at Imber. Twelve people were killed, the fire brigade said. The roof fell in.';
  const WORKS = '임버의 밧줄 공장에서 불이 나 12명이 숨졌다고 소방서가 밝혔다. 지붕이 무너졌다.';

  test.each([
    ['en', FIRE, FIRE.replace('Twelve', 'Fourteen'), 'Fourteen people were killed, the fire brigade said.'],
    [
      'en',
      FIRE.replace('Twelve', 'Three'),
      FIRE.replace('Twelve', 'Five'),
      'Five people were killed, the fire brigade said.',
    ],
    ['ko', WORKS, WORKS.replace('12', '14'), '임버의 밧줄 공장에서 불이 나 14명이 숨졌다고 소방서가 밝혔다.'],
    [
      'ru',
      'В Имбере сгорела фабрика. Погибли 12 человек.',
      'В Имбере сгорела фабрика. Погибли четырнадцать человек.',
      'Погибли четырнадцать человек.',
    ],
  ])('that changes a figure is news (%s)', (language, before, after, news) => {
    expect(newInEdit(wording(before, 'Imber', language), wording(after, 'Imber', language), [])).toEqual([
      news,
    ]);
  });

  test('that takes a count back is news, though others count other things by that number', () => {
    const before = wording('Three ships lie in ice off Imber. The way to the port takes two hours.');
    const after = wording('Two ships lie in ice off Imber. The way to the port takes two hours.');
    const hours = wording('The two pilots of Imber wait for the tide.', 'Pilots wait');
    const ships = wording('Two ships lie in the ice, the port says.', 'Ice');
    expect(newInEdit(before, after, [hours])).toEqual(['Two ships lie in ice off Imber.']);
    expect(newInEdit(before, after, [ships])).toEqual([]);
    expect(
      newInEdit(after, wording('Two vessels lie in ice off Imber. The way takes two hours.'), []),
    ).toEqual([]);
  });

  test('that adds what nobody told is news, once', () => {
    const more = 'Captain Marta Quillfeather of the brigade blamed a stove in the dyeing room.';
    const after = wording(`${FIRE} ${more}`);
    expect(newInEdit(wording(FIRE), after, [])).toEqual([more]);
    expect(newInEdit(wording(FIRE), after, [wording(more, 'Stove blamed')])).toEqual([]);
  });

  test.each([
    ['words', FIRE.replace('The roof fell in.', 'The roof came down.')],
    ['how a number is written', FIRE.replace('Twelve', '12')],
    ['nothing but spaces', FIRE.replaceAll('. ', '.\n\n')],
  ])('that changes %s is none', (_, after) => {
    expect(newInEdit(wording(FIRE), wording(after), [])).toEqual([]);
  });

  test('that rewords the title is none', () => {
    expect(newInEdit(wording(FIRE), wording(FIRE, 'Rope works at Imber gone up in flames'), [])).toEqual([]);
  });
});
