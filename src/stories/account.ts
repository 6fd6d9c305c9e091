import type { SourceKind } from '../domain/source.ts';
import type { Instant, Language } from '../domain/time.ts';

/** One article as its story hears it: what it says, when it said it, and who speaks. */
export interface Account {
  readonly articleId: string;
  readonly title: string;
  /** The best text there is, plain, without the title: the body, else the summary. */
  readonly text: string;
  readonly language: Language;
  /** As the article states it; null where it does not. */
  readonly published: Instant | null;
  readonly firstSeen: Instant;
  /** IANA zone of the source: what "today" means in its articles where no date line says otherwise. */
  readonly timezone: string;
  /** Its canonical address; null: none that can be opened. */
  readonly url: string | null;
  /** The publisher it states, else the title of its source. */
  readonly outlet: string;
  readonly outletKind: SourceKind;
}

/** Accounts of one story that are read: what sixty outlets say, the next ones say too. */
export const MOST_ACCOUNTS = 60;
