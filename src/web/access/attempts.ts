/** Wrong tokens a client may give within the time before it has to wait. */
const TRIES = 10;
const WITHIN_SECONDS = 15 * 60;
/** Clients remembered; the one heard of least lately is forgotten first. */
const CLIENTS = 10_000;

/** Counts wrong tokens, so that nobody can go through many. */
export interface Attempts {
  /** Seconds this client has to wait before it is listened to again; 0: none. */
  waitFor(client: string, now: Date): number;
  wrong(client: string, now: Date): void;
}

export function createAttempts(): Attempts {
  const wrongs = new Map<string, readonly number[]>();
  const recent = (client: string, now: Date): readonly number[] =>
    (wrongs.get(client) ?? []).filter((at) => now.getTime() - at < WITHIN_SECONDS * 1_000);
  return {
    waitFor(client, now) {
      const [first = 0, ...rest] = recent(client, now);
      if (rest.length + 1 < TRIES) return 0;
      return Math.ceil(WITHIN_SECONDS - (now.getTime() - first) / 1_000);
    },
    wrong(client, now) {
      const known = [...recent(client, now), now.getTime()].slice(-TRIES);
      wrongs.delete(client);
      wrongs.set(client, known);
      const [oldest] = wrongs.keys();
      if (wrongs.size > CLIENTS && oldest !== undefined) wrongs.delete(oldest);
    },
  };
}
