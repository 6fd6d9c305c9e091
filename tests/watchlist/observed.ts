import type { Observed } from '../../src/domain/suggestion.ts';

export const NOW = '2026-05-31T12:00:00.000Z';
const DAY = 24 * 3_600_000;

export const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * DAY).toISOString();

let made = 0;

/** An accepted article of the harbour town's news. */
export function observed(over: Partial<Observed> & { readonly days: number }): Observed {
  made += 1;
  const { days, ...rest } = over;
  const id = `article-${made}`;
  return {
    id,
    sourceId: 'gazette',
    url: `https://gazette.example/${id}`,
    at: daysAgo(days),
    firstSeen: daysAgo(days),
    language: 'en',
    title: 'The quay of Vell',
    text: 'The council of Vell met over the quay.',
    decision: 'accepted',
    concepts: ['vell'],
    exclusions: [],
    missing: [],
    publisher: null,
    links: [],
    storyId: `story of ${id}`,
    development: true,
    ...rest,
  };
}

/** In the order of time. */
export const inOrder = (articles: readonly Observed[]): readonly Observed[] =>
  articles.toSorted((a, b) => (a.at < b.at ? -1 : 1));
