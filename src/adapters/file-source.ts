import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FetchOutcome, Validators } from '../domain/source.ts';
import { BadCoding, decodeBody, TooLarge } from './codings.ts';
import { failure } from './failures.ts';

/**
 * Reads a `file:` source. Only regular files below `root`, after symbolic links are resolved. Its date and size stand in
 * for an ETag, so that a file that did not change is `unchanged`.
 *
 * @param address a `file:` address; a relative one (`file:feeds/a.xml`) is taken from `root`
 * @param root null where files may not be read at all
 */
export async function readFileSource(
  address: string,
  validators: Validators,
  root: string | null,
  maxBytes: number,
): Promise<FetchOutcome> {
  if (root === null)
    return failure('refused', `${address}: files are read only when sources.yaml names them`);
  const url = URL.parse(address, pathToFileURL(root + sep).href);
  if (url?.host !== '') return failure('address', `${address} does not name a file of this machine`);
  let file: FileHandle | null = null;
  try {
    const path = await realpath(fileURLToPath(url));
    if (!path.startsWith((await realpath(root)) + sep)) {
      return failure('refused', `${address} lies outside ${root}; move or copy the file below that folder`);
    }
    // Not following a link that was put there since, nor waiting for the other end of a pipe.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = await file.stat();
    if (!stats.isFile()) return failure('file', `${address} is not a file; name the feed document itself`);
    if (stats.size > maxBytes) throw new TooLarge(`${stats.size} bytes`);
    const current = { etag: `"${stats.mtimeMs}-${stats.size}"`, lastModified: null };
    const found = { movedTo: null, validators: current, freshFor: null };
    if (current.etag === validators.etag) return { kind: 'unchanged', ...found };
    const body = await decodeBody(await file.readFile(), null, maxBytes);
    return { kind: 'fetched', ...found, body, contentType: null, contentLanguage: null, url: url.href };
  } catch (error) {
    return failureOfFile(address, error);
  } finally {
    await file?.close();
  }
}

function failureOfFile(address: string, error: unknown): FetchOutcome {
  if (error instanceof TooLarge) {
    return failure(
      'too-large',
      `${address} holds ${error.message}; where that is meant, raise http.maxBytes`,
    );
  }
  if (error instanceof BadCoding) {
    return failure('encoding', `${address} cannot be decompressed; look whether the file is whole`);
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return failure('file', `${address} ${WHY[code] ?? `cannot be read (${code})`}`);
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path in sources.yaml',
  EACCES: 'may not be read; let the user topicwatch runs as read it',
  EPERM: 'may not be read; let the user topicwatch runs as read it',
};
