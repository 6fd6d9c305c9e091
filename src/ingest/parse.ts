import { type Entry, type FeedDocument, unreadable } from '../domain/document.ts';
import type { RawDocument } from '../domain/ports.ts';
import { charsetParameter, decodeDocument } from '../text/charset.ts';
import { sanitiseHtml } from '../text/html/sanitise.ts';
import { readEntry } from './feed/entry.ts';
import { readHead } from './feed/head.ts';
import { languageTag } from './feed/inherited.ts';
import { readJsonFeed } from './feed/json-feed.ts';
import { MOST_SKIPPED } from './feed/limits.ts';
import { type FeedRecord, readRecords } from './feed/records.ts';
import { isHtml, type RichText } from './feed/rich-text.ts';
import type { Bodies, Surroundings } from './feed/scope.ts';
import { readSitemap } from './sitemap/sitemap.ts';

/**
 * Reads a feed document of any format and state: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed; a sitemap too.
 *
 * decode (text/charset.ts) > rss-parser (feed/records.ts) over a tree of what there is (feed/tree.ts) > read what it found
 * (feed/head.ts, feed/entry.ts). One bad entry or field costs that entry or field, and `skipped` tells.
 *
 * @returns `ok: false` with what is wrong where there is no feed in it. Never rejects because of what it was given.
 */
export async function parseDocument(raw: RawDocument, bodies: Bodies = 'sanitised'): Promise<FeedDocument> {
  const { text, encoding } = decodeDocument(raw.body, charsetParameter(raw.contentType));
  const skipped = new Set<string>();
  const outside: Surroundings = {
    base: raw.url,
    lang: languageTag(raw.contentLanguage?.split(',')[0]),
    timezone: raw.timezone,
    isAtom: false,
    bodies,
    clean: bodies === 'raw' ? asFound : sanitised,
    skip: (what) => {
      if (skipped.size < MOST_SKIPPED) skipped.add(what);
    },
  };
  const isJson = /^\s*\{/.test(text);
  const read = isJson ? await readJson(text, outside) : await readXml(text, outside);
  if (typeof read === 'string') return unreadable(`this is no feed: ${read}`, encoding);
  const entries = bodies === 'sanitised' ? read.entries.map(withSummary) : read.entries;
  return { ...read, entries, encoding, skipped: [...skipped] };
}

type Read = Omit<FeedDocument, 'encoding' | 'skipped'>;

async function readXml(text: string, outside: Surroundings): Promise<Read | string> {
  const sitemap = readSitemap(text, outside);
  if (sitemap !== null) return sitemap;
  const records = await readRecords(text, outside);
  if (records === null) return whyNoFeed(text);
  const { channel, items, format, root, skipped } = records;
  skipped.forEach(outside.skip);
  const around = { ...outside, ...root, isAtom: format.startsWith('atom') };
  const feed = readHead(channel, around);
  const inFeed = { ...around, lang: feed.language }; // RSS says it in an element, which counts for its items too
  return {
    ok: true,
    error: null,
    format,
    feed,
    entries: items.flatMap((item, at) => entryOrNothing(item, at, inFeed)),
  };
}

function entryOrNothing(item: FeedRecord, at: number, around: Surroundings): readonly Entry[] {
  try {
    return [readEntry(item, around)];
  } catch (error) {
    around.skip(`entry ${at + 1}, which could not be read: ${String(error)}`);
    return [];
  }
}

async function readJson(text: string, outside: Surroundings): Promise<Read | string> {
  try {
    return await readJsonFeed(text, outside);
  } catch (error) {
    return `it begins like JSON and is no JSON Feed (${error instanceof Error ? error.message : String(error)})`;
  }
}

function whyNoFeed(text: string): string {
  const start = text.slice(0, 2_000).trim();
  if (start === '') return 'it is empty';
  if (/<!doctype\s+html|<html[\s>]/i.test(start)) {
    return 'it is a web page; `topicwatch sources add ADDRESS` finds the feeds of a page';
  }
  const root = /<([a-z][\w:.-]*)/i.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  return root ? `its first element is <${root}>, which no feed has` : 'it is neither XML nor JSON';
}

const asFound = (text: RichText): string => text.value;

const sanitised = ({ value, type, base }: RichText): string =>
  isHtml(type) ? sanitiseHtml(value, base).trim() : value;

/** An entry without a summary of its own is summed up by its content, as feed readers have it. */
function withSummary(entry: Entry): Entry {
  const content = entry.content.find(({ value, type }) => value !== '' && /^text\/|xhtml/.test(type));
  if (entry.summary !== null || content === undefined) return entry;
  const summaryType =
    content.type === 'text/plain' ? 'text' : content.type === 'text/html' ? 'html' : 'xhtml';
  return { ...entry, summary: content.value, summaryType, summaryLanguage: content.language };
}
