import type { Attribute } from './tags.ts';

/**
 * What feeds are written in: the namespaces and elements that say something this program keeps. Everything else is
 * passed over. Names are looked up in lower case, since CDF and careless feeds are not true to theirs.
 */

/** Namespaces by address in lower case, with the one prefix they are known by here; '' for the feed formats themselves. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://backend.userland.com/rss': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://cyber.law.harvard.edu/rss/rss.html': '',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://purl.org/net/rss1.1#': '',
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://purl.org/atom-blog/ns#': '',
  'http://purl.org/echo/': '',
  'http://purl.org/pie/': '',
  'http://example.com/newformat#': '',
  'http://example.com/necho': '',
  'uri/of/echo/namespace#': '',
  'http://purl.org/dc/elements/1.0/': 'dc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://news.yandex.ru': 'yandex',
  'http://turbo.yandex.ru': 'turbo',
  'http://news.rambler.ru': 'rambler',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/xml/1998/namespace': 'xml',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/math/mathml': 'math',
};

/** Prefixes that may be taken at their word where a feed forgot to declare them. */
const PREFIXES: ReadonlySet<string> = new Set([
  ...Object.values(NAMESPACES).filter(Boolean),
  'atom',
  'a10',
  'rss',
]);

/**
 * The prefix a namespace is known by here.
 *
 * @param address what `xmlns` says; undefined: nothing does
 * @param prefix as it is written; '' for none
 * @returns null for a namespace nothing is kept of
 */
export function prefixOf(address: string | undefined, prefix: string): string | null {
  if (address === undefined || address === '') {
    if (prefix === 'atom' || prefix === 'a10' || prefix === 'rss') return '';
    return prefix === '' || PREFIXES.has(prefix) ? prefix : null;
  }
  const lower = address.trim().toLowerCase();
  if (Object.hasOwn(NAMESPACES, lower)) return NAMESPACES[lower] ?? null;
  return lower.startsWith('http://backend.userland.com/') ? '' : null; // one namespace for each of its versions
}

/** How an element is carried over into the tree. */
export type Treatment =
  /** A text construct: markup in it is kept. `as`: the name it gets. */
  | { readonly kind: 'text'; readonly as: string }
  /** Plain text and attributes. */
  | { readonly kind: 'value'; readonly as: string }
  /** Elements of its own in it. */
  | { readonly kind: 'group'; readonly as: string }
  /** Only what is in it counts. */
  | { readonly kind: 'open' }
  /** An item or entry. */
  | { readonly kind: 'item' };

const table: Record<string, Treatment> = Object.create(null);
const define = (kind: 'text' | 'value' | 'group', names: string): void => {
  for (const name of names.split(/\s+/)) table[name.toLowerCase()] = { kind, as: name };
};

define('text', 'title dc:title media:title subtitle tagline rights copyright dc:rights itunes:subtitle');
define(
  'value',
  `link id comments language generator icon logo ttl hour day url uri homepage name email feedburner:origLink
   lastBuildDate updated modified published issued created lastmod
   dc:date dcterms:created dcterms:issued dcterms:modified dcterms:available
   managingEditor webMaster dc:creator dc:author dc:publisher dc:contributor itunes:author itunes:name itunes:email
   category dc:subject dc:language keywords itunes:keywords media:keywords media:category itunes:category
   media:content media:thumbnail itunes:image sy:updatePeriod sy:updateFrequency`,
);
define('group', 'author contributor source image itunes:owner skipHours skipDays');

// The reading of rss-parser cuts a snippet from every `description` and `content`, in quadratic time. Bodies therefore go
// by the name of `body`, with their own in an attribute.
for (const name of [
  'description',
  'dc:description',
  'media:description',
  'itunes:summary',
  'summary',
  'abstract',
  'content',
  'content:encoded',
  'fullitem',
  'yandex:full-text',
  'rambler:full-text',
  'turbo:content',
  'body',
  'xhtml:body',
  'xhtml:div',
]) {
  table[name] = { kind: 'text', as: 'body' };
}
// Of these two, rss-parser keeps only the first under their own names.
table.guid = { kind: 'value', as: 'id' };
table.enclosure = { kind: 'value', as: 'enclosures' };
// And this one it would read as a date by itself, which costs more than all else it does for an item.
table.pubdate = { kind: 'value', as: 'published' };
for (const name of ['rss', 'rdf:rdf', 'feed', 'channel', 'media:group']) table[name] = { kind: 'open' };
for (const name of ['item', 'entry']) table[name] = { kind: 'item' };

/** How an element is treated, by its name with its prefix, in lower case; null: passed over with all that is in it. */
export const treatmentOf = (name: string): Treatment | null => table[name] ?? null;

/** The names that elements with content have in the tree. */
export const FIELDS: readonly string[] = [
  ...new Set(Object.values(table).flatMap((treatment) => ('as' in treatment ? [treatment.as] : []))),
];

/** Elements that a feed can be in. */
export const ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'feed', 'channel', 'entry']);

/** The format that a root element stands for; see `FeedDocument`. */
export function formatOf(root: string, attributes: readonly Attribute[]): string {
  const version = attributes.find(([name]) => name === 'version')?.[1].trim() ?? '';
  const numbered = /^\d+(?:\.\d+)*$/.test(version) ? `-${version}` : '';
  if (root === 'rss') return `rss${numbered}`;
  if (root === 'rdf:rdf') return 'rdf';
  if (root === 'channel') return 'cdf';
  const is2005 = attributes.some(([, value]) => value.trim().toLowerCase() === 'http://www.w3.org/2005/atom');
  return is2005 ? 'atom-1.0' : numbered === '' ? 'atom' : `atom${numbered}`;
}
