import type { SourceState } from '../domain/source.ts';
import type { Connection } from './connection.ts';

/** A state is read and written whole and never searched, so it is one JSON document; it grows without a migration. */
interface StateRow {
  readonly source_id: string;
  readonly state: string;
}

export function sourceStates(connection: Connection): ReadonlyMap<string, SourceState> {
  const rows = connection.all<StateRow>('select source_id, state from source_states order by source_id');
  return new Map(rows.map((row) => [row.source_id, parse(row.state)]));
}

/** @returns whether the health of a source changed: not when it was polled, but how it fares. */
export function writeSourceStates(connection: Connection, states: readonly SourceState[]): boolean {
  let healthChanged = false;
  for (const state of states) {
    const known = connection.get<{ state: string }>(
      'select state from source_states where source_id = ?',
      state.sourceId,
    );
    const before = known === undefined ? null : healthOf(parse(known.state));
    healthChanged ||= healthOf(state) !== (before ?? HEALTHY);
    connection.run(
      'insert into source_states values (?, ?) on conflict (source_id) do update set state = excluded.state',
      state.sourceId,
      JSON.stringify(state),
    );
  }
  return healthChanged;
}

const parse = (state: string): SourceState => JSON.parse(state);

/** What is published of a state. Whether a source fell silent depends on the time, too, and is the publisher's to watch. */
function healthOf({ failingSince, message, movedTo, movedSince, missed, goneSince }: HealthFields): string {
  return JSON.stringify([failingSince, message, movedTo, movedSince, missed, goneSince]);
}

type HealthFields = Pick<
  SourceState,
  'failingSince' | 'message' | 'movedTo' | 'movedSince' | 'missed' | 'goneSince'
>;

const HEALTHY = healthOf({
  failingSince: null,
  message: null,
  movedTo: null,
  movedSince: null,
  missed: null,
  goneSince: null,
});
