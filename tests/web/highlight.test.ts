import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { finder, marked, occurrences, snippet } from '../../src/web/pages/highlight.ts';

/** What is marked in a text. */
const marks = (html: { toString(): string }): readonly string[] =>
  [...parseHTML(`<p>${html}</p>`).document.querySelectorAll('mark')].map((mark) => mark.textContent ?? '');
const plain = (html: { toString(): string }): string =>
  parseHTML(`<p id="p">${html}</p>`).document.querySelector('#p')?.textContent ?? '';

describe('words that were searched for', () => {
  test.each([
    ['monument', 'en', 'Monuments were raised; the monument stands.', ['Monuments', 'monument']],
    ['Путин', 'ru', 'Встреча с Путиным прошла в Пекине.', ['Путиным']],
    ['푸틴', 'ko', '푸틴은 베이징에 도착했다.', ['푸틴은']],
    ['"two towns" lamp', 'en', 'The two towns share a lamp.', ['two', 'towns', 'lamp']],
    ['航路', 'ja', '新しい航路を開く', ['航路']],
    ['***', 'en', 'Stars are no words.', []],
  ])('%s in %s', (query, language, text, expected) => {
    expect(marks(marked(text, finder(query, language)(text)))).toEqual(expected);
  });
});

describe('a quote', () => {
  test.each([
    ['US', 'The US and RUSSIA spoke of US aid.', 2],
    ['푸틴', '푸틴은 도착했고 푸틴도 말했다', 2],
    ['Kim', 'Kimchi is not Kim.', 1],
    ['', 'nothing', 0],
  ])('“%s” stands as a word of its own', (quote, text, times) => {
    expect(occurrences(text, quote)).toHaveLength(times);
  });
});

test('marking changes no character of a text and lets no markup through', () => {
  const stretch = fc.record({ start: fc.nat(60), end: fc.nat(60) });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(stretch), (text, stretches) => {
      const inside = stretches.filter(({ end }) => end <= text.length);
      const html = marked(text, inside).toString();
      expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
      expect(plain(html)).toBe(plain(marked(text, [])));
    }),
  );
});

test('a snippet shows the first place that was found, and says where it was cut', () => {
  const text = `${'Much was said before. '.repeat(20)}Then the lighthouse was lit. ${'And more after. '.repeat(40)}`;
  const shown = snippet(text, finder('lighthouse', 'en')(text));
  expect(plain(shown)).toMatch(/^… .*lighthouse.* …$/);
  expect(plain(shown).length).toBeLessThan(320);
  expect(marks(shown)).toEqual(['lighthouse']);
});

test('a snippet of one endless word is cut between characters', () => {
  const text = `${'𝒳'.repeat(400)}lighthouse`;
  expect(snippet(text, []).toString().isWellFormed()).toBe(true);
});
