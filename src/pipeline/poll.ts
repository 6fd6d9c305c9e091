import type { FetchRequest, Source, SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { type ReadPorts, type Refreshed, refresh } from './refresh.ts';

/** Called after each source; `done` of `total`. */
export type Progress = (done: number, total: number, source: Source) => void;

/**
 * Polls sources side by side, at most `atOnce` of them. Neighbours of one host stand apart in the order, so that a
 * host's own limit holds up nobody else. Once `signal` aborts, no further poll begins, and one that it cut off counts as not
 * begun: a silent outlet must not hold up the end, nor pass for a broken one.
 *
 * @returns what each polled source brought, in the order of `sources`.
 */
export async function poll(
  sources: readonly Source[],
  states: ReadonlyMap<string, SourceState>,
  ports: ReadPorts & { readonly store: Store },
  {
    atOnce,
    signal,
    progress,
  }: { readonly atOnce: number; readonly signal: AbortSignal; readonly progress: Progress },
): Promise<readonly Refreshed[]> {
  const results = new Map<string, Refreshed>();
  const { fetcher } = ports;
  const stoppable = {
    ...ports,
    fetcher: { ...fetcher, fetch: (request: FetchRequest) => fetcher.fetch({ ...request, signal }) },
  };
  const queue = spreadByHost(sources).values();
  const worker = async (): Promise<void> => {
    for (const source of queue) {
      if (signal.aborted) return;
      const refreshed = await refresh(source, states.get(source.id) ?? null, stoppable);
      if (signal.aborted && refreshed.state.failures > 0) return;
      results.set(source.id, refreshed);
      progress(results.size, sources.length, source);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sources.flatMap((source) => results.get(source.id) ?? []);
}

/** First one source of each host, then a second of each, and so on. */
export function spreadByHost(sources: readonly Source[]): readonly Source[] {
  const turns = new Map<string, number>();
  const ranked = sources.map((source) => {
    const host = URL.parse(source.url)?.host ?? '';
    const turn = turns.get(host) ?? 0;
    turns.set(host, turn + 1);
    return { source, turn };
  });
  return ranked.toSorted((a, b) => a.turn - b.turn).map(({ source }) => source);
}
