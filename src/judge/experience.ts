import type { Topic } from '../domain/topic.ts';
import type { Learned } from './learned.ts';
import type { Lessons } from './lessons.ts';
import { nearestAmong } from './nearest.ts';
import { examine } from './relevance.ts';
import { oddsWith, saidByExamples } from './score.ts';
import { type Terms, termReasons } from './terms.ts';
import { settle } from './threshold.ts';
import type { ByExamples } from './verdict.ts';

/** Examples, and what a topic learned beside them, made ready to judge by. Opened once a training: it answers for one state. */
export interface Experience {
  /** What examples say of an article. */
  speak(article: Terms): ByExamples;
  /** For an article that is out whatever they would say: only the thresholds are theirs. */
  readonly silent: ByExamples;
}

/** The most terms a verdict shows. */
const TERMS_SHOWN = 8;

/** Makes a topic's lessons, and what it learned beside them, ready to judge by. */
export function experienceOf(topic: Pick<Topic, 'breadth'>, lessons: Lessons, learned: Learned): Experience {
  const examined = examine(learned.profiles);
  const nearest = nearestAmong(lessons.positive, learned.profiles);
  const threshold = settle(learned.acceptAt, topic.breadth);
  return {
    speak(article) {
      const relevance = examined.relevance(article);
      const { earned } = saidByExamples(relevance, lessons.faceted);
      const { among, weights } = examined.contributions(article, earned, TERMS_SHOWN);
      return {
        odds: (facets) => oddsWith(facets, relevance),
        threshold,
        reasons: termReasons(among, weights),
        earned,
        nearest: nearest(article),
      };
    },
    silent: { odds: (facets) => facets ?? null, threshold, reasons: [], earned: 0, nearest: null },
  };
}
