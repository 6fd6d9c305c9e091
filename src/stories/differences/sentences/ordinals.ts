import type { Claim } from '../claim.ts';
import { withSubject } from './passages.ts';

/** What stands in a row, by its place in it: the second concert, вторая очередь, 2단계. */
const ORDINALS: readonly RegExp[] = [
  /\b(?:first|1st)\b|(?<!\p{L})(?:перв(?:ый|ая|ое|ого|ому|ую|ой|ом|ым|ые|ых)|1-\p{L}{1,2})(?!\p{L})|첫|제1|(?<!\d)1(?:차|단계|호기)/iu,
  /\b(?:second|2nd)\b(?!s)|(?<!\p{L})(?:втор(?:ой|ая|ое|ого|ому|ую|ом|ым|ые|ых)|2-\p{L}{1,2})(?!\p{L})|두\s?번째|둘째|이튿날|제2|(?<!\d)2(?:차|단계|호기)/iu,
  /\b(?:third|3rd)\b|(?<!\p{L})(?:трет(?:ий|ья|ье|ьего|ьей|ьем|ьему|ью)|3-\p{L}{1,2})(?!\p{L})|세\s?번째|셋째|제3|(?<!\d)3(?:차|단계|호기)/iu,
];

const ordinalsOf = ({ clause, passage }: Claim): readonly number[] => {
  const text = passage.text.slice(withSubject(passage, clause)[0]?.start, clause.end);
  return ORDINALS.flatMap((words, at) => (words.test(text) ? [at] : []));
};

/**
 * Whether two claims speak of two things of one row: each clause numbers what it speaks of, and not alike, or the one speaks of a
 * second where the other numbers none.
 */
export function areOfTwoInARow(a: Claim, b: Claim): boolean {
  const [mine, theirs] = [ordinalsOf(a), ordinalsOf(b)];
  if (mine.length === 0 || theirs.length === 0) return [...mine, ...theirs].some((one) => one > 0);
  return !mine.some((one) => theirs.includes(one));
}
