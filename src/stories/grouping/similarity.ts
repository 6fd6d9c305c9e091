import { DAY, type Language } from '../../domain/time.ts';
import { cosine, type Vector } from './vector.ts';

/** What is compared of an article. */
export interface Traits {
  readonly language: Language;
  /** When it was published, in milliseconds; null: it does not say. */
  readonly at: number | null;
  readonly words: Vector;
  /** Days and numbers. */
  readonly figures: Vector;
  /** Concepts and figures. */
  readonly anchors: Vector;
}

/** After the days of one event similarity counts for half with every so many days. */
const HALVED_DAYS = 2.5;
/** Articles further apart are not of one event. */
const WINDOW_DAYS = 30;
/** Two texts this near are copies of one another, or one with a part of the other edited. */
export const COPY = 0.9;
/** A shorter text says too little to be like another: "Photo", a title of four words. */
export const TELLING_TERMS = 6;
/** So much of how alike texts are is how alike their figures are, where these are less alike than their words. */
const FIGURES_SHARE = 0.2;
/** Across languages: what one anchor says may be chance, and the anchors of two events have more in common than their words. */
const ANCHORS_SHARED = 2;
const ANCHORS_COUNT = 0.8;

/**
 * How far two articles tell of the same thing, 0 to 1: the cosine of their words or, where their languages differ, of their
 * anchors, less when they came days apart. So two meetings of the same people a week apart stay two, while a text that
 * is printed again finds its first copy. A missing date speaks for nothing and against nothing.
 *
 * Figures that differ speak against: two quakes are told in the same words, but for 5.1 and 5.6. Figures that agree add nothing:
 * they count among the words already, and the one figure that two short texts share may be of a third event.
 *
 * @param eventDays within which accounts of one event come.
 */
export function similarity(a: Traits, b: Traits, eventDays: number): number {
  const apart = daysBetween(a.at, b.at);
  if (apart > WINDOW_DAYS) return 0;
  const near = 2 ** Math.min(0, (eventDays - apart) / HALVED_DAYS);
  if (a.language !== b.language) return near * ofAnchors(a.anchors, b.anchors);
  const alike = ofWords(a.words, b.words);
  return alike >= COPY ? alike : near * withFigures(alike, a.figures, b.figures);
}

/** Whether two articles are close enough in time to be compared. */
export const isInWindow = (a: number | null, b: number | null): boolean => daysBetween(a, b) <= WINDOW_DAYS;

const daysBetween = (a: number | null, b: number | null): number =>
  a === null || b === null ? 0 : Math.abs(a - b) / DAY;

function ofWords(a: Vector, b: Vector): number {
  return Math.min(a.terms.length, b.terms.length) < TELLING_TERMS ? 0 : cosine(a, b);
}

/** @param alike the cosine of the words. */
function withFigures(alike: number, a: Vector, b: Vector): number {
  if (alike === 0 || a.terms.length === 0 || b.terms.length === 0) return alike;
  return alike - FIGURES_SHARE * Math.max(0, alike - cosine(a, b));
}

function ofAnchors(a: Vector, b: Vector): number {
  const shared = sharedTerms(a, b);
  return shared < ANCHORS_SHARED ? 0 : ANCHORS_COUNT * cosine(a, b);
}

function sharedTerms(a: Vector, b: Vector): number {
  const known = new Set(a.terms);
  return b.terms.reduce((sum, term) => sum + (known.has(term) ? 1 : 0), 0);
}
