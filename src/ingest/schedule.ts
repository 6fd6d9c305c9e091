import type { Extent } from '../domain/article.ts';
import type { Entry, FeedDocument, PollingHints } from '../domain/document.ts';
import type {
  FailureReason,
  FetchOutcome,
  FetchRequest,
  Source,
  SourceState,
  Validators,
} from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';
import { nextAfterFailure, nextAfterSuccess, secondsBetween, tolerance } from './pace.ts';

/** The rhythm is taken from this many of the newest items. */
const RHYTHM_ITEMS = 20;
/** From this many failures in a row on, a source that moved is also tried at the address it moved from. */
const DOUBT_MOVE = 3;
/** Fewer new items than this say nothing on whether some were missed. */
const MISSED_FROM = 5;
/** Content from this many characters on is taken for the whole article, below for a teaser. */
const FULL_TEXT = 1_000;

const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** What reading a fetched body came to, as far as the schedule must know it. */
export type DocumentFacts =
  | {
      readonly kind: 'read';
      readonly bodyHash: string;
      /** When each item was published; null where it does not say. */
      readonly dates: readonly (Instant | null)[];
      readonly hints: PollingHints;
      readonly extent: Extent;
    }
  /** The body is the one whose hash the state holds. */
  | { readonly kind: 'same' }
  | { readonly kind: 'unreadable'; readonly reason: 'not-a-feed' | 'parse'; readonly message: string };

/** The facts of a document that was read, or could not be. `bodyHash` is the SHA-256 of the bytes it was read from. */
export function documentFacts(document: FeedDocument, bodyHash: string): DocumentFacts {
  if (!document.ok) {
    // A reader that gave up did not get as far as naming an encoding.
    const reason = document.encoding === null ? 'parse' : 'not-a-feed';
    return { kind: 'unreadable', reason, message: document.error ?? 'the document could not be read' };
  }
  const extents = document.entries.map(extentOf).sort(); // full, summary, title: their middle one is the usual one
  return {
    kind: 'read',
    bodyHash,
    dates: document.entries.map((entry) => entry.published ?? entry.updated),
    hints: document.feed.polling,
    extent: extents[extents.length >> 1] ?? 'full', // an empty feed leaves nothing out
  };
}

function extentOf(entry: Entry): Extent {
  if (entry.content.some(({ value }) => value.length >= FULL_TEXT)) return 'full';
  return entry.summary || entry.content.some(({ value }) => value !== '') ? 'summary' : 'title';
}

/** The state of a source that was never polled. */
export function freshState(source: Source): SourceState {
  return {
    sourceId: source.id,
    url: source.url,
    movedTo: null,
    movedSince: null,
    validators: NO_VALIDATORS,
    bodyHash: null,
    lastPolled: null,
    lastSuccess: null,
    result: null,
    status: null,
    message: null,
    failures: 0,
    failingSince: null,
    nextPoll: null,
    newestItem: null,
    missed: null,
    habits: null,
    goneSince: null,
  };
}

/** The state to go on from: what is remembered, unless the settings now name another address. */
export function stateFor(source: Source, remembered: SourceState | null | undefined): SourceState {
  return remembered?.url === source.url ? remembered : freshState(source);
}

/**
 * Whether a source wants to be polled: at its time or a little before. After a failure the wait is kept to the second, since
 * a server may have asked for it.
 */
export function isDue(remembered: SourceState | null | undefined, source: Source, now: Instant): boolean {
  const state = stateFor(source, remembered);
  if (source.disabled !== null || state.goneSince !== null) return false;
  if (state.nextPoll === null || state.lastPolled === null) return true;
  if (state.lastPolled > now) return true; // the clock was set back: waiting could take for ever
  const early = state.failures > 0 ? 0 : tolerance(secondsBetween(state.lastPolled, state.nextPoll));
  return secondsBetween(now, state.nextPoll) <= early;
}

/** What to ask for. `state` is of `stateFor`. */
export function requestFor(state: SourceState, source: Source): FetchRequest {
  const url = addressOf(state, source);
  const doubted = state.movedTo !== null && url === source.url;
  return { url, validators: doubted ? NO_VALIDATORS : state.validators, configured: true };
}

/** Where it moved to; after some failures there and at the configured address in turn, since a move can be a mistake. */
function addressOf(state: SourceState, source: Source): string {
  const doubt = state.failures >= DOUBT_MOVE && state.failures % 2 === 1;
  return state.movedTo === null || doubt ? source.url : state.movedTo;
}

/**
 * The state of a source after a poll.
 *
 * Validators and body hash are those of the last body that could be read, and are dropped after one that could not. So
 * "unchanged" always speaks of something good, and a broken document is fetched and read again until it is mended.
 *
 * @param remembered the state before; null or undefined: none
 * @param facts what reading the body came to; null where nothing was fetched
 */
export function afterPoll(
  remembered: SourceState | null | undefined,
  source: Source,
  outcome: FetchOutcome,
  facts: DocumentFacts | null,
  now: Instant,
): SourceState {
  const before = { ...stateFor(source, remembered), lastPolled: now };
  if (outcome.kind === 'gone') return afterGone(before, outcome.message, now);
  if (outcome.kind === 'failed') return afterFailure(before, outcome, outcome.retryAt, now);
  const move = moveOf(before, source, outcome.movedTo, now);
  if (outcome.kind === 'unchanged' || facts?.kind === 'same') {
    if (before.bodyHash === null) return afterFailure(before, stillUnread(before), null, now);
    const state = { ...before, ...move, validators: outcome.validators };
    return afterSuccess(state, 'unchanged', outcome.freshFor, now);
  }
  if (facts === null) throw new Error(`a body of source ${source.id} was fetched but not read`);
  if (facts.kind === 'unreadable') {
    const unread = { ...before, validators: NO_VALIDATORS, bodyHash: null };
    return afterFailure(unread, { ...facts, status: null }, null, now);
  }
  const state = {
    ...before,
    ...move,
    ...learned(before, facts, now),
    validators: outcome.validators,
    bodyHash: facts.bodyHash,
  };
  return afterSuccess(state, 'ok', outcome.freshFor, now);
}

function moveOf(before: SourceState, source: Source, ledTo: string | null, now: Instant) {
  const target = ledTo ?? addressOf(before, source);
  const movedTo = target === source.url ? null : target;
  const movedSince = movedTo === null ? null : movedTo === before.movedTo ? before.movedSince : now;
  return { movedTo, movedSince };
}

function learned(before: SourceState, facts: DocumentFacts & { kind: 'read' }, now: Instant) {
  const dates = facts.dates.filter((date) => date !== null).filter((date) => date <= now);
  const [oldest, ...rest] = dates.sort();
  const newest = rest.at(-1) ?? oldest ?? null;
  const known = before.newestItem;
  const allNew = known !== null && oldest !== undefined && oldest > known;
  const allDated = dates.length === facts.dates.length;
  return {
    habits: { gap: gapOf(dates.slice(-RHYTHM_ITEMS)), hints: facts.hints, extent: facts.extent },
    newestItem: newest === null || (known !== null && known > newest) ? known : newest,
    missed: allNew && allDated && dates.length >= MISSED_FROM ? now : before.missed,
  };
}

/** Mean seconds between dates, oldest first; null: fewer than two. */
function gapOf(dates: readonly Instant[]): number | null {
  const [first, ...rest] = dates;
  const last = rest.at(-1);
  return first === undefined || last === undefined ? null : secondsBetween(first, last) / rest.length;
}

function afterSuccess(
  state: SourceState,
  result: 'ok' | 'unchanged',
  freshFor: number | null,
  now: Instant,
): SourceState {
  const settled = { result, status: null, message: null, failures: 0, failingSince: null, goneSince: null };
  return { ...state, ...settled, lastSuccess: now, nextPoll: nextAfterSuccess(state, freshFor, now) };
}

interface Failure {
  readonly reason: FailureReason;
  readonly status: number | null;
  readonly message: string;
}

/** "Nothing changed", where nothing could be read before: what was wrong still is. */
function stillUnread(before: SourceState): Failure {
  const message = before.message ?? 'the server says nothing changed, but nothing of it was read so far';
  return { reason: before.result === 'parse' ? 'parse' : 'not-a-feed', status: null, message };
}

function afterFailure(
  before: SourceState,
  failure: Failure,
  retryAt: Instant | null,
  now: Instant,
): SourceState {
  const failures = before.failures + 1;
  return {
    ...before,
    result: failure.reason,
    status: failure.status,
    message: failure.message,
    failures,
    failingSince: before.failingSince ?? now,
    nextPoll: nextAfterFailure(before.sourceId, failures, retryAt, now),
  };
}

function afterGone(before: SourceState, message: string, now: Instant): SourceState {
  return {
    ...before,
    result: 'gone',
    status: 410,
    message,
    failures: before.failures + 1,
    failingSince: before.failingSince ?? now,
    goneSince: before.goneSince ?? now,
    nextPoll: null,
  };
}
