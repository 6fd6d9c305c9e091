import type { Article } from '../domain/article.ts';
import type { Judgement } from '../domain/change.ts';
import { FileTrouble } from '../domain/ports.ts';
import type { Store } from '../domain/store.ts';
import type { Story } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { itemsOfFile } from './documents.ts';
import { identify } from './identify.ts';
import { judgingOf } from './judging.ts';
import type { Services } from './services.ts';
import type { StoryExplained } from './stories/explain.ts';

/** An article with all that was decided on it. */
export interface Explained {
  readonly article: Article;
  /** One a topic, in the order of the settings. */
  readonly judgements: readonly Judgement[];
  /** The stories it is in. */
  readonly stories: readonly StoryExplained[];
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
  if (article === null) {
    const isStory = (await store.findStories(what)).length > 0;
    if (isStory)
      throw new FileTrouble(
        `${what} is a story; \`topicwatch stories ${what}\` shows its articles to ask about`,
      );
    return judgeFile(services, what);
  }
  const { topics } = await services.settings();
  const found = await Promise.all(topics.map(({ id }) => store.storiesOf(id, [article.id])));
  const stories = found.flatMap((byArticle) => byArticle.get(article.id) ?? []);
  return [
    {
      article,
      judgements: await store.judgements(article.id),
      stories: await explainStories(store, article.id, stories, topics),
      stored: true,
    },
  ];
}

async function explainStories(
  store: Store,
  articleId: string,
  stories: readonly Story[],
  topics: readonly Topic[],
): Promise<readonly StoryExplained[]> {
  if (stories.length === 0) return [];
  const { explainStory } = await import('./stories/explain.ts');
  const conceptsOf = (topicId: string) => topics.find(({ id }) => id === topicId)?.concepts ?? [];
  return Promise.all(
    stories.map((story) => explainStory(store, articleId, story, conceptsOf(story.topicId))),
  );
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
