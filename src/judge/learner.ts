import type { ArticleContent } from '../domain/article.ts';
import type { Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';
import { compileTopic } from './compile.ts';
import { type Experience, experienceOf } from './experience.ts';
import {
  isCounted,
  type Learned,
  observe,
  resumeLearning,
  room,
  type Seen,
  startLearning,
  type Unjudged,
} from './learned.ts';
import { lessonsOf } from './lessons.ts';
import { type Field, termsOf } from './terms.ts';
import { logit } from './threshold.ts';
import { findIn, judge, namesNoSide } from './verdict.ts';

/** What of an article is judged. */
export type Readable = Pick<ArticleContent, 'title' | 'summary' | 'text' | 'language'>;

/** A topic that judges a stream of articles, one after the other, and learns from them. */
export interface Learner {
  judge(article: Readable): Verdict;
  /** Examples without a word that tells anything; they were left out. */
  readonly unusable: readonly string[];
  /** What it has learned by now. A learner opened with it goes on as this one would. */
  learned(): Learned;
}

/**
 * @param start what was learned before, or articles nobody labelled that show what ordinary input is like (there may be none).
 * @throws SyntaxError as `compileTopic` does.
 */
export function openLearner(topic: Topic, start: Learned | readonly Readable[]): Learner {
  const compiled = compileTopic(topic);
  const lessons = lessonsOf(topic);
  // Without examples there is nothing to compare words with, and reading them is half the work.
  const read = (article: Readable) =>
    termsOf(lessons.positive.length > 0 ? fieldsOf(article) : [], article.language);
  const unjudged = (article: Readable): Unjudged => ({
    terms: read(article),
    facets: lessons.faceted ? oddsOf(judge(compiled, article)) : undefined,
  });
  let state =
    'version' in start ? resumeLearning(lessons, start) : startLearning(lessons, start.map(unjudged));
  let experience: Experience = experienceOf(topic, lessons, state);
  let seen: Seen[] = [];

  const settle = () => {
    if (seen.length === 0) return;
    const { profiles } = state;
    state = observe(lessons, state, seen);
    seen = [];
    if (state.profiles !== profiles) experience = experienceOf(topic, lessons, state);
  };
  return {
    unusable: lessons.empty,
    judge(article) {
      const findings = findIn(compiled, article);
      const isOut = namesNoSide(findings);
      const counted = isCounted(lessons, state, seen, article.language);
      const terms = isOut && !counted ? null : read(article);
      const examples = isOut || terms === null ? experience.silent : experience.speak(terms);
      const verdict = judge(compiled, article, examples, findings);
      seen.push({ terms, counted, odds: oddsOf(verdict) });
      if (seen.length >= room(state)) settle();
      return verdict;
    },
    learned() {
      settle();
      return state;
    },
  };
}

function fieldsOf({ title, summary, text }: Readable): readonly Field[] {
  return [
    { field: 'title', text: title },
    text === null ? { field: 'summary', text: summary } : { field: 'text', text },
  ];
}

/** A score of 0 is no score: the article is out, whatever the threshold. */
function oddsOf({ score }: Verdict): number | null {
  return score === 0 ? null : logit(score);
}
