import type { Article } from '../domain/article.ts';
import type { Judgement, TopicLearned } from '../domain/change.ts';
import type { Labelled } from '../domain/label.ts';
import type { Source } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import { decidedByLabel } from '../judge/label.ts';
import type { Learned } from '../judge/learned.ts';
import { openLearner } from '../judge/learner.ts';
import { tagsFor } from '../tag/tags.ts';

/** A topic made ready to judge by: opening it expands every name into its forms, so it is done once a run. */
export interface Judging {
  readonly topic: Topic;
  /** @param source the source the article came from; undefined: it was removed from the settings since. */
  judge(article: Article, source: Source | undefined): Judgement;
  /** What it has learned up to the last article, to be stored with the judgements it led to. */
  learned(): TopicLearned;
}

/** Opens a topic with what the store holds for it. */
export async function judgingOf(store: Store, topic: Topic): Promise<Judging> {
  return openJudging(topic, await store.learned(topic.id), await store.labels(topic.id));
}

/**
 * @param stored what the topic learned in earlier runs; null: nothing.
 * @param labels what people answered for it: that decides on their articles.
 */
export function openJudging(topic: Topic, stored: object | null, labels: readonly Labelled[] = []): Judging {
  const answers = new Map(labels.map(({ label: { articleId, answer } }) => [articleId, answer]));
  const learner = openLearner(topic, (stored as Learned | null) ?? []);
  return {
    topic,
    judge(article, source) {
      const judged = learner.judge(article);
      const answer = answers.get(article.id);
      const verdict = answer ? decidedByLabel(judged, answer, article.title) : judged;
      return { ...verdict, articleId: article.id, tags: tagsFor(topic, verdict.reasons, article, source) };
    },
    learned: () => ({ topicId: topic.id, state: learner.learned() }),
  };
}
