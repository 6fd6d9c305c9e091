import { areOfOneContract, areOfOneTime, fateOf, isOneMeasure } from './likeness.ts';
import type { Quantity } from './quantities.ts';
import { mayBeOne, sharesMatter, unlessParted } from './respects.ts';

/** Counted or measured in the same respect; both planned or both not, of this event or of another. */
export function areOfAKind(a: Quantity, b: Quantity): boolean {
  if (a.background !== b.background && !areOfOneTime(a, b)) return false;
  if (a.isPlanned !== b.isPlanned && !isAgreed(a, b)) return false;
  if (a.isPart || b.isPart || !areOfOneHead(a, b)) return false;
  if (a.slot === 'number:people' && a.head === null) return false;
  if (!unlessParted(fateOf(a), fateOf(b)) && !isAgreed(a, b) && !isOneMeasure(a, b)) return false;
  if (a.respect.running !== b.respect.running || isBack(a) !== isBack(b) || isLeft(a) !== isLeft(b))
    return false;
  if (a.slot === 'number:percent' && isTurnout(a) !== isTurnout(b)) return false;
  return (a.isToll || mayBeOne(a.respect, b.respect)) && !otherwiseTold(a, b);
}

/** What is restored or back counts what is no longer lost: homes that have power again. */
const BACK =
  /\b(?:restor|reconnect)\w*|\b(?:was|were|is|are|has|have) back\b|\b(?:power|water|gas|heating|phones?|trains?) (?:again|back)\b|(?<!\p{L})(?:восстан[ао]в|возобнов|верн(?:ул|ут))|복구|재개/iu;

const isBack = ({ passage, clause }: Quantity): boolean =>
  BACK.test(passage.text.slice(clause.start, clause.end));

/** Who is still held, or missing from what was freed, is what others have left. */
const LEFT =
  /\b(?:still|remain(?:s|ed|ing)?|left behind|yet to be)\b|(?<!\p{L})(?:остаются|оста[её]тся|ещё удерж|удерживают ещ[её]|до сих пор|по-прежнему)|아직|여전히|남은|남아/iu;

const isLeft = ({ passage, clause, slot }: Quantity): boolean =>
  slot !== 'number:missing' && LEFT.test(passage.text.slice(clause.start, clause.end));

/** A share of voters who came is no share of their votes. */
const isTurnout = ({ respect }: Quantity): boolean => respect.matters[0] === 'turnout';

/** What is agreed on is told as signed and as to come, and a timetable as one of today: the figure is the same. */
const AGREED: ReadonlySet<string> = new Set(['loan', 'grant', 'contract', 'investment', 'aid']);

function isAgreed(a: Quantity, b: Quantity): boolean {
  if (a.respect.dimension !== null && a.respect.dimension === b.respect.dimension) return true;
  if (a.respect.per !== null && a.respect.per === b.respect.per) return true;
  if (fateOf(a) === 'buy' && fateOf(b) === 'buy') return true;
  if (a.slot === 'number:tonne') return sharesMatter(a.respect, b.respect) || areOfOneContract(a, b);
  if (!a.slot.startsWith('number:money')) return false;
  return a.respect.matters.some((one) => AGREED.has(one) && b.respect.matters.includes(one));
}

/**
 * Nineteen dead and 22 dead pilgrims are of one toll where either account has no other, and neither can be a few of the other's.
 */
function areOfOneHead(a: Quantity, b: Quantity): boolean {
  if (a.head === b.head) return true;
  if (a.slot !== 'number:die' || !a.isAlone || !b.isAlone || (a.head !== null && b.head !== null))
    return false;
  return Math.max(a.low, b.low) <= Math.min(a.low, b.low) * A_FEW;
}

const A_FEW = 1.6;

/**
 * Two sentences with several figures of the same kinds, none of which agree, count over different times or things (of a season,
 * of a career). Of what happens to people all figures of an account may well differ.
 */
function otherwiseTold(a: Quantity, b: Quantity): boolean {
  if (a.isToll) return false;
  const kinds = new Set(
    a.beside.map(({ unit }) => unit).filter((unit) => b.beside.some((other) => other.unit === unit)),
  );
  if (kinds.size < 2) return false;
  return !a.beside.some((one) => b.beside.some((other) => other.unit === one.unit && other.low === one.low));
}
