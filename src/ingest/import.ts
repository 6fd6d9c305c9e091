import { type Entry, type FeedDocument, NO_ENTRY, NO_FEED } from '../domain/document.ts';
import { PLAIN_SOURCE, type Source } from '../domain/source.ts';
import type { LooseDocument } from './documents.ts';

/** What imported documents are remembered by; no source of the settings can take its id. */
export const IMPORT: Source = { ...PLAIN_SOURCE, id: 'import', url: 'file:', title: 'imported' };

/** Documents in the form of a feed, so that they go the way of every article. */
export function asFeed(documents: readonly LooseDocument[]): FeedDocument {
  return {
    ok: true,
    error: null,
    encoding: null,
    format: null,
    feed: NO_FEED,
    entries: documents.map(asEntry),
    skipped: [],
  };
}

function asEntry({ id, title, text, language, url, published }: LooseDocument): Entry {
  const content = text === '' ? [] : [{ value: text, type: 'text/plain', language, src: null }];
  return { ...NO_ENTRY, id, title, link: url, language, published, content };
}
