import type { Store } from '../domain/store.ts';
import { daysBefore, type Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { JudgedArticle } from '../domain/view.ts';
import { forgottenFacet } from '../watchlist/health/facets.ts';
import { healthOf, type TopicHealth } from '../watchlist/health/health.ts';

/** How long it looks back where nothing else is said. */
const USUAL_DAYS = 30;
/** The newest stories whose origins are looked at. */
const COMPARED_MOST = 500;

/** How a topic does, over the last days: for `topic status` and the page. Reads the store, changes nothing. */
export async function topicHealth(
  store: Store,
  topic: Topic,
  now: Instant,
  days: number = USUAL_DAYS,
): Promise<TopicHealth> {
  const since = daysBefore(now, days);
  const articles: JudgedArticle[] = [];
  for await (const article of store.judged(topic.id, since)) articles.push(article);
  const stories = await store.stories(topic.id, COMPARED_MOST);
  const origins = new Map(
    stories.flatMap(({ story, comparison }) =>
      comparison === null ? [] : [[story.id, comparison.origins.length] as const],
    ),
  );
  return healthOf(topic, articles, { since, until: now, origins });
}

/** What may be forgotten in the file of a topic that never accepted anything, in a sentence; null: nothing speaks for that. */
export async function forgottenIn(store: Store, topic: Topic, now: Instant): Promise<string | null> {
  if ((await store.stories(topic.id, 1)).length > 0) return null;
  const { facets, decided } = await topicHealth(store, topic, now);
  return forgottenFacet(facets, decided.accepted);
}
