import type { Item } from '../../domain/article.ts';
import { PLAIN_SOURCE, type Source } from '../../domain/source.ts';
import type { FoundSource } from '../../domain/suggestion.ts';
import type { Instant } from '../../domain/time.ts';
import { primaryTag } from '../../text/language.ts';
import { discoverFeeds, type FoundFeed } from '../discover.ts';
import { identify } from '../identify.ts';
import { openJudging } from '../judging.ts';
import type { Services } from '../services.ts';

/**
 * Finds the feed of a site and tries it: of several, the one with the most items on a topic.
 *
 * @param progress called with each address that is asked
 * @param lost the source that is to be replaced, and the newest it brought; null: none
 * @returns why there is none, where there is none
 */
export async function findSource(
  services: Services,
  site: string,
  progress: (url: string) => void,
  lost: { readonly url: string; readonly newest: Instant | null } | null = null,
): Promise<FoundSource | string> {
  const discovery = await discoverFeeds(services, site, progress, { typed: false });
  if (!discovery.ok) return discovery.message;
  const goesOn = ({ url, articles }: FoundFeed): boolean =>
    lost === null || (url !== lost.url && (newestOf(articles) ?? '') > (lost.newest ?? ''));
  const tried: FoundSource[] = [];
  for (const { url, title, language, articles } of discovery.feeds.filter(goesOn)) {
    const onTopic = await shareOf(services, { ...PLAIN_SOURCE, id: 'new', url, title: url }, articles);
    const stated = primaryTag(language);
    tried.push({ url, title, language: stated === 'und' ? null : stated, items: articles.length, onTopic });
  }
  const [best] = tried.toSorted((a, b) => b.onTopic - a.onTopic || b.items - a.items);
  if (best !== undefined) return best;
  return lost === null
    ? `no feed was found at ${site}`
    : `no feed at ${site} holds anything newer than the lost one; look there for a new one, or disable it`;
}

const newestOf = (items: readonly Item[]): Instant | undefined =>
  items
    .flatMap(({ published }) => published ?? [])
    .reduce<Instant | undefined>((a, b) => (a && a > b ? a : b), undefined);

/** Of these items, how many any topic would take or look at. */
async function shareOf(services: Services, source: Source, items: readonly Item[]): Promise<number> {
  const { topics } = await services.settings();
  const store = await services.store();
  const judgings = await Promise.all(
    topics.map(async (topic) => openJudging(topic, await store.learned(topic.id))),
  );
  const { articles } = identify(items, new Map(), services.clock.now().toISOString());
  return articles.filter((article) =>
    judgings.some(({ judge }) => judge(article, source).decision !== 'rejected'),
  ).length;
}
