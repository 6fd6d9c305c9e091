import { parseOpml } from 'feedsmith';
import { SOURCE_KINDS } from '../domain/source.ts';
import { primaryTag } from '../text/language.ts';
import { webUrl } from '../text/url.ts';
import { mintSourceId } from './mint.ts';
import { fileProblem, SettingsError } from './problem.ts';
import { isKnownLanguage } from './schema/parts.ts';
import type { SourceInput } from './schema/sources.ts';

/** The sources an OPML list holds, and what was left out of it. */
export interface OpmlSources {
  readonly sources: readonly SourceInput[];
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
}

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly language?: string;
  readonly outlines?: readonly Outline[];
}

/**
 * Sources from a list of feeds (OPML 1.0 and 2.0, folders in any depth), ids made of their titles. Feeds that are known
 * already, or whose address is not on the web, are left out.
 *
 * @param file what to call the list in messages.
 * @param known ids and addresses that are in use.
 * @throws SettingsError where it is no OPML, or declares entities of its own: no list needs those.
 */
export function sourcesFromOpml(
  text: string,
  file: string,
  known: readonly { readonly id: string; readonly url: string }[],
): OpmlSources {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    const advice = 'take the DOCTYPE out of it';
    throw new SettingsError([
      fileProblem(file, 'it declares a document type, which no list of feeds needs', advice),
    ]);
  }
  const ids = new Set(known.map(({ id }) => id));
  const urls = new Set(known.map(({ url }) => url));
  const sources: SourceInput[] = [];
  const skipped: { title: string; reason: string }[] = [];
  for (const { outline, path } of outlinesOf(text, file)) {
    if (!outline.xmlUrl) continue; // a folder or a note
    const title = (outline.title ?? outline.text ?? '').trim();
    const address = addressOf(outline.xmlUrl, urls);
    if ('reason' in address) {
      skipped.push({ title: title || outline.xmlUrl, ...address });
      continue;
    }
    const { url } = address;
    const id = mintSourceId(title, url, ids);
    const language = primaryTag(outline.language);
    ids.add(id);
    urls.add(url);
    sources.push({
      id,
      url,
      ...(title && { title }),
      ...(isKnownLanguage(language) && { language }),
      ...placeOf(path),
    });
  }
  return { sources, skipped };
}

/** A folder of `sources export` says what its sources are, or what they write in; any other is kept as it is. */
function placeOf(path: readonly string[]): Pick<SourceInput, 'kind' | 'folder'> {
  const [only = '', ...deeper] = path;
  const kind = deeper.length === 0 ? SOURCE_KINDS.find((known) => known === only) : undefined;
  if (kind !== undefined) return { kind };
  const isLanguage = deeper.length === 0 && (only === 'und' || isKnownLanguage(only));
  return path.length === 0 || isLanguage ? {} : { folder: path.join('/') };
}

/** A list may come from anybody, so that a secret it asks for is not filled in. */
function addressOf(
  xmlUrl: string,
  known: ReadonlySet<string>,
): { readonly url: string } | { readonly reason: string } {
  if (xmlUrl.includes('${')) return { reason: 'its address asks for a secret of yours; add it by hand' };
  const url = webUrl(xmlUrl.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'), null);
  if (url === null) return { reason: 'its address is not on the web' };
  return known.has(url) ? { reason: 'it is there already' } : { url };
}

/** An outline, and the folders it stands in, the outermost first. */
interface Placed {
  readonly outline: Outline;
  readonly path: readonly string[];
}

function outlinesOf(text: string, file: string): readonly Placed[] {
  try {
    return flat(parseOpml(text).body?.outlines ?? [], []);
  } catch {
    throw new SettingsError([
      fileProblem(file, 'it is no OPML', 'export the list of feeds from your reader again'),
    ]);
  }
}

/** A slash in a folder's name would read as two folders. */
const flat = (outlines: readonly Outline[], path: readonly string[]): readonly Placed[] =>
  outlines.flatMap((outline) => {
    const name = (outline.title ?? outline.text ?? '').replaceAll('/', '∕').trim();
    return [{ outline, path }, ...flat(outline.outlines ?? [], name === '' ? path : [...path, name])];
  });
