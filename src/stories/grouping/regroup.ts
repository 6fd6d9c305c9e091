/** How much of a link is the mean similarity of two sides; the rest is the cosine of their centroids. */
const AVERAGE_SHARE = 0.5;
/** Sides of at least this many articles are dense or not; fewer say little by their mean. */
const DENSE_FROM = 3;
/** What the mean between two such sides must be of that within. */
const RELATIVE_DENSITY = 0.65;
/** And what it must be where the smaller side is the newest article, alone or with one other. */
const NEWCOMER_DENSITY = 0.5;

interface Group {
  readonly members: number[];
  /** Sum of the similarities of all pairs inside. */
  inside: number;
  /** Sums of the similarities to the members of every other group. */
  readonly cross: Float64Array;
  /** The group of a higher number it is linked to best, -1: none is near enough; kept while groups merge. */
  best: number;
  link: number;
}

/**
 * Average-link clustering of a neighbourhood, from single articles up, while the best link reaches `join`.
 *
 * Guard: two sides of three or more stay apart unless the mean similarity between them is at least 0.65 of that inside
 * them. Two events with the same people and place are each dense and only loosely tied; retellings of one event are as
 * near across as within. The guard gives most of the gain over answering once. The newest article, alone or with one other,
 * is kept from a story of three or more by a lower bar, so that the second event of a kind opens its own story sooner. Older
 * ones and twos are not: what came since speaks for where they are.
 *
 * @param size how many articles; they are numbered from 0, the newest is the last.
 * @param similarity of two of them, symmetric; -Infinity: they are never put together.
 * @param join the link from which two sides are put together.
 * @param bondOf articles with the same bond are one group from the start.
 * @returns the groups, each in rising order, in the order of their first articles.
 */
export function regroup(
  size: number,
  similarity: (a: number, b: number) => number,
  join: number,
  bondOf: (article: number) => string | undefined = () => undefined,
): readonly (readonly number[])[] {
  const groups = new Map<number, Group>();
  for (let a = 0; a < size; a += 1)
    groups.set(a, { members: [a], inside: 0, cross: new Float64Array(size), best: -1, link: 0 });
  for (const [a, { cross }] of groups) {
    for (let b = 0; b < a; b += 1) {
      const value = similarity(b, a);
      cross[b] = value;
      const other = groups.get(b);
      if (other) other.cross[a] = value;
    }
  }
  bind(groups, bondOf);
  for (const a of groups.keys()) seekBest(groups, a, join);

  for (;;) {
    let first: Group | undefined;
    let from = -1;
    for (const [a, group] of groups) {
      if (group.best < 0 || group.link <= (first?.link ?? 0)) continue;
      first = group;
      from = a;
    }
    if (!first) break;
    const gone = first.best;
    merge(groups, from, gone);
    for (const [a, group] of groups) {
      if (a === from || group.best === from || group.best === gone) seekBest(groups, a, join);
      else if (a < from) offer(groups, group, from, join);
    }
  }
  return [...groups.values()].map(({ members }) => members.toSorted((a, b) => a - b));
}

function bind(groups: Map<number, Group>, bondOf: (article: number) => string | undefined): void {
  const first = new Map<string, number>();
  for (const a of [...groups.keys()]) {
    const bond = bondOf(a);
    if (bond === undefined) continue;
    const into = first.get(bond);
    if (into === undefined) first.set(bond, a);
    else merge(groups, into, a);
  }
}

function seekBest(groups: ReadonlyMap<number, Group>, a: number, join: number): void {
  const group = groups.get(a);
  if (!group) return;
  group.best = -1;
  group.link = 0;
  for (const b of groups.keys()) if (b > a) offer(groups, group, b, join);
}

function offer(groups: ReadonlyMap<number, Group>, group: Group, b: number, join: number): void {
  const other = groups.get(b);
  const cross = group.cross[b] ?? 0;
  if (!other || cross === 0) return;
  const link = linkOf(group, other, cross);
  if (link < join || link <= group.link || keptApart(group, other, cross)) return;
  group.best = b;
  group.link = link;
}

function linkOf(a: Group, b: Group, cross: number): number {
  const average = cross / (a.members.length * b.members.length);
  const centroids = cross / Math.sqrt((a.members.length + 2 * a.inside) * (b.members.length + 2 * b.inside));
  return AVERAGE_SHARE * average + (1 - AVERAGE_SHARE) * centroids;
}

function keptApart(a: Group, b: Group, cross: number): boolean {
  const [small, large] = a.members.length < b.members.length ? [a, b] : [b, a];
  const [n, m] = [small.members.length, large.members.length];
  if (m < DENSE_FROM) return false;
  const between = cross / (n * m);
  if (n >= DENSE_FROM) {
    const within = (n * density(small) + m * density(large)) / (n + m);
    return between < RELATIVE_DENSITY * within;
  }
  const newest = small.cross.length - 1;
  return small.members.includes(newest) && between < NEWCOMER_DENSITY * density(large);
}

/** Mean similarity of the pairs inside. */
const density = ({ members: { length }, inside }: Group): number => (inside * 2) / (length * (length - 1));

/** The second group goes into the first. */
function merge(groups: Map<number, Group>, into: number, gone: number): void {
  const kept = groups.get(into);
  const merged = groups.get(gone);
  if (!kept || !merged) return;
  kept.inside += merged.inside + (kept.cross[gone] ?? 0);
  kept.members.push(...merged.members);
  groups.delete(gone);
  for (const [other, group] of groups) {
    if (other === into) continue;
    const sum = (kept.cross[other] ?? 0) + (merged.cross[other] ?? 0);
    kept.cross[other] = sum;
    group.cross[into] = sum;
  }
}
