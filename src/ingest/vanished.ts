import type { Item } from '../domain/article.ts';
import type { Carried } from '../domain/view.ts';

/** So many older items must still stand in the document: then it was not length that pushed the article out. */
const OLDER_STAND = 3;

/**
 * Which articles a source carries no more, although it still carries older ones, and which it carries again.
 *
 * A feed drops its oldest items as new ones come; what is gone from among younger ones was taken out. Only stated dates tell
 * that, so that an article without one never counts as vanished, nor does any while less than three items are older. A feed that
 * is not in the order of time (most read, say) may still mislead: the mark says what was seen, not why.
 *
 * @param document the items of the source as it stands now.
 * @param carried what it was seen to carry lately.
 */
export function missing(
  document: readonly Pick<Item, 'keys' | 'published'>[],
  carried: readonly Carried[],
): { readonly gone: readonly string[]; readonly back: readonly string[] } {
  const present = new Set(document.flatMap(({ keys }) => keys));
  const dates = document.flatMap(({ published }) => published ?? []).sort();
  const third = dates[OLDER_STAND - 1];
  const isPresent = ({ keys }: Carried): boolean => keys.some((key) => present.has(key));
  const wasTaken = ({ published }: Carried): boolean =>
    published !== null && third !== undefined && third < published;
  return {
    gone: carried
      .filter((one) => one.vanished === null && !isPresent(one) && wasTaken(one))
      .map(({ articleId }) => articleId),
    back: carried.filter((one) => one.vanished !== null && isPresent(one)).map(({ articleId }) => articleId),
  };
}
