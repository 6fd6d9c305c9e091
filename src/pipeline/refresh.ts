import type { Item } from '../domain/article.ts';
import type { FeedDocument } from '../domain/document.ts';
import type { Clock, Fetcher, Reader } from '../domain/ports.ts';
import type { FetchOutcome, Source, SourceState, Validators } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { afterPoll, documentFacts, requestFor, stateFor } from '../ingest/schedule.ts';
import { SITEMAP, SITEMAP_INDEX } from '../ingest/sitemap/formats.ts';
import { sha256 } from '../text/fingerprints.ts';

/** What one poll of one source brought, before anything is decided or stored. */
export interface Refreshed {
  readonly source: Source;
  /** To be stored together with what is made of the items. */
  readonly state: SourceState;
  readonly items: readonly Item[];
  /** All items of its document; null: none was read. */
  readonly carries: readonly Pick<Item, 'keys' | 'published'>[] | null;
  /** What was left out of the document, and why. */
  readonly skipped: readonly string[];
}

export interface ReadPorts {
  readonly fetcher: Fetcher;
  readonly reader: Reader;
  readonly clock: Clock;
}

/** Polls one source and drops what the store knows already. Failures are part of the state, never a throw. */
export async function refresh(
  source: Source,
  remembered: SourceState | null,
  ports: ReadPorts & { readonly store: Store },
): Promise<Refreshed> {
  const { document: _, ...refreshed } = await readSource(source, remembered, ports);
  const { items } = refreshed;
  if (items.length === 0) return { ...refreshed, carries: null };
  const carries = items.map(({ keys, published }) => ({ keys, published }));
  return { ...refreshed, carries, items: await ports.store.changed(items) };
}

/**
 * Polls one source: fetch > parse > normalise. A 304 ends it, then a body that is the same to the byte.
 *
 * @param remembered what is known of it from earlier polls; null: nothing.
 * @returns with all items of the document; `document` where one was read.
 */
export async function readSource(
  source: Source,
  remembered: SourceState | null,
  { fetcher, reader, clock }: ReadPorts,
): Promise<Omit<Refreshed, 'carries'> & { readonly document: FeedDocument | null }> {
  const state = stateFor(source, remembered);
  const outcome = await fetcher.fetch(requestFor(state, source));
  const now = clock.now().toISOString();
  const nothing = { source, items: [], skipped: [], document: null };
  if (outcome.kind !== 'fetched') return { ...nothing, state: afterPoll(state, source, outcome, null, now) };

  const bodyHash = sha256(outcome.body);
  if (bodyHash === state.bodyHash) {
    return { ...nothing, state: afterPoll(state, source, outcome, { kind: 'same' }, now) };
  }
  const { document, validators, hash } = await readDocument(outcome, bodyHash, source, { fetcher, reader });
  const facts = documentFacts(document, hash);
  const after = afterPoll(state, source, { ...outcome, validators }, facts, now);
  if (!document.ok) return { ...nothing, state: after, document };
  const { normalise } = await import('../ingest/normalise.ts'); // a cycle of unchanged sources does without
  const { items, skipped } = normalise(document, source, now);
  const isFirstSitemap = state.lastSuccess === null && document.format === SITEMAP;
  return {
    source,
    state: after,
    items: isFirstSitemap ? items.map(asOldFind) : items,
    skipped: [...document.skipped, ...skipped],
    document,
  };
}

/** A plain sitemap lists a site's years: what bears no date in the first one read is no news. */
const asOldFind = (item: Item): Item =>
  item.published === null && item.updated === null ? { ...item, undatedFind: true } : item;

/**
 * The document of a fetched body. An index of sitemaps is read through to the newest of them. It can stay the same while its
 * sitemaps change, so it is asked for anew each time, and hashed by what it leads to.
 *
 * @param bodyHash of the body
 * @param source `url`: whose host and port its sitemaps may be on, though private
 */
export async function readDocument(
  outcome: FetchOutcome & { readonly kind: 'fetched' },
  bodyHash: string,
  source: Pick<Source, 'url' | 'timezone'>,
  ports: Pick<ReadPorts, 'fetcher' | 'reader'>,
): Promise<{ readonly document: FeedDocument; readonly validators: Validators; readonly hash: string }> {
  const read = await ports.reader.read({ ...outcome, timezone: source.timezone });
  if (read.format !== SITEMAP_INDEX) {
    return { document: read, validators: outcome.validators, hash: bodyHash };
  }
  const { followIndex } = await import('./sitemaps.ts');
  const document = await followIndex(read, source, ports);
  const hash = sha256(JSON.stringify(document.entries));
  return { document, validators: { etag: null, lastModified: null }, hash };
}
