import type { Item } from '../domain/article.ts';
import { type FetchOutcome, type FetchRequest, PLAIN_SOURCE, type Source } from '../domain/source.ts';
import {
  type Candidate,
  feedsOfPage,
  isOfComments,
  sitemapsOfRobots,
  usualAddresses,
} from '../ingest/discover.ts';
import { normalise } from '../ingest/normalise.ts';
import { readRobots, robotsAddress } from '../ingest/robots.ts';
import { type Held, heldBy } from './check.ts';
import { isPage } from './pages.ts';
import { readDocument } from './refresh.ts';
import type { Services } from './services.ts';

/** A feed that was found and read. */
export interface FoundFeed extends Held {
  /** To be polled: where it has moved to for good, if it has. */
  readonly url: string;
  /** `asked`: it is at the address that was asked for. */
  readonly why: Candidate['why'] | 'asked';
  /** The same items, whole. */
  readonly articles: readonly Item[];
}

/** What looking for feeds came to; where none was found, the message says what was tried and what to do. */
export type Discovery =
  | { readonly ok: true; readonly feeds: readonly [FoundFeed, ...FoundFeed[]] }
  | { readonly ok: false; readonly message: string };

/** So many addresses are asked that a page leads to; where none is a feed, as many again that its lists of feeds lead to. */
const MOST_CANDIDATES = 12;
const MOST_LISTS = 2;
const MOST_SITEMAPS = 3;
/** Two feeds with the same so many newest articles, under one title, are one in two formats. */
const TELLING_ITEMS = 5;

/**
 * Finds the feeds of a page: it may be one itself; else it declares them or links to them; else it links to a page that lists
 * them; else they are where feeds usually are; else its robots.txt names sitemaps. The first of these ways that leads to any is
 * the last tried.
 *
 * Only the address given counts as one of the person's own: what its page leads to is asked for like an article's link, so that
 * neither a private host nor a secret of the settings is within its reach.
 *
 * @param progress called with each address that is asked
 * @param options `typed: false`: no person gave the address, an article led to it; then nothing private is within reach at all
 */
export async function discoverFeeds(
  services: Services,
  url: string,
  progress: (url: string) => void = () => {},
  { typed = true }: { readonly typed?: boolean } = {},
): Promise<Discovery> {
  const own = typed ? url : null;
  const look = await looker(services, own, progress);
  const page = await look({ url, why: 'asked' });
  if (page.kind === 'failed') return { ok: false, message: page.message };
  if (page.kind === 'feed') return { ok: true, feeds: [page.feed] };

  const tried = new Set([url]);
  const askAll = async (candidates: readonly Candidate[]): Promise<readonly Looked[]> => {
    const fresh = candidates.filter((candidate) => !tried.has(candidate.url)).slice(0, MOST_CANDIDATES);
    for (const candidate of fresh) tried.add(candidate.url);
    return Promise.all(fresh.map(look));
  };
  const first = await askAll(page.candidates);
  const lists = first.filter((looked) => looked.kind === 'page').slice(0, MOST_LISTS);
  const found =
    different(first.flatMap(feedOf)) ??
    different((await askAll(lists.flatMap(({ candidates }) => candidates))).flatMap(feedOf)) ??
    (await askElsewhere(page.url, look, services, tried, own));
  if (found !== null) return { ok: true, feeds: found };
  const declared = first.find((looked) => looked.kind === 'failed' && looked.why === 'declared');
  if (declared?.kind === 'failed') {
    return { ok: false, message: `the page declares a feed that cannot be read: ${declared.message}` };
  }
  return {
    ok: false,
    message:
      `no feed was found at ${url}: it is a page, and none of ${tried.size - 1} likely addresses holds a feed; ` +
      'look on it for a link called RSS, Atom or feed, and add where that leads',
  };
}

/** What an address turned out to be. */
type Looked =
  | { readonly kind: 'feed'; readonly feed: FoundFeed }
  | { readonly kind: 'page'; readonly url: string; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'failed'; readonly why: FoundFeed['why']; readonly message: string };

type Look = (address: Pick<FoundFeed, 'url' | 'why'>) => Promise<Looked>;

const feedOf = (looked: Looked): readonly FoundFeed[] => (looked.kind === 'feed' ? [looked.feed] : []);

/** Asks addresses and says what is there. @param own the address the person gave; null: nobody gave one */
async function looker(
  services: Services,
  own: string | null,
  progress: (url: string) => void,
): Promise<Look> {
  const { clock, signal } = services;
  const [fetcher, reader] = [await services.fetcher(), await services.reader()];
  const source = (url: string): Source => ({ ...PLAIN_SOURCE, id: 'new', url, title: url });
  return async ({ url, why }) => {
    progress(url);
    const configured = why === 'asked' && own !== null;
    const outcome = await fetcher.fetch({ ...requestOf(url, own), configured, signal });
    if (outcome.kind !== 'fetched') return { kind: 'failed', why, message: whyNot(outcome, url) };
    const { document } = await readDocument(
      outcome,
      '',
      { url: own ?? url, timezone: 'UTC' },
      { fetcher, reader },
    );
    if (document.ok) {
      const { items, skipped } = normalise(document, source(url), clock.now().toISOString());
      const held = heldBy(document, items, [...document.skipped, ...skipped]);
      const address = why === 'asked' ? url : (outcome.movedTo ?? url);
      return { kind: 'feed', feed: { url: address, why, articles: items, ...held } };
    }
    if (!isPage(outcome.contentType)) return { kind: 'failed', why, message: `${url}: ${document.error}` };
    return {
      kind: 'page',
      url: outcome.url,
      candidates: feedsOfPage(outcome.body, outcome.contentType, outcome.url),
    };
  };
}

/** Where feeds usually are, one after the other until there is one; then the sitemaps. By the site's robots.txt. */
async function askElsewhere(
  page: string,
  look: Look,
  { signal, fetcher }: Services,
  tried: Set<string>,
  own: string | null,
): Promise<readonly [FoundFeed, ...FoundFeed[]] | null> {
  const address = robotsAddress(page);
  const outcome = await (await fetcher()).fetch({ ...requestOf(address, own), signal });
  const robots = readRobots(outcome, address);
  const sitemaps = outcome.kind === 'fetched' ? sitemapsOfRobots(outcome.body, address) : [];
  for (const candidate of [...usualAddresses(page), ...sitemaps.slice(0, MOST_SITEMAPS)]) {
    if (signal.aborted || tried.has(candidate.url)) continue;
    if (candidate.why === 'usual' && !robots.allows(candidate.url)) continue;
    tried.add(candidate.url);
    const [feed] = feedOf(await look(candidate));
    if (feed !== undefined && feed.items.length > 0) return [feed];
  }
  return null;
}

/** Each feed once, the fullest of its formats, in their order; without feeds of comments where there are others. */
function different(feeds: readonly FoundFeed[]): readonly [FoundFeed, ...FoundFeed[]] | null {
  const articles = feeds.filter(({ url, title }) => !isOfComments({ url, title: title ?? '' }));
  const found = new Map<string, FoundFeed>();
  for (const feed of articles.length > 0 ? articles : feeds) {
    const newest = feed.items.slice(0, TELLING_ITEMS).map(({ url, title }) => url ?? title);
    const key = newest.length === 0 ? feed.url : JSON.stringify([feed.title, newest.sort()]);
    const before = found.get(key);
    if (before === undefined || FULLNESS[feed.extent] > FULLNESS[before.extent]) found.set(key, feed);
  }
  const [first, ...others] = found.values();
  return first === undefined ? null : [first, ...others];
}

const FULLNESS = { title: 0, summary: 1, full: 2 } as const;

/** The request for an address that a page led to. */
const requestOf = (url: string, ledFrom: string | null): FetchRequest => ({
  url,
  validators: { etag: null, lastModified: null },
  configured: false,
  ...(ledFrom !== null && { ledFrom }),
});

const whyNot = (outcome: Exclude<FetchOutcome, { kind: 'fetched' }>, url: string): string =>
  outcome.kind === 'unchanged' ? `${url} says nothing changed since it was never asked` : outcome.message;
