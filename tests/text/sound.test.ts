import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundOf, soundsLike } from '../../src/text/names/sound.ts';

test.each([
  ['노광철', 'Но Гван Чхоль', 'No Kwang Chol'],
  ['최선희', 'Цой Сон Хи', 'Choe Son Hui'],
  ['김정은', 'Ким Чен Ын', 'Kim Jong Un'],
  ['푸틴', 'Путин', 'Putin'],
  ['벨로우소프', 'Белоусов', 'Belousov'],
  ['힌시테인', 'Хинштейн', 'Khinshtein'],
  ['파벨 그린코', 'Павел Гринько', 'Pavel Grinko'],
])('%s, %s and %s have the same consonants', (...names) => {
  expect(new Set(names.map(soundOf)).size).toBe(1);
  for (const name of names) expect(soundsLike(names[0] ?? '', name)).toBeGreaterThan(0.7);
});

test('names of different people sound different', () => {
  for (const [one, other] of [
    ['Sergey Lavrov', 'Sergey Shoigu'],
    ['Petrov', 'Petrosyan'],
    ['김정은', 'No Kwang Chol'],
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Kang Mu-ok', 'Ryu Sang-ok'],
  ] as const) {
    expect(soundsLike(one, other), `${one}, ${other}`).toBeLessThan(0.8);
  }
});

test('a garbled spelling is between the two: near enough to ask, too far to be sure', () => {
  const likeness = soundsLike('No Gwansuk', 'No Kwang Chol');
  expect(likeness).toBeGreaterThan(0.5);
  expect(likeness).toBeLessThan(0.8);
});

test('names with few consonants, or in signs without a reading, tell nothing', () => {
  expect(soundsLike('Kim', 'Gem')).toBe(0);
  expect(soundsLike('金正恩', '金正恩')).toBe(0);
});

test('it is the same both ways, 0 to 1, whatever the texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const likeness = soundsLike(a, b);
      expect(likeness).toBe(soundsLike(b, a));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }),
  );
});
