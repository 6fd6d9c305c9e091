import type { ThresholdMove } from '../domain/learning.ts';
import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Learned } from './learned.ts';
import { logistic, settle } from './threshold.ts';

const REMEMBERED = 50;
/** A smaller move shows in no decision that a person would notice. */
const SLIGHT = 0.005;

/** The score from which a topic accepts, given what it learned: its breadth moves it, and a number in its file stands. */
export function acceptanceOf(acceptAt: number, { breadth, thresholds }: Accepting): number {
  return thresholds.accept === 'auto' ? logistic(settle(acceptAt, breadth).accept) : thresholds.accept;
}

type Accepting = Pick<Topic, 'breadth' | 'thresholds'>;

/** A state with the move that led to it, where there was one. Moves too slight to tell add up until they are. */
export function withMove(
  topic: Accepting,
  before: Learned,
  after: Learned,
  { why, at }: Pick<ThresholdMove, 'why'> & { readonly at: Instant },
): Learned {
  const from = before.moves.at(-1)?.to ?? acceptanceOf(before.firstAcceptAt, topic);
  const to = acceptanceOf(after.acceptAt, topic);
  if (Math.abs(to - from) < SLIGHT) return after;
  return { ...after, moves: [...after.moves, { at, from, to, why }].slice(-REMEMBERED) };
}
