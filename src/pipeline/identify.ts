import type { Article, Item, Sighting } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Known } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import { uuidFrom } from '../text/fingerprints.ts';

export type Identified = Pick<ChangeSet, 'articles' | 'keys' | 'sightings' | 'pages'>;

/**
 * Tells which items are new articles, which are revisions of known ones, and which only another sighting.
 *
 * An id is minted from the strongest key of an item the first time any of its keys is met, and looked up ever after.
 * Only the source that first brought an article can revise it: another outlet's copy under the same address has a title
 * and summary of its own, and would make the article flicker. What retention dropped stays dropped. A page that is read late
 * completes the revision it belongs to.
 *
 * @param known what the store holds under the items' keys, read under the lease.
 */
export function identify(
  items: readonly Item[],
  known: ReadonlyMap<string, Known>,
  now: Instant,
): Identified {
  const articles = new Map<string, Article>();
  const keys: ChangeSet['keys'][number][] = [];
  const sightings: Sighting[] = [];
  const pages: ChangeSet['pages'][number][] = [];
  const seen = new Map(known);

  for (const item of items) {
    const match = item.keys.map((key) => seen.get(key)).find((entry) => entry !== undefined);
    if (match?.forgotten) continue;

    const article = match === undefined ? mint(item, now) : revise(item, match);
    if (article !== null) articles.set(article.id, article);
    const entry = article === null ? match : asKnown(article);
    if (entry === undefined) continue;

    const { page } = item;
    if (page !== undefined) {
      pages.push({ articleId: entry.articleId, wait: typeof page === 'string' ? null : page });
    }
    sightings.push({ articleId: entry.articleId, sourceId: item.sourceId, url: item.url, seen: now });
    for (const key of item.keys) {
      const owner = seen.get(key);
      if (owner === undefined) keys.push({ key, articleId: entry.articleId });
      if (owner === undefined || owner.articleId === entry.articleId) seen.set(key, entry);
    }
  }
  return { articles: [...articles.values()], keys, sightings, pages };
}

const mint = (item: Item, now: Instant): Article => ({
  ...item,
  id: uuidFrom('article', item.keys[0]),
  firstSeen: now,
  revision: 1,
});

function revise(item: Item, known: Known): Article | null {
  const isSame = item.contentHash === known.contentHash;
  if (item.sourceId !== known.sourceId || isSame !== (item.page === 'late')) return null;
  const revision = isSame ? known.revision : known.revision + 1;
  return { ...item, id: known.articleId, firstSeen: known.firstSeen, revision };
}

const asKnown = (article: Article): Known => ({
  articleId: article.id,
  sourceId: article.sourceId,
  contentHash: article.contentHash,
  revision: article.revision,
  firstSeen: article.firstSeen,
  forgotten: false,
});
