import type { PollResult, Source, SourceDay, SourceKind, SourceState } from '../../domain/source.ts';
import { DAY, type Instant, type Language } from '../../domain/time.ts';
import { type Health, health } from '../../ingest/health.ts';
import { feedAddress } from '../../publish/addresses.ts';
import { line } from '../../publish/plain-text.ts';
import type { Reading } from '../reading.ts';
import { createRemembered } from '../remembered.ts';

/** A source as its keeper sees it. */
export interface SourceRow {
  readonly id: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly language: Language | null;
  /** Of its feed; null: a local file, a private source, or one with a secret in it. */
  readonly address: string | null;
  /** How it is in a word or two, since when, and what to do. */
  readonly health: Health;
  /** Why it is not polled; null: it is. */
  readonly disabled: string | null;
  /** How the last poll ended; null: there was none. */
  readonly result: PollResult | null;
  /** The HTTP status of the last failure. */
  readonly status: number | null;
  readonly lastPolled: Instant | null;
  readonly nextPoll: Instant | null;
  readonly newestItem: Instant | null;
  /** What it brought on each of the last 30 days, oldest first. */
  readonly days: readonly Day[];
  /** The sums of those. */
  readonly articles: number;
  readonly accepted: number;
}

export type Day = Omit<SourceDay, 'sourceId'>;

export interface Sources {
  /** Those in trouble first, then those that are polled, then the others; each in the order of sources.yaml. */
  readonly sources: readonly SourceRow[];
  /** How many there are in each state, the most first. */
  readonly states: readonly { readonly state: string; readonly count: number }[];
}

const DAYS = 30;
const counted = createRemembered<readonly SourceDay[]>();

export async function sourcesOf({ store, settings, bounded }: Reading, now: Date): Promise<Sources> {
  const known = await store.sourceStates();
  const days = lastDays(now);
  const [first = ''] = days;
  const counts = await counted(store, 'sources', first, () => store.sourceDays(`${first}T00:00:00.000Z`));
  const brought = Map.groupBy(counts, ({ sourceId }) => sourceId);
  const rows = settings.sources
    .filter((source) => !(bounded && source.private))
    .map((source) => rowOf(source, known.get(source.id), brought.get(source.id) ?? [], days, now));
  const states = [...Map.groupBy(rows, (row) => row.health.state)].map(([state, { length }]) => ({
    state,
    count: length,
  }));
  return { sources: rows.toSorted(byUrgency), states: states.toSorted((a, b) => b.count - a.count) };
}

function rowOf(
  source: Source,
  state: SourceState | undefined,
  brought: readonly SourceDay[],
  days: readonly string[],
  now: Date,
): SourceRow {
  const byDay = new Map(brought.map(({ day, articles, accepted }) => [day, { day, articles, accepted }]));
  const { id, title, kind, language, disabled } = source;
  return {
    id,
    title: line(title),
    kind,
    language,
    address: feedAddress(source),
    health: health(state, source, now.toISOString()),
    disabled,
    result: state?.result ?? null,
    status: state?.status ?? null,
    lastPolled: state?.lastPolled ?? null,
    nextPoll: disabled === null ? (state?.nextPoll ?? null) : null,
    newestItem: state?.newestItem ?? null,
    days: days.map((day) => byDay.get(day) ?? { day, articles: 0, accepted: 0 }),
    articles: brought.reduce((sum, { articles }) => sum + articles, 0),
    accepted: brought.reduce((sum, { accepted }) => sum + accepted, 0),
  };
}

const lastDays = (now: Date): readonly string[] =>
  Array.from({ length: DAYS }, (_, at) =>
    new Date(now.getTime() - (DAYS - 1 - at) * DAY).toISOString().slice(0, 10),
  );

const urgency = ({ health: { trouble, state } }: SourceRow): number =>
  trouble ? 0 : state === 'disabled' ? 2 : 1;

const byUrgency = (a: SourceRow, b: SourceRow): number => urgency(a) - urgency(b);
