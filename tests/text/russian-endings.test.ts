import { describe, expect, it, test } from 'vitest';
import { mayAgree, mayBeNominative, nameStem } from '../../src/text/russian-endings.ts';

test.each([
  ['Елисей', 'Елисея', 'Елисеем'],
  ['Карсовия', 'Карсовии', 'Карсовию'],
  ['Павел', 'Павла', 'Павлом'],
  ['Череповец', 'Череповца', 'Череповцом'],
  ['Дроздецкий', 'Дроздецкого', 'Дроздецким'],
  ['Заозёрск', 'Заозёрске', 'Заозерску'],
  ['Ын', 'Ына', 'Ыну'],
])('all cases of %s have one stem', (...cases) => {
  expect(new Set(cases.map(nameStem)).size).toBe(1);
});

describe('words that stand together', () => {
  it.each([
    'Глеб Осмин',
    'Елисея Варламова',
    'Ольги Тарн',
    'Илья Дорсен',
    'Марии Гендель',
    'Джимми Картером',
    'Франциска Линд',
  ])('may be one name: %s', (name) => expect(mayAgree(name.split(' '))).toBe(true));

  it.each(['Рабочие Заозёрского', 'Граница Велморы', 'Инженер Галина Рябчук', 'Рудограда Семён Кручинин'])(
    'are not one name: %s',
    (name) => expect(mayAgree(name.split(' '))).toBe(false),
  );

  it.each([
    ['Вера Сомова', true],
    ['Никита Кручинин', true],
    ['Веры Сомовой', false],
    ['Турании', false],
    ['Филиппины', true],
  ])('may be in the nominative: %s (%s)', (name, expected) => {
    expect(mayBeNominative(name.split(' '))).toBe(expected);
  });
});
