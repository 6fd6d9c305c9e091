import type { Source, SourceState } from '../domain/source.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { stateFor } from './schedule.ts';

/** How a source is, in words for a person. */
type HealthState =
  | 'healthy'
  | 'teaser only' // its items hold no full text
  | 'moved' // answers, at another address than the configured one
  | 'gap' // items may have come and gone between two polls
  | 'silent' // answers, but has brought nothing new for unusually long
  | 'failing' // has begun to fail; most often it passes
  | 'refusing' // answers that it will not serve us
  | 'broken' // keeps failing, or never worked
  | 'gone' // retired: 410
  | 'not polled yet'
  | 'disabled';

export interface Health {
  readonly state: HealthState;
  /** Since when. Always given where `trouble`. */
  readonly since: Instant | null;
  /** What is the matter, where, and what to do: no counts and no poll times, so that it stays the same while nothing changes. */
  readonly message: string;
  /** It wants a person: it stands in the health feed. */
  readonly trouble: boolean;
}

/** From so many failures in a row on, a source that worked before is in trouble; until then it may pass. */
const BROKEN_FROM = 3;
/** Silence counts from here on, and only where it is this many times as long as an item usually takes. */
const SILENT_FROM = 14 * DAY;
const SILENT_TIMES = 5;
/** For so long a gap is worth telling. */
const GAP_FOR = 7 * DAY;
const REFUSALS: ReadonlySet<number | null> = new Set([401, 403, 407, 429, 451]);

/** How a source is, since when, and what to do. The worst comes first: one that is gone is not called silent. */
export function health(remembered: SourceState | null | undefined, source: Source, now: Instant): Health {
  const state = stateFor(source, remembered);
  if (source.disabled !== null) return calm('disabled', source.disabled);
  if (state.result === null) return calm('not polled yet', 'it is polled with the next run');
  if (state.goneSince !== null) return trouble('gone', state.goneSince, told(state));
  if (state.failingSince !== null) return failing(state, state.failingSince);
  return answering(state, source, now);
}

function failing(state: SourceState, since: Instant): Health {
  const lasting = state.failures >= BROKEN_FROM || state.lastSuccess === null;
  const word = REFUSALS.has(state.status) ? 'refusing' : lasting ? 'broken' : 'failing';
  return { state: word, since, message: told(state), trouble: lasting };
}

function answering(state: SourceState, source: Source, now: Instant): Health {
  if (state.newestItem !== null && isSilent(state, now)) {
    return trouble(
      'silent',
      state.newestItem,
      `it answers, but its newest item is of ${day(state.newestItem)}; look whether its publisher has moved on`,
    );
  }
  if (state.missed !== null && elapsed(state.missed, now) < GAP_FOR) {
    return trouble(
      'gap',
      state.missed,
      'nothing of what it held at one poll was left at the next, so items may have been missed; ' +
        'run topicwatch more often, every 10 minutes say',
    );
  }
  if (state.movedTo !== null) {
    return trouble(
      'moved',
      state.movedSince ?? now,
      `it has moved to ${state.movedTo}, where it is read; write that address into sources.yaml`,
    );
  }
  const extent = state.habits?.extent ?? 'full';
  if (extent !== 'full' && !source.fullText) {
    const held =
      extent === 'title'
        ? 'only titles, which seldom tell what story an article belongs to'
        : 'only a summary of each article';
    return calm(
      'teaser only',
      `it holds ${held}; with fullText: true the pages of likely articles are read too`,
    );
  }
  return { ...calm('healthy', 'it answers and brings items'), since: state.lastSuccess };
}

function isSilent({ newestItem, habits }: SourceState, now: Instant): boolean {
  const silence = elapsed(newestItem ?? now, now);
  return silence > SILENT_FROM && silence > SILENT_TIMES * 1_000 * (habits?.gap ?? 0);
}

const calm = (state: HealthState, message: string): Health => ({
  state,
  since: null,
  message,
  trouble: false,
});

const trouble = (state: HealthState, since: Instant, message: string): Health => ({
  state,
  since,
  message,
  trouble: true,
});

const told = (state: SourceState): string => state.message ?? `its last poll ended as "${state.result}"`;
const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
const day = (instant: Instant): string => instant.slice(0, 10);
