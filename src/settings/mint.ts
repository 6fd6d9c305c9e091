import anyAscii from 'any-ascii';
import { numbered, shortId } from '../text/ids.ts';
import { RESERVED_IDS } from './schema/parts.ts';

/**
 * A new source's id: its title in Latin letters, else the host of its address; numbered where that is taken.
 *
 * @param taken ids that are in use.
 */
export function mintSourceId(title: string | null, url: string, taken: ReadonlySet<string>): string {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  return minted(shortId(anyAscii(title ?? '')) || shortId(host) || 'source', taken);
}

/** A new topic's id: its title in Latin letters; numbered where that is taken. */
export function mintTopicId(title: string, taken: ReadonlySet<string>): string {
  return minted(shortId(anyAscii(title)) || 'topic', taken);
}

const minted = (named: string, taken: ReadonlySet<string>): string =>
  numbered(named, (id) => taken.has(id) || RESERVED_IDS.has(id));
