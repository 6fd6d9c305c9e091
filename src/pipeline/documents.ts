import type { Item } from '../domain/article.ts';
import { FileTrouble } from '../domain/ports.ts';
import { DOCUMENT_FILES, DocumentFault, documentKind, readDocuments } from '../ingest/documents.ts';
import { asFeed, IMPORT } from '../ingest/import.ts';
import { normalise } from '../ingest/normalise.ts';
import type { Services } from './services.ts';

/** The documents of a file a person names, as items of the source `import`. Rejects with `FileTrouble`. */
export async function itemsOfFile({ files, clock }: Services, path: string): Promise<readonly Item[]> {
  const kind = documentKind(path);
  if (kind === null) {
    throw new FileTrouble(`${path}: documents are read from files that end in ${DOCUMENT_FILES.join(', ')}`);
  }
  const text = await files.readText(path);
  try {
    const { items } = normalise(asFeed(await readDocuments(kind, text)), IMPORT, clock.now().toISOString());
    if (items.length === 0) throw new FileTrouble(`${path}: it holds no text`);
    return items;
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    const line = text.slice(0, error.offset).split('\n').length;
    throw new FileTrouble(`${path}:${line}: the document ${error.message}; expected ${error.expected}`);
  }
}
