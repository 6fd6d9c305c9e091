import type { Language } from './time.ts';

export const CONCEPT_KINDS = ['person', 'place', 'organisation', 'event', 'idea'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** What is watched. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly facets: readonly Facet[];
  /** Every concept of the topic, once; `facets` of a concept says where it counts. */
  readonly concepts: readonly Concept[];
  readonly tags: readonly TagRule[];
  readonly exclude: readonly Exclusion[];
  readonly examples: { readonly positive: readonly Example[]; readonly negative: readonly Example[] };
  readonly thresholds: { readonly accept: number | 'auto'; readonly review: number | 'auto' };
  /** Whether neighbouring subjects are welcome; moves an automatic threshold only. */
  readonly breadth: 'broad' | 'normal' | 'narrow';
  /** SHA-256 over all of the above: a verdict names the topic it was reached under. */
  readonly hash: string;
}

/** One side of a topic. A required facet must show up in an article. */
export interface Facet {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
}

/** A person, place, organisation, event or idea with its names. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** The facets it counts for: none (it only makes a tag), one, or several (북러 is Russia and North Korea). */
  readonly facets: readonly string[];
  /** Right spellings by language. They match in inflected forms. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
  /** Spellings that match but still count as differing when accounts are compared. */
  readonly seenAs: readonly string[];
  /** Names that may mean something else: they count only beside another name of the same facet. */
  readonly weak: readonly string[];
}

/** A tag is given when every condition that is stated holds. */
export interface TagRule {
  readonly id: string;
  readonly label: string;
  /** Any of these concepts is named. */
  readonly anyOf: readonly string[];
  /** All of these concepts are named. */
  readonly allOf: readonly string[];
  /** The article is in one of these languages; empty: any. */
  readonly languages: readonly Language[];
  /** The source is of one of these kinds or ids; empty: any. */
  readonly sources: readonly string[];
  /** The tag has a feed of its own. */
  readonly feed: boolean;
}

/** Text that looks like the topic and is not. */
export interface Exclusion {
  readonly id: string;
  /** Matched like names; or */
  readonly phrases: readonly string[];
  /** a regular expression (flags `iu`); null: none. */
  readonly pattern: string | null;
  /** `mask`: what it covers counts as not said. `reject`: the article is out. */
  readonly effect: 'mask' | 'reject';
  readonly field: 'title' | 'any';
}

/** A document that shows what the topic is, or is not. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: Language | null;
}

/** What a topic got on a day (UTC), by the dates its articles state. */
export interface TopicDay {
  /** `2026-03-01` */
  readonly day: string;
  readonly articles: number;
  /** Stories whose lead is of that day. */
  readonly stories: number;
}
