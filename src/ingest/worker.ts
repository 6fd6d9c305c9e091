import type { FeedDocument } from '../domain/document.ts';
import type { RawDocument } from '../domain/ports.ts';
import { parseDocument } from './parse.ts';

/**
 * What worker threads offer. `read` reads a document for polling. HTML in it is raw, since most of it is dropped, and what is kept
 * in full is sanitised when that is decided (`withHtml` of normalise.ts).
 */
export const read = (raw: RawDocument): Promise<FeedDocument> => parseDocument(raw, 'raw');

export { extract } from './extract.ts';
