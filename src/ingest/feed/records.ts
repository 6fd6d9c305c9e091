import { createRequire } from 'node:module';
import type RssParser from 'rss-parser';
import type { Element, Fields } from './elements.ts';
import type { Inherited } from './inherited.ts';
import { type FeedTree, readFeedTree } from './tree.ts';
import { FIELDS } from './vocabulary.ts';

const load = createRequire(import.meta.url);

/** A scope of a feed: its elements, and the attributes of the element that holds them. */
export interface FeedRecord {
  readonly fields: Fields;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A document taken apart. */
export interface Records {
  readonly channel: FeedRecord;
  readonly items: readonly FeedRecord[];
  readonly format: string;
  readonly root: Inherited;
  readonly skipped: readonly string[];
}

/** Every element of a name, with its attributes; rss-parser's own fields hold the text of the first. */
const CUSTOM = [...FIELDS, '$'].map((name) => [name, name, { keepArray: true }] as const);

type Fielded = Readonly<Record<string, unknown>>;

/**
 * Takes an XML feed apart by rss-parser: what is the feed's, what each item's.
 *
 * Its own way to XML, through xml2js and sax, gives up at the first error of a document, loses the order of inline markup, and
 * knows neither namespaces nor inheritance. So it is given `readFeedTree` in their place.
 *
 * @param outside what holds outside the root
 * @returns null where there is no root element of a feed
 */
export async function readRecords(xml: string, outside: Inherited): Promise<Records | null> {
  const Parser = load('rss-parser') as typeof RssParser;
  const fields = CUSTOM as unknown as string[]; // its types have no list of three, which its README has
  const parser = new Parser<Fielded, Fielded>({ customFields: { feed: fields, item: fields } });
  const trees: FeedTree[] = [];
  Object.assign(parser, { xmlParser: xmlReader(outside, trees) });
  const { items, ...feed } = await parser.parseString(xml);
  return trees.map((tree) => ({ ...tree, channel: recordOf(feed), items: items.map(recordOf) }))[0] ?? null;
}

/** What rss-parser asks of xml2js. */
interface XmlParser {
  parseString(xml: string, done: (error: Error | null, document: unknown) => void): void;
}

/** @param trees where the tree goes, for what rss-parser has no place for; none where there was no feed */
const xmlReader = (outside: Inherited, trees: FeedTree[]): XmlParser => ({
  parseString(xml, done) {
    const tree = readFeedTree(xml, outside);
    if (tree !== null) trees.push(tree);
    done(null, { rss: { $: { version: '2.0' }, channel: [tree?.channel ?? {}] } });
  },
});

const recordOf = (fielded: Fielded): FeedRecord => ({
  // Where an element is missing, rss-parser may have put the text of another there: that of `dc:title` for `title`.
  fields: (name) => (Array.isArray(fielded[name]) ? (fielded[name] as readonly Element[]) : NONE),
  attributes: (fielded.$ as Readonly<Record<string, string>> | undefined) ?? NO_ATTRIBUTES,
});

const NONE: readonly Element[] = [];
const NO_ATTRIBUTES = {};
