import type { Entry, FeedDocument } from '../../src/domain/document.ts';
import type { RawDocument } from '../../src/domain/ports.ts';
import { PLAIN_SOURCE, type Source } from '../../src/domain/source.ts';
import { parseDocument } from '../../src/ingest/parse.ts';

/** What the transport says besides the bytes. */
export type Transport = Partial<Omit<RawDocument, 'body'>>;

export const raw = (body: string | Uint8Array, transport: Transport = {}): RawDocument => ({
  body: typeof body === 'string' ? Buffer.from(body) : body,
  contentType: null,
  contentLanguage: null,
  url: 'https://news.example/feed.xml',
  timezone: 'UTC',
  ...transport,
});

export const read = (body: string | Uint8Array, transport?: Transport): Promise<FeedDocument> =>
  parseDocument(raw(body, transport));

/** An RSS 2.0 document around these elements of its channel. */
export const rss = (channel: string, namespaces = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${namespaces}><channel>${channel}</channel></rss>`;

export const atom = (feed: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${feed}</feed>`;

/** The only entry of a document. */
export async function onlyEntry(body: string | Uint8Array, transport?: Transport): Promise<Entry> {
  const { entries, error } = await read(body, transport);
  const [entry] = entries;
  if (!entry || entries.length > 1) throw new Error(`${entries.length} entries: ${error}`);
  return entry;
}

export const aSource = (changes: Partial<Source> = {}): Source => ({
  ...PLAIN_SOURCE,
  id: 'news',
  url: 'https://news.example/feed.xml',
  title: 'The Imber Courier',
  language: 'en',
  kind: 'press',
  ...changes,
});
