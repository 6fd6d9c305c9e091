import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import type { Office } from './offices.ts';
import { isOfNoPerson, peopleOf } from './people.ts';
import { isOneBody, placeSound } from './place-sounds.ts';

/** Somebody who signed something. */
export interface Signer extends Claim {
  readonly kind: 'name';
  readonly named: Named;
  /** The only other one; null: nobody, or several. */
  readonly beside: Named | null;
  /** For which side he signed, by its sound or concept; null: not said. */
  readonly side: string | null;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Others who are named where something is signed have watched it. */
const WATCHED =
  /\b(?:in the presence of|witnessed|attended|watched|looked on)\b|(?<!\p{L})(?:в присутствии|присутств)|참석|지켜보/iu;

/** More people than these sign no one paper. */
const MOST = 3;

/**
 * Who signed something, where a passage names those who did and nobody else.
 *
 * @param officesOf finds those of a passage; asked only where something is signed
 */
export function signersIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
  known: ReadonlySet<string>,
): readonly Signer[] {
  const signing = passage.tokens.find(({ event }) => event === 'sign');
  const clause = signing && clauseAt(passage, signing.start);
  if (!clause || passage.background || WATCHED.test(passage.text)) return [];
  if (passage.at === 0 && isTitled(passage.tokens)) return [];
  const offices = officesOf(passage);
  const people = peopleOf(passage, offices)
    .map(({ name }) => name)
    .filter(({ start, end }) => !isOfNoPerson(passage.text.slice(start, end)));
  if (people.length > MOST) return [];
  return people.map((name) => {
    const named = namedAt(passage, name.start, name.end);
    const other = people.length === 2 ? people.find((one) => one !== name) : undefined;
    const office = offices.find((one) => one.name?.start === name.start);
    return {
      kind: 'name',
      passage,
      clause,
      slot: 'name:sign',
      subject: 'signed by',
      value: named.text,
      background: false,
      named,
      beside: other ? namedAt(passage, other.start, other.end) : null,
      side: sideOf(passage, name) ?? office?.of ?? null,
      known,
    };
  });
}

/** For Kessaria, со стороны Белорыни: behind a name, or before it. */
const SIDE = '(?:for|on behalf of|со стороны|от имени)\\s(?:the\\s)?(\\p{Lu}[\\p{L}-]{2,20})';
const SIDE_BEHIND = new RegExp(`^,?\\s(?:signed\\s)?${SIDE}`, 'u');
const SIDE_BEFORE = new RegExp(`(?<!\\p{L})${SIDE}[^.;]{0,40}$`, 'iu');

function sideOf(
  { text }: Passage,
  { start, end }: { readonly start: number; readonly end: number },
): string | null {
  const side =
    SIDE_BEHIND.exec(text.slice(end, end + 60))?.[1] ?? SIDE_BEFORE.exec(text.slice(0, start))?.[1];
  return side === undefined ? null : placeSound(side);
}

/** Two accounts tell of one signing where they agree on who else signed, or for whom. */
export function alignSigners(a: Signer, b: Signer): number {
  if (a.clause.planned !== b.clause.planned) return 0;
  const withOne = a.beside !== null && b.beside !== null && relateNames(a.beside, b.beside) === 'same';
  return withOne || (a.side !== null && b.side !== null && isOneBody(a.side, b.side)) ? 1 : 0;
}

/** How the two go together. Who is spoken of in both accounts does something else there. */
export function relateSigners(a: Signer, b: Signer): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  if (relation !== 'differs') return relation === 'spelling' ? 'same' : relation;
  return speaksOf(b.known, a.named) || speaksOf(a.known, b.named) ? null : 'differs';
}
