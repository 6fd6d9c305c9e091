import type { Entry } from '../domain/document.ts';
import { sha256 } from '../text/fingerprints.ts';
import { addressKey, canonicalUrl, isFrontPage } from '../text/url.ts';

/** What an entry can be told by. */
export interface Identity {
  readonly guid: string | null;
  /** The canonical address; null: none. */
  readonly url: string | null;
  readonly title: string;
}

/** What an entry says of itself by which it can be known again. */
export const identityOf = (entry: Entry): Identity => ({
  guid: entry.id?.trim() || null,
  url: canonicalUrl(entry.link ?? recordingOf(entry)),
  title: entry.title ?? '',
});

/** Many an episode of a podcast has no page, only its recording. */
const recordingOf = ({ enclosures }: Entry): string | null =>
  enclosures.find(({ type }) => /^(?:audio|video)\//i.test(type ?? ''))?.url ?? null;

/** Tells the keys of an entry among those it came with; see `Item.keys`. */
export type KeysOf = (identity: Identity, title: string, text: string) => readonly [string, ...string[]];

/**
 * Keys within one document of one source. Feeds break the promises of guid and link in known ways: one guid or one address
 * for everything they carry, an address that is only the front page. What several articles share tells none of them.
 */
export function keysAmong(sourceId: string, identities: readonly Identity[]): KeysOf {
  const guids = sharedAmong(identities.map(({ guid, url, title }) => [guid, url ?? title, title]));
  const urls = sharedAmong(identities.map(({ guid, url, title }) => [url, guid ?? title, title]));
  return ({ guid, url }, title, text) => {
    const keys: string[] = [];
    if (guid !== null && !guids.has(guid)) keys.push(`guid:${sourceId}:${guid}`);
    if (url !== null && !urls.has(url) && !isFrontPage(url)) keys.push(addressKey(url));
    const [first = `text:${sourceId}:${sha256(`${title}\n${text}`)}`, ...others] = keys;
    return [first, ...others];
  };
}

/** From so many titles on, what stands beside all of them is no version of one article. */
const TOO_MANY_TITLES = 3;

/**
 * The values that several articles share: those beside more than one other name of an article, or beside several titles. A
 * value that is repeated with the same name, under another title at most once, is one article twice.
 *
 * @param rows a guid or address, the other of the two, and the title
 */
function sharedAmong(rows: readonly (readonly [string | null, string, string])[]): ReadonlySet<string> {
  const seen = new Map<string, { readonly names: Set<string>; readonly titles: Set<string> }>();
  for (const [value, name, title] of rows) {
    if (value === null) continue;
    const beside = seen.get(value);
    if (beside) {
      beside.names.add(name);
      beside.titles.add(title);
    } else seen.set(value, { names: new Set([name]), titles: new Set([title]) });
  }
  const shared = [...seen].filter(
    ([, { names, titles }]) => names.size > 1 || titles.size >= TOO_MANY_TITLES,
  );
  return new Set(shared.map(([value]) => value));
}
