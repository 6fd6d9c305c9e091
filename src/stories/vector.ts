import type { TermCounts } from './terms.ts';

/** A text as a direction in the space of terms: term numbers in rising order, their weights of length 1 together. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** The terms of an article by number, and how much each counts. */
export interface Numbered {
  readonly terms: Int32Array;
  readonly times: Float32Array;
}

const NOTHING: Vector = { terms: new Int32Array(0), weights: new Float32Array(0) };

/** Vectors lie side by side in blocks of half a megabyte: a hundred thousand buffers of their own would cost more than they hold. */
const BLOCK = 2 ** 19;
const ENTRY = Int32Array.BYTES_PER_ELEMENT + Float32Array.BYTES_PER_ELEMENT;

/**
 * How many articles hold each term, learned from what is grouped and nothing else: inside one topic a name that stands in
 * every article soon weighs nothing, where a general background would let it outweigh the event.
 */
export class Vocabulary {
  readonly #prior: number;
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #articles: number[] = [];
  #total = 0;
  #block = new ArrayBuffer(0);
  #used = 0;

  /** @param prior articles that are taken to have been seen, without any term in common: few articles tell little of what is rare. */
  constructor(prior: number) {
    this.#prior = prior;
  }

  /** Numbers the terms of an article. */
  number(counts: TermCounts): Numbered {
    const terms = new Int32Array(counts.size);
    let place = 0;
    for (const term of counts.keys()) terms[place++] = this.#numberFor(term);
    return { terms, times: Float32Array.from(counts.values()) };
  }

  /** Takes in an article. @param parts its terms, in parts that have none in common. */
  learn(...parts: readonly Numbered[]): void {
    this.#total += 1;
    for (const { terms } of parts)
      for (const term of terms) this.#articles[term] = (this.#articles[term] ?? 0) + 1;
  }

  /** The vector of an article as things stand now: ln(1 + count) · ln((N + 1) / (df + ½)), normalised. */
  vector({ terms, times }: Numbered): Vector {
    const rows: [number: number, weight: number][] = [];
    for (const [place, term] of terms.entries()) {
      const rarity = Math.log((this.#total + this.#prior + 1) / ((this.#articles[term] ?? 0) + 0.5));
      if (rarity > 0) rows.push([term, Math.log(1 + (times[place] ?? 0)) * rarity]);
    }
    if (rows.length === 0) return NOTHING;
    rows.sort((a, b) => a[0] - b[0]);
    const length = Math.sqrt(rows.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    const vector = this.#allocate(rows.length);
    for (const [place, [number, weight]] of rows.entries()) {
      vector.terms[place] = number;
      vector.weights[place] = weight / length;
    }
    return vector;
  }

  #allocate(size: number): Vector {
    const bytes = size * ENTRY;
    if (this.#block.byteLength - this.#used < bytes) {
      this.#block = new ArrayBuffer(Math.max(BLOCK, bytes));
      this.#used = 0;
    }
    const terms = new Int32Array(this.#block, this.#used, size);
    const weights = new Float32Array(this.#block, this.#used + bytes / 2, size);
    this.#used += bytes;
    return { terms, weights };
  }

  /** The number of a term; undefined: no article has it. */
  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  #numberFor(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    return number;
  }
}

/** The cosine of two vectors, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  const n = a.terms.length;
  const m = b.terms.length;
  while (i < n && j < m) {
    const x = a.terms[i] as number;
    const y = b.terms[j] as number;
    if (x === y) {
      sum += (a.weights[i] as number) * (b.weights[j] as number);
      i += 1;
      j += 1;
    } else if (x < y) i += 1;
    else j += 1;
  }
  return sum;
}

/** Its heaviest terms, heaviest first. */
export function heaviest(
  { terms, weights }: Vector,
  most: number,
): readonly { readonly term: number; readonly weight: number }[] {
  const all = Array.from(terms, (term, place) => ({ term, weight: weights[place] ?? 0 }));
  return all.sort((a, b) => b.weight - a.weight).slice(0, most);
}
