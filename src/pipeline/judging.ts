import type { Article } from '../domain/article.ts';
import type { Judgement, TopicLearned } from '../domain/change.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
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

/** @param stored what the topic learned in earlier runs; null: nothing. */
export function openJudging(topic: Topic, stored: object | null): Judging {
  const learner = openLearner(topic, (stored as Learned | null) ?? []);
  return {
    topic,
    judge(article, source) {
      const verdict = learner.judge(article);
      return { ...verdict, articleId: article.id, tags: tagsFor(topic, verdict.reasons, article, source) };
    },
    learned: () => ({ topicId: topic.id, state: learner.learned() }),
  };
}
