import { heaviest, type Vector } from './vector.ts';

/** An article is found by its heaviest terms. */
const INDEXED_TERMS = 24;
/** A term is too common to find anything by when so many articles have it, and this share of all. */
const COMMON_FROM = 50;
const COMMON_SHARE = 0.1;
/** Of each term the newest articles are looked at. */
const POSTING_MOST = 4_000;
const NEIGHBOURS = 60;

/**
 * Which articles are worth comparing with a new one: an inverted index over the heaviest terms of each. Articles are numbered
 * as they arrive. Work for one article is bounded by 24 terms of 4,000 articles each.
 */
export class Neighbours {
  readonly #postings = new Map<number, number[]>();
  /** Sums by article number modulo their length; all zero between searches. */
  #sums = new Float32Array(1024);

  /** @param vectors of the article, without a term in common. */
  add(article: number, ...vectors: readonly Vector[]): void {
    for (const { term } of vectors.flatMap(heavyTerms)) {
      const posting = this.#postings.get(term);
      if (!posting) this.#postings.set(term, [article]);
      else if (posting.push(article) > 2 * POSTING_MOST) posting.splice(0, POSTING_MOST);
    }
  }

  /**
   * The articles that share most with these vectors, best first.
   *
   * @param from the first article number that is still held.
   * @param until behind the last.
   */
  near(from: number, until: number, ...vectors: readonly Vector[]): readonly number[] {
    const held = until - from;
    if (this.#sums.length < held) this.#sums = new Float32Array(2 ** Math.ceil(Math.log2(held)));
    const sums = this.#sums;
    const mask = sums.length - 1;
    const limit = Math.max(COMMON_FROM, held * COMMON_SHARE);
    const touched: number[] = [];
    for (const { term, weight } of vectors.flatMap(heavyTerms)) {
      const posting = this.#postings.get(term);
      if (!posting || posting.length > limit) continue;
      const oldest = Math.max(0, posting.length - POSTING_MOST);
      for (let at = posting.length - 1; at >= oldest; at -= 1) {
        const other = posting[at] as number;
        if (other < from) break;
        const sum = sums[other & mask] as number;
        if (sum === 0) touched.push(other);
        sums[other & mask] = sum + weight;
      }
    }
    const best = bestOf(touched, (other) => sums[other & mask] as number);
    for (const other of touched) sums[other & mask] = 0;
    return best;
  }
}

const heavyTerms = (vector: Vector) => heaviest(vector, INDEXED_TERMS);

/** The best few without sorting all: thousands share a term with a busy day's article. */
function bestOf(articles: readonly number[], score: (article: number) => number): readonly number[] {
  const best: { readonly article: number; readonly score: number }[] = [];
  for (const article of articles) {
    const own = score(article);
    if (best.length === NEIGHBOURS && own <= (best.at(-1)?.score ?? 0)) continue;
    let at = best.length;
    while (at > 0 && own > (best[at - 1]?.score ?? 0)) at -= 1;
    best.splice(at, 0, { article, score: own });
    if (best.length > NEIGHBOURS) best.pop();
  }
  return best.map(({ article }) => article);
}
