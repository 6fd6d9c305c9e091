import type { Topic } from '../../domain/topic.ts';
import type { JudgedArticle } from '../../domain/view.ts';
import type { CoveredStory } from './story-coverage.ts';

/** A guess at how much a topic misses, and what it rests on. */
export interface Estimate {
  readonly from: 'near misses' | 'stories seen late' | 'stories of one source';
  /** What is counted. */
  readonly of: 'articles' | 'stories';
  /** Null: too little was seen to say. */
  readonly expected: number | null;
  /** What was seen, how it is reckoned, and what is taken for granted; in sentences for people. */
  readonly seen: string;
  readonly estimator: string;
  readonly assumes: string;
}

/**
 * Three ways to guess what is missed; none sees everything. What the topic saw and did not accept shows in near misses; what
 * the sources bring too late, or what only one of many had, hints at what none of them had in time.
 */
export function estimates(
  topic: Topic,
  review: readonly JudgedArticle[],
  stories: readonly CoveredStory[],
): readonly Estimate[] {
  return [byNearMisses(topic, review), byLateStories(stories), bySoleSources(stories)];
}

function byNearMisses({ facets }: Topic, review: readonly JudgedArticle[]): Estimate {
  const faceted = facets.length > 0;
  const chance = ({ verdict: { score, acceptAt } }: JudgedArticle): number =>
    faceted ? score : odds(score) / (odds(score) + odds(acceptAt));
  return {
    from: 'near misses',
    of: 'articles',
    expected: tenth(review.reduce((sum, article) => sum + chance(article), 0)),
    seen: `${review.length} near misses`,
    estimator: faceted
      ? 'the sum of their scores'
      : 'the sum of their chances, which at the line of acceptance is one half and falls with the odds of the score',
    assumes: faceted
      ? 'that a score is the chance to be on topic'
      : 'that an article at the line is as likely on topic as not',
  };
}

const odds = (score: number): number => score / Math.max(1e-9, 1 - score);

const HOUR = 60 * 60 * 1000;
/** An account that is seen so long after its date came late; */
const LATE_HOURS = 24;
/** one so much older is an old find: a new source, or a first run. */
const OLD_HOURS = 7 * 24;
/** Fewer stories of several sources say nothing of how many are seen late. */
const ENOUGH = 5;

function byLateStories(stories: readonly CoveredStory[]): Estimate {
  const delays = stories
    .filter(({ sourceIds, published }) => sourceIds.length > 1 && published !== null)
    .map(({ firstSeen, published }) => (Date.parse(firstSeen) - Date.parse(published ?? '')) / HOUR)
    .filter((hours) => hours <= OLD_HOURS);
  const late = delays.filter((hours) => hours > LATE_HOURS).length;
  const sole = stories.filter(({ sourceIds }) => sourceIds.length === 1).length;
  // Of its accounts the first was missed in so many cases; where there is one account only, missing it is missing the story.
  const share = late / delays.length;
  return {
    from: 'stories seen late',
    of: 'stories',
    expected: delays.length < ENOUGH || share === 1 ? null : tenth((sole * share) / (1 - share)),
    seen: `${late} of ${delays.length} stories of several sources were first seen more than ${LATE_HOURS} hours after their first account`,
    estimator: `stories of one source (${sole}) times q / (1 − q), q the share that was seen late`,
    assumes: 'that an account is missed as often where it is the only one, and that stated dates are right',
  };
}

/** Chao 1984, the bias-corrected lower bound for the number of classes nobody has drawn. */
function bySoleSources(stories: readonly CoveredStory[]): Estimate {
  const one = stories.filter(({ sourceIds }) => sourceIds.length === 1).length;
  const two = stories.filter(({ sourceIds }) => sourceIds.length === 2).length;
  return {
    from: 'stories of one source',
    of: 'stories',
    expected: stories.length < ENOUGH ? null : tenth((one * (one - 1)) / (2 * (two + 1))),
    seen: `${one} stories that one source brought, ${two} that two did`,
    estimator: 'Chao’s lower bound: one · (one − 1) / (2 · (two + 1))',
    assumes:
      'that sources find stories independently of each other; copies make it too low, local news of no interest to others too high',
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
