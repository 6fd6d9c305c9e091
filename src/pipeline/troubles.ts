import type { Source, SourceState } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';
import { health } from '../ingest/health.ts';
import type { SourceTrouble } from '../publish/entries/keeper.ts';

/** The sources that want their keeper, in the order of the settings. */
export function troublesOf(
  sources: readonly Source[],
  states: ReadonlyMap<string, SourceState>,
  now: Instant,
): readonly SourceTrouble[] {
  return sources.flatMap((source) => {
    const { state, since, message, trouble } = health(states.get(source.id), source, now);
    return trouble && since !== null ? [{ source, health: state, since, message }] : [];
  });
}
