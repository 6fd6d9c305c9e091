import type { Decision } from '../domain/verdict.ts';
import type { Side } from './compile.ts';
import type { Meeting } from './meeting.ts';

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
}

/** A change to an article, in words, and how the sides would have met. */
interface Change {
  readonly words: string;
  readonly meeting: Meeting;
}

/** One sentence: the smallest thing that would have changed the decision, of those a person would think of. */
export function flipOf(decided: Decided): string {
  const { sides, meeting, decision, score, acceptAt, excluded, decideOn } = decided;
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
  if (decision === 'accepted') return `Only a threshold above ${score.toFixed(2)} would have kept it out.`;
  if (score > 0) return `It scored ${score.toFixed(2)}; it is accepted from ${acceptAt.toFixed(2)} on.`;
  return 'Nothing speaks for it: the topic needs facets or examples that do.';
}

/** What would have brought the article closer to the topic, least first. */
function moreOf(sides: readonly Side[], meeting: Meeting): readonly Change[] {
  if (sides.length === 0) return [];
  const missing = sides.filter((_, at) => meeting.counts[at] === 0);
  if (missing.length > 0) {
    const others = sides.filter((side) => !missing.includes(side));
    const beside = others.length > 0 ? ` beside ${titlesOf(others)}` : '';
    return [1, 2, 4].map((times) => ({
      words: `if it named ${titlesOf(missing)}${beside}${times === 1 ? '' : ` in ${times} sentences`}`,
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
      ? [{ words: `if no sentence named ${titlesOf(sides)} together`, meeting: apart }]
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
