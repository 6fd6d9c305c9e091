import type { Source } from '../../domain/source.ts';
import type { Observed } from '../../domain/suggestion.ts';
import { siteOf } from './hosts.ts';
import { dayOf } from './period.ts';

/** A site that accepted articles lead to and that no source covers. */
export interface UncoveredSite {
  readonly site: string;
  /** Its front page, under the host that is met most. */
  readonly url: string;
  /** As publishers are named in search feeds; null: it is only linked to. */
  readonly name: string | null;
  readonly articles: readonly Observed[];
}

const ARTICLES = 5;
const SOURCES = 2;
const STORIES = 3;
const DAYS = 3;

/** @param accepted in the order of time */
export function uncoveredSites(
  accepted: readonly Observed[],
  sources: readonly Source[],
): readonly UncoveredSite[] {
  const covered = new Set(sources.flatMap(({ url }) => siteOf(url) ?? []));
  const ownSites = sitesBySource(accepted);
  const found = new Map<
    string,
    { articles: Observed[]; origins: Map<string, number>; name: string | null }
  >();
  for (const article of accepted) {
    for (const [site, { origin, name }] of leadsTo(article)) {
      if (covered.has(site) || ownSites.get(article.sourceId)?.has(site)) continue;
      const entry = found.get(site) ?? { articles: [], origins: new Map<string, number>(), name: null };
      found.set(site, entry);
      entry.articles.push(article);
      entry.origins.set(origin, (entry.origins.get(origin) ?? 0) + 1);
      entry.name ??= name;
    }
  }
  return [...found].flatMap(([site, { articles, origins, name }]) => {
    const [url = `https://${site}/`] = [...origins]
      .toSorted(([, a], [, b]) => b - a)
      .map(([origin]) => origin);
    return isSpread(articles, name !== null) ? [{ site, url, name, articles }] : [];
  });
}

/** The sites an article names as its publisher or links to, each once. */
function leadsTo({
  publisher,
  links,
}: Observed): ReadonlyMap<string, { origin: string; name: string | null }> {
  const sites = new Map<string, { origin: string; name: string | null }>();
  const add = (address: string, name: string | null): void => {
    const site = siteOf(address);
    const origin = URL.parse(address)?.origin;
    if (site !== null && origin !== undefined && !sites.has(site))
      sites.set(site, { origin: `${origin}/`, name });
  };
  if (publisher?.url) add(publisher.url, publisher.name);
  for (const link of links) add(link, null);
  return sites;
}

/** A publisher that a search feed names may come by that one source; a link is worth more from several. */
function isSpread(articles: readonly Observed[], isPublisher: boolean): boolean {
  return (
    articles.length >= ARTICLES &&
    (isPublisher || new Set(articles.map(({ sourceId }) => sourceId)).size >= SOURCES) &&
    new Set(articles.map(({ storyId, id }) => storyId ?? id)).size >= STORIES &&
    new Set(articles.map(({ at }) => dayOf(at))).size >= DAYS
  );
}

/** Where a source's own articles stand: most of them on one site, which its feed's host need not show. */
function sitesBySource(accepted: readonly Observed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { sourceId, url } of accepted) {
    const site = url === null ? null : siteOf(url);
    if (site === null) continue;
    const own = counts.get(sourceId) ?? new Map<string, number>();
    counts.set(sourceId, own.set(site, (own.get(site) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([sourceId, own]) => {
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      return [sourceId, new Set([...own].filter(([, count]) => count > all / 2).map(([site]) => site))];
    }),
  );
}
