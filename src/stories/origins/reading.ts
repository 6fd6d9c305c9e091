import type { Phrase, Token } from './tokens.ts';
import type { Named, Voice } from './voice.ts';

/** One sentence of an account, made ready to be asked who says it. */
export interface Reading {
  readonly sentence: string;
  readonly tokens: readonly Token[];
  readonly named: readonly Named[];
  /** Remembers whose minister is spoken of, for "the ministry" that follows. */
  readonly note: (holder: Voice) => void;
  /** Whom a phrase means: a bare one means the body of its sort that was named last; null: nobody that is known. */
  readonly resolve: (phrase: Phrase) => Voice | null;
}

/** Whom a sentence names: those to whom it gives what it says, and those who are only spoken of. */
export interface HeardIn {
  readonly speaking: readonly Voice[];
  readonly acting: readonly Voice[];
}
