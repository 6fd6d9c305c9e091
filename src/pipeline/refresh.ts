import type { Item } from '../domain/article.ts';
import type { Clock, Fetcher, Reader } from '../domain/ports.ts';
import type { Source, SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { normalise } from '../ingest/normalise.ts';
import { afterPoll, documentFacts, requestFor, stateFor } from '../ingest/schedule.ts';
import { sha256 } from '../text/fingerprints.ts';

/** What one poll of one source brought, before anything is decided or stored. */
export interface Refreshed {
  readonly source: Source;
  /** To be stored together with what is made of the items. */
  readonly state: SourceState;
  /** Only what is news to the store. */
  readonly items: readonly Item[];
  /** What was left out of the document, and why. */
  readonly skipped: readonly string[];
}

export interface RefreshPorts {
  readonly fetcher: Fetcher;
  readonly reader: Reader;
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Polls one source: fetch > parse > normalise > drop what is known. Work is avoided as early as can be: a 304 ends it, then
 * an unchanged body, then items the store knows. Failures are part of the state, never a throw.
 */
export async function refresh(
  source: Source,
  remembered: SourceState | null,
  { fetcher, reader, store, clock }: RefreshPorts,
): Promise<Refreshed> {
  const state = stateFor(source, remembered);
  const outcome = await fetcher.fetch(requestFor(state, source));
  const now = clock.now().toISOString();
  const nothing = { source, items: [], skipped: [] };
  if (outcome.kind !== 'fetched') return { ...nothing, state: afterPoll(state, source, outcome, null, now) };

  const bodyHash = sha256(outcome.body);
  if (bodyHash === state.bodyHash) {
    return { ...nothing, state: afterPoll(state, source, outcome, { kind: 'same' }, now) };
  }
  const document = await reader.read({ ...outcome, timezone: source.timezone });
  const after = afterPoll(state, source, outcome, documentFacts(document, bodyHash), now);
  if (!document.ok) return { ...nothing, state: after };
  const { items, skipped } = normalise(document, source, now);
  return {
    source,
    state: after,
    items: await store.changed(items),
    skipped: [...document.skipped, ...skipped],
  };
}
