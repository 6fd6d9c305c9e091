import { setImmediate as othersTurn } from 'node:timers/promises';

/** Rows of a page: each page is of one state of the corpus. */
export const PAGE = 200;

export interface Page<T> {
  readonly found: readonly T[];
  /** The number of its last article, behind which the next page begins; null: it has none, and there is no next one. */
  readonly last: number | null;
}

/**
 * Goes through pages, each behind the last article of the one before. Between two pages others have their turn, so that a server
 * answers while somebody goes through all of the corpus.
 *
 * @param read a page behind the article of this number
 */
export async function* pages<T>(read: (after: number) => Page<T>, start = 0): AsyncGenerator<readonly T[]> {
  for (let after: number | null = start; after !== null; ) {
    const page = read(after);
    if (page.last !== null) yield page.found;
    after = page.last;
    await othersTurn();
  }
}

/** What stands on pages, one by one. */
export async function* paged<T>(read: (after: number) => Page<T>): AsyncGenerator<T> {
  for await (const found of pages(read)) yield* found;
}
