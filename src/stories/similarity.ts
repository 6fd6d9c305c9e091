import type { Language } from '../domain/time.ts';
import { cosine, type Vector } from './vector.ts';

/** What is compared of an article. */
export interface Traits {
  readonly language: Language;
  /** When it was published, in milliseconds; null: it does not say. */
  readonly at: number | null;
  readonly words: Vector;
  /** Concepts, days and numbers. */
  readonly anchors: Vector;
}

const DAY = 86_400_000;
/** Accounts of one event come within these days; after them similarity counts for half with every so many days. */
const EVENT_DAYS = 3;
const HALVED_DAYS = 3;
/** Articles further apart are not of one event. */
const WINDOW_DAYS = 30;
/** Two texts this near are copies of one another, or one with a part of the other edited. */
export const COPY = 0.9;
/** A shorter text says too little to be like another: "Photo", a title of four words. */
export const TELLING_TERMS = 6;
/** Across languages: what one anchor says may be chance, and the anchors of two events have more in common than their words. */
const ANCHORS_SHARED = 2;
const ANCHORS_COUNT = 0.6;

/**
 * How far two articles tell of the same thing, 0 to 1: the cosine of their words or, where their languages differ, of their
 * anchors, less when they came days apart. So two meetings of the same people a week apart stay two, while a text that
 * is printed again finds its first copy. A missing date speaks for nothing and against nothing.
 */
export function similarity(a: Traits, b: Traits): number {
  const near = nearness(a.at, b.at);
  if (near === 0) return 0;
  if (a.language !== b.language) return near * ofAnchors(a.anchors, b.anchors);
  const alike = ofWords(a.words, b.words);
  return alike >= COPY ? alike : near * alike;
}

/** Whether two articles are close enough in time to be compared. */
export const isInWindow = (a: number | null, b: number | null): boolean => nearness(a, b) > 0;

function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  const days = Math.abs(a - b) / DAY;
  if (days <= EVENT_DAYS) return 1;
  return days > WINDOW_DAYS ? 0 : 2 ** ((EVENT_DAYS - days) / HALVED_DAYS);
}

function ofWords(a: Vector, b: Vector): number {
  return Math.min(a.terms.length, b.terms.length) < TELLING_TERMS ? 0 : cosine(a, b);
}

function ofAnchors(a: Vector, b: Vector): number {
  const shared = sharedTerms(a, b);
  return shared < ANCHORS_SHARED ? 0 : ANCHORS_COUNT * cosine(a, b);
}

function sharedTerms(a: Vector, b: Vector): number {
  const known = new Set(a.terms);
  return b.terms.reduce((sum, term) => sum + (known.has(term) ? 1 : 0), 0);
}
