import { basename, extname } from 'node:path';
import type { Example } from '../domain/topic.ts';
import {
  DOCUMENT_FILES,
  DocumentFault,
  documentKind,
  type LooseDocument,
  readDocuments,
} from '../ingest/documents.ts';
import { fileProblem, placeOf, problemAt, SettingsError } from './problem.ts';

/**
 * The documents of one file as examples. Ids are their own, else made of the file's name.
 *
 * @param file its path, which also tells its format.
 * @throws SettingsError
 */
export async function readExamples(file: string, text: string): Promise<readonly Example[]> {
  const documents = await read(file, text);
  const name = basename(file, extname(file));
  const idOf = (at: number): string => (documents.length > 1 ? `${name}-${at + 1}` : name);
  return documents.map(({ id, title, text: body, language }, at) => ({
    id: id ?? idOf(at),
    title,
    text: body,
    language,
  }));
}

async function read(file: string, text: string): Promise<readonly LooseDocument[]> {
  const kind = documentKind(file);
  if (kind === null) {
    const known = `its name should end in one of ${DOCUMENT_FILES.join(', ')}`;
    throw new SettingsError([fileProblem(file, 'it is of no kind that examples are read from', known)]);
  }
  const documents = await readDocuments(kind, text).catch((error: unknown) => {
    if (!(error instanceof DocumentFault)) throw error;
    const fault = { what: error.message, expected: error.expected };
    throw new SettingsError([problemAt(file, placeOf(text, error.offset), 'the document', fault, null)]);
  });
  if (documents.length > 0 && documents.every(({ title, text: body }) => title !== '' || body !== ''))
    return documents;
  const advice = 'put a document there, or take it off the examples';
  throw new SettingsError([fileProblem(file, 'it holds no text', advice)]);
}
