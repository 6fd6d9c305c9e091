import { basename, extname, resolve } from 'node:path';
import type { Example } from '../domain/topic.ts';
import { readExamples } from './examples.ts';
import { readText, shownPath } from './load.ts';
import { fileProblem, SettingsError } from './problem.ts';

/** A file of documents a person named, what it says, and what its copy is called. */
export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  readonly documents: readonly Example[];
}

/**
 * Reads documents that a topic is to be learned from: files of txt, md, html, json or JSON lines.
 *
 * @param taken names that are in use already where the copies go
 * @throws SettingsError with what cannot be read and why
 */
export async function readExampleFiles(
  paths: readonly string[],
  taken: readonly string[] = [],
): Promise<readonly ExampleFile[]> {
  const names = new Set(taken);
  const files: ExampleFile[] = [];
  for (const path of [...new Set(paths.map((one) => resolve(one)))]) {
    const text = await readText(path);
    const documents = await readExamples(shownPath(path), text);
    if (!documents.some(({ title, text: body }) => /\p{L}{2}/u.test(title + body))) {
      const advice = 'name a document that has some';
      throw new SettingsError([fileProblem(shownPath(path), 'there are no words in it', advice)]);
    }
    const name = freeName(path, names);
    names.add(name);
    files.push({ name, text, documents });
  }
  return files;
}

/** Two files of one name from different folders both find their place. */
function freeName(path: string, taken: ReadonlySet<string>): string {
  const ending = extname(path).toLowerCase();
  const plain = basename(path, extname(path))
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '');
  const stem = plain || 'document';
  let name = stem + ending;
  for (let copy = 2; taken.has(name); copy += 1) name = `${stem}-${copy}${ending}`;
  return name;
}

/** Where the examples of a topic lie, from the folder of the topics. */
export const examplesFolder = (topicId: string): string => `examples/${topicId}`;
