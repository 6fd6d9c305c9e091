import type { Article } from '../domain/article.ts';
import type { Judgement } from '../domain/change.ts';
import type { Source } from '../domain/source.ts';
import type { Topic } from '../domain/topic.ts';
import { compileTopic } from '../judge/compile.ts';
import { judge } from '../judge/verdict.ts';
import { tagsFor } from '../tag/tags.ts';

/** A topic made ready to judge by: compiling expands every name into its forms, so it is done once a run. */
export interface Judging {
  readonly topic: Topic;
  /** @param source the source the article came from; undefined: it was removed from the settings since. */
  judge(article: Article, source: Source | undefined): Judgement;
}

export function createJudging(topic: Topic): Judging {
  const compiled = compileTopic(topic);
  return {
    topic,
    judge(article, source) {
      const verdict = judge(compiled, article);
      return { ...verdict, articleId: article.id, tags: tagsFor(topic, verdict.reasons, article, source) };
    },
  };
}
