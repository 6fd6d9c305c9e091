import type { Article } from '../domain/article.ts';
import type { Judgement, TopicLearned } from '../domain/change.ts';
import type { Labelled } from '../domain/label.ts';
import type { ThresholdMove } from '../domain/learning.ts';
import type { Source } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Learned } from '../judge/learned.ts';
import { openLearner } from '../judge/learner.ts';
import { taggerOf } from '../tag/tags.ts';

/** Why an article is judged; absent: it is new. */
interface Occasion {
  readonly again?: boolean;
  readonly edited?: boolean;
}

/** A topic made ready to judge by: opening it expands every name into its forms, so it is done once a run. */
export interface Judging {
  readonly topic: Topic;
  /**
   * @param source the source the article came from; undefined: it was removed from the settings since.
   * @param how `again`: the article was judged in an earlier run, and is no news of the stream; `edited`: it was accepted, and its
   *     outlet has edited it since.
   */
  judge(article: Article, source: Source | undefined, how?: Occasion): Judgement;
  /** What it has learned up to the last article, to be stored with the judgements it led to. */
  learned(): TopicLearned;
  /** What its examples and labels leave open, in sentences that say what to do. */
  readonly lacks: readonly string[];
}

/** What a topic is opened with besides its file and what it learned. */
interface Besides {
  /** What people answered for it: that decides on their articles, and teaches it. */
  readonly labels?: readonly Labelled[];
  /** What moves of its threshold are dated with. */
  readonly now?: Instant;
  /** Told of each move. */
  readonly onMove?: (move: ThresholdMove) => void;
}

/** Opens a topic with what the store holds for it. */
export async function judgingOf(
  store: Store,
  topic: Topic,
  besides: Omit<Besides, 'labels'> = {},
): Promise<Judging> {
  const labels = await store.labels(topic.id);
  return openJudging(topic, await store.learned(topic.id), { ...besides, labels });
}

/** @param stored what the topic learned in earlier runs; null: nothing. */
export function openJudging(
  topic: Topic,
  stored: object | null,
  { labels = [], now, onMove }: Besides = {},
): Judging {
  const answers = new Map(labels.map(({ label: { articleId, answer } }) => [articleId, answer]));
  const taught = labels.map(({ label: { answer }, article }) => ({ id: article.id, answer, article }));
  const learner = openLearner(topic, (stored as Learned | null) ?? [], { taught, now, onMove });
  const tagsFor = taggerOf(topic);
  return {
    topic,
    lacks: learner.lacks,
    judge(article, source, occasion = {}) {
      const verdict = learner.judge(article, { ...occasion, answer: answers.get(article.id) });
      return { ...verdict, articleId: article.id, tags: tagsFor(verdict.reasons, article, source) };
    },
    learned: () => ({ topicId: topic.id, state: learner.learned() }),
  };
}
