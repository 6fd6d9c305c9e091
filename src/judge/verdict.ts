import type { Decision, Reason, Verdict } from '../domain/verdict.ts';
import type { CompiledTopic } from './compile.ts';
import { flipOf } from './flip.ts';
import { type Meeting, type MeetingFound, meet } from './meeting.ts';
import { facetOdds } from './odds.ts';
import { extentOf, type Judged, type Passage, readPassages } from './passages.ts';
import { facetReasons, isRejection } from './reasons.ts';
import { logistic, NOTHING_SEEN, settle, type Threshold, thresholdByOdds } from './threshold.ts';

/** What examples and labels say of one article, to be weighed with its facets. */
export interface ByExamples {
  /**
   * The one score, in log-odds. Null: out.
   *
   * @param facets by the facets alone: null where a required one is missing, undefined where the topic has none.
   */
  odds(facets: number | null | undefined): number | null;
  /** The automatic thresholds, in log-odds. */
  readonly threshold: Threshold;
  readonly reasons: readonly Reason[];
  /** What all terms it shares with them add; `reasons` has the strongest. */
  readonly earned: number;
  readonly nearest: Verdict['nearest'];
}

/** What a topic finds in an article: the first half of judging. */
export interface Findings {
  readonly passages: readonly Passage[];
  readonly found: MeetingFound;
}

/** Reads an article once: its passages, and where the sides of the topic meet in them. */
export function findIn(compiled: CompiledTopic, article: Judged): Findings {
  const passages = readPassages(compiled, article);
  return { passages, found: meet(compiled, passages) };
}

/** Whether an article names no side of its topic at all, as most of a stream do. Whatever the examples say, it is out. */
export function namesNoSide({ found }: Findings): boolean {
  const { counts } = found.meeting;
  return counts.length > 0 && counts.every((count) => count === 0);
}

/**
 * Decides on one article for one topic. Pure: the same arguments give the same verdict.
 *
 * An article is out where an exclusion rejects it or a required facet is missing; then its score is 0. Else the score is
 * the logistic function of the log-odds, whose parts are the weights of the reasons.
 *
 * @param examples absent: facets alone decide, and `auto` thresholds are those of a topic that has seen no stream.
 * @param findings what `findIn` finds in the article, where the caller has looked already.
 */
export function judge(
  compiled: CompiledTopic,
  article: Judged,
  examples?: ByExamples,
  { passages, found }: Findings = findIn(compiled, article),
): Verdict {
  const { topic, sides } = compiled;
  const reasons = [...facetReasons(compiled, passages, found), ...(examples?.reasons ?? [])];
  const { acceptAt, reviewAt } = thresholdsOf(compiled, examples);
  const scoreOf = (meeting: Meeting): number => {
    const facets = facetOdds(meeting);
    const odds = examples ? examples.odds(facets) : facets;
    return typeof odds === 'number' ? logistic(odds) : 0;
  };
  const decideOn = (score: number): Decision => {
    if (score === 0 || score < reviewAt) return 'rejected';
    return score < acceptAt ? 'review' : 'accepted';
  };
  const excluded = reasons.find(isRejection) ?? null;
  const score = excluded ? 0 : scoreOf(found.meeting);
  const decision = decideOn(score);
  return {
    topicId: topic.id,
    topicHash: topic.hash,
    decision,
    score,
    acceptAt,
    reviewAt,
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    missing: missingFacets(compiled, found.meeting),
    nearest: examples?.nearest ?? null,
    flip: flipOf({
      sides,
      meeting: found.meeting,
      decision,
      score,
      acceptAt,
      excluded,
      decideOn: (meeting) => decideOn(scoreOf(meeting)),
      decideAt: decideOn,
      examples: examples ?? NOTHING_SHARED,
    }),
    judged: extentOf(article),
  };
}

const NOTHING_SHARED = { reasons: [], earned: 0 };

/** A number in the topic file is a score and stands; `auto` is in log-odds. The lower of the two is never above the other. */
function thresholdsOf(
  { topic: { thresholds, breadth } }: CompiledTopic,
  examples: ByExamples | undefined,
): Pick<Verdict, 'acceptAt' | 'reviewAt'> {
  const auto = examples?.threshold ?? settle(thresholdByOdds(NOTHING_SEEN), breadth);
  const acceptAt = thresholds.accept === 'auto' ? logistic(auto.accept) : thresholds.accept;
  const reviewAt = thresholds.review === 'auto' ? logistic(auto.review) : thresholds.review;
  return { acceptAt, reviewAt: Math.min(reviewAt, acceptAt) };
}

/** The required facets that do not show up. */
function missingFacets({ sides, topic }: CompiledTopic, { counts }: Meeting): readonly string[] {
  const absent = sides.filter((_, at) => counts[at] === 0);
  return topic.facets
    .filter(({ id, required }) => required && absent.some(({ facets }) => facets.has(id)))
    .map(({ id }) => id);
}
