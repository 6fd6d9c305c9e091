import type { Lease } from '../../domain/lease.ts';
import { DAY } from '../../domain/time.ts';
import type { Services } from '../services.ts';

/**
 * Looks for suggestions once a day, so that the keeper's feed tells of them. Not in the first cycle of a corpus, which nothing
 * can be told from yet: that only notes when it was.
 */
export async function suggestDaily(services: Services, lease: Lease): Promise<void> {
  const store = await services.store();
  const last = await store.suggestionBasis();
  const now = services.clock.now();
  if (last !== null && now.getTime() - Date.parse(last.at) < DAY) return;
  const files = await (await services.editor()).texts();
  const basis = { at: now.toISOString(), files };
  if (last === null) return store.recordSuggestions(lease, [], basis);
  const { lookForSuggestions } = await import('./look.ts');
  await lookForSuggestions(await services.settings(), store, lease, basis);
}
