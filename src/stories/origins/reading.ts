/** What a sentence is read with, and what comes out. */

import type { People } from './people.ts';
import type { Phrase, Token } from './tokens.ts';
import type { Named, Voice } from './voice.ts';

/** A sentence and its words. */
export interface Said {
  readonly sentence: string;
  readonly tokens: readonly Token[];
}

/** One sentence of an account, made ready to be asked who says it. */
export interface Reading extends Said {
  /** Which of its account it is; the title is the first. */
  readonly at: number;
  readonly named: readonly Named[];
  /** Whom the account names. */
  readonly people: People;
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
