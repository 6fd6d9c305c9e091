import type { Article, Item } from '../domain/article.ts';
import type { PageArticle } from '../domain/page.ts';
import type { Log } from '../domain/ports.ts';
import type { Source } from '../domain/source.ts';
import type { Known, Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { FULL_TEXT, LONGEST_TEXT } from '../ingest/normalise.ts';
import { titleOfAddress } from '../ingest/sitemap/address.ts';
import { compileTopic } from '../judge/compile.ts';
import { prejudge } from '../judge/prejudge.ts';
import { cut } from '../text/characters.ts';
import { canonicalUrl } from '../text/url.ts';
import { createPages, type PagePorts } from './pages.ts';
import type { Refreshed } from './refresh.ts';
import { afterFailure, MOST_PAGES } from './waiting-pages.ts';

/**
 * Reads the pages behind items of sources that ask for it: of items that are plausible for any topic by title and
 * summary, whose feed holds only part of them, and whose article is not another source's. Sources go side by side, pages of
 * one source one after the other, the first of its items first, since feeds have their newest there; then, as far as the run
 * goes, those that are due from earlier runs. The rest waits for later runs, as does a page that cannot be had just now: it is
 * asked for three times more, ever more rarely. One that holds no article or only a beginning leaves its item as it is.
 *
 * The items' `contentHash` stays that of the feed, so that the next poll of the same feed finds nothing new in it.
 *
 * @param waiting articles of these sources whose page is due to be read, newest first
 */
export async function readPages(
  polled: readonly Refreshed[],
  waiting: readonly Article[],
  topics: readonly Topic[],
  now: Instant,
  ports: PagePorts & { readonly store: Pick<Store, 'known'>; readonly log: Log },
): Promise<readonly Refreshed[]> {
  const { store, log, signal } = ports;
  const pages = createPages(ports);
  const compiled = topics.map(compileTopic);
  const isPlausible = (item: Item): boolean => compiled.some((topic) => prejudge(topic, item).plausible);

  /** @param completed how the reading stands once the page has given its text */
  async function withPage(item: Item, source: Source, completed: 'read' | 'late'): Promise<Item> {
    const page = await pages.read(item.url ?? '', source.url);
    if (page.kind === 'article') {
      const found = withArticle(item, page.article, now);
      return { ...found, page: found === item ? 'read' : completed };
    }
    log.info('page not read', { source: item.sourceId, url: item.url, why: page.message });
    return { ...item, page: page.kind === 'failed' ? 'read' : afterFailure(item.page, page.retryAt, now) };
  }

  async function withPages(one: Refreshed): Promise<Refreshed> {
    if (!one.source.fullText) return one;
    const items = new Map(one.items.map((item) => [item.keys[0], item]));
    const partial = one.items.filter((item) => hasPage(item) && isPartial(item) && isPlausible(item));
    const wanted = await ownOf(partial, store);
    const late = waiting.filter(({ sourceId, keys }) => sourceId === one.source.id && !items.has(keys[0]));
    let read = 0;
    const mayRead = (): boolean => read < MOST_PAGES && !signal.aborted;
    for (const item of wanted) {
      items.set(item.keys[0], { ...item, page: { failures: 0, due: now } });
      if (!mayRead()) continue;
      read += 1;
      const found = await withPage(item, one.source, 'read');
      if (!signal.aborted) items.set(item.keys[0], found);
    }
    for (const article of late) {
      if (!mayRead()) break;
      read += 1;
      const found = await withPage(article, one.source, 'late');
      if (signal.aborted) break;
      items.set(article.keys[0], found);
    }
    return { ...one, items: [...items.values()] };
  }

  return Promise.all(polled.map(withPages));
}

async function ownOf(items: readonly Item[], store: Pick<Store, 'known'>): Promise<readonly Item[]> {
  const known = await store.known(items.flatMap(({ keys }) => keys));
  return items.filter((item) => isOwn(item, known));
}

/** Only the source that first brought an article can add to it. */
function isOwn({ keys, sourceId }: Item, known: ReadonlyMap<string, Known>): boolean {
  const match = keys.map((key) => known.get(key)).find((entry) => entry !== undefined);
  return match === undefined || (match.sourceId === sourceId && !match.forgotten);
}

/** An episode without a page is at the address of its recording. */
const hasPage = ({ url, enclosures }: Item): boolean =>
  url !== null && !enclosures.some((enclosure) => canonicalUrl(enclosure.url) === url);

const isPartial = ({ text }: Item): boolean => (text?.length ?? 0) < FULL_TEXT;

/** Sitemaps often name no titles; then one is made of the address. */
const isOfAddress = ({ title, url }: Item): boolean => url !== null && title === titleOfAddress(url);

/** The item with the page's text, and with what the page says and the feed does not. */
function withArticle(item: Item, page: PageArticle, now: Instant): Item {
  if (page.teaser || page.text.length <= (item.text ?? item.summary).length) return item;
  const { rawBody: _, ...kept } = item;
  const published = page.published !== null && page.published <= now ? page.published : null;
  return {
    ...kept,
    title: (isOfAddress(item) && page.title) || item.title,
    text: cut(page.text, LONGEST_TEXT),
    html: page.html,
    published: item.published ?? published,
    authors: item.authors.length === 0 && page.byline !== null ? [page.byline] : item.authors,
    language: item.language === 'und' ? page.language : item.language,
  };
}
