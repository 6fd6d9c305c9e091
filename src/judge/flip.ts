import type { Decision, Reason } from '../domain/verdict.ts';
import type { Side } from './compile.ts';
import type { Meeting } from './meeting.ts';
import { logistic, logit } from './threshold.ts';

/** What was decided, and what would have been decided had the sides met otherwise. */
export interface Decided {
  readonly sides: readonly Side[];
  readonly meeting: Meeting;
  readonly decision: Decision;
  readonly score: number;
  readonly acceptAt: number;
  /** The quote and the rule of an exclusion that rejects; null: none does. */
  readonly excluded: { readonly quote: string; readonly rule: string } | null;
  decideOn(meeting: Meeting): Decision;
  decideAt(score: number): Decision;
  readonly examples: Shared;
}

/** What an article shares with the examples. */
interface Shared {
  /** The strongest of its terms. */
  readonly reasons: readonly Reason[];
  /** What all its terms add, in log-odds. */
  readonly earned: number;
}

/** A change to an article, in words, and how the sides would have met. */
interface Change {
  readonly words: string;
  readonly meeting: Meeting;
}

/** One sentence: the smallest thing that would have changed the decision, of those a person would think of. */
export function flipOf(decided: Decided): string {
  const { sides, meeting, decision, score, excluded, decideOn } = decided;
  if (excluded) {
    const without = decideOn(meeting);
    const instead = without === 'rejected' ? 'still rejected' : inWords(without);
    return `Without “${excluded.quote}” (${excluded.rule}) it would have been ${instead}.`;
  }
  const changes = decision === 'accepted' ? lessOf(sides, meeting) : moreOf(sides, meeting);
  for (const change of changes) {
    const instead = decideOn(change.meeting);
    if ((instead === 'accepted') !== (decision === 'accepted'))
      return `It would have been ${inWords(instead)} ${change.words}.`;
  }
  if (score === 0) return 'Nothing speaks for it: the topic needs facets or examples that do.';
  if (sides.length === 0) return decision === 'accepted' ? withoutTerms(decided) : withMoreInCommon(decided);
  return decision === 'accepted'
    ? `Only a threshold above ${score.toFixed(2)} would have kept it out.`
    : `It scored ${score.toFixed(2)}; it is accepted from ${decided.acceptAt.toFixed(2)} on.`;
}

/** Where examples alone decide, the log-odds are the logarithm of what is shared with them, and each term is a part of that. */
function withoutTerms({ score, examples: { reasons, earned }, decideAt }: Decided): string {
  const quotes: string[] = [];
  let left = 1;
  for (const { quote, weight } of reasons) {
    quotes.push(`“${quote}”`);
    left -= weight / earned;
    const instead = decideAt(left > 0 ? logistic(logit(score) + Math.log(left)) : 0);
    if (instead !== 'accepted') return `Without ${quotes.join(', ')} it would have been ${inWords(instead)}.`;
  }
  return `Only a threshold above ${score.toFixed(2)} would have kept it out.`;
}

/** Said with one digit behind the point, rounded up so that it is true. */
function withMoreInCommon({ score, acceptAt }: Decided): string {
  const times = Math.exp(logit(acceptAt) - logit(score));
  if (!(times < MOST_TIMES)) return 'It has next to nothing in common with the examples.';
  return `It would have been accepted with ${(Math.ceil(times * 10) / 10).toFixed(1)} times as much in common with the examples.`;
}

/** Beyond this a number tells nothing more. */
const MOST_TIMES = 20;

/** What would have brought the article closer to the topic, least first. */
function moreOf(sides: readonly Side[], meeting: Meeting): readonly Change[] {
  if (sides.length === 0) return [];
  const missing = sides.filter((_, at) => meeting.counts[at] === 0);
  if (missing.length > 0) {
    const others = sides.filter((side) => !missing.includes(side));
    const beside = others.length > 0 ? ` beside ${titlesOf(others)}` : '';
    return [1, 2, 4].map((times) => ({
      words: `if ${times === 1 ? 'a sentence' : `${times} sentences`} at its beginning named ${titlesOf(missing)}${beside}`,
      meeting: {
        ...meeting,
        counts: meeting.counts.map((count) => Math.max(count, times)),
        together: times,
        latest: 0,
      },
    }));
  }
  return [
    ...[1, 2, 4].map((times) => ({
      words: `with ${inSentences(times, 'more')} that named ${titlesOf(sides)}`,
      meeting: {
        ...meeting,
        counts: meeting.counts.map((count) => count + times),
        together: meeting.together + times,
      },
    })),
    { words: `if it named ${titlesOf(sides)} at its beginning`, meeting: { ...meeting, latest: 0 } },
  ];
}

/** What would have taken the article away from the topic, least first. */
function lessOf(sides: readonly Side[], meeting: Meeting): readonly Change[] {
  const apart = { ...meeting, together: 0, near: 0 };
  const less = [1, 2].filter((times) => times < meeting.together);
  return [
    ...less.map((times) => ({
      words: `with ${inSentences(times, 'fewer')} that named ${titlesOf(sides)}`,
      meeting: {
        ...meeting,
        counts: meeting.counts.map((count) => Math.max(1, count - times)),
        together: meeting.together - times,
      },
    })),
    ...(sides.length > 1
      ? [{ words: `if it never named ${titlesOf(sides)} close together`, meeting: apart }]
      : []),
    ...sides.map(({ title }, at) => ({
      words: `if it did not name ${title}`,
      meeting: { ...apart, counts: meeting.counts.map((count, side) => (side === at ? 0 : count)) },
    })),
  ];
}

function inWords(decision: Decision): string {
  return decision === 'review' ? 'put up for review' : decision;
}

function inSentences(times: number, compared: 'more' | 'fewer'): string {
  return times === 1 ? `one ${compared} sentence` : `${times} ${compared} sentences`;
}

function titlesOf(sides: readonly Side[]): string {
  return sides.map(({ title }) => title).join(' and ');
}
