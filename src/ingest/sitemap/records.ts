import { cleanCharacters } from '../../text/characters.ts';
import { createReferences } from '../feed/references.ts';
import { visitTags } from '../feed/tags.ts';

/** What a sitemap says of one address: the text of each element by its path below `url` or `sitemap`, prefixes taken off. */
export type SitemapRecord = ReadonlyMap<string, string>;

/** Sitemaps begin with their root; what is deeper down is some other document that speaks of one. */
const ROOT_WITHIN = 10_000;
const ROOT = /<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)[\s>]/i;
/** What a sitemap may hold (sitemaps.org). */
const MOST_RECORDS = 50_000;
const LONGEST_TEXT = 8_192;
/** `news/publication/name` is as deep as it gets. */
const DEEPEST = 4;
const PATHS: ReadonlySet<string> = new Set([
  'loc',
  'lastmod',
  'news/title',
  'news/publication_date',
  'news/publication/name',
  'news/publication/language',
  'news/keywords',
]);

/**
 * Takes a sitemap or an index of sitemaps apart. It is told by its elements rather than their namespaces, which generators
 * get wrong; an element that is not closed ends where the next address begins.
 *
 * @param skip is told what is left out
 * @returns null where the root element is another
 */
export function readSitemapRecords(
  xml: string,
  skip: (what: string) => void,
): { readonly isIndex: boolean; readonly records: readonly SitemapRecord[] } | null {
  if (!ROOT.test(xml.slice(0, ROOT_WITHIN))) return null;
  const references = createReferences();
  const records: Map<string, string>[] = [];
  let root: string | null = null;
  let record: Map<string, string> | null = null; // the one that is open
  let path: string[] = [];

  const add = (text: string): void => {
    const key = path.join('/');
    if (record === null || !PATHS.has(key)) return;
    record.set(key, ((record.get(key) ?? '') + text).slice(0, LONGEST_TEXT));
  };
  const recordName = (): string => (root === 'sitemapindex' ? 'sitemap' : 'url');

  visitTags(cleanCharacters(xml), {
    declaration: references.declare,
    open(tag, _attributes, isEmpty) {
      const name = localName(tag);
      root ??= name;
      if (name === recordName()) {
        record = null;
        path = [];
        if (records.length < MOST_RECORDS) {
          record = new Map();
          records.push(record);
        } else skip(`every address after the first ${MOST_RECORDS}`);
      } else if (record !== null && !isEmpty && path.length < DEEPEST) path.push(name);
    },
    close(tag) {
      const name = localName(tag);
      const at = path.lastIndexOf(name);
      if (at >= 0) path.length = at;
      else if (name === recordName()) record = null;
    },
    text: (raw) => {
      if (record !== null && path.length > 0) add(references.decode(raw.slice(0, LONGEST_TEXT)));
    },
    cdata: add,
  });
  const isIndex = root === 'sitemapindex';
  return isIndex || root === 'urlset' ? { isIndex, records } : null;
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1).toLowerCase();
