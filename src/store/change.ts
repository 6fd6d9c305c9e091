import type { Instant } from '../domain/time.ts';
import type { Connection } from './connection.ts';

/** One commit at work: what the writers of each noun share, and what they leave for those after them. */
export interface Change {
  readonly connection: Connection;
  readonly at: Instant;
  /** The number of a stored article; throws for one that is not stored, which is a bug of the decider. */
  numberOf(articleId: string): number;
  /** Tells of an article stored for the first time: nothing else about it is in the tables yet. */
  added(articleId: string, n: number): void;
  /** Whether an article is new in this change. */
  isNew(n: number): boolean;
  /** Set when something that a published file may show has changed. */
  visible: boolean;
  /** Articles whose words, or whose right to be found, may have changed. */
  readonly reindex: Set<number>;
}

export function beginChange(connection: Connection, at: Instant): Change {
  const numbers = new Map<string, number>();
  const fresh = new Set<number>();
  return {
    connection,
    at,
    visible: false,
    reindex: new Set(),
    added(articleId, n) {
      numbers.set(articleId, n);
      fresh.add(n);
    },
    isNew: (n) => fresh.has(n),
    numberOf(articleId) {
      const known = numbers.get(articleId);
      if (known !== undefined) return known;
      const row = connection.get<{ n: number }>('select n from articles where id = ?', articleId);
      if (row === undefined)
        throw new Error(`the change set speaks of article ${articleId}, which is not stored`);
      numbers.set(articleId, row.n);
      return row.n;
    },
  };
}
