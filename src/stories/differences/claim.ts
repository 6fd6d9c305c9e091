import type { DifferenceKind, DifferenceNature } from '../../domain/comparison.ts';
import type { Clause } from './sentences/clauses.ts';
import type { Passage } from './sentences/passages.ts';

/** A typed value with the sentence it stands in: what accounts may differ on. */
export interface Claim {
  readonly kind: DifferenceKind;
  readonly passage: Passage;
  readonly clause: Clause;
  /** Only claims of one slot are compared: `number:die`, `number:metre`, `date`, `name:minister/defence`. */
  readonly slot: string;
  /** What it is the value of, in a few words. */
  readonly subject: string;
  /** As it is shown. */
  readonly value: string;
  /** It is about another event, which the account looks back on. */
  readonly background: boolean;
}

/** When its account was published, else first seen, in milliseconds since 1970. */
export const momentOf = ({ passage }: Claim): number =>
  Date.parse(passage.account.published ?? passage.account.firstSeen);

/** How the values of two aligned claims go together; null: it cannot be told. */
export type Relation = 'same' | DifferenceNature | null;

/** How claims of one kind are compared. */
export interface ClaimKind<T extends Claim> {
  /** How surely two claims of one slot tell of the same; 0: not at all, 1 and above: surely enough. */
  readonly align: (a: T, b: T, weigh: (key: string) => number) => number;
  readonly relate: (a: T, b: T) => Relation;
}
