import type { Article, Sighting } from '../../domain/article.ts';
import type { Judgement } from '../../domain/change.ts';
import type { Story } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../reading.ts';
import { Refusal } from '../refusal.ts';

/** All there is to know of an article. */
export interface ArticleFacts {
  readonly article: Article;
  /** By topic, those of the settings first and in their order. */
  readonly judgements: readonly Judgement[];
  readonly sightings: readonly Sighting[];
  /** The stories it is in, one a topic. */
  readonly stories: readonly Story[];
  /** Every wording that is kept, oldest first, the present one last. */
  readonly revisions: readonly Article[];
  /** Since when it is gone from its source, while older ones stay; null: it is not. */
  readonly vanished: Instant | null;
}

/** @param reference an id, a beginning of one, or an address. @throws Refusal where there is no such article. */
export async function articleOf(
  { store, settings }: Pick<Reading, 'store' | 'settings'>,
  reference: string,
): Promise<ArticleFacts> {
  const article = await store.find(reference);
  if (article === null)
    throw new Refusal(
      404,
      'unknown-article',
      'the corpus has no article of that id; look for it by its words',
    );
  const rank = (id: string): number => {
    const place = settings.topics.findIndex((topic) => topic.id === id);
    return place < 0 ? settings.topics.length : place;
  };
  const judgements = await store.judgements(article.id);
  const stories = await Promise.all(settings.topics.map(({ id }) => store.storiesOf(id, [article.id])));
  return {
    article,
    judgements: judgements.toSorted((a, b) => rank(a.topicId) - rank(b.topicId)),
    sightings: await store.sightings(article.id),
    stories: stories.flatMap((byArticle) => byArticle.get(article.id) ?? []),
    revisions: article.revision > 1 ? await store.revisions(article.id) : [article],
    vanished: (await store.vanished([article.id])).get(article.id) ?? null,
  };
}
