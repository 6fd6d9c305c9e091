import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Source } from '../domain/source.ts';
import type { Issue, Path } from './problem.ts';
import { repeated, texts } from './rules.ts';
import { type SourceEntry, withoutSecrets } from './schema/sources.ts';

/** What a schema cannot say of sources.yaml: ids are unique, and files lie below the folder of the settings. */
export function sourceRules(document: unknown, dir: string, where: (path: Path) => string): Issue[] {
  const misplaced = texts(document, '*.url').filter(
    ({ value }) => value.startsWith('file:') && !isBelow(dir, value),
  );
  return [
    ...repeated(texts(document, '*.id'), 'source', where),
    ...misplaced.map(({ path, value }) => ({
      path,
      value,
      what: 'leads out of the folder of the settings',
      expected: 'file: and the path of a file below that folder, relative to it',
    })),
  ];
}

function isBelow(dir: string, url: string): boolean {
  const address = URL.parse(url, pathToFileURL(dir + sep).href);
  if (address?.protocol !== 'file:' || address.host !== '') return false;
  try {
    return fileURLToPath(address).startsWith(dir + sep);
  } catch {
    return false; // holds an encoded slash
  }
}

/** A source with every default filled in. */
export function toSource(entry: SourceEntry): Source {
  const { id, url, kind, timezone, fullText, paywalled } = entry;
  const modest = kind === 'state-agency' || paywalled || entry.private;
  return {
    id,
    url,
    title: entry.title ?? (URL.parse(withoutSecrets(url))?.hostname.replace(/^www\./, '') || id),
    language: entry.language ?? null,
    kind,
    timezone,
    fullText,
    republish: entry.republish ?? (modest ? 'title' : 'excerpt'),
    paywalled,
    private: entry.private,
    disabled: entry.disabled ?? null,
    ...(entry.folder !== undefined && { folder: entry.folder }),
  };
}
