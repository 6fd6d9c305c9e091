import type { Language } from '../../../domain/time.ts';
import type { NumberFound } from '../../../text/numbers/numbers.ts';
import type { Clause } from '../sentences/clauses.ts';
import { ABOARD, TOLLS } from '../sentences/event-words.ts';
import type { Passage } from '../sentences/passages.ts';
import { isAboard } from './aboard.ts';

/** How far from a number the word may stand that says what happened. */
const REACH = 48;

/**
 * The event word of the clause that is nearest to the number, with no other number in between; of people, what is counted happens
 * to them wherever it stands. In Korean the verb follows.
 */
export function predicateOf(
  number: NumberFound,
  all: readonly NumberFound[],
  clause: Clause,
  language: Language,
  ofPeople: boolean,
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { event, start, end } of clause.tokens) {
    if (event === null || event === 'say') continue;
    const [from, to] = start >= number.end ? [number.end, start] : [end, number.start];
    if (to - from > REACH || all.some((other) => other !== number && other.start >= from && other.end <= to))
      continue;
    const against = start >= number.start ? 0 : language !== 'ko' ? 1 : TOLLS.has(event) ? 8 : 100;
    const distance = to - from + against + (ofPeople && !TOLLS.has(event) ? 1000 : 0);
    if (distance < least) [best, least] = [event, distance];
  }
  return ofPeople && (best === 'visit' || best === 'protest') ? 'attend' : best;
}

/** What happened to people, or where they were, by the clause or a phrase around their number. */
export function befallen(
  passage: Passage,
  clause: Clause,
  number: NumberFound,
  all: readonly NumberFound[],
): string | null {
  const { text, language } = passage;
  const predicate =
    predicateOf(number, all, clause, language, true) ??
    carriedOn(passage, clause) ??
    comingLater(passage, clause, number, all);
  if (predicate === 'escape' && isOfThoseLeft(passage)) return null;
  const isNoBreakout = (predicate === 'escape' || predicate === 'capture') && !isOfPrison(passage);
  if (predicate !== null && TOLLS.has(predicate) && !isNoBreakout) return predicate;
  if (isAboard(text, number, language)) return ABOARD;
  // Whom English catches may be caught in a storm.
  if (isNoBreakout && predicate === 'capture' && language !== 'en') return 'arrest';
  return isNoBreakout ? null : predicate;
}

const PRISON =
  /\b(?:prison\w*|jail\w*|inmates?|convicts?|detention)\b|(?<!\p{L})(?:тюрьм|тюрем|колони[ияею]|заключ[её]нн|СИЗО)|교도소|구치소|수감자|재소자|탈옥/iu;

/** Who is still sought is what the captures have left of those who escaped. */
const LEFT =
  /\b(?:on the run|at large|still|remain(?:s|ing)?|hunt\w*)\b|(?<!\p{L})(?:в бегах|на свободе|в розыске|остаются|до сих пор)|도주 중|아직|나머지/iu;

/**
 * People escape fires, boats catch fire and armies capture towns; what is counted is who broke out of a prison, and who was
 * caught.
 */
const isOfPrison = ({ text, account }: Passage): boolean => PRISON.test(text) || PRISON.test(account.title);

/** Whether a sentence counts those who are still sought. */
const isOfThoseLeft = ({ text }: Passage): boolean => LEFT.test(text);

/** "Twelve were killed in Karsk and five in Dolna": what happened is not said again. */
function carriedOn({ text, clauses }: Passage, clause: Clause): string | null {
  if (!/^\s?(?:and|и|а)\s/iu.test(text.slice(clause.start, clause.start + 5))) return null;
  const before = clauses[clauses.indexOf(clause) - 1];
  return before?.tokens.find(({ event }) => event !== null && TOLLS.has(event))?.event ?? null;
}

/** How far on the verb of a subject may stand, behind what is put in between commas. */
const LATER = 100;

/**
 * "Fourteen inmates, and not twelve as was said, crawled out": the verb of who stands first, or behind a word of saying, comes
 * later.
 */
function comingLater(
  { tokens, clauses }: Passage,
  clause: Clause,
  { start, end }: NumberFound,
  all: readonly NumberFound[],
): string | null {
  const last = clauses.at(-1) === clause;
  const before = clause.tokens.findLast((token) => token.end <= start && token.term !== null);
  if (last || (before !== undefined && before.event !== 'say')) return null;
  const next = tokens.find((token) => token.start >= clause.end && token.event !== null);
  if (!next || next.start > end + LATER || !TOLLS.has(next.event ?? '')) return null;
  return all.some((other) => other.start > end && other.end < next.start) ? null : next.event;
}
