import { describe, expect, test } from 'vitest';
import { freshFor, retryAt, validatorsOf } from '../../src/adapters/freshness.ts';

const now = new Date('2026-03-02T12:00:00.000Z');
const DATE = 'Mon, 02 Mar 2026 12:00:00 GMT';
const IN_AN_HOUR = 'Mon, 02 Mar 2026 13:00:00 GMT';

describe('how long an answer stays fresh', () => {
  test.each([
    ['it does not say', {}, null],
    ['max-age', { 'cache-control': 'public, max-age=900' }, 900],
    ['max-age in capitals and quotes', { 'cache-control': 'Max-Age="900"' }, 900],
    ['max-age less the time it lay in a cache', { 'cache-control': 'max-age=900', age: '300' }, 600],
    ['max-age that is over', { 'cache-control': 'max-age=900', age: '1000' }, 0],
    ['s-maxage is for shared caches', { 'cache-control': 's-maxage=900' }, null],
    ['no-cache', { 'cache-control': 'no-cache, max-age=900' }, 0],
    ['no-store', { 'cache-control': 'no-store' }, 0],
    ['max-age before Expires', { 'cache-control': 'max-age=60', expires: IN_AN_HOUR, date: DATE }, 60],
    ['Expires', { expires: IN_AN_HOUR, date: DATE }, 3_600],
    ['Expires by our clock', { expires: IN_AN_HOUR }, 3_600],
    ['Expires of no date', { expires: '0' }, 0],
    ['max-age that is no number', { 'cache-control': 'max-age=soon' }, null],
  ])('%s', (_what, headers, seconds) => {
    expect(freshFor(headers, now)).toBe(seconds);
  });
});

describe('when to come back', () => {
  test.each([
    ['120', '2026-03-02T12:02:00.000Z'],
    [IN_AN_HOUR, '2026-03-02T13:00:00.000Z'],
    ['soon', null],
    ['-5', null],
    ['1e9', null],
    ['9'.repeat(30), null],
    [undefined, null],
  ])('Retry-After: %s', (value, at) => {
    expect(retryAt(value === undefined ? {} : { 'retry-after': value }, now)).toBe(at);
  });
});

test('a validator that could not be sent back is no validator', () => {
  expect(validatorsOf({ etag: '"\u00e9t\u00e9"', 'last-modified': DATE })).toEqual({
    etag: null,
    lastModified: DATE,
  });
  expect(validatorsOf({ etag: `"${'x'.repeat(5_000)}"` }).etag).toBeNull();
});
