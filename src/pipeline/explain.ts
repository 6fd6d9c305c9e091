import type { Article } from '../domain/article.ts';
import type { Judgement } from '../domain/change.ts';
import { FileTrouble } from '../domain/ports.ts';
import type { Story } from '../domain/story.ts';
import { itemsOfFile } from './documents.ts';
import { identify } from './identify.ts';
import { judgingOf } from './judging.ts';
import type { Services } from './services.ts';

/** An article with all that was decided on it. */
export interface Explained {
  readonly article: Article;
  /** One a topic, in the order of the settings. */
  readonly judgements: readonly Judgement[];
  /** The stories it is in. */
  readonly stories: readonly Story[];
  /** False for a document that was judged just now and is not in the corpus. */
  readonly stored: boolean;
}

/**
 * Looks up an article by id or address, else judges the documents of a file. Rejects with `FileTrouble` where it is none of
 * the three.
 */
export async function explain(services: Services, what: string): Promise<readonly Explained[]> {
  const store = await services.store();
  const article = await store.find(what);
  if (article === null) return judgeFile(services, what);
  const { topics } = await services.settings();
  const stories = await Promise.all(topics.map(({ id }) => store.storiesOf(id, [article.id])));
  return [
    {
      article,
      judgements: await store.judgements(article.id),
      stories: stories.flatMap((byArticle) => byArticle.get(article.id) ?? []),
      stored: true,
    },
  ];
}

async function judgeFile(services: Services, path: string): Promise<readonly Explained[]> {
  const items = await itemsOfFile(services, path).catch((error: unknown) => {
    if (!(error instanceof FileTrouble)) throw error;
    throw new FileTrouble(
      `no article of the corpus has the id or address ${path}, and as a file: ${error.message}`,
    );
  });
  const { topics } = await services.settings();
  const store = await services.store();
  const judgings = await Promise.all(topics.map((topic) => judgingOf(store, topic)));
  const { articles } = identify(items, new Map(), services.clock.now().toISOString());
  return articles.map((article) => ({
    article,
    judgements: judgings.map(({ judge }) => judge(article, undefined)),
    stories: [],
    stored: false,
  }));
}
