import { EARLIEST, type Instant } from '../../domain/time.ts';
import { readDate } from '../dates.ts';
import { dayInAddress } from '../sitemap/address.ts';
import type { PageDocument } from './dom.ts';

/** Names of `meta` elements that hold it, best first. */
const NAMES = (
  'article:published_time og:published_time date pubdate pub_date publishdate publish_date publish-date publication_date ' +
  'article:publicationdate article.published parsely-pub-date cxenseparse:recs:publishtime dc.date dc.date.issued ' +
  'dc.date.created dcterms.date dcterms.issued dcterms.created sailthru.date'
).split(' ');

/** Elements that state it to machines, and the attribute they do it by. */
const STATED: readonly (readonly [string, string])[] = [
  ['[itemprop="datePublished"]', 'datetime'],
  ['[itemprop="datePublished"]', 'content'],
  ['article time[datetime], time[pubdate]', 'datetime'],
  ['.hentry .published[title], .hfeed .published[title]', 'title'],
];

/**
 * When the article of a page was published, as the page or else its address states it. Dates that are only shown are left
 * alone: the first on a page is often that of another article, of a comment, or of today.
 *
 * @param structured what the page's structured data says
 * @param meta the content of the first of some `meta` elements
 */
export function publishedOf(
  document: PageDocument,
  url: string,
  structured: unknown,
  meta: (name: string) => string | null,
): Instant | null {
  const stated = [
    structured,
    ...NAMES.map(meta),
    ...STATED.map(([selector, name]) => document.querySelector(selector)?.getAttribute(name)),
  ];
  for (const one of stated) {
    const date = typeof one === 'string' ? readDate(one, 'UTC') : null;
    if (date !== null && date >= EARLIEST) return date;
  }
  return dayInAddress(url, 'UTC');
}
