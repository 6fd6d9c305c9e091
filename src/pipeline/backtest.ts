import type { Article } from '../domain/article.ts';
import type { Source } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Backtest, compareDecisions, type Replayed } from '../watchlist/backtest.ts';
import { judgingOf } from './judging.ts';

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
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const judgeBy = async (topic: Topic) => {
    const { judge } = await judgingOf(store, topic);
    return (article: Article): Verdict => judge(article, bySource.get(article.sourceId), { again: true });
  };
  const earlier = before === null ? storedVerdicts(store, after.id, since) : await judgeBy(before);
  const later = await judgeBy(after);
  return compareDecisions(replay(store.arrivals(since), earlier, later));
}

type Judge = (article: Article) => Verdict | null | Promise<Verdict | null>;

async function* replay(
  articles: AsyncIterable<Article>,
  earlier: Judge,
  later: (article: Article) => Verdict,
): AsyncGenerator<Replayed> {
  for await (const article of articles) {
    const { id, title, url, sourceId, firstSeen } = article;
    const before = await earlier(article);
    yield { articleId: id, title, url, sourceId, firstSeen, before, after: later(article) };
  }
}

/** The decisions the store holds, for articles asked for in the order of arrival. */
function storedVerdicts(store: Store, topicId: string, since: Instant): Judge {
  const stored = store.judged(topicId, since)[Symbol.asyncIterator]();
  let next = stored.next();
  return async ({ id }) => {
    const found = await next;
    if (found.done || found.value.articleId !== id) return null;
    next = stored.next();
    return found.value.verdict;
  };
}
