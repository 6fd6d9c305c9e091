import type { Language } from '../domain/time.ts';
import type { Terms } from './terms.ts';

/** What is ordinary in one language: how many documents were seen, and how many of them hold each term. JSON. */
export interface OrdinaryWords {
  readonly documents: number;
  /** The sum of their lengths. */
  readonly length: number;
  readonly containing: Readonly<Record<string, number>>;
}

/** Counted by language: in a corpus that is mostly Korean, plain English words would look rare. */
export type Ordinary = Readonly<Record<Language, OrdinaryWords>>;

/** Takes documents into the counts; those without a term show nothing. */
export function countOrdinary(ordinary: Ordinary, documents: readonly Terms[]): Ordinary {
  const telling = documents.filter(({ length }) => length > 0);
  const groups = Map.groupBy(telling, (document) => document.language);
  return { ...ordinary, ...mapValues(groups, (group, language) => countLanguage(ordinary[language], group)) };
}

function countLanguage(known: OrdinaryWords | undefined, documents: readonly Terms[]): OrdinaryWords {
  const containing = new Map(Object.entries(known?.containing ?? {}));
  let length = known?.length ?? 0;
  for (const document of documents) {
    length += document.length;
    for (const term of document.found.keys()) containing.set(term, (containing.get(term) ?? 0) + 1);
  }
  return {
    documents: (known?.documents ?? 0) + documents.length,
    length,
    containing: Object.fromEntries(containing),
  };
}

/** Terms kept a language. One that is seen less often than these counts as never seen, which weighs nearly the same. */
const KEPT_TERMS = 6_000;
/** Beyond this many documents older ones fade: all counts are halved. */
const REMEMBERED_DOCUMENTS = 50_000;

/** Bounds the counts, whatever was read. Done at every training rather than at every document. */
export function tidy(ordinary: Ordinary): Ordinary {
  return mapValues(new Map(Object.entries(ordinary)), ({ documents, length, containing }) => {
    const factor = documents > REMEMBERED_DOCUMENTS ? 0.5 : 1;
    const counts = Object.entries(containing);
    const rare = countBelowFewest(counts.map(([, count]) => count));
    const kept = counts.filter(([, count]) => count > rare);
    return {
      documents: Math.ceil(documents * factor),
      length: length * factor,
      containing: Object.fromEntries(kept.map(([term, count]) => [term, Math.ceil(count * factor)])),
    };
  });
}

/** The least count above which there are no more counts than terms are kept. */
function countBelowFewest(counts: readonly number[]): number {
  let above = counts.length;
  const bySize = new Map<number, number>();
  for (const count of counts) bySize.set(count, (bySize.get(count) ?? 0) + 1);
  for (let count = 0; ; count += 1) {
    above -= bySize.get(count) ?? 0;
    if (above <= KEPT_TERMS) return count;
  }
}

function mapValues<A, B>(
  map: ReadonlyMap<string, A>,
  change: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value, key)]));
}

/** Documents without any of the terms, imagined so that the first real ones do not settle what is rare. */
const IMAGINED = 100;

/** How telling a term is by being rare: ln((N + 1) / (n + ½)), N with the imagined documents; never below 0. */
export function rarity(words: OrdinaryWords | undefined, term: string): number {
  const documents = (words?.documents ?? 0) + IMAGINED;
  const containing = words && Object.hasOwn(words.containing, term) ? (words.containing[term] ?? 0) : 0;
  return Math.max(0, Math.log((documents + 1) / (containing + 0.5)));
}

/** The mean length of a document; of those given where none was counted. */
export function usualLength(words: OrdinaryWords | undefined, given: readonly Terms[]): number {
  if (words && words.documents > 0) return Math.max(1, words.length / words.documents);
  return Math.max(1, given.reduce((sum, { length }) => sum + length, 0) / Math.max(1, given.length));
}

const K1 = 2;
const B = 0.6;

/**
 * How much of a document a term is: the saturated, length-normalised count of BM25 (Robertson and Zaragoza 2009), 0 to K1 + 1. K1
 * is higher than in search: a document on a topic repeats its words where one that mentions it does not.
 */
export function presence(count: number, length: number, usual: number): number {
  return ((K1 + 1) * count) / (count + K1 * (1 - B + (B * length) / usual));
}
