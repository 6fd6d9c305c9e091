import type { PollingHints } from '../domain/document.ts';
import type { SourceState } from '../domain/source.ts';
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
/** The first wait after a failure; it doubles with each further one. */
const FIRST_RETRY = 5 * MINUTE;
const LAST_RETRY = DAY;
/** A server may send us away for this long, no longer. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** For so long after items were missed, a publisher's wish to be asked less often gives way to losing none. */
const MISSED_MATTERS = 7 * DAY;

/**
 * When to ask a source again that has just answered: after a tenth of the time an item takes to come, or of the present
 * silence; later where cache headers or the feed ask for it, and outside the hours and days it names.
 *
 * @param freshFor seconds its cache headers let the answer be kept; null: they do not say
 */
export function nextAfterSuccess(state: SourceState, freshFor: number | null, now: Instant): Instant {
  const silence = state.newestItem === null ? 0 : secondsBetween(state.newestItem, now);
  const perItem = Math.max(state.habits?.gap ?? 0, silence);
  const rhythm = perItem === 0 ? UNKNOWN_RHYTHM : perItem / POLLS_PER_ITEM;
  const justMissed = state.missed !== null && secondsBetween(state.missed, now) < MISSED_MATTERS;
  const asked = justMissed ? 0 : Math.max(freshFor ?? 0, state.habits?.hints.every ?? 0);
  const wait = Math.min(Math.max(rhythm, asked, FLOOR), CEILING);
  return outsideSkipped(after(now, withJitter(wait, state.sourceId)), state.habits?.hints);
}

/** When to ask a source again that has failed so often in a row; not before `retryAt`, which the server asked for. */
export function nextAfterFailure(
  sourceId: string,
  failures: number,
  retryAt: Instant | null,
  now: Instant,
): Instant {
  const backOff = Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
  const asked = retryAt === null ? 0 : Math.min(secondsBetween(now, retryAt), LONGEST_RETRY_AFTER);
  return after(now, Math.max(withJitter(backOff, sourceId), asked));
}

/**
 * How many seconds before its time a source may be polled. A run comes a little early or late and a wait carries jitter:
 * without this, a source that is due every ten minutes would miss every second run of a cron line that comes every ten minutes.
 */
export function tolerance(wait: number): number {
  return MINUTE + wait / 8;
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
  return due; // it asks never to be polled
}

/** Up to a tenth more, always the same for one source, so that sources of one rhythm do not come all at once. */
function withJitter(wait: number, sourceId: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (const character of sourceId)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return wait * (1 + hash / 2 ** 32 / 10);
}

const after = (now: Instant, wait: number): Instant => new Date(Date.parse(now) + wait * 1_000).toISOString();

/** Below 0 where `to` is the earlier. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 1_000;
