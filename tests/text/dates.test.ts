import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn } from '../../src/text/dates/dates.ts';
import { dayNumber } from '../../src/text/dates/meanings.ts';

/** Thursday 5 March 2026. */
const WRITTEN = { day: dayNumber(2026, 2, 5) ?? 0, certain: true };

const iso = (day: number | null): string =>
  day === null ? '?' : new Date(day * 86_400_000).toISOString().slice(0, 10);

function read(text: string, language: string, written = WRITTEN): readonly string[] {
  return datesIn(text, language, written).map(({ from, to }) =>
    from === to ? iso(from) : `${iso(from)}..${iso(to)}`,
  );
}

describe('dates in a sentence', () => {
  test.each([
    ['en', 'opened on 3 March 2025 and closed on Nov. 4', ['2025-03-03', '2025-11-04']],
    ['en', 'signed on the 3rd of March, not on March 4th', ['2026-03-03', '2026-03-04']],
    ['en', 'on Tuesday, yesterday and next Friday', ['2026-03-03', '2026-03-04', '2026-03-06']],
    ['en', 'in December and in 2019', ['2025-12-01..2025-12-31', '2019-01-01..2019-12-31']],
    ['en', 'five people may march with 3 drums', []],
    ['ru', 'открыт 3 марта 2025 года, в понедельник', ['2025-03-03', '2026-03-02']],
    [
      'ru',
      'вчера, в мае прошлого года и в 2019 году',
      ['2026-03-04', '2025-05-01..2025-05-31', '2019-01-01..2019-12-31'],
    ],
    ['ko', '2025년 3월 4일 서명했고 4일 발표했다', ['2025-03-04', '2026-03-04']],
    ['ko', '어제 열렸고 3일간 이어진다', ['2026-03-04']],
    ['ko', '지난해와 2019년', ['2025-01-01..2025-12-31', '2019-01-01..2019-12-31']],
    ['en', 'on 31 February 2026', []],
  ])('%s: %s', (language, text, dates) => {
    expect(read(text, language)).toEqual(dates);
  });

  test('"yesterday" cannot be resolved where nobody knows when it was written', () => {
    expect(read('It was signed yesterday, 4 March.', 'en', { ...WRITTEN, certain: false })).toEqual([
      '?',
      '2026-03-04',
    ]);
  });

  test('any day that is written out is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (day) => {
        const written = new Date(day * 86_400_000);
        const english = written.toLocaleDateString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        const korean = `${written.getUTCFullYear()}년 ${written.getUTCMonth() + 1}월 ${written.getUTCDate()}일`;
        expect(read(`signed on ${english}.`, 'en')).toEqual([iso(day)]);
        expect(read(`${korean} 서명했다`, 'ko')).toEqual([iso(day)]);
      }),
    );
  });
});
