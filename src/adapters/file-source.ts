import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FailureReason, FetchOutcome, Validators } from '../domain/source.ts';
import { decodeBody } from './codings.ts';

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
  if (root === null) return failed('refused', `${address}: files are read only when sources.yaml names them`);
  const url = URL.parse(address, pathToFileURL(root + sep).href);
  if (url?.host !== '') return failed('address', `${address} does not name a file of this machine`);
  let file: FileHandle | null = null;
  try {
    const path = await realpath(fileURLToPath(url));
    if (!path.startsWith((await realpath(root)) + sep)) {
      return failed('refused', `${address} lies outside ${root}; move or copy the file below that folder`);
    }
    // Not following a link that was put there since, nor waiting for the other end of a pipe.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size, mtimeMs, isFile } = await file
      .stat()
      .then((stats) => ({ ...stats, isFile: stats.isFile() }));
    if (!isFile) return failed('file', `${address} is not a file; name the feed document itself`);
    if (size > maxBytes) {
      return failed(
        'too-large',
        `${address} holds ${size} bytes, more than http.maxBytes (${maxBytes}) allows`,
      );
    }
    const current = { etag: `"${mtimeMs}-${size}"`, lastModified: null };
    if (current.etag === validators.etag) {
      return { kind: 'unchanged', movedTo: null, validators: current, freshFor: null };
    }
    const body = await decodeBody(await file.readFile(), null, maxBytes);
    return {
      kind: 'fetched',
      body,
      contentType: null,
      contentLanguage: null,
      url: url.href,
      movedTo: null,
      validators: current,
      freshFor: null,
    };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return failed('file', `${address} ${WHY[code] ?? `cannot be read (${code})`}`);
  } finally {
    await file?.close();
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path in sources.yaml',
  EACCES: 'may not be read; let the user topicwatch runs as read it',
  EPERM: 'may not be read; let the user topicwatch runs as read it',
};

function failed(reason: FailureReason, message: string): FetchOutcome {
  return { kind: 'failed', reason, status: null, message, retryAt: null };
}
