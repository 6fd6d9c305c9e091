import type { Suggestion, SuggestionBasis } from '../domain/suggestion.ts';
import type { Connection } from './connection.ts';
import { countVersion } from './publication.ts';

/** Every suggestion that was ever made, by number. Each is one JSON document: they are few, and read together. */
export function suggestions(connection: Connection): readonly Suggestion[] {
  const rows = connection.all<{ suggestion: string }>('select suggestion from suggestions order by number');
  return rows.map((row): Suggestion => JSON.parse(row.suggestion));
}

/** When suggestions were last looked for, and over which settings; null: never. */
export function suggestionBasis(connection: Connection): SuggestionBasis | null {
  const row = connection.get<{ basis: string }>('select basis from suggestion_basis');
  return row === undefined ? null : JSON.parse(row.basis);
}

/** Each in place of the one with its number. What the keeper's feed shows changes with their states alone. */
export function recordSuggestions(
  connection: Connection,
  changed: readonly Suggestion[],
  basis: SuggestionBasis,
): void {
  let visible = false;
  for (const suggestion of changed) {
    const { number, state } = suggestion;
    const before = connection.get<{ state: string }>(
      "select suggestion ->> 'state' as state from suggestions where number = ?",
      number,
    );
    visible ||= before?.state !== state;
    connection.run('insert or replace into suggestions values (?, ?)', number, JSON.stringify(suggestion));
  }
  connection.run('insert or replace into suggestion_basis values (1, ?)', JSON.stringify(basis));
  if (visible) countVersion(connection);
}
