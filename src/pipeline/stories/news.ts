import type { Article } from '../../domain/article.ts';
import type { Lease } from '../../domain/lease.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Store } from '../../domain/store.ts';
import type { Instant } from '../../domain/time.ts';
import { stateChange } from '../state-change.ts';

/** An entry has room for eight accounts: of a long story the lead and so many of the newest are compared for it. */
const MOST = 30;

/**
 * Compares the accounts of the stories in which something new was told since they were last compared, of those that the feeds
 * show. Once a cycle, when all that came is in its story. A retelling tells nothing new, so that it changes no comparison: what
 * is published of a story is what was found at its newest development.
 */
export async function compareNews(
  store: Store,
  lease: Lease,
  { topics, sources, publish }: Settings,
  now: Instant,
): Promise<void> {
  for (const { id, concepts } of topics) {
    const views = await store.uncompared(id, publish.entries);
    if (views.length === 0) continue;
    const { comparingAcross } = await import('./across.ts');
    const compare = comparingAcross(store, { id, concepts }, sources);
    const comparisons = [];
    for (const { story, articles } of views) {
      const told = articles.map(({ article }) => article);
      const isShown = ({ id }: Article, place: number) => id === story.leadId || place >= told.length - MOST;
      comparisons.push({ storyId: story.id, comparison: await compare(story.id, told.filter(isShown)) });
    }
    await store.commit(lease, { ...stateChange([], now), comparisons });
  }
}
