import type { Article } from './article.ts';
import type { Instant } from './time.ts';

export type Answer = 'yes' | 'no';

/** A person's word on whether an article belongs to a topic. It decides on that article, and trains the topic. */
export interface Label {
  readonly articleId: string;
  readonly topicId: string;
  readonly answer: Answer;
  readonly at: Instant;
}

/** A label with what it was given on. */
export interface Labelled {
  readonly label: Label;
  readonly article: Article;
}
