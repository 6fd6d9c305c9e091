import type { Entry, FeedDocument, FeedHead } from '../domain/document.ts';
import type { RawDocument } from '../domain/ports.ts';
import { charsetParameter, decodeDocument } from '../text/charset.ts';
import { canonicalise } from './canonical.ts';
import { readEntry } from './entry.ts';
import { readHead } from './feed-head.ts';
import { languageTag } from './inherited.ts';
import { readJsonFeed } from './json-feed.ts';
import { type FeedRecord, readRecords } from './records.ts';
import { isHtml, type RichText } from './rich-text.ts';
import type { Bodies, Surroundings } from './scope.ts';

/** What was left out is told in so many words at most. */
const MOST_SKIPPED = 100;

/**
 * Reads a feed document of any format and state: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed.
 *
 * decode (text/charset.ts) > bring into canonical form (canonical.ts) > rss-parser (records.ts) > read its elements
 * (feed-head.ts, entry.ts). One bad entry or field costs that entry or field, and `skipped` tells.
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
    clean: bodies === 'raw' ? asFound : await cleaner(),
    skip: (what) => {
      if (skipped.size < MOST_SKIPPED) skipped.add(what);
    },
  };
  const isJson = /^\s*\{/.test(text);
  const read = isJson ? await readJson(text, outside) : await readXml(text, outside);
  if (typeof read === 'string') return notAFeed(read, encoding);
  const entries = bodies === 'sanitised' ? read.entries.map(withSummary) : read.entries;
  return { ...read, entries, encoding, skipped: [...skipped] };
}

type Read = Omit<FeedDocument, 'encoding' | 'skipped'>;

async function readXml(text: string, outside: Surroundings): Promise<Read | string> {
  const canonical = canonicalise(text, outside);
  if (canonical === null) return whyNoFeed(text);
  canonical.skipped.forEach(outside.skip);
  const { channel, items } = await readRecords(canonical.xml);
  const around = { ...outside, ...canonical.root, isAtom: canonical.format.startsWith('atom') };
  return {
    ok: true,
    error: null,
    format: canonical.format,
    feed: readHead(channel, around),
    entries: items.flatMap((item, at) => entryOrNothing(item, at, around)),
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

/** Sanitising takes a while to load, so it is loaded only for those who want it. */
async function cleaner(): Promise<(text: RichText) => string> {
  const { sanitiseHtml } = await import('../text/sanitise.ts');
  return ({ value, type, base }) => (isHtml(type) ? sanitiseHtml(value, base).trim() : value);
}

/** An entry without a summary of its own is summed up by its content, as feed readers have it. */
function withSummary(entry: Entry): Entry {
  const content = entry.content.find(({ value, type }) => value !== '' && /^text\/|xhtml/.test(type));
  if (entry.summary !== null || content === undefined) return entry;
  const summaryType =
    content.type === 'text/plain' ? 'text' : content.type === 'text/html' ? 'html' : 'xhtml';
  return { ...entry, summary: content.value, summaryType, summaryLanguage: content.language };
}

function notAFeed(why: string, encoding: string): FeedDocument {
  return {
    ok: false,
    error: `this is no feed: ${why}`,
    encoding,
    format: null,
    feed: EMPTY,
    entries: [],
    skipped: [],
  };
}

const EMPTY: FeedHead = {
  title: null,
  titleType: null,
  titleLanguage: null,
  link: null,
  id: null,
  updated: null,
  published: null,
  created: null,
  language: null,
  author: null,
  authors: [],
  contributors: [],
  publisher: null,
  tags: [],
  links: [],
  rights: null,
  rightsType: null,
  subtitle: null,
  subtitleType: null,
  subtitleLanguage: null,
  image: null,
  icon: null,
  logo: null,
  generator: null,
  polling: { every: null, skipHours: [], skipDays: [] },
};
