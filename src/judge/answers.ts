import type { Language } from '../domain/time.ts';
import type { Answered, Lessons } from './lessons.ts';
import type { Profile } from './profile.ts';
import { examine } from './relevance.ts';
import { oddsWith } from './score.ts';

/** An answer, and the log-odds its article would have without it. */
interface Tried {
  readonly yes: boolean;
  readonly odds: number;
}

/** Answers are given on what lies nearest the threshold, so few of them tell where it should be: a whole step overshoots. */
const STEP = 0.5;

/**
 * Moves the log-odds from which to accept half the way to where they would part the answers best.
 *
 * An article that was answered with yes is one of the examples by now: what counts is its relevance as judged by the others.
 */
export function movedByAnswers(
  acceptAt: number,
  lessons: Lessons,
  profiles: Readonly<Record<Language, Profile>>,
): number {
  const tried = triedOut(lessons, profiles);
  return tried.length === 0 ? acceptAt : acceptAt + STEP * (bestParting(tried, acceptAt) - acceptAt);
}

function triedOut(
  { answered, positive }: Lessons,
  profiles: Readonly<Record<Language, Profile>>,
): readonly Tried[] {
  const { relevance } = examine(profiles);
  const examples = Map.groupBy(positive, ({ language }) => language);
  const leftOut = (one: Answered): number | undefined => {
    const group = examples.get(one.language) ?? [];
    const scores = profiles[one.language]?.leftOut ?? [];
    return scores.length === group.length ? scores[group.findIndex(({ id }) => id === one.id)] : undefined;
  };
  return answered.flatMap((one): readonly Tried[] => {
    const yes = one.answer === 'yes';
    const judged = relevance(one);
    const value = yes ? leftOut(one) : judged.value;
    const odds = value === undefined ? null : oddsWith(one.facets, { ...judged, value });
    return odds === null ? [] : [{ yes, odds }];
  });
}

/** The threshold under which the fewest answers are contradicted; of several the one nearest to where it stands. */
function bestParting(tried: readonly Tried[], acceptAt: number): number {
  const wrongAt = (threshold: number) => tried.filter(({ yes, odds }) => odds >= threshold !== yes).length;
  const just = 1e-6;
  const candidates = [acceptAt, ...tried.map(({ yes, odds }) => (yes ? odds : odds + just))];
  const far = (threshold: number) => Math.abs(threshold - acceptAt);
  return candidates.reduce((best, one) => {
    const fewer = wrongAt(one) - wrongAt(best);
    return fewer < 0 || (fewer === 0 && far(one) < far(best)) ? one : best;
  }, acceptAt);
}
