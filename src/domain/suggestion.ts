import type { Publisher } from './article.ts';
import type { Quoted } from './comparison.ts';
import type { Instant, Language } from './time.ts';
import type { ConceptKind, Topic } from './topic.ts';
import type { Decision } from './verdict.ts';

/** An article as the watchlist is held against it: light, so that a hundred thousand can be gone through. */
export interface Observed {
  readonly id: string;
  readonly sourceId: string;
  readonly url: string | null;
  /** When it says it was published or, where that is later or missing, when it was first seen. */
  readonly at: Instant;
  readonly firstSeen: Instant;
  readonly language: Language;
  readonly title: string;
  /** The beginning of its text or of its summary, whichever holds more; empty where it has neither. */
  readonly text: string;
  readonly decision: Decision;
  /** Concepts and exclusions that spoke, by id, each once. */
  readonly concepts: readonly string[];
  readonly exclusions: readonly string[];
  /** Required facets that did not show up. */
  readonly missing: readonly string[];
  readonly publisher: Publisher | null;
  /** Where its body links to; of accepted articles only. */
  readonly links: readonly string[];
  /** Of accepted articles only. */
  readonly storyId: string | null;
  /** It opened its story or brought something new into it. */
  readonly development: boolean;
}

export const SUGGESTION_KINDS = [
  'new-name', // a name that rises, or stands in half of what is accepted, and is no concept yet
  'spelling', // another spelling of a concept, or its name in another language
  'same-concept', // two concepts that are one
  'silent-concept', // used to be named, and is no more
  'rejected-concept', // named on rejected articles only
  'costly-exclusion', // keeps out what other accounts of the same events brought in
  'uncovered-site', // accepted articles lead to it, and no source covers it
  'idle-source', // brings nothing that others had not brought before
  'lost-source', // silent, failing or gone
  'moved-source', // answers at another address
  'missed-items', // items came and went between two polls
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** A change of the settings that can be made in place. */
export type SettingsChange =
  | {
      readonly kind: 'add-concept';
      readonly topicId: string;
      /** Where it goes; null: among the concepts that count for no facet and only make tags. */
      readonly facet: string | null;
      readonly concept: {
        readonly id: string;
        readonly kind: ConceptKind;
        readonly names: Readonly<Record<Language, readonly string[]>>;
      };
    }
  | {
      readonly kind: 'add-name';
      readonly topicId: string;
      readonly conceptId: string;
      /** The language it is a right name in; null: it goes to `seenAs`. */
      readonly language: Language | null;
      readonly name: string;
    }
  | {
      readonly kind: 'merge-concepts';
      readonly topicId: string;
      readonly keep: string;
      readonly drop: string;
    }
  | { readonly kind: 'remove-concept'; readonly topicId: string; readonly conceptId: string }
  | { readonly kind: 'remove-exclusion'; readonly topicId: string; readonly exclusionId: string }
  | {
      readonly kind: 'add-source';
      /** The page its feed is to be found from. */
      readonly site: string;
      /** Found and tried; null: nobody has looked yet. */
      readonly feed: FoundSource | null;
    }
  | {
      readonly kind: 'disable-source';
      readonly sourceId: string;
      readonly reason: string;
      /** The page a new feed of its publisher may be found from; null: it is not to be looked for. */
      readonly site: string | null;
    }
  | { readonly kind: 'move-source'; readonly sourceId: string; readonly url: string };

/** The feed of a site, as it was found and tried. */
export interface FoundSource {
  readonly url: string;
  readonly title: string | null;
  readonly language: Language | null;
  readonly items: number;
  /** How many of its items name every required side of a topic. */
  readonly onTopic: number;
}

/** A change that the corpus speaks for. */
export interface Proposal {
  readonly kind: SuggestionKind;
  /** Null: it is about sources. */
  readonly topicId: string | null;
  /** What it is about; with kind and topic it makes one suggestion, however often it is found. */
  readonly subject: string;
  /** What to change, on one line. */
  readonly title: string;
  /** What speaks for it, in a sentence with figures. */
  readonly why: string;
  /** How much speaks for it: articles or days. What was refused returns when this has doubled. */
  readonly weight: number;
  /** Null: it cannot be made in the settings; `why` says what to do. */
  readonly change: SettingsChange | null;
  readonly evidence: Evidence;
}

export interface Evidence {
  /** By week, oldest first, each named by its first day; weeks without any among them. */
  readonly counts: readonly { readonly week: string; readonly count: number }[];
  /** At most three sentences. */
  readonly quotes: readonly Quoted[];
  readonly articles: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

/** `passed`: nothing speaks for it any more; it returns when something does. */
export type SuggestionState = 'open' | 'accepted' | 'refused' | 'passed';

/** A proposal with its number, and what became of it. */
export interface Suggestion extends Proposal {
  /** Permanent: never given to another. */
  readonly number: number;
  readonly state: SuggestionState;
  readonly proposed: Instant;
  /** When it was accepted or refused; null: it was not. */
  readonly decided: Instant | null;
  /** Its weight when it was refused; null: it never was. */
  readonly refusedAt: number | null;
  /** As it read when it was first proposed: what feed readers are shown, so that no entry changes under them. */
  readonly opening: Pick<Proposal, 'title' | 'why' | 'evidence'>;
}

/** When suggestions were last looked for, and what the files of the settings said then, by their path in the folder. */
export interface SuggestionBasis {
  readonly at: Instant;
  readonly files: Readonly<Record<string, string>>;
}

/** What a change makes of one file of the settings. */
export interface ChangedFile {
  /** Its path in the folder of the settings: `topics/russia-dprk.yaml`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The topic as it would be; null: the change is about sources. */
  readonly topic: Topic | null;
}

/** Changes the files of the settings in place. Every method rejects with a `SettingsError`. */
export interface SettingsEditor {
  /** What sources.yaml and the topic files say, by their path in the folder. */
  texts(): Promise<Readonly<Record<string, string>>>;
  /** What a change would make of them, checked whole; nothing is written. */
  preview(change: SettingsChange): Promise<ChangedFile>;
  /** Writes it by a rename, unless the file has changed since. */
  write(changed: ChangedFile): Promise<void>;
}
