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

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds between two polls of a source that answers: never less, never more, whatever anyone asks for. */
const FLOOR = 10 * MINUTE;
const CEILING = 6 * HOUR;
/** For a source whose items bear no dates. */
const UNKNOWN_RHYTHM = 30 * MINUTE;
/** A source is asked about ten times in the time one item takes to come: RFC 9111 §4.2.2 calls a tenth typical. */
const POLLS_PER_ITEM = 10;
/** The rhythm is taken from this many of the newest items. */
const RHYTHM_ITEMS = 20;
/** The first wait after a failure; it doubles with each further one. */
const FIRST_RETRY = 5 * MINUTE;
const LAST_RETRY = DAY;
/** A server may send us away for this long, no longer. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** From this many failures in a row on, a source that moved is also tried at the address it moved from. */
const DOUBT_MOVE = 3;
/** For so long after items were missed, a publisher's wish to be asked less often gives way to losing none. */
const MISSED_MATTERS = 7 * DAY;
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
    extent: extents[extents.length >> 1] ?? 'title',
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
 * Whether a source wants to be polled. A run comes a little early or late and a wait carries jitter, so a source may be
 * polled somewhat before its time: otherwise one that is due every ten minutes would miss every second run of a cron line
 * that comes every ten minutes. After a failure the wait is kept to the second, since a server may have asked for it.
 */
export function isDue(remembered: SourceState | null | undefined, source: Source, now: Instant): boolean {
  const state = stateFor(source, remembered);
  if (source.disabled !== null || state.goneSince !== null) return false;
  if (state.nextPoll === null || state.lastPolled === null) return true;
  if (state.lastPolled > now) return true; // the clock was set back: waiting could take for ever
  const wait = seconds(state.lastPolled, state.nextPoll);
  const early = state.failures > 0 ? 0 : MINUTE + wait / 8;
  return seconds(now, state.nextPoll) <= early;
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
  const dates = facts.dates.filter((date) => date !== null && date <= now).sort();
  const newest = dates.at(-1) ?? null;
  const oldest = dates[0];
  const recent = dates.slice(-RHYTHM_ITEMS);
  const first = recent[0];
  const gap = newest && first && recent.length > 1 ? seconds(first, newest) / (recent.length - 1) : null;
  const allNew = before.newestItem !== null && oldest !== undefined && oldest > before.newestItem;
  const allDated = dates.length === facts.dates.length;
  return {
    habits: { gap, hints: facts.hints, extent: facts.extent },
    newestItem: newest && before.newestItem && newest < before.newestItem ? before.newestItem : newest,
    missed: allNew && allDated && dates.length >= MISSED_FROM ? now : before.missed,
  };
}

function afterSuccess(
  state: SourceState,
  result: 'ok' | 'unchanged',
  freshFor: number | null,
  now: Instant,
): SourceState {
  const wait = waitAfterSuccess(state, freshFor, now);
  const settled = { result, status: null, message: null, failures: 0, failingSince: null, goneSince: null };
  const nextPoll = outsideSkipped(later(now, withJitter(wait, state.sourceId)), state.habits?.hints);
  return { ...state, ...settled, lastSuccess: now, nextPoll };
}

/** A tenth of the time an item takes to come, or of the present silence; longer where the publisher asks for it. */
function waitAfterSuccess(state: SourceState, freshFor: number | null, now: Instant): number {
  const silence = state.newestItem === null ? 0 : seconds(state.newestItem, now);
  const perItem = Math.max(state.habits?.gap ?? 0, silence);
  const rhythm = perItem === 0 ? UNKNOWN_RHYTHM : perItem / POLLS_PER_ITEM;
  const justMissed = state.missed !== null && seconds(state.missed, now) < MISSED_MATTERS;
  const asked = justMissed ? 0 : Math.max(freshFor ?? 0, state.habits?.hints.every ?? 0);
  return Math.min(Math.max(rhythm, asked, FLOOR), CEILING);
}

/** RSS 2.0 `skipHours` and `skipDays`: the first moment from `due` on in which the source may be asked. */
function outsideSkipped(due: Instant, hints: PollingHints | undefined): Instant {
  if (!hints || (hints.skipHours.length === 0 && hints.skipDays.length === 0)) return due;
  const start = Date.parse(due);
  for (let hour = 0; hour < 7 * 24; hour += 1) {
    const at = new Date(hour === 0 ? start : Math.floor(start / 3_600_000 + hour) * 3_600_000);
    const skipped = hints.skipHours.includes(at.getUTCHours()) || hints.skipDays.includes(at.getUTCDay());
    if (!skipped) return at.toISOString();
  }
  return due;
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
  const backOff = Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
  const asked = retryAt === null ? 0 : Math.min(seconds(now, retryAt), LONGEST_RETRY_AFTER);
  return {
    ...before,
    result: failure.reason,
    status: failure.status,
    message: failure.message,
    failures,
    failingSince: before.failingSince ?? now,
    nextPoll: later(now, Math.max(withJitter(backOff, before.sourceId), asked)),
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

/** Up to a tenth more, always the same for one source, so that sources of one rhythm do not come all at once. */
function withJitter(wait: number, sourceId: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (const character of sourceId)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return wait * (1 + hash / 2 ** 32 / 10);
}

const seconds = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1_000;
const later = (now: Instant, wait: number): Instant => new Date(Date.parse(now) + wait * 1_000).toISOString();
