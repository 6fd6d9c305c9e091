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
    healthChanged ||= faresOtherwise(state, known === undefined ? null : parse(known.state));
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
const HEALTH = ['failingSince', 'message', 'movedTo', 'movedSince', 'missed', 'goneSince'] as const;

/** Whether a source fares otherwise than it did; before its first poll, than one with which all is well. */
const faresOtherwise = (state: SourceState, before: SourceState | null): boolean =>
  HEALTH.some((part) => (state[part] ?? null) !== (before?.[part] ?? null));
