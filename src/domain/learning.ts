import type { Instant } from './time.ts';

/** That the score from which a topic accepts moved by itself. */
export interface ThresholdMove {
  readonly at: Instant;
  /** Scores, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** The topic file changed, people answered, or the stream showed what is usual. */
  readonly why: 'topic' | 'answers' | 'stream';
}

/** What a topic learned beside its file, in short. */
export interface TopicLearning {
  readonly topicId: string;
  /** The stream teaches it nothing more. */
  readonly frozen: boolean;
  /** The score from which it accepts; null: it has judged nothing yet. */
  readonly acceptAt: number | null;
  /** Oldest first; the oldest are dropped. */
  readonly moves: readonly ThresholdMove[];
  /** Documents that showed what is ordinary. */
  readonly documents: number;
  /** Articles nobody labelled that it learned from. */
  readonly adopted: number;
  readonly answered: { readonly yes: number; readonly no: number };
  /** What its examples and labels leave open, in sentences that say what to do. */
  readonly lacks: readonly string[];
}
