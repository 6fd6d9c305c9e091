import type { Suggestion } from '../../domain/suggestion.ts';
import type { Instant } from '../../domain/time.ts';
import type { Services } from '../../pipeline/services.ts';
import { showSuggestion } from '../../pipeline/suggestions/acts.ts';
import type { Backtest } from '../../watchlist/backtest.ts';
import { changeShown, suggestionNumbered } from '../acts/suggestions.ts';

/** As it stands now; how it was first worded is for the feed. */
export type Suggested = Omit<Suggestion, 'opening'>;

export interface Suggestions {
  /** The weightiest first. */
  readonly open: readonly Suggested[];
  /** What was accepted or refused, newest first. */
  readonly decided: readonly Suggested[];
  /** When suggestions were last looked for; null: never. */
  readonly lookedFor: Instant | null;
}

/** Shown of those that are decided. */
const DECIDED = 20;

export async function suggestionsOf(services: Services): Promise<Suggestions> {
  const store = await services.store();
  const all = await store.suggestions();
  const decided = all.filter(({ state }) => state === 'accepted' || state === 'refused');
  return {
    open: all
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => b.weight - a.weight || a.number - b.number)
      .map(withoutOpening),
    decided: decided
      .toSorted((a, b) => ((a.decided ?? '') < (b.decided ?? '') ? 1 : -1))
      .slice(0, DECIDED)
      .map(withoutOpening),
    lookedFor: (await store.suggestionBasis())?.at ?? null,
  };
}

/** A suggestion with all that helps to decide on it. */
export interface SuggestionShown {
  readonly suggestion: Suggested;
  /** What accepting it edits, in the unified format of diff; empty: nothing. */
  readonly diff: string;
  /** Stands for that change where it is accepted. */
  readonly shown: string;
  /** What it would have changed in the last 30 days; null: nothing about a topic. */
  readonly replay: Backtest | null;
}

/** Rejects with a `Refusal` where no suggestion has that number. */
export async function suggestionShown(services: Services, number: number): Promise<SuggestionShown> {
  await suggestionNumbered(services, number);
  const { suggestion, changed, diff, replay } = await showSuggestion(services, number);
  return { suggestion: withoutOpening(suggestion), diff, shown: changeShown(changed), replay };
}

const withoutOpening = ({ opening: _, ...suggestion }: Suggestion): Suggested => suggestion;
