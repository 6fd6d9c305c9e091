import type { Difference, DifferenceNature, DifferingValue, Quoted } from '../../domain/comparison.ts';
import { changedOverTime } from './changed.ts';
import type { Claim, ClaimKind } from './claim.ts';
import type { Pair } from './pairing.ts';

/** Values of one difference, and quotes of one value, that are shown. */
const VALUES = 6;
const QUOTES = 8;

/** Brings the pairs about one thing together: their values, those most accounts have first, with the sentences they stand in. */
export function gather<T extends Claim>(
  pairs: readonly Pair<T>[],
  { align, relate }: ClaimKind<T>,
  weigh: (key: string) => number,
): readonly Difference[] {
  const isOne = (a: T, b: T) => relate(a, b) === 'same' && align(a, b, weigh) >= 1;
  return groupsOf(pairs, isOne).flatMap((group) => {
    const natures = new Set(group.flatMap(({ relation }) => (relation === 'same' ? [] : [relation])));
    if (natures.size === 0) return [];
    const claims = [...new Set(group.flatMap(({ a, b }) => [a, b]))];
    const values = valuesOf(claims, relate);
    const [first] = claims.toSorted((a, b) => rank(a) - rank(b));
    if (values.length < 2 || !first) return [];
    const nature = natures.has('differs')
      ? changedOverTime(group)
        ? 'changed'
        : 'differs'
      : strongest(natures);
    return [
      {
        kind: first.kind,
        nature,
        subject: first.subject,
        background: claims.every(({ background }) => background),
        values: values.map(differing),
      },
    ];
  });
}

const strongest = (natures: ReadonlySet<DifferenceNature>): DifferenceNature =>
  natures.has('spelling') ? 'spelling' : natures.has('precision') ? 'precision' : 'changed';

/** English words go before others, and earlier sentences before later ones. */
const rank = ({ passage }: Claim): number => (passage.language === 'en' ? 0 : 1000) + passage.at;

/** Pairs that share a claim, or have claims of one account that say it twice, tell of one thing. */
function groupsOf<T extends Claim>(
  pairs: readonly Pair<T>[],
  isOne: (a: T, b: T) => boolean,
): readonly (readonly Pair<T>[])[] {
  const parents = new Map<T, T>();
  const homeOf = (claim: T): T => {
    const parent = parents.get(claim) ?? claim;
    return parent === claim ? claim : homeOf(parent);
  };
  const join = (a: T, b: T): void => void parents.set(homeOf(a), homeOf(b));
  for (const { a, b } of pairs) join(a, b);
  const claims = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const ofAccounts = Map.groupBy(claims, ({ passage, slot }) => `${slot} ${passage.account.articleId}`);
  for (const list of ofAccounts.values()) {
    for (const [at, a] of list.entries())
      for (const b of list.slice(at + 1)) if (homeOf(a) !== homeOf(b) && isOne(a, b)) join(a, b);
  }
  return [...Map.groupBy(pairs, ({ a }) => homeOf(a)).values()];
}

/** Claims of one value together; a claim that goes with several stands with the first. */
function valuesOf<T extends Claim>(
  claims: readonly T[],
  relate: ClaimKind<T>['relate'],
): readonly (readonly T[])[] {
  const values: T[][] = [];
  for (const claim of claims) {
    const home = values.find(([one]) => one && relate(one, claim) === 'same');
    if (home) home.push(claim);
    else values.push([claim]);
  }
  const accounts = (list: readonly T[]) => new Set(list.map(({ passage }) => passage.account.articleId)).size;
  return values.toSorted((a, b) => accounts(b) - accounts(a)).slice(0, VALUES);
}

function differing(claims: readonly Claim[]): DifferingValue {
  const [first, ...rest] = claims.toSorted((a, b) => a.passage.at - b.passage.at).map(quoted);
  if (first === undefined) throw new Error('a value stands in at least one sentence');
  const seen = new Set([first.articleId]);
  const others = rest.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId));
  const shown = claims.toSorted((a, b) => rank(a) - rank(b))[0]?.value ?? '';
  return { value: shown, quotes: [first, ...others.slice(0, QUOTES - 1)] };
}

const quoted = ({ passage }: Claim): Quoted => ({
  articleId: passage.account.articleId,
  quote: passage.text,
});
