import type { Source, SourceState } from '../../domain/source.ts';
import type { Observed } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import { silenceOf } from './silent-concepts.ts';

/** A source as proposals look at it: with its state, and the times of all it brought, accepted or not. */
export interface Watched {
  readonly source: Source;
  readonly state: SourceState | null;
  readonly arrivals: readonly number[];
}

/** A source that is lost, and since when. */
export interface LostSource {
  readonly source: Source;
  readonly how: 'silent' | 'failing' | 'gone';
  readonly since: number;
}

/** Failures that last so long, and so many in a row, seldom pass. */
const FAILING_DAYS = 3;
const FAILURES = 3;

/** Sources that were retired, keep failing, or have broken with their habit. */
export function lostSources(watched: readonly Watched[], now: number): readonly LostSource[] {
  return watched.flatMap(({ source, state, arrivals }): LostSource[] => {
    if (source.disabled !== null || state === null) return [];
    if (state.goneSince !== null) return [{ source, how: 'gone', since: Date.parse(state.goneSince) }];
    if (state.failingSince !== null) {
      const since = Date.parse(state.failingSince);
      const lasting = now - since >= FAILING_DAYS * DAY && state.failures >= FAILURES;
      return lasting ? [{ source, how: 'failing', since }] : [];
    }
    const newest = state.newestItem === null ? [] : [Date.parse(state.newestItem)];
    const silence = silenceOf([...arrivals, ...newest], now);
    return silence === null ? [] : [{ source, how: 'silent', since: silence.last }];
  });
}

/** It has moved for good when the redirect has held for so long. */
const MOVED_DAYS = 1;

export interface MovedSource {
  readonly source: Source;
  readonly to: string;
  readonly since: number;
}

/** Sources that answer at another address than the one configured. */
export function movedSources(watched: readonly Watched[], now: number): readonly MovedSource[] {
  return watched.flatMap(({ source, state }) => {
    const { movedTo = null, movedSince = null, failingSince = null } = state ?? {};
    if (source.disabled !== null || movedTo === null || movedSince === null || failingSince !== null)
      return [];
    const since = Date.parse(movedSince);
    return now - since >= MOVED_DAYS * DAY && movedTo !== source.url ? [{ source, to: movedTo, since }] : [];
  });
}

/** For so long a gap between two polls is worth telling. */
const MISSED_DAYS = 7;

/** Sources of which items came and went between two polls. */
export function hastySources(
  watched: readonly Watched[],
  now: number,
): readonly { source: Source; at: number }[] {
  return watched.flatMap(({ source, state }) => {
    const at = Date.parse(state?.missed ?? '');
    return source.disabled === null && now - at < MISSED_DAYS * DAY ? [{ source, at }] : [];
  });
}

/** A source that brings nothing others had not brought before. */
export interface IdleSource {
  readonly source: Source;
  readonly articles: readonly Observed[];
  /** How many of them brought something new. */
  readonly developments: number;
  /** How many had been brought by another source word for word. */
  readonly copies: number;
}

const IDLE_DAYS = 45;
const PUNCTUAL_DAYS = 2;
const IDLE_ARTICLES = 10;
const IDLE_SHARE = 0.07;
/** Copies show sooner. */
const COPIES = 5;
const COPIED_SHARE = 0.9;

/** @param accepted in the order of time */
export function idleSources(
  accepted: readonly Observed[],
  sources: readonly Source[],
  now: number,
): readonly IdleSource[] {
  const lately = accepted.filter((one) => now - Date.parse(one.at) < IDLE_DAYS * DAY && isPunctual(one));
  const copied = copiesIn(lately);
  const bySource = Map.groupBy(lately, ({ sourceId }) => sourceId);
  return sources.flatMap((source) => {
    const articles = source.disabled === null ? (bySource.get(source.id) ?? []) : [];
    const developments = articles.filter(({ development }) => development).length;
    const copies = articles.filter((article) => copied.has(article)).length;
    const idle =
      (articles.length >= IDLE_ARTICLES && developments <= articles.length * IDLE_SHARE) ||
      (copies >= COPIES && copies >= articles.length * COPIED_SHARE);
    return idle ? [{ source, articles, developments, copies }] : [];
  });
}

/** Of what was old when it was first seen, as most of a first poll is, nobody can say who had it first. */
const isPunctual = ({ at, firstSeen }: Observed): boolean =>
  Date.parse(firstSeen) - Date.parse(at) < PUNCTUAL_DAYS * DAY;

/** Articles whose text another source had before, but for spaces and capitals. */
function copiesIn(accepted: readonly Observed[]): ReadonlySet<Observed> {
  const first = new Map<string, string>();
  const copies = new Set<Observed>();
  for (const article of accepted) {
    const words = article.text.toLowerCase().replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    const origin = first.get(words);
    if (origin === undefined) first.set(words, article.sourceId);
    else if (origin !== article.sourceId) copies.add(article);
  }
  return copies;
}
