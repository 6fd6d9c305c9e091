import type { FeedDocument } from '../domain/document.ts';
import type { Extraction, RawPage } from '../domain/page.ts';
import type { RawDocument } from '../domain/ports.ts';
import { parseDocument } from './parse.ts';

// What worker threads offer.

/**
 * Reads a feed document for polling. HTML in it is raw, since most of it is dropped; what is kept in full is sanitised when
 * that is decided (`withHtml` of normalise.ts).
 */
export const read = (raw: RawDocument): Promise<FeedDocument> => parseDocument(raw, 'raw');

/** The article of a page (extract.ts), whose libraries a thread that only reads feeds does not load. */
export async function extract(page: RawPage): Promise<Extraction> {
  const extraction = await import('./extract.ts');
  return extraction.extract(page);
}
