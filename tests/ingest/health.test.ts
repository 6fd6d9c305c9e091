import { describe, expect, test } from 'vitest';
import type { FetchOutcome, SourceState } from '../../src/domain/source.ts';
import { health } from '../../src/ingest/health.ts';
import { afterPoll, freshState } from '../../src/ingest/schedule.ts';
import { instant, sourceOf } from './polls.ts';

const NOON = '2026-03-02T12:00:00.000Z';
const source = sourceOf();
const good: SourceState = {
  ...freshState(source),
  result: 'ok',
  lastPolled: NOON,
  lastSuccess: NOON,
  newestItem: '2026-03-02T09:00:00.000Z',
  habits: { gap: 3_600, hints: { every: null, skipHours: [], skipDays: [] }, extent: 'full' },
};

const failing = (times: number, status: number | null, from: SourceState | null = good): SourceState => {
  const outcome: FetchOutcome = {
    kind: 'failed',
    reason: status === null ? 'dns' : 'http',
    status,
    message: 'https://harbour.example/feed did not answer as it should; check the address',
    retryAt: null,
  };
  let state = from;
  for (let n = 0; n < times; n += 1) {
    state = afterPoll(state, source, outcome, null, instant(NOON, { hours: n }));
  }
  return state ?? freshState(source);
};

describe('a source is', () => {
  test('healthy while it answers and brings items', () => {
    expect(health(good, source, NOON)).toMatchObject({ state: 'healthy', since: NOON, trouble: false });
  });

  test('not polled yet, or disabled with its reason', () => {
    expect(health(undefined, source, NOON)).toMatchObject({ state: 'not polled yet', trouble: false });
    const disabled = sourceOf({ disabled: 'answers only once in a while' });
    expect(health(good, disabled, NOON)).toMatchObject({
      state: 'disabled',
      message: 'answers only once in a while',
      trouble: false,
    });
  });

  test('silent by the date of its newest item, not by its answers', () => {
    const later = instant(NOON, { hours: 24 * 15 });
    const answering = { ...good, lastSuccess: later };
    expect(health(answering, source, later)).toMatchObject({
      state: 'silent',
      since: '2026-03-02T09:00:00.000Z',
      trouble: true,
      message: expect.stringContaining('2026-03-02'),
    });
  });

  test('not silent where it always took that long', () => {
    const slow = { ...good, habits: { ...good.habits, gap: 8 * 86_400 } } as SourceState;
    expect(health(slow, source, instant(NOON, { hours: 24 * 30 }))).toMatchObject({ state: 'healthy' });
  });

  test('failing at first, broken from the third time on', () => {
    expect(health(failing(2, null), source, NOON)).toMatchObject({
      state: 'failing',
      since: NOON,
      trouble: false,
    });
    expect(health(failing(3, null), source, NOON)).toMatchObject({
      state: 'broken',
      since: NOON,
      trouble: true,
      message: expect.stringContaining('check the address'),
    });
  });

  test('broken at once where it never worked', () => {
    expect(health(failing(1, 404, null), source, NOON)).toMatchObject({ state: 'broken', trouble: true });
  });

  test.each([401, 403, 429, 451])('refusing where it answers %i, in trouble when that lasts', (status) => {
    expect(health(failing(1, status), source, NOON)).toMatchObject({ state: 'refusing', trouble: false });
    expect(health(failing(3, status), source, NOON)).toMatchObject({ state: 'refusing', trouble: true });
  });

  test('gone after a 410, rather than anything else', () => {
    const gone = afterPoll(
      failing(5, 500),
      source,
      { kind: 'gone', message: 'gone for good (410)' },
      null,
      NOON,
    );
    expect(health(gone, source, NOON)).toMatchObject({
      state: 'gone',
      since: NOON,
      message: 'gone for good (410)',
      trouble: true,
    });
  });

  test('moved, and the new address is what to write', () => {
    const moved = { ...good, movedTo: 'https://news.harbour.example/feed', movedSince: NOON };
    expect(health(moved, source, NOON)).toMatchObject({
      state: 'moved',
      since: NOON,
      message: expect.stringContaining('https://news.harbour.example/feed'),
    });
  });

  test('a gap for a week after items may have been missed', () => {
    const missed = { ...good, missed: NOON };
    expect(health(missed, source, instant(NOON, { hours: 24 }))).toMatchObject({ state: 'gap', since: NOON });
    expect(health(missed, source, instant(NOON, { hours: 24 * 8 }))).toMatchObject({ state: 'healthy' });
  });

  test('teaser only where its items hold no full text, unless their pages are read', () => {
    const teaser = { ...good, habits: { ...good.habits, extent: 'summary' } } as SourceState;
    expect(health(teaser, source, NOON)).toMatchObject({ state: 'teaser only', trouble: false });
    expect(health(teaser, sourceOf({ fullText: true }), NOON)).toMatchObject({ state: 'healthy' });
    const sitemap = { ...good, habits: { ...good.habits, extent: 'title' } } as SourceState;
    expect(health(sitemap, source, NOON).message).toMatch(/only titles, .*; with fullText: true/);
  });

  test('told in words that stay the same while nothing changes', () => {
    const early = health(failing(3, 500), source, instant(NOON, { hours: 3 }));
    const late = health(failing(9, 500), source, instant(NOON, { hours: 30 }));
    expect(late).toEqual(early);
  });
});
