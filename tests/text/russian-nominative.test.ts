import { expect, test } from 'vitest';
import { nominativeOf } from '../../src/text/russian-nominative.ts';

test.each([
  ['Путин', { Путина: 2, Путиным: 1 }, true],
  ['Курская область', { 'Курской области': 2, 'Курскую область': 1 }, false],
  ['Москва', { Москве: 2, Москву: 1 }, false],
  ['Россия', { России: 3, Россией: 2 }, false],
  ['Пхеньян', { Пхеньян: 1, Пхеньяне: 2 }, false],
  ['Турания', { Турании: 4 }, false],
  ['Прилучская область', { 'Прилучской области': 2 }, false],
  ['Зимняя дорога', { 'Зимней дороги': 2 }, false],
  ['Озерецкий драматический театр', { 'Озерецкого драматического театра': 2 }, false],
  ['Заозёрск', { Заозёрска: 1, Заозёрске: 1 }, false],
  ['Ким Чен Ын', { 'Ким Чен Ына': 2 }, true],
])('%s is told from its cases', (nominative, met, isPerson) => {
  expect(nominativeOf(new Map(Object.entries(met)), isPerson)).toBe(nominative);
});

test('a name met in one case only is told by what others call its bearer', () => {
  expect(nominativeOf(new Map([['Ким Чен Ыну', 1]]), true, 'Kim Jong Un')).toBe('Ким Чен Ын');
});

test('a form that stands where no nominative does is none', () => {
  const met = new Map([['Велморы', 3]]);
  expect(nominativeOf(met, false)).toBe('Велморы');
  expect(nominativeOf(met, false, '', new Set(['Велморы']))).toBe('Велмора');
});
