import type { TermCounts } from './terms.ts';

/** A text as a direction in the space of terms: term numbers in rising order, their weights, of which `UNIT` is the length. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Uint16Array;
}

/**
 * The length of every vector: sixteen bits tell weights apart well enough, and a hundred thousand vectors take a quarter less.
 */
const UNIT = 2 ** 16 - 1;

/** The terms of an article by number, and how much each counts. */
export interface Numbered {
  readonly terms: Int32Array;
  readonly times: Float32Array;
}

const NOTHING: Vector = { terms: new Int32Array(0), weights: new Uint16Array(0) };

/**
 * Vectors lie side by side in blocks of half a megabyte: a hundred thousand buffers of their own would cost more than they hold.
 */
const BLOCK = 2 ** 19;

/**
 * How many stories hold each term, learned from what is grouped and nothing else: inside one topic a name that stands in
 * every story soon weighs nothing, where a general background would let it outweigh the event. The nth article of a story counts
 * for 1/n: told thirty times, an event makes its own words hardly more common than told four times. By articles,
 * the words of a story that is most of a young topic would weigh nothing, and it would fall apart into its wordings.
 */
export class Vocabulary {
  readonly #prior: number;
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #stories: number[] = [];
  #total = 0;
  #block = new ArrayBuffer(0);
  #used = 0;

  /**
   * @param prior stories that are taken to have been seen, without any term in common but those of `expect`: few tell little of
   *   what is rare.
   */
  constructor(prior: number) {
    this.#prior = prior;
  }

  /** Numbers the terms of an article. */
  number(counts: TermCounts): Numbered {
    const terms = new Int32Array(counts.size);
    const times = new Float32Array(counts.size);
    let place = 0;
    for (const [term, count] of counts) {
      terms[place] = this.#numberFor(term);
      times[place] = count;
      place += 1;
    }
    return { terms, times };
  }

  /** Takes in an article. @param share what it counts for. @param parts its terms, in parts that have none in common. */
  learn(share: number, ...parts: readonly Numbered[]): void {
    this.#total += share;
    for (const { terms } of parts)
      for (const term of terms) this.#stories[term] = (this.#stories[term] ?? 0) + share;
  }

  /** The stories of the prior hold these terms, a share of them. */
  expect(share: number, { terms }: Numbered): void {
    for (const term of terms) this.#stories[term] = (this.#stories[term] ?? 0) + share * this.#prior;
  }

  /** The vector of an article as things stand now: ln(1 + count) · ln((N + 1) / (df + ½)), normalised. */
  vector({ terms, times }: Numbered): Vector {
    const order = inOrder(terms);
    const weights = new Float64Array(terms.length);
    let size = 0;
    let squares = 0;
    for (const place of order) {
      const rarity = Math.log(
        (this.#total + this.#prior + 1) / ((this.#stories[terms[place] as number] ?? 0) + 0.5),
      );
      if (rarity <= 0) continue;
      const weight = Math.log(1 + (times[place] as number)) * rarity;
      weights[place] = weight;
      squares += weight * weight;
      size += 1;
    }
    if (size === 0) return NOTHING;
    const length = Math.sqrt(squares) || 1;
    const vector = this.#allocate(size);
    let at = 0;
    for (const place of order) {
      const weight = weights[place] as number;
      if (weight === 0) continue;
      vector.terms[at] = terms[place] as number;
      vector.weights[at] = Math.round((weight / length) * UNIT);
      at += 1;
    }
    return vector;
  }

  #allocate(size: number): Vector {
    const split = size * Int32Array.BYTES_PER_ELEMENT;
    // The next vector's terms begin at a multiple of their size.
    const bytes = split + (size + (size % 2)) * Uint16Array.BYTES_PER_ELEMENT;
    if (this.#block.byteLength - this.#used < bytes) {
      this.#block = new ArrayBuffer(Math.max(BLOCK, bytes));
      this.#used = 0;
    }
    const terms = new Int32Array(this.#block, this.#used, size);
    const weights = new Uint16Array(this.#block, this.#used + split, size);
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
  return sum / (UNIT * UNIT);
}

/** The places of some numbers in rising order of these: sorted natively, since a text has hundreds of terms. */
function inOrder(numbers: Int32Array): Float64Array {
  const keys = new Float64Array(numbers.length);
  for (let place = 0; place < keys.length; place += 1)
    keys[place] = (numbers[place] as number) * PLACES + place;
  keys.sort();
  for (let rank = 0; rank < keys.length; rank += 1) keys[rank] = (keys[rank] as number) % PLACES;
  return keys;
}

/** More terms than any text is read for. */
const PLACES = 2 ** 20;

/** Its heaviest terms, heaviest first, without sorting all of them. */
export function heaviest(
  { terms, weights }: Vector,
  most: number,
): readonly { readonly term: number; readonly weight: number }[] {
  const best: { readonly term: number; readonly weight: number }[] = [];
  for (let place = 0; place < terms.length; place += 1) {
    const weight = weights[place] as number;
    if (best.length === most && weight <= (best[most - 1]?.weight ?? 0)) continue;
    let at = best.length;
    while (at > 0 && weight > (best[at - 1]?.weight ?? 0)) at -= 1;
    best.splice(at, 0, { term: terms[place] as number, weight });
    if (best.length > most) best.pop();
  }
  return best;
}
