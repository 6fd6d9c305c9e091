import type { Item } from '../domain/article.ts';
import type { ChangeSet } from '../domain/change.ts';
import type { Log } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { SourceState } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { daysBefore, type Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { decide, decideAgain, type Situation } from './decide.ts';
import { type Judging, judgingOf } from './judging.ts';
import { leadOrder } from './lead.ts';
import { openPlacing, type Placing } from './place.ts';
import { openStories } from './stories/holds.ts';

/** How many articles are decided on and committed at a time: it bounds memory and the length of a transaction. */
const BATCH = 500;

/** A story without a development for so long is no longer joined. */
const CANDIDATE_DAYS = 30;

/** Where change sets go: into the store under a lease or, for a dry run, nowhere. */
export type Commit = (change: ChangeSet) => Promise<void>;

/** The shell around `decide`: reads what a decision looks at, a batch at a time, and hands on what is to be stored. */
export interface Deciding {
  readonly settings: Settings;
  readonly store: Store;
  readonly now: Instant;
  readonly commit: Commit;
  /** Opened when the first article comes, so that a cycle that brings none does not pay for it. */
  readonly judging: (topic: Topic) => Promise<Judging>;
  readonly placing: (topic: Topic) => Promise<Placing>;
}

/** Opens the shell for one cycle. @param commit is given each batch's change set */
export function createDeciding(
  settings: Settings,
  store: Store,
  now: Instant,
  commit: Commit,
  log: Log,
): Deciding {
  const since = daysBefore(now, CANDIDATE_DAYS);
  const judging = (topic: Topic): Promise<Judging> =>
    judgingOf(store, topic, {
      now,
      onMove: (move) => log.info('the threshold moved', { topic: topic.id, ...move }),
    });
  const placing = async ({ id, concepts }: Topic): Promise<Placing> => {
    const { candidates, holds } = await openStories(store, id, since);
    return openPlacing(id, candidates, holds, concepts);
  };
  return { settings, store, now, commit, judging: once(judging), placing: once(placing) };
}

/** Opens what a topic needs when it is first asked for. */
function once<T>(open: (topic: Topic) => Promise<T>): (topic: Topic) => Promise<T> {
  const opened = new Map<string, Promise<T>>();
  return (topic) => {
    const made = opened.get(topic.id) ?? open(topic);
    opened.set(topic.id, made);
    return made;
  };
}

/**
 * Decides on what a poll brought and commits it. The sources' states go with the last batch: should a batch before it
 * fail, the sources are simply read again, and what is stored already is recognised.
 */
export async function decideItems(
  deciding: Deciding,
  items: readonly Item[],
  states: readonly SourceState[],
): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) {
    const batch = items.slice(at, at + BATCH);
    const last = at + BATCH >= items.length;
    const known = await deciding.store.known(batch.flatMap(({ keys }) => keys));
    const ids = [...new Set([...known.values()].map(({ articleId }) => articleId))];
    const situation = await look(deciding, deciding.settings.topics, ids, listedFrom(deciding));
    await deciding.commit(decide(batch, last ? states : [], known, situation));
  }
}

/** Judges the corpus again where a topic's file has changed since, without fetching anything. */
export async function decideCorpus(deciding: Deciding): Promise<void> {
  const { settings, store, commit } = deciding;
  for (const topic of settings.topics) {
    let notBefore: Instant | null = null;
    for (;;) {
      const articles = await store.toJudge(topic.id, topic.hash, BATCH);
      if (articles.length === 0) break;
      notBefore ??= later(listedFrom(deciding), await oldestShown(store, topic, settings.publish.entries));
      const ids = articles.map(({ id }) => id);
      await commit(decideAgain(articles, await look(deciding, [topic], ids, notBefore)));
    }
  }
}

async function look(
  { settings, store, now, judging, placing }: Deciding,
  topics: readonly Topic[],
  articleIds: readonly string[],
  notBefore: Instant,
): Promise<Situation> {
  const sources = new Map(settings.sources.map((source) => [source.id, source]));
  const stories = new Map<string, Awaited<ReturnType<Store['storiesOf']>>>();
  for (const { id } of topics) stories.set(id, await store.storiesOf(id, articleIds));
  const placings = new Map<string, Placing>();
  for (const topic of topics) placings.set(topic.id, await placing(topic));
  const leads = leadOrder(settings.publish.languages, sources);
  return {
    now,
    judgings: await Promise.all(topics.map(judging)),
    placings,
    sources,
    stories,
    notBefore,
    leads,
  };
}

/** Articles that state an earlier date are old finds. */
const listedFrom = ({ settings, now }: Deciding): Instant => daysBefore(now, settings.publish.newWithinDays);

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** When the last entry of a full feed was updated: a changed topic brings nothing older to light. */
async function oldestShown(store: Store, { id }: Topic, entries: number): Promise<Instant> {
  const shown = await store.stories(id, entries, { listedOnly: true });
  return shown.length < entries ? '' : (shown.at(-1)?.story.updated ?? '');
}
