import type { Claim, ClaimKind, Relation } from './claim.ts';

/** Two claims of different accounts about the same. */
export interface Pair<T extends Claim> {
  readonly a: T;
  readonly b: T;
  readonly relation: Exclude<Relation, null>;
}

/** What is shared by the sentences, but not by the clauses in which the values stand, says less. */
const OUTSIDE = 0.6;

/**
 * How much two claims share of what their sentences speak of, each key by its weight.
 *
 * @param isLeftOut what they share in any case
 */
export function sharedWeight(
  { passage, clause }: Claim,
  other: Claim,
  weigh: (key: string) => number,
  isLeftOut: (key: string) => boolean,
): number {
  let weight = 0;
  for (const key of passage.keys) {
    if (isLeftOut(key) || !other.passage.keys.has(key)) continue;
    weight += weigh(key) * (clause.keys.has(key) && other.clause.keys.has(key) ? 1 : OUTSIDE);
  }
  return weight;
}

/** Claims of one account in one slot that are looked at. */
const MOST = 12;

/**
 * Pairs the claims of two accounts slot by slot: what tells of the same most surely first, each claim once. Claims that are only
 * likely to tell of the same are left alone, and so are two values of which either account has both: it knows what they are the
 * values of.
 */
export function pairClaims<T extends Claim>(
  mine: readonly T[],
  theirs: readonly T[],
  kind: ClaimKind<T>,
  weigh: (key: string) => number,
): readonly Pair<T>[] {
  const candidates: { a: T; b: T; sureness: number }[] = [];
  for (const a of mine.slice(0, MOST)) {
    for (const b of theirs.slice(0, MOST)) {
      const sureness = kind.align(a, b, weigh);
      if (sureness >= 1) candidates.push({ a, b, sureness });
    }
  }
  candidates.sort((x, y) => y.sureness - x.sureness);
  const taken = new Set<T>();
  const pairs: Pair<T>[] = [];
  for (const { a, b } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    const relation = kind.relate(a, b);
    if (relation === null) continue;
    if (relation !== 'same' && (fitsBetter(a, relation, theirs, kind) || fitsBetter(b, relation, mine, kind)))
      continue;
    taken.add(a).add(b);
    pairs.push({ a, b, relation });
  }
  return pairs;
}

/** Whether a claim goes better with another claim of the other account. */
function fitsBetter<T extends Claim>(
  claim: T,
  relation: Relation,
  others: readonly T[],
  { relate }: Pick<ClaimKind<T>, 'relate'>,
): boolean {
  return others.some((other) => {
    const found = relate(claim, other);
    return found === 'same' || (relation === 'differs' && found === 'precision');
  });
}
