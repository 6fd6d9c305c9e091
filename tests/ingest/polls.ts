import { expect } from 'vitest';
import { type Entry, type FeedHead, NO_FEED, type PollingHints } from '../../src/domain/document.ts';
import { PLAIN_SOURCE, type Source } from '../../src/domain/source.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { DocumentFacts } from '../../src/ingest/schedule.ts';

export const sourceOf = (over: Partial<Source> = {}): Source => ({
  ...PLAIN_SOURCE,
  id: 'harbour-news',
  url: 'https://harbour.example/feed',
  title: 'Harbour News',
  language: 'en',
  kind: 'press',
  ...over,
});

export const instant = (from: Instant, { hours = 0, minutes = 0 }): Instant =>
  new Date(Date.parse(from) + (hours * 60 + minutes) * 60_000).toISOString();

export const minutesBetween = (from: Instant, to: Instant | null): number =>
  (Date.parse(to ?? '') - Date.parse(from)) / 60_000;

/** Facts of a document of ten items, one every `gap` minutes, the newest `silence` minutes before `now`. */
export const readFacts = (
  now: Instant,
  gap: number,
  silence = 0,
  over: Partial<DocumentFacts & { kind: 'read' }> = {},
): DocumentFacts => ({
  kind: 'read',
  bodyHash: '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea',
  dates: Array.from({ length: 10 }, (_, n) => instant(now, { minutes: -silence - n * gap })),
  hints: { every: null, skipHours: [], skipDays: [] },
  extent: 'full',
  ...over,
});

export const feedOf = (hints: Partial<PollingHints>): FeedHead => ({
  ...NO_FEED,
  polling: { ...NO_FEED.polling, ...hints },
});

export const entryOf = (over: Partial<Entry>, content?: string): Entry => ({
  ...NO_FEED,
  title: 'The mill reopens',
  summary: null,
  summaryType: null,
  summaryLanguage: null,
  content: content === undefined ? [] : [{ value: content, type: 'text/html', language: 'en', src: null }],
  enclosures: [],
  comments: null,
  source: null,
  ...over,
});

expect.extend({
  toBeWithin: (received: number, low: number, high: number) => ({
    pass: received >= low && received <= high,
    message: () => `expected ${received} to lie between ${low} and ${high}`,
  }),
});

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    toBeWithin(low: number, high: number): R;
  }
}
