import type { Item } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Lease } from '../domain/lease.ts';
import type { Log } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Deciding } from './deciding.ts';
import { stateChange } from './state-change.ts';
import { NOTHING, type Tally, tally } from './tally.ts';

/** The deciding of one cycle, lease by lease. */
export interface Work {
  /** Decides on what a poll brought. @param lease null: nothing is stored. */
  items(lease: Lease | null, items: readonly Item[], states: readonly SourceState[]): Promise<void>;
  /** Judges again what was judged under an older form of a topic. */
  corpus(lease: Lease): Promise<void>;
  /** What came of it so far. */
  tally(): Tally;
}

/** What is slow to load and to open is so when there is something to decide, and once. */
export function openWork(settings: Settings, store: Store, now: Instant, log: Log): Work {
  let counts = NOTHING;
  let lease: Lease | null = null;
  let deciding: Deciding | null = null;
  const commit = async (change: ChangeSet): Promise<void> => {
    if (lease !== null) await store.commit(lease, change);
    counts = tally(counts, change);
  };
  const goOn = (under: Lease | null): void => {
    // Tokens grow by one: a leap says that another process has been at work, and what the topics learned has moved on.
    if (under !== null && lease !== null && under.token - lease.token > 1) deciding = null;
    lease = under;
  };
  const open = async () => {
    const { createDeciding, decideCorpus, decideItems } = await import('./deciding.ts');
    deciding ??= createDeciding(settings, store, now, commit, log);
    return { deciding, decideCorpus, decideItems };
  };

  return {
    async items(under, items, states) {
      goOn(under);
      if (items.length > 0) {
        const { deciding: opened, decideItems } = await open();
        await decideItems(opened, items, states);
      } else if (states.length > 0) await commit(stateChange(states, now));
    },
    async corpus(under) {
      goOn(under);
      const waiting = await Promise.all(settings.topics.map(({ id, hash }) => store.toJudge(id, hash, 1)));
      if (waiting.every((articles) => articles.length === 0)) return;
      const { deciding: opened, decideCorpus } = await open();
      await decideCorpus(opened);
    },
    tally: () => counts,
  };
}
