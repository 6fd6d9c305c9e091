import type { Item } from '../../domain/article.ts';
import { PLAIN_SOURCE, type Source } from '../../domain/source.ts';
import type { FoundSource } from '../../domain/suggestion.ts';
import { primaryTag } from '../../text/language.ts';
import { discoverFeeds } from '../discover.ts';
import { identify } from '../identify.ts';
import { openJudging } from '../judging.ts';
import type { Services } from '../services.ts';

/**
 * Finds the feed of a site and tries it: of several, the one with the most items on a topic.
 *
 * @param progress called with each address that is asked
 * @returns why there is none, where there is none
 */
export async function findSource(
  services: Services,
  site: string,
  progress: (url: string) => void,
): Promise<FoundSource | string> {
  const discovery = await discoverFeeds(services, site, progress, { typed: false });
  if (!discovery.ok) return discovery.message;
  const tried: FoundSource[] = [];
  for (const { url, title, language, articles } of discovery.feeds) {
    const onTopic = await shareOf(services, { ...PLAIN_SOURCE, id: 'new', url, title: url }, articles);
    const stated = primaryTag(language);
    tried.push({ url, title, language: stated === 'und' ? null : stated, items: articles.length, onTopic });
  }
  const [best] = tried.toSorted((a, b) => b.onTopic - a.onTopic || b.items - a.items);
  return best ?? `no feed was found at ${site}`;
}

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
