import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import type { Office } from './offices.ts';
import { isOfNoPerson, peopleOf } from './people.ts';

/** One of the two who signed something. */
export interface Signer extends Claim {
  readonly kind: 'name';
  readonly named: Named;
  /** The other one. */
  readonly beside: Named;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Others who are named where something is signed have watched it. */
const WATCHED =
  /\b(?:in the presence of|witnessed|attended|watched|looked on)\b|(?<!\p{L})(?:в присутствии|присутств)|참석|지켜보/iu;

/**
 * The two who signed something, where a passage names two people and no more.
 *
 * @param officesOf finds those of a passage; asked only where something is signed
 */
export function signersIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
  known: ReadonlySet<string>,
): readonly Signer[] {
  const signing = passage.tokens.find(({ event }) => event === 'sign');
  if (!signing || passage.background || WATCHED.test(passage.text)) return [];
  if (passage.at === 0 && isTitled(passage.tokens)) return [];
  const clause = clauseAt(passage, signing.start);
  const [one, other, ...more] = peopleOf(passage, officesOf(passage))
    .map(({ name }) => namedAt(passage, name.start, name.end))
    .filter(({ text }) => !isOfNoPerson(text));
  if (!clause || !one || !other || more.length > 0) return [];
  const signer = (named: Named, beside: Named): Signer => ({
    kind: 'name',
    passage,
    clause,
    slot: 'name:sign',
    subject: 'signed by',
    value: named.text,
    background: false,
    named,
    beside,
    known,
  });
  return [signer(one, other), signer(other, one)];
}

/** Two accounts tell of one signing where they agree on one of the two. */
export const alignSigners = (a: Signer, b: Signer): number =>
  a.clause.planned === b.clause.planned && relateNames(a.beside, b.beside) === 'same' ? 1 : 0;

/** How the others go together. Who is spoken of in both accounts does something else there. */
export function relateSigners(a: Signer, b: Signer): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  if (relation !== 'differs') return relation === 'spelling' ? 'same' : relation;
  return speaksOf(b.known, a.named) || speaksOf(a.known, b.named) ? null : 'differs';
}
