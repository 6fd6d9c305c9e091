import { type Entry, type FeedDocument, NO_ENTRY, NO_FEED, unreadable } from '../../domain/document.ts';
import type { Instant } from '../../domain/time.ts';
import { cut, foldSpace } from '../../text/characters.ts';
import { webUrl } from '../../text/url.ts';
import { readDate } from '../dates.ts';
import { languageTag } from '../feed/inherited.ts';
import { readRichText, toLine } from '../feed/rich-text.ts';
import type { Surroundings } from '../feed/scope.ts';
import { dayInAddress, titleOfAddress } from './address.ts';
import { SITEMAP, SITEMAP_INDEX } from './formats.ts';
import { readSitemapRecords, type SitemapRecord } from './records.ts';

/** As many as a news sitemap may hold; of a plain one the newest. */
const MOST_ENTRIES = 1_000;
const LONGEST_TITLE = 1_000;

/**
 * Reads a sitemap (sitemaps.org 0.9), with Google's news extension or without, or an index of sitemaps, as if it were a feed:
 * newest entries first.
 *
 * What the news extension says of an address is its title, date, language and publication. Of an address alone, the title is made
 * of its words and the date is the day in it; `lastmod` says when the page was changed, which is no day of publication.
 *
 * @returns null where the root element is none of a sitemap's
 */
export function readSitemap(
  xml: string,
  outside: Surroundings,
): Omit<FeedDocument, 'encoding' | 'skipped'> | null {
  const found = readSitemapRecords(xml, outside.skip);
  if (found === null) return null;
  const { isIndex, records } = found;
  const addresses = newestFirst(records.flatMap((record) => addressOf(record, isIndex, outside)));
  if (addresses.length > MOST_ENTRIES) {
    outside.skip(`all but the newest ${MOST_ENTRIES} of ${addresses.length} addresses`);
  }
  const entries = addresses.slice(0, MOST_ENTRIES).map((address) => entryOf(address, isIndex, outside));
  const isNews = records.some((record) => record.has('news/title'));
  const title = common(entries.map(({ publisher }) => publisher?.name ?? null));
  return {
    ok: true,
    error: null,
    format: isIndex ? SITEMAP_INDEX : isNews ? 'sitemap-news' : SITEMAP,
    feed: {
      ...NO_FEED,
      title,
      titleType: title === null ? null : 'text',
      language: common(entries.map(({ language }) => language)),
      link: webUrl('/', outside.base),
    },
    entries,
  };
}

/** At most so many sitemaps of an index are read in one poll. */
const MOST_SITEMAPS = 3;
const NEWS = /news(?!letter)/i;
/** Lists of pages that are no articles, as content management systems name them. */
const NO_ARTICLES =
  /(?:categor(?:y|ies)|tags?|authors?|users?|images?|videos?|pages?|attachments?)[-_]?sitemap/i;

/**
 * The sitemaps of an index to be read: those of news if it has any, the latest changed first; else by the highest number or month
 * in their names.
 */
export function sitemapsToRead(index: FeedDocument): readonly string[] {
  const all = index.entries.flatMap(({ link, updated }) => (link === null ? [] : [{ link, updated }]));
  const news = all.filter(({ link }) => NEWS.test(pathOf(link)));
  const articles = all.filter(({ link }) => !NO_ARTICLES.test(pathOf(link)));
  const wanted = [news, articles, all].find((some) => some.length > 0) ?? [];
  return wanted
    .toSorted(
      (a, b) => compare(b.updated, a.updated) || b.link.localeCompare(a.link, 'en', { numeric: true }),
    )
    .slice(0, MOST_SITEMAPS)
    .map(({ link }) => link);
}

/** An index and those of its sitemaps that were read, as one document. */
export function joinSitemaps(
  index: FeedDocument,
  sitemaps: readonly (FeedDocument & { readonly url: string })[],
): FeedDocument {
  const read = sitemaps.filter(({ ok, format }) => ok && format !== SITEMAP_INDEX);
  const failed = sitemaps
    .filter((sitemap) => !read.includes(sitemap))
    .map(({ url, error }) => `the sitemap ${url}: ${error ?? 'it is a list of sitemaps again'}`);
  const [first] = read;
  if (first === undefined) {
    const why = failed[0] ?? 'it is empty';
    return unreadable(`this index of sitemaps leads to none that can be read: ${why}`, index.encoding);
  }
  const entries = new Map<string | null, Entry>();
  for (const entry of read.flatMap((sitemap) => sitemap.entries)) {
    if (!entries.has(entry.link)) entries.set(entry.link, entry);
  }
  const left = index.entries.length - sitemaps.length;
  const older = left > 0 ? [`${left} of the ${index.entries.length} sitemaps of the index`] : [];
  return {
    ...first,
    entries: newestFirst([...entries.values()]).slice(0, MOST_ENTRIES),
    skipped: [...index.skipped, ...older, ...failed, ...read.flatMap(({ skipped }) => skipped)],
  };
}

interface Address {
  readonly link: string;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  readonly record: SitemapRecord;
}

function addressOf(record: SitemapRecord, isSitemap: boolean, outside: Surroundings): readonly Address[] {
  const link = webUrl(record.get('loc'), outside.base);
  if (link === null) {
    outside.skip('an address that is none of the web');
    return [];
  }
  const date = (path: string): Instant | null => {
    const written = record.get(path)?.trim();
    const read = readDate(written, outside.timezone);
    if (written && read === null) outside.skip(`the date ${written.slice(0, 60)}`);
    return read;
  };
  const stated = date('news/publication_date');
  const published = stated ?? (isSitemap ? null : dayInAddress(link, outside.timezone));
  return [{ link, published, updated: date('lastmod'), record }];
}

function entryOf(
  { link, published, updated, record }: Address,
  isSitemap: boolean,
  outside: Surroundings,
): Entry {
  const text = (path: string): string | null => foldSpace(record.get(path) ?? '') || null;
  const written = readRichText(record.get('news/title') ?? '', outside, 'guess'); // often escaped twice
  const stated = cut(toLine(written), LONGEST_TITLE) || null;
  const title = stated ?? (isSitemap ? null : titleOfAddress(link));
  const language = languageTag(text('news/publication/language')) ?? outside.lang;
  const name = text('news/publication/name');
  const keywords = (text('news/keywords') ?? '').split(',').map((word) => word.trim());
  return {
    ...NO_ENTRY,
    title,
    titleType: title === null ? null : 'text',
    titleLanguage: stated === null ? null : language,
    link,
    updated,
    published,
    language,
    publisher: name === null ? null : { name, email: null, url: null },
    tags: keywords.filter(Boolean).map((term) => ({ term, scheme: null, label: null })),
  };
}

const newestFirst = <T extends Pick<Entry, 'published' | 'updated'>>(entries: readonly T[]): readonly T[] =>
  entries.toSorted((a, b) => compare(b.published ?? b.updated, a.published ?? a.updated));

/** Instants sort as text; what has none is the oldest. */
const compare = (a: Instant | null, b: Instant | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

const pathOf = (address: string): string => URL.parse(address)?.pathname ?? '';

/** What all of them are; null where they differ or there is none. */
const common = (values: readonly (string | null)[]): string | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;
