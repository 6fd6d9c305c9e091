import type { Article } from '../domain/article.ts';
import type { Source } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Backtest, compareDecisions, type Replayed } from '../watchlist/backtest.ts';
import { type Judging, openJudging } from './judging.ts';

/** What to replay. */
export interface Replay {
  /** The topic as it is now; null: compare with the decisions the store holds for `after.id`. */
  readonly before: Topic | null;
  /** The topic as it would be. */
  readonly after: Topic;
  readonly sources: readonly Source[];
  /** Only what was first seen since; empty: the whole corpus. */
  readonly since: Instant;
}

/**
 * Judges the corpus in its order of arrival under a changed topic, and tells what it would decide otherwise. Nothing is
 * fetched and nothing stored. Both topics start from what the topic has learned, as the next run would, so that what
 * differs comes of the change. What was rejected is kept without its text, and is judged by title and summary.
 */
export async function backtest(store: Store, { before, after, sources, since }: Replay): Promise<Backtest> {
  const learned = await store.learned(after.id);
  const now = openJudging(after, learned);
  if (before === null) return compareDecisions(besideStored(store, now, { sources, since }));
  const was = openJudging(before, learned);
  const bySource = new Map(sources.map((source) => [source.id, source]));
  return compareDecisions(
    mapped(store.arrivals(since), (article) =>
      replayed(article, was.judge(article, bySource.get(article.sourceId)), now, bySource),
    ),
  );
}

async function* besideStored(
  store: Store,
  judging: Judging,
  { sources, since }: Pick<Replay, 'sources' | 'since'>,
): AsyncGenerator<Replayed> {
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const stored = store.judged(judging.topic.id, since)[Symbol.asyncIterator]();
  let next = await stored.next();
  for await (const article of store.arrivals(since)) {
    let verdict: Verdict | null = null;
    if (!next.done && next.value.articleId === article.id) {
      ({ verdict } = next.value);
      next = await stored.next();
    }
    yield replayed(article, verdict, judging, bySource);
  }
}

function replayed(
  article: Article,
  before: Verdict | null,
  judging: Judging,
  sources: ReadonlyMap<string, Source>,
): Replayed {
  const { id, title, url, sourceId, firstSeen } = article;
  return {
    articleId: id,
    title,
    url,
    sourceId,
    firstSeen,
    before,
    after: judging.judge(article, sources.get(sourceId)),
  };
}

async function* mapped<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield change(item);
}
