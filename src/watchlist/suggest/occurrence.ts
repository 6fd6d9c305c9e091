import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';

/** That an article names something the topic does not know. */
export interface Occurrence {
  /** Equal for every form of one name in one language. */
  readonly key: string;
  /** As it stands in the text, without what is tied to it. */
  readonly form: string;
  readonly language: Language;
  /** What it looks like the name of; null: it does not show. */
  readonly kind: ConceptKind | null;
  /** What the words beside it say its bearer is; null: nothing. */
  readonly role: string | null;
  /** It begins a sentence, where everything has a capital, so that its first word may be none of it. */
  readonly opens: boolean;
}

/** A stretch of text that names a concept of the topic already. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}
