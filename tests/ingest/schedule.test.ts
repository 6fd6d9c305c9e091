import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FeedDocument, unreadable } from '../../src/domain/document.ts';
import type { FetchOutcome, Source, SourceState } from '../../src/domain/source.ts';
import {
  afterPoll,
  type DocumentFacts,
  documentFacts,
  isDue,
  requestFor,
} from '../../src/ingest/schedule.ts';
import { entryOf, feedOf, instant, minutesBetween, readFacts, sourceOf } from './polls.ts';

const NOON = '2026-03-02T12:00:00.000Z'; // a Monday
const source = sourceOf();

const fetched = (over: Partial<FetchOutcome & { kind: 'fetched' }> = {}): FetchOutcome => ({
  kind: 'fetched',
  body: new Uint8Array(),
  contentType: 'application/rss+xml',
  contentLanguage: null,
  url: source.url,
  movedTo: null,
  validators: { etag: '"v1"', lastModified: null },
  freshFor: null,
  ...over,
});
const unchanged: FetchOutcome = {
  kind: 'unchanged',
  movedTo: null,
  validators: { etag: '"v1"', lastModified: null },
  freshFor: null,
};
const failed = (over: Partial<FetchOutcome & { kind: 'failed' }> = {}): FetchOutcome => ({
  kind: 'failed',
  reason: 'connect',
  status: null,
  message:
    'https://harbour.example/feed refused the connection; check the address and the port (ECONNREFUSED)',
  retryAt: null,
  ...over,
});
const broken: DocumentFacts = { kind: 'unreadable', reason: 'not-a-feed', message: 'it is a web page' };

const waitAfter = (outcome: FetchOutcome, facts: DocumentFacts | null, before: SourceState | null = null) =>
  minutesBetween(NOON, afterPoll(before, source, outcome, facts, NOON).nextPoll);

/** A state after a good poll at noon of a feed with an item every `gap` minutes, the newest `silence` minutes old. */
const goodState = (gap = 60, silence = 0): SourceState =>
  afterPoll(null, source, fetched(), readFacts(NOON, gap, silence), NOON);

describe('how long a source that answers is left alone', () => {
  test('for a tenth of the time an item takes to come', () => {
    expect(waitAfter(fetched(), readFacts(NOON, 300))).toBeWithin(30, 33);
  });

  test('never for less than ten minutes, however much it publishes', () => {
    expect(waitAfter(fetched(), readFacts(NOON, 1))).toBeWithin(10, 11);
  });

  test('never for more than six hours, however little it publishes and whatever it asks for', () => {
    expect(waitAfter(fetched(), readFacts(NOON, 60 * 24 * 90))).toBeWithin(360, 396);
    expect(waitAfter(fetched({ freshFor: 31_536_000 }), readFacts(NOON, 60))).toBeWithin(360, 396);
  });

  test('for longer as it falls silent, also while it answers that nothing changed', () => {
    const state = goodState(60);
    const later = instant(NOON, { hours: 30 });
    const after = afterPoll(state, source, unchanged, null, later);
    expect(after.result).toBe('unchanged');
    expect(minutesBetween(later, after.nextPoll)).toBeWithin(180, 198);
  });

  test('for half an hour where its items bear no dates', () => {
    expect(waitAfter(fetched(), readFacts(NOON, 60, 0, { dates: [null, null] }))).toBeWithin(30, 33);
  });

  test('for as long as its cache headers or its ttl ask', () => {
    expect(waitAfter(fetched({ freshFor: 3_600 }), readFacts(NOON, 30))).toBeWithin(60, 66);
    const hints = { every: 7_200, skipHours: [], skipDays: [] };
    const facts = readFacts(NOON, 30, 0, { hints });
    expect(waitAfter(fetched(), facts)).toBeWithin(120, 132);
    const state = afterPoll(null, source, fetched(), facts, NOON);
    const later = instant(NOON, { hours: 2 });
    const after = afterPoll(state, source, unchanged, null, later);
    expect(minutesBetween(later, after.nextPoll), 'a 304 repeats no ttl').toBeWithin(120, 132);
  });

  test('outside the hours and days it names, unless it names them all', () => {
    const skipping = (hints: { skipHours?: number[]; skipDays?: number[] }) => {
      const facts = readFacts(NOON, 60, 0, { hints: { every: null, skipHours: [], skipDays: [], ...hints } });
      return afterPoll(null, source, fetched(), facts, NOON).nextPoll;
    };
    expect(skipping({ skipHours: [12, 13, 14] })).toBe('2026-03-02T15:00:00.000Z');
    expect(skipping({ skipHours: [12, 13], skipDays: [1] })).toBe('2026-03-03T00:00:00.000Z');
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutesBetween(NOON, skipping({ skipHours: all }))).toBeWithin(10, 11);
  });

  test('no longer than its own rhythm says while items were missed lately, whatever its ttl', () => {
    const hints = { every: 6 * 3_600, skipHours: [], skipDays: [] };
    const state = afterPoll(null, source, fetched(), readFacts(NOON, 5, 0, { hints }), NOON);
    const later = instant(NOON, { hours: 6 });
    const after = afterPoll(state, source, fetched(), readFacts(later, 5, 0, { hints }), later);
    expect(after.missed).toBe(later);
    expect(minutesBetween(later, after.nextPoll)).toBeWithin(10, 11);
  });

  test('sources of one rhythm do not all come at the same moment', () => {
    const times = Array.from({ length: 50 }, (_, n) => {
      const other = sourceOf({ id: `outlet-${n}` });
      return afterPoll(null, other, fetched(), readFacts(NOON, 600), NOON).nextPoll;
    });
    expect(new Set(times).size).toBeGreaterThan(40);
  });
});

describe('when a source is due', () => {
  test('at once where it was never polled, or where the settings name another address', () => {
    expect(isDue(null, source, NOON)).toBe(true);
    const moved = sourceOf({ url: 'https://harbour.example/new-feed' });
    expect(isDue(goodState(), source, NOON)).toBe(false);
    expect(isDue(goodState(), moved, NOON)).toBe(true);
  });

  test('never while it is disabled or retired', () => {
    expect(isDue(null, sourceOf({ disabled: 'two conflicting addresses' }), NOON)).toBe(false);
    const gone = afterPoll(null, source, { kind: 'gone', message: 'gone for good (410)' }, null, NOON);
    expect(isDue(gone, source, instant(NOON, { hours: 24 * 365 }))).toBe(false);
  });

  test('a cron line every ten minutes polls a source that is due every ten minutes with each run', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,12}$/),
        fc.array(fc.integer({ min: -3_000, max: 55_000 }), { minLength: 12, maxLength: 12 }),
        (id, lateness) => {
          const busy = sourceOf({ id });
          let state: SourceState | null = null;
          for (const [run, late] of lateness.entries()) {
            const now = new Date(Date.parse(NOON) + run * 600_000 + late).toISOString();
            expect(isDue(state, busy, now)).toBe(true);
            state = afterPoll(state, busy, fetched(), readFacts(now, 1), now);
          }
        },
      ),
    );
  });

  test('an hourly cron line keeps an hourly source hourly', () => {
    const state = afterPoll(null, source, fetched({ freshFor: 3_600 }), readFacts(NOON, 30), NOON);
    expect(isDue(state, source, instant(NOON, { minutes: 30 }))).toBe(false);
    expect(isDue(state, source, instant(NOON, { minutes: 59 }))).toBe(true);
  });

  test('not a second before the moment a failing server asked for', () => {
    const retryAt = instant(NOON, { minutes: 20 });
    const state = afterPoll(null, source, failed({ reason: 'http', status: 503, retryAt }), null, NOON);
    expect(isDue(state, source, '2026-03-02T12:19:59.000Z')).toBe(false);
    expect(isDue(state, source, retryAt)).toBe(true);
  });

  test('at once after the clock was set back by years', () => {
    expect(isDue(goodState(), source, '2024-01-01T00:00:00.000Z')).toBe(true);
  });
});

describe('a source that fails', () => {
  test('is left alone twice as long each time, up to a day, and says since when and why', () => {
    let state: SourceState = goodState();
    let now = NOON;
    const waits: number[] = [];
    for (let failure = 0; failure < 12; failure += 1) {
      state = afterPoll(state, source, failed(), null, now);
      waits.push(Math.round(minutesBetween(now, state.nextPoll) / 1.1 / 5) * 5);
      now = state.nextPoll ?? now;
    }
    expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 75].map((wait) => expect.toBeOneOf([wait, wait + 5])));
    expect(waits.at(-1)).toBeWithin(1_300, 1_440);
    expect(state).toMatchObject({ result: 'connect', failures: 12, failingSince: NOON, lastSuccess: NOON });
    expect(state.message).toContain('refused the connection');
    expect(state.validators.etag, 'what was read before is still known').toBe('"v1"');
  });

  test('waits as long as Retry-After asks, but no more than a week', () => {
    const asked = (hours: number) =>
      failed({ reason: 'http', status: 429, retryAt: instant(NOON, { hours }) });
    expect(waitAfter(asked(5), null)).toBe(300);
    expect(waitAfter(asked(24 * 365 * 10), null)).toBe(7 * 24 * 60);
  });

  test('is well again after one good answer', () => {
    const state = afterPoll(goodState(), source, failed(), null, NOON);
    expect(afterPoll(state, source, unchanged, null, NOON)).toMatchObject({
      result: 'unchanged',
      status: null,
      message: null,
      failures: 0,
      failingSince: null,
      lastSuccess: NOON,
    });
  });

  test('is retired by a 410, and comes back where it answers after all', () => {
    const gone = afterPoll(goodState(), source, { kind: 'gone', message: 'gone (410)' }, null, NOON);
    expect(gone).toMatchObject({ result: 'gone', status: 410, goneSince: NOON, nextPoll: null });
    const forced = afterPoll(gone, source, fetched(), readFacts(NOON, 60), NOON);
    expect(forced).toMatchObject({ result: 'ok', goneSince: null, failures: 0 });
  });
});

describe('a document that could not be read', () => {
  test('is asked for in full again, so that nothing hides that it is still broken', () => {
    const state = afterPoll(goodState(), source, fetched(), broken, NOON);
    expect(state).toMatchObject({ result: 'not-a-feed', message: 'it is a web page', bodyHash: null });
    expect(requestFor(state, source).validators).toEqual({ etag: null, lastModified: null });
  });

  test.each([
    ['a 304', unchanged, null],
    ['the same body', fetched(), { kind: 'same' } as const],
  ])('stays a failure after %s', (_what, outcome, facts) => {
    const first = afterPoll(null, source, fetched(), broken, NOON);
    const second = afterPoll(first, source, outcome, facts, instant(NOON, { minutes: 30 }));
    expect(second).toMatchObject({
      result: 'not-a-feed',
      message: 'it is a web page',
      failures: 2,
      failingSince: NOON,
    });
  });

  test('is told apart from one the reader gave up on', () => {
    expect(documentFacts(unreadable('took longer than 15 s'), 'hash')).toMatchObject({ reason: 'parse' });
    expect(documentFacts(unreadable('it is a web page', 'utf-8'), 'hash')).toMatchObject({
      reason: 'not-a-feed',
    });
  });
});

describe('a source that moved', () => {
  const movedTo = 'https://news.harbour.example/feed';
  const moved = afterPoll(null, source, fetched({ movedTo }), readFacts(NOON, 60), NOON);

  test('is polled at its new address, with what is known of it', () => {
    expect(moved).toMatchObject({ movedTo, movedSince: NOON });
    expect(requestFor(moved, source)).toEqual({
      url: movedTo,
      validators: { etag: '"v1"', lastModified: null },
      configured: true,
    });
    const later = afterPoll(moved, source, unchanged, null, instant(NOON, { hours: 1 }));
    expect(later).toMatchObject({ movedTo, movedSince: NOON });
  });

  test('is not followed to a page that is no feed', () => {
    const state = afterPoll(null, source, fetched({ movedTo }), broken, NOON);
    expect(state.movedTo).toBeNull();
  });

  test('is also tried at the old address when the new one keeps failing, without forgetting the new one', () => {
    let state = moved;
    const asked: string[] = [];
    for (let failure = 0; failure < 6; failure += 1) {
      state = afterPoll(state, source, failed(), null, NOON);
      asked.push(requestFor(state, source).url);
    }
    expect(asked).toEqual([movedTo, movedTo, source.url, movedTo, source.url, movedTo]);
    const doubting = { ...state, failures: 3 };
    expect(requestFor(doubting, source).validators.etag, 'another resource').toBeNull();
    const back = afterPoll(doubting, source, fetched(), readFacts(NOON, 60), NOON);
    expect(back).toMatchObject({ movedTo: null, movedSince: null });
  });

  test('begins afresh when the settings name its new address', () => {
    const edited = sourceOf({ url: movedTo });
    const state = afterPoll(moved, edited, fetched(), readFacts(NOON, 60), NOON);
    expect(state).toMatchObject({ url: movedTo, movedTo: null });
    expect(requestFor(state, edited).url).toBe(movedTo);
  });
});

describe('what a document teaches about its source', () => {
  const document = (entries: FeedDocument['entries']): FeedDocument => ({
    ...unreadable('', 'utf-8'),
    ok: true,
    error: null,
    feed: feedOf({ every: 3_600 }),
    entries,
  });

  test('its dates, its wishes and how much most items hold', () => {
    const summary = entryOf({ published: '2026-03-01T08:00:00.000Z', summary: 'The mill reopened.' });
    const full = entryOf({ updated: '2026-03-01T09:00:00.000Z' }, 'The mill reopened. '.repeat(60));
    expect(documentFacts(document([summary, full, summary]), 'hash')).toEqual({
      kind: 'read',
      bodyHash: 'hash',
      dates: ['2026-03-01T08:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-01T08:00:00.000Z'],
      hints: { every: 3_600, skipHours: [], skipDays: [] },
      extent: 'summary',
    });
    expect(documentFacts(document([entryOf({})]), 'hash')).toMatchObject({ extent: 'title' });
    expect(documentFacts(document([]), 'hash')).toMatchObject({ extent: 'full' }); // nothing is left out
  });

  test('a date in the future is no news, and the newest item is never forgotten', () => {
    const state = goodState(60, 10);
    const dates = ['2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'];
    const after = afterPoll(state, source, fetched(), readFacts(NOON, 60, 0, { dates }), NOON);
    expect(after.newestItem).toBe(state.newestItem);
    const empty = afterPoll(state, source, fetched(), readFacts(NOON, 60, 0, { dates: [] }), NOON);
    expect(empty.newestItem).toBe(state.newestItem);
  });

  test('items were not missed where one of the poll before is still there', () => {
    const later = instant(NOON, { hours: 2 });
    const after = afterPoll(goodState(5), source, fetched(), readFacts(later, 60), later);
    expect(after.missed).toBeNull();
  });
});

test('whatever happens, a source that is not retired has a next poll within a week, and after the present one', () => {
  const outcome = fc.oneof(
    fc.record({ freshFor: fc.option(fc.nat()) }).map((over) => fetched(over)),
    fc.constant(unchanged),
    fc.integer({ min: -1_000, max: 100_000 }).map((hours) => failed({ retryAt: instant(NOON, { hours }) })),
  );
  const hints = fc.record({
    every: fc.option(fc.nat()),
    skipHours: fc.uniqueArray(fc.nat(23)),
    skipDays: fc.uniqueArray(fc.nat(6)),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(outcome, hints, fc.nat(10_000)), { maxLength: 20 }), (polls) => {
      let state: SourceState | null = null;
      for (const [answer, wishes, gap] of polls) {
        const facts = answer.kind === 'fetched' ? readFacts(NOON, gap, 0, { hints: wishes }) : null;
        state = afterPoll(state, source satisfies Source, answer, facts, NOON);
        expect(minutesBetween(NOON, state.nextPoll)).toBeWithin(4.9, 8 * 24 * 60);
      }
    }),
  );
});
