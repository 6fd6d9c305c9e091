import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanCharacters, cut, foldSpace } from '../../src/text/characters.ts';

describe('characters that no document may hold', () => {
  test('control characters go, tabs and line ends stay', () => {
    expect(cleanCharacters('Har\0bour\x1b[31m\tnews\r\n\x7f')).toBe('Harbour[31m\tnews\r\n');
  });

  test('a lone surrogate goes, a pair stays', () => {
    expect(cleanCharacters('ferry \ud83d timetable \ud83d\udea2')).toBe('ferry  timetable 🚢');
  });

  test('C1 controls are what windows-1252 means by them', () => {
    expect(cleanCharacters('the board\x92s \x93plan\x94 \x85 \x81')).toBe('the board’s “plan” … ');
  });

  test('in a long text, pairs are never parted', () => {
    const text = `${'🚢'.repeat(70_000)}\0\ud83d\x92`;
    expect(cleanCharacters(`a${text}`)).toBe(`a${'🚢'.repeat(70_000)}’`);
    expect(cleanCharacters(text)).toBe(`${'🚢'.repeat(70_000)}’`);
  });

  test('what is left is well-formed XML text, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanCharacters(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[^\t\n\r\x20-\x7e\xa0-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(cleanCharacters(clean)).toBe(clean);
      }),
    );
  });
});

test('white space of every kind is folded to single spaces', () => {
  expect(foldSpace('\n a\t\tb\u00a0 c\u3000d \r\n')).toBe('a b c d');
  expect(foldSpace('   ')).toBe('');
});

test('a text is cut between characters', () => {
  expect(cut('ferry 🚢', 7)).toBe('ferry ');
  expect(cut('ferry 🚢', 8)).toBe('ferry 🚢');
});
