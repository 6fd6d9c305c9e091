import type { ArticleContent } from '../domain/article.ts';
import type { Answer } from '../domain/label.ts';
import type { ThresholdMove } from '../domain/learning.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';
import { compileTopic } from './compile.ts';
import { keptThroughEdit } from './edited.ts';
import { type Experience, experienceOf } from './experience.ts';
import { decidedByLabel } from './label.ts';
import { lacksOf } from './lacks.ts';
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
import { withMove } from './moves.ts';
import { type Field, sharedTermsOf, termsOf } from './terms.ts';
import { logit } from './threshold.ts';
import { type Findings, findIn, judge, namesNoSide } from './verdict.ts';

/** What of an article is judged. */
export type Readable = Pick<ArticleContent, 'title' | 'summary' | 'text' | 'language'>;

/** An article that a person answered for. */
export interface Taught {
  readonly id: string;
  readonly answer: Answer;
  readonly article: Readable;
}

/** A topic that judges a stream of articles, one after the other, and learns from them. */
export interface Learner {
  /**
   * @param how `answer`: a person's, which decides; `again`: it was judged before, and has taught what it can; `edited`: it was
   *     accepted, and its outlet has edited it since.
   */
  judge(
    article: Readable,
    how?: { readonly answer?: Answer | undefined; readonly again?: boolean; readonly edited?: boolean },
  ): Verdict;
  /** What examples and labels leave open, in sentences that say what to do. */
  readonly lacks: readonly string[];
  /** What it has learned by now. A learner opened with it goes on as this one would. */
  learned(): Learned;
}

interface Circumstances {
  /** In the order they were given. */
  readonly taught?: readonly Taught[];
  /** What moves of the threshold are dated with. */
  readonly now?: Instant | undefined;
  /** Told of each move. */
  readonly onMove?: ((move: ThresholdMove) => void) | undefined;
}

/**
 * @param start what was learned before, or articles nobody labelled that show what ordinary input is like (there may be none).
 * @throws SyntaxError as `compileTopic` does.
 */
export function openLearner(
  topic: Topic,
  start: Learned | readonly Readable[],
  { taught = [], now = '', onMove }: Circumstances = {},
): Learner {
  const compiled = compileTopic(topic);
  const facetsOf = (article: Readable) =>
    topic.facets.length > 0 ? oddsOf(judge(compiled, article)) : undefined;
  const termsIn = (article: Readable, { passages }: Findings) =>
    termsOf(fieldsOf(article), article.language, sharedTermsOf(passages));
  const answered = taught.map(({ id, answer, article }) => {
    return { id, answer, ...termsIn(article, findIn(compiled, article)), facets: facetsOf(article) };
  });
  const lessons = lessonsOf(topic, compiled.find, answered);
  // Without examples there is nothing to compare words with, and reading them is half the work.
  const read = (article: Readable, findings: Findings) =>
    lessons.positive.length > 0 ? termsIn(article, findings) : termsOf([], article.language);
  const unjudged = (article: Readable): Unjudged => ({
    terms: read(article, findIn(compiled, article)),
    facets: facetsOf(article),
  });
  const moved = (before: Learned, after: Learned, why: ThresholdMove['why']): Learned => {
    const told = after === before ? after : withMove(topic, before, after, { why, at: now });
    const last = told.moves.at(-1);
    if (last && told.moves !== after.moves) onMove?.(last);
    return told;
  };

  const known = 'version' in start ? start : null;
  const begun = known
    ? resumeLearning(lessons, known)
    : startLearning(lessons, (start as readonly Readable[]).map(unjudged));
  const anew = known?.lessons !== lessons.hash;
  let state = known ? moved(known, begun, anew ? 'topic' : 'answers') : begun;
  let experience: Experience = experienceOf(topic, lessons, state);
  let seen: Seen[] = [];

  const settle = () => {
    if (seen.length === 0) return;
    const before = state;
    state = moved(before, observe(lessons, before, seen), 'stream');
    seen = [];
    if (state.profiles !== before.profiles) experience = experienceOf(topic, lessons, state);
  };
  return {
    lacks: lacksOf(compiled, lessons),
    judge(article, { answer, again = false, edited = false } = {}) {
      const teaches = answer === undefined && (anew || !again) && !state.frozen;
      const findings = findIn(compiled, article);
      const isOut = namesNoSide(findings);
      const counted = teaches && isCounted(state, seen, article.language);
      const terms = isOut && !counted ? null : read(article, findings);
      const examples = isOut || terms === null ? experience.silent : experience.speak(terms);
      const verdict = judge(compiled, article, examples, findings);
      if (teaches) {
        seen.push({ terms, counted, odds: oddsOf(verdict) });
        if (seen.length >= room(state)) settle();
      }
      if (answer !== undefined) return decidedByLabel(verdict, answer, article.title);
      return edited ? keptThroughEdit(verdict) : verdict;
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
