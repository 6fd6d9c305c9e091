import { createRequire } from 'node:module';
import type RssParser from 'rss-parser';
import { FIELDS } from './vocabulary.ts';

const load = createRequire(import.meta.url);

/** An element as rss-parser gives it: text alone, or text, attributes and children, each a list by its name. */
export type Element = string | ElementParts;
interface ElementParts {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/** Finds the elements of one name, in their order. */
export type Fields = (name: string) => readonly Element[];

/** A scope of a feed: its elements, and the attributes of the element that holds them. */
export interface FeedRecord {
  readonly fields: Fields;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Records {
  readonly channel: FeedRecord;
  readonly items: readonly FeedRecord[];
}

/** Every element of a name, with its attributes; rss-parser's own fields hold the text of the first. */
const CUSTOM = [...FIELDS, '$'].map((name) => [name, name, { keepArray: true }] as const);

type Fielded = Readonly<Record<string, unknown>>;
let parser: RssParser<Fielded, Fielded> | null = null;

/** Reads canonical XML (canonical.ts) by rss-parser. */
export async function readRecords(xml: string): Promise<Records> {
  parser ??= makeParser();
  const { items, ...feed } = await parser.parseString(xml);
  return { channel: recordOf(feed), items: items.map(recordOf) };
}

function makeParser(): RssParser<Fielded, Fielded> {
  const Parser = load('rss-parser') as typeof RssParser;
  const fields = CUSTOM as unknown as string[]; // its types have no list of three, which its README has
  return new Parser({ customFields: { feed: fields, item: fields } });
}

// An element without content is a string in xml2js, and rss-parser finds the string's methods for fields: `link`, `sub`, …
const recordOf = (fielded: Fielded): FeedRecord => ({
  fields: (name) => (Array.isArray(fielded[name]) ? (fielded[name] as readonly Element[]) : []),
  attributes: (fielded.$ as Readonly<Record<string, string>> | undefined) ?? {},
});

/** The elements of one name in an element. */
export const childrenOf = (element: Element, name: string): readonly Element[] =>
  typeof element === 'string' ? [] : ((element[name] as readonly Element[] | undefined) ?? []);

export const textOf = (element: Element | undefined): string =>
  (typeof element === 'string' ? element : (element?._ ?? '')).trim();

export const attributeOf = (element: Element, name: string): string | null =>
  typeof element === 'string' ? null : (element.$?.[name]?.trim() ?? null);

/** The text of the first element of a name that has any. */
export function firstText(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = fields(name).map(textOf).find(Boolean);
    if (text) return text;
  }
  return null;
}
