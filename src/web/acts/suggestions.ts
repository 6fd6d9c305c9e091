import { z } from 'zod';
import type { ChangedFile, Suggestion } from '../../domain/suggestion.ts';
import type { Services } from '../../pipeline/services.ts';
import { sha256 } from '../../text/fingerprints.ts';
import { Refusal } from '../refusal.ts';
import { checked } from './act.ts';

const NUMBER = z.coerce.number().int().positive();

/** What stands in the form for the change a person was shown; empty: nothing is edited. */
export const changeShown = (changed: ChangedFile | null): string =>
  changed === null ? '' : sha256(JSON.stringify([changed.file, changed.before, changed.after]));

/** Rejects with a `Refusal` where no suggestion has that number. */
export async function suggestionNumbered(services: Services, number: number): Promise<Suggestion> {
  const found = (await (await services.store()).suggestions()).find((one) => one.number === number);
  if (found !== undefined) return found;
  throw new Refusal(404, 'unknown-suggestion', `there is no suggestion ${number}`);
}

/** What accepting would make of a file now; null: nothing can be edited, or not before a feed is found. */
async function changedNow(services: Services, { state, change }: Suggestion): Promise<ChangedFile | null> {
  if (state !== 'open' || change === null) return null;
  if (change.kind === 'add-source' && change.feed === null) return null;
  return (await services.editor()).preview(change);
}

/** A suggestion that is not open, or is no more what it was, is a refusal here. */
function asRefusal(error: unknown): never {
  if (error instanceof Error && error.name === 'SuggestionTrouble')
    throw new Refusal(409, 'suggestion', error.message);
  throw error;
}

export const SUGGESTION_ACTS = [
  checked({
    name: 'accept-suggestion',
    fields: z.object({ number: NUMBER, shown: z.string().max(100).default('') }),
    async perform(services, { number, shown }) {
      const suggestion = await suggestionNumbered(services, number);
      const changed = await changedNow(services, suggestion);
      if (suggestion.state === 'open' && changeShown(changed) !== shown) throw CHANGED;
      const { acceptSuggestion } = await import('../../pipeline/suggestions/acts.ts');
      await acceptSuggestion(services, number, changed).catch(asRefusal);
      const where =
        changed === null
          ? 'Nothing in the settings was changed'
          : `${changed.file} is written; the next run goes by it`;
      return { text: `Suggestion ${number} is accepted. ${where}.`, undo: null };
    },
  }),
  checked({
    name: 'refuse-suggestion',
    fields: z.object({ number: NUMBER }),
    async perform(services, { number }) {
      await suggestionNumbered(services, number);
      const { refuseSuggestion } = await import('../../pipeline/suggestions/acts.ts');
      await refuseSuggestion(services, number).catch(asRefusal);
      return {
        text: `Suggestion ${number} is refused; it comes back when twice as much speaks for it.`,
        undo: null,
      };
    },
  }),
];

const CHANGED = new Refusal(
  409,
  'changed',
  'the settings were changed since this page was shown, and nothing was written; look at the change again',
);
