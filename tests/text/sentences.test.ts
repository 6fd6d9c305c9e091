import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/text/sentences.ts';

const of = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it.each([
    ['The ferry left. It came back!  Why?', ['The ferry left.', 'It came back!', 'Why?']],
    ['“We wait.” He left.', ['“We wait.”', 'He left.']],
    [
      'The U.S. Navy met Mr. Lund at St. Anna. Nobody knew.',
      ['The U.S. Navy met Mr. Lund at St. Anna.', 'Nobody knew.'],
    ],
    ['It cost 3.5 million. Then 4.', ['It cost 3.5 million.', 'Then 4.']],
    ['В 2024 г. подписали договор. И. Петров молчал.', ['В 2024 г. подписали договор.', 'И. Петров молчал.']],
    ['그는 떠났다. 배는 없다.', ['그는 떠났다.', '배는 없다.']],
    ['船は出た。「戻る。」誰も来ない', ['船は出た。', '「戻る。」', '誰も来ない']],
    ['A heading\nA sentence.', ['A heading', 'A sentence.']],
    ['   ', []],
  ])('are told apart: %s', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it('go on over the line ends of text that is wrapped at a width', () => {
    const wrapped =
      'The harbour master of Varnholt told the council on Monday that\nthe ferry to Estmark would not sail before the ice on the river\nhad gone. Nobody was surprised by that, since it had been cold.\n';
    expect(of(wrapped)).toHaveLength(2);
  });

  it('cover every letter, in order and without overlap, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Б', '北', '.', '!', '。', ' ', '\n', '”') }),
        (text) => {
          const found = sentences(text);
          expect(
            found
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replace(/\s/gu, ''),
          ).toBe(text.replace(/\s/gu, ''));
          for (const [at, { start }] of found.entries())
            expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        },
      ),
    );
  });

  it.each(['。', '!', '\n', 'a. ', '."'])('are found in 2 MB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
    const before = process.cpuUsage();
    sentences(text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
  });
});
