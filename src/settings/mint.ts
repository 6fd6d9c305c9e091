import anyAscii from 'any-ascii';
import { idLike, RESERVED_IDS } from './schema/parts.ts';

/** Long enough to be told apart, short enough to type. */
const LENGTH = 40;

/**
 * A new source's id: its title in Latin letters, else the host of its address; numbered where that is taken.
 *
 * @param taken ids that are in use.
 */
export function mintSourceId(title: string | null, url: string, taken: ReadonlySet<string>): string {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  return minted(shortened(idLike(anyAscii(title ?? ''))) || shortened(idLike(host)) || 'source', taken);
}

/** A new topic's id: its title in Latin letters; numbered where that is taken. */
export function mintTopicId(title: string, taken: ReadonlySet<string>): string {
  return minted(shortened(idLike(anyAscii(title))) || 'topic', taken);
}

function minted(named: string, taken: ReadonlySet<string>): string {
  let id = named;
  for (let copy = 2; taken.has(id) || RESERVED_IDS.has(id); copy += 1) id = `${named}-${copy}`;
  return id;
}

/** Cut between words where possible. */
function shortened(id: string): string {
  if (id.length <= LENGTH) return id;
  return id
    .slice(0, LENGTH + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, LENGTH);
}
