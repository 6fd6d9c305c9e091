import type { Lease } from '../../domain/lease.ts';
import type { Source } from '../../domain/source.ts';
import type { Store } from '../../domain/store.ts';
import type { ChangedFile, FoundSource, Suggestion } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import { lineDiff } from '../../text/line-diff.ts';
import type { Backtest } from '../../watchlist/backtest.ts';
import { decided } from '../../watchlist/suggest/ledger.ts';
import { backtest } from '../backtest.ts';
import type { Services } from '../services.ts';
import { lookForSuggestions } from './look.ts';

/** How long to wait for a run at work. */
const PATIENCE_SECONDS = 10;
/** What accepting would have changed is told of so many days. */
const REPLAY_DAYS = 30;

/** A suggestion cannot be shown or decided on; the message says why and what to do. */
class SuggestionTrouble extends Error {
  override readonly name = 'SuggestionTrouble';
  /**
   * `unknown`: no such number. `decided`: it is not open. `changed`: the settings are not what they were when it was proposed.
   */
  readonly code: 'unknown' | 'decided' | 'changed' | 'no-feed';
  constructor(code: SuggestionTrouble['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Looks through the corpus now. @returns what is open, the weightiest first. Rejects with `LeaseBusy`. */
export async function suggestNow(services: Services): Promise<readonly Suggestion[]> {
  const store = await services.store();
  const files = await (await services.editor()).texts();
  const at = services.clock.now().toISOString();
  const settings = await services.settings();
  await underLease(store, (lease) => lookForSuggestions(settings, store, lease, { at, files }));
  return openSuggestions(services);
}

/** What is open, the weightiest first, as it was last found. */
export async function openSuggestions(services: Services): Promise<readonly Suggestion[]> {
  const all = await (await services.store()).suggestions();
  return all
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => b.weight - a.weight || a.number - b.number);
}

/** A suggestion with all that helps to decide on it. */
export interface SuggestionInFull {
  readonly suggestion: Suggestion;
  /** What accepting it makes of a file; null: nothing can be edited, or not before a feed is found. */
  readonly changed: ChangedFile | null;
  /** The same as a person reads it, in the unified format; empty: nothing is edited. */
  readonly diff: string;
  /** What accepting would have changed in the last 30 days; null: nothing about a topic. */
  readonly replay: Backtest | null;
}

/**
 * Rejects with `SuggestionTrouble` where no suggestion has that number, with a `SettingsError` where its change cannot be made.
 */
export async function showSuggestion(services: Services, number: number): Promise<SuggestionInFull> {
  const store = await services.store();
  const suggestion = await numbered(store, number);
  const { change, state } = suggestion;
  const editable =
    state === 'open' && change !== null && !(change.kind === 'add-source' && change.feed === null);
  if (!editable) return { suggestion, changed: null, diff: '', replay: null };
  const changed = await (await services.editor()).preview(change);
  const diff = lineDiff(changed.file, changed.before, changed.after);
  const { topics, sources } = await services.settings();
  const before = topics.find(({ id }) => id === changed.topic?.id) ?? null;
  const since = new Date(services.clock.now().getTime() - REPLAY_DAYS * DAY).toISOString();
  const replay =
    changed.topic === null ? null : await backtest(store, { before, after: changed.topic, sources, since });
  return { suggestion, changed, diff, replay };
}

/**
 * Makes the change a person was shown, in the file it is about, and marks the suggestion as accepted. One that cannot be made in
 * the settings is only marked.
 *
 * Rejects with `SuggestionTrouble` where it is not open, or where the file no longer says what it did when this was proposed or
 * shown (the message holds the difference); with a `SettingsError` where the file cannot be written. Then nothing is changed.
 *
 * @param shown the change as it was shown
 */
export async function acceptSuggestion(
  services: Services,
  number: number,
  shown: ChangedFile | null,
): Promise<Suggestion> {
  const store = await services.store();
  const editor = await services.editor();
  return underLease(store, async (lease) => {
    const suggestion = open(await numbered(store, number));
    const basis = (await store.suggestionBasis()) ?? { at: suggestion.proposed, files: {} };
    let { files } = basis;
    if (shown !== null) {
      const now = (await editor.texts())[shown.file] ?? '';
      unchanged(shown.file, files[shown.file] ?? now, now);
      unchanged(shown.file, shown.before, now);
      await lease.check();
      await editor.write(shown);
      files = { ...files, [shown.file]: shown.after };
    }
    const accepted = decided(suggestion, 'accepted', services.clock.now().toISOString());
    await store.recordSuggestions(lease, [accepted], { ...basis, files });
    return accepted;
  });
}

/** Puts a suggestion aside until twice as much speaks for it. Rejects with `SuggestionTrouble` where it is not open. */
export async function refuseSuggestion(services: Services, number: number): Promise<Suggestion> {
  const store = await services.store();
  return underLease(store, async (lease) => {
    const suggestion = open(await numbered(store, number));
    const refused = decided(suggestion, 'refused', services.clock.now().toISOString());
    await record(store, lease, refused);
    return refused;
  });
}

/**
 * Looks for the feeds of the sites that open suggestions are about, and for feeds in place of lost ones, and tries them. This
 * fetches.
 *
 * @param numbers of these alone; empty: of all that have none yet
 * @returns what was found or why nothing was, by number
 */
export async function lookForFeeds(
  services: Services,
  numbers: readonly number[],
  progress: (url: string) => void = () => {},
): Promise<ReadonlyMap<number, FoundSource | string>> {
  const { findSource } = await import('./feeds.ts');
  const store = await services.store();
  const found = new Map<number, FoundSource | string>();
  const [{ sources }, states] = [await services.settings(), await store.sourceStates()];
  for (const suggestion of await openSuggestions(services)) {
    const { change, number } = suggestion;
    const site = lookedForAt(suggestion, numbers);
    if (site === null || services.signal.aborted) continue;
    const source =
      change?.kind === 'disable-source' ? sources.find(({ id }) => id === change.sourceId) : null;
    const lost = source && { url: source.url, newest: states.get(source.id)?.newestItem ?? null };
    const feed = await findSource(services, site, progress, lost);
    found.set(number, feed);
    if (typeof feed === 'string') continue;
    await underLease(store, (lease) => record(store, lease, withFeed(suggestion, feed, source ?? null)));
  }
  return found;
}

/** The page a suggestion's feed is to be found from; null: none is wanted. */
function lookedForAt({ change, number }: Suggestion, numbers: readonly number[]): string | null {
  const named = numbers.includes(number);
  if (numbers.length > 0 && !named) return null;
  if (change?.kind === 'disable-source') return change.site;
  return change?.kind === 'add-source' && (named || change.feed === null) ? change.site : null;
}

/** A suggestion with the feed that was found for it: a source to add, or the new address of a lost one. */
function withFeed(suggestion: Suggestion, feed: FoundSource, lost: Source | null): Suggestion {
  const { change } = suggestion;
  if (change?.kind === 'add-source') return { ...suggestion, change: { ...change, feed } };
  if (lost === null) return suggestion;
  const title = `Poll ${lost.title} (${lost.id}) at its new address: ${feed.url}`;
  return { ...suggestion, title, change: { kind: 'move-source', sourceId: lost.id, url: feed.url } };
}

async function numbered(store: Store, number: number): Promise<Suggestion> {
  const found = (await store.suggestions()).find((suggestion) => suggestion.number === number);
  if (found) return found;
  throw new SuggestionTrouble(
    'unknown',
    `there is no suggestion ${number}; see those there are with: topicwatch suggest`,
  );
}

function open(suggestion: Suggestion): Suggestion {
  const { state, number, decided: at } = suggestion;
  if (state === 'open') return suggestion;
  const what =
    state === 'passed'
      ? 'is open no more: nothing speaks for it now'
      : `was ${state} on ${at?.slice(0, 10) ?? 'a day before'}`;
  throw new SuggestionTrouble(
    'decided',
    `suggestion ${number} ${what}; see those that are open with: topicwatch suggest`,
  );
}

function unchanged(file: string, before: string, now: string): void {
  if (before === now) return;
  throw new SuggestionTrouble(
    'changed',
    `${file} was changed since this was proposed, and nothing was written; look at it again with: topicwatch suggest\n` +
      lineDiff(file, before, now),
  );
}

async function record(store: Store, lease: Lease, suggestion: Suggestion): Promise<void> {
  const basis = (await store.suggestionBasis()) ?? { at: suggestion.proposed, files: {} };
  await store.recordSuggestions(lease, [suggestion], basis);
}

async function underLease<T>(store: Store, work: (lease: Lease) => Promise<T>): Promise<T> {
  const lease = await store.lease('suggest', { waitSeconds: PATIENCE_SECONDS });
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}
