import type { SourceKind } from './source.ts';
import type { Language } from './time.ts';

/** A sentence of an account, as it stands there. */
export interface Quoted {
  readonly articleId: string;
  readonly quote: string;
}

/** What the accounts of one story say differently, alone, and on whose word. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly soleClaims: readonly SoleClaim[];
  /** Whom the accounts go back to, most accounts first. Outlets are none of them. */
  readonly origins: readonly Origin[];
  /** The accounts that name nobody, by article: "origin not named", never counted as an origin. */
  readonly unnamed: readonly string[];
  /** Claims made in an account's own name that another account gives to an origin. */
  readonly lostAttributions: readonly LostAttribution[];
}

export const DIFFERENCE_KINDS = ['date', 'number', 'name', 'place', 'recipient'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const DIFFERENCE_NATURES = [
  'differs', // the values do not go together
  'spelling', // one name, written otherwise
  'precision', // a rounder number, a vaguer date
  'changed', // a later figure from one origin
] as const;
export type DifferenceNature = (typeof DIFFERENCE_NATURES)[number];

/** A value on which accounts differ. topicwatch does not say which of them is right. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly nature: DifferenceNature;
  /** What it is the value of, in a few words: "minister's name", "wounded", "bronze copy given to". */
  readonly subject: string;
  /** It is about another event, which the accounts look back on. */
  readonly background: boolean;
  /** At least two; the one most accounts have first. */
  readonly values: readonly DifferingValue[];
}

export interface DifferingValue {
  readonly value: string;
  readonly quotes: readonly [Quoted, ...Quoted[]];
  /** The id of another story of the topic, whose accounts say so; absent: this story's do. */
  readonly story?: string;
}

/** What only one account has, where others tell of the same. */
export interface SoleClaim extends Quoted {
  readonly kind: 'quote' | 'number' | 'deed';
  /** The claim in a few words. */
  readonly text: string;
  /** Who is quoted; absent: nobody is, or the sentence does not say who. */
  readonly speaker?: string;
}

/** How an account shows whom it goes back to. */
export type OriginSign = 'attribution' | 'dateline' | 'source' | 'link' | 'passage';

/** Whom a report goes back to: an agency, a ministry, a person's office. */
export interface Origin {
  readonly name: string;
  /** What it is called in other languages, by accounts of the story or by what sort of body it is; absent: not known. */
  readonly names?: Readonly<Record<Language, string>>;
  /** The concept of the topic that it is; null: none. */
  readonly conceptId: string | null;
  readonly kind: SourceKind;
  /** It takes part in the event itself. */
  readonly party: boolean;
  readonly accounts: readonly (Quoted & { readonly how: OriginSign })[];
}

export interface LostAttribution extends Quoted {
  /** `Origin.name`. */
  readonly origin: string;
}
