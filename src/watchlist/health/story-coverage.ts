import type { Instant } from '../../domain/time.ts';
import type { JudgedArticle } from '../../domain/view.ts';

/** How far stories rest on one source or one origin alone. */
export interface StoryCoverage {
  readonly total: number;
  /** Stories that only one source brought, those that two did, and those that more did. */
  readonly bySources: { readonly one: number; readonly two: number; readonly more: number };
  /** Of the stories whose accounts were compared: how many there are, and how many name exactly one origin. */
  readonly compared: number;
  readonly soleOrigin: number;
}

/** A story as far as its coverage goes. */
export interface CoveredStory {
  readonly id: string;
  /** The one that brought it first comes first. */
  readonly sourceIds: readonly string[];
  readonly firstSeen: Instant;
  /** The earliest date any of its accounts states; null: none states one. */
  readonly published: Instant | null;
}

/** The stories that accepted articles make up. @param articles in the order of arrival. */
export function storiesAmong(articles: readonly JudgedArticle[]): {
  readonly list: readonly CoveredStory[];
  coverage(origins: ReadonlyMap<string, number>): StoryCoverage;
} {
  const byStory = Map.groupBy(articles, ({ storyId, articleId }) => storyId ?? articleId);
  const list = [...byStory].map(([id, accounts]): CoveredStory => {
    const dates = accounts.flatMap(({ published }) => published ?? []).toSorted();
    return {
      id,
      sourceIds: [...new Set(accounts.flatMap(({ sourceIds }) => sourceIds))],
      firstSeen: accounts[0]?.firstSeen ?? '',
      published: dates[0] ?? null,
    };
  });
  return {
    list,
    coverage(origins) {
      const had = (from: number, to: number) =>
        list.filter(({ sourceIds }) => sourceIds.length >= from && sourceIds.length <= to).length;
      const named = list.flatMap(({ id }) => origins.get(id) ?? []);
      return {
        total: list.length,
        bySources: { one: had(1, 1), two: had(2, 2), more: had(3, Number.POSITIVE_INFINITY) },
        compared: named.length,
        soleOrigin: named.filter((count) => count === 1).length,
      };
    },
  };
}
