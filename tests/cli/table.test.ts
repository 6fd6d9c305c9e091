import { expect, test } from 'vitest';
import { table, textWidth } from '../../src/cli/table.ts';
import { counted } from '../../src/cli/wording.ts';

test('columns stand under one another, East Asian signs counted as two', () => {
  expect(
    table([
      ['ko', '북한군', 'x'],
      ['en', 'troops', 'y'],
      ['ru', 'сапёры', 'z'],
    ]),
  ).toBe('ko  북한군  x\nen  troops  y\nru  сапёры  z');
  expect([textWidth('북한군'), textWidth('troops'), textWidth('сапе\u0308ры')]).toEqual([6, 6, 6]);
});

test('a title cannot move the cursor, clear the screen or turn the writing round', () => {
  expect(table([['\u001b[2Jgone', 'a\u202eb\nc']])).toBe(' [2Jgone  a b c');
});

test('one thing stands in the singular, none and many do not', () => {
  expect([0, 1, 2].map((number) => counted(number, 'item'))).toEqual(['0 items', '1 item', '2 items']);
});
