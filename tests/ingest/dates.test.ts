import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/ingest/dates.ts';

const utc = (text: string): string | null => readDate(text, 'UTC')?.replace('.000Z', 'Z') ?? null;

describe('a date', () => {
  test.each([
    // RFC 5322 and what is nearly it
    ['Sun, 01 Mar 2026 14:05:09 +0200', '2026-03-01T12:05:09Z'],
    ['Sun, 1 Mar 2026 14:05 GMT', '2026-03-01T14:05:00Z'],
    ['1 March 2026 14:05:09 EST', '2026-03-01T19:05:09Z'],
    ['Sun,01 Mar, 2026 14:05:09 UTC', '2026-03-01T14:05:09Z'],
    ['Sunday, 01-Mar-26 14:05:09 GMT', '2026-03-01T14:05:09Z'],
    ['Sun, 01 Mar 2026 14:05:09 (MSK) +0300', '2026-03-01T11:05:09Z'],
    ['Sun, 01 Mar 2026 14:05:09 KST', '2026-03-01T05:05:09Z'],
    ['Sun, 01 Mar 2026 14:05:09 Europe/Moscow', '2026-03-01T11:05:09Z'],
    ['Wed, 01 Jul 2026 14:05:09 ET', '2026-07-01T18:05:09Z'],
    ['Thu, 01 Jan 2026 14:05:09 ET', '2026-01-01T19:05:09Z'],
    ['Sun, 01 Mar 2026 08:00:00 GMT+9', '2026-02-28T23:00:00Z'],
    ['Sun, 01 Mar 2026 14:05:09 -040', '2026-03-01T18:05:09Z'],
    ['Sun, 01 Mar 2026 23:59:60 GMT', '2026-03-01T23:59:59Z'],
    // asctime and the like
    ['Sun Mar  1 14:05:09 2026', '2026-03-01T14:05:09Z'],
    ['Sun Mar 01 14:05:09 PST 2026', '2026-03-01T22:05:09Z'],
    ['March 1, 2026 2:05 pm', '2026-03-01T14:05:00Z'],
    ['2026/03/01 14:05', '2026-03-01T14:05:00Z'],
    ['3/1/2026 12:05:09 AM', '2026-03-01T00:05:09Z'],
    ['25/12/2026', '2026-12-25T00:00:00Z'],
    ['01.03.2026 14:05', '2026-03-01T14:05:00Z'],
    ['01 Mar 2026 14.05', '2026-03-01T14:05:00Z'],
    // ISO 8601
    ['2026-03-01T14:05:09Z', '2026-03-01T14:05:09Z'],
    ['2026-03-01T14:05:09.123+09:00', '2026-03-01T05:05:09Z'],
    ['2026-03-01 14:05:09 -0500', '2026-03-01T19:05:09Z'],
    ['2026-03-01T14:05', '2026-03-01T14:05:00Z'],
    ['20260301T140509Z', '2026-03-01T14:05:09Z'],
    ['20260301140509', '2026-03-01T14:05:09Z'],
    ['2026-03-01T24:00:00Z', '2026-03-02T00:00:00Z'],
    ['2026-3-1', '2026-03-01T00:00:00Z'],
    ['2026-03', '2026-03-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
    ['2026-3-1T4:5:9Z', '2026-03-01T04:05:09Z'],
    ['2026-060', '2026-03-01T00:00:00Z'],
    ['2026-W10-1', '2026-03-02T00:00:00Z'],
    ['260301', '2026-03-01T00:00:00Z'],
    ['-2603', '2026-03-01T00:00:00Z'],
    // Unix time
    ['1772373909', '2026-03-01T14:05:09Z'],
    ['1772373909000', '2026-03-01T14:05:09Z'],
    // other languages
    ['Вс, 01 мар 2026 14:05:09 +0300', '2026-03-01T11:05:09Z'],
    ['1 мая 2026 г. 14:05', '2026-05-01T14:05:00Z'],
    ['dim., 01 août 2026 10:00:00 +0200', '2026-08-01T08:00:00Z'],
    ['mar, 03 mar 2026 10:00:00 +0100', '2026-03-03T09:00:00Z'],
    ['1. März 2026, 14:05 Uhr', '2026-03-01T14:05:00Z'],
    ['Κυρ, 01 Μάρ 2026 14:05:09 EET', '2026-03-01T12:05:09Z'],
    ['2026-szeptember-1T9:05+02:00', '2026-09-01T07:05:00Z'],
    ['2026年3月1日 14時05分', '2026-03-01T14:05:00Z'],
    ['2026年3月1日14时5分', '2026-03-01T14:05:00Z'],
    ['2026年3月1日 下午02时05分', '2026-03-01T14:05:00Z'],
    ['令和8年3月1日 14時05分', '2026-03-01T14:05:00Z'],
    ['1. 3. 2026 14:05', '2026-03-01T14:05:00Z'],
    ['01.03.2026 в 14:05 мск', '2026-03-01T11:05:00Z'],
    ['2026. 3. 1. 14:05', '2026-03-01T14:05:00Z'],
    ['2026. 03. 01 (일) 14:05', '2026-03-01T14:05:00Z'],
    ['2026년 3월 1일 오후 2시 5분 +0900', '2026-03-01T05:05:00Z'],
  ])('%s is %s', (written, expected) => {
    expect(utc(written)).toBe(expected);
  });

  test('in Korean is of Korea, where neither it nor its source names a zone', () => {
    expect(utc('2026년 3월 1일 오후 2:05:09')).toBe('2026-03-01T05:05:09Z');
    expect(utc('2026-03-01 오전 12:05')).toBe('2026-02-28T15:05:00Z');
    expect(readDate('2026년 3월 1일 14:05', 'America/New_York')).toBe('2026-03-01T19:05:00.000Z');
  });

  test.each([
    'Sun, 31 Feb 2026 12:00:00 GMT',
    '2026-02-29',
    '2026-13-01',
    '2026-03-01T25:00:00Z',
    '2026-03-01T10:61:00Z',
    '2026-03-01T10:00:00+99:99',
    'Sun, 01 zzz 2026 12:00:00 GMT',
    'Sun, 01 Mar 2026 12:00:00 +zz:00',
    'Sun, Mar x 2026 12:00:00 GMT',
    'Sun, 01 Mar 2026 1:2:3:4 GMT',
    '2026-W54-1',
    '2026-400',
    'yesterday',
    '12',
    '',
    '   ',
    `${'1'.repeat(5_000)}`,
    'x'.repeat(100_000),
  ])('%.40s does not exist', (written) => {
    expect(utc(written)).toBeNull();
  });

  test('without a zone is in that of the source, summer time included', () => {
    expect(readDate('2026-03-01 09:00:00', 'Asia/Seoul')).toBe('2026-03-01T00:00:00.000Z');
    expect(readDate('01 Jul 2026 09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
    expect(readDate('01 Jan 2026 09:00', 'Europe/Berlin')).toBe('2026-01-01T08:00:00.000Z');
    expect(readDate('01 Jan 2026 09:00 GMT', 'Europe/Berlin')).toBe('2026-01-01T09:00:00.000Z');
  });

  test('that a program wrote in either standard form is read to the second', () => {
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (date) => {
        const second = new Date(Math.floor(date.getTime() / 1_000) * 1_000).toISOString();
        expect(readDate(date.toUTCString(), 'Asia/Seoul')).toBe(second);
        expect(readDate(date.toISOString(), 'Asia/Seoul')).toBe(second);
      }),
    );
  });

  test('is a moment or null, whatever is written', () => {
    const part = fc.constantFrom(
      'Sun,',
      '31',
      '02',
      '2026',
      '-',
      '/',
      ':',
      'Mar',
      '오후',
      'T',
      'Z',
      '+',
      'GMT',
      '99',
      ' ',
      '.',
      'W',
      '년',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const date = readDate(parts.join(''), 'UTC');
        if (date !== null) expect(new Date(date).toISOString()).toBe(date);
      }),
    );
  });
});
