import type { Article } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import { PLAIN_SOURCE, type Source } from '../domain/source.ts';
import type { Concept } from '../domain/topic.ts';
import type { Account } from '../stories/account.ts';
import { compare } from '../stories/compare.ts';

/** Compares what the articles of one story say. */
export type Comparing = (articles: readonly Article[]) => Comparison;

/** Of a story that has grown long only the newest accounts are compared: the work is bounded. */
export const MOST_COMPARED = 60;

/**
 * @param sources by id; of an article whose source was removed since only the publisher it states is known.
 * @param concepts the topic's.
 */
export function comparing(sources: ReadonlyMap<string, Source>, concepts: readonly Concept[]): Comparing {
  return (articles) =>
    compare(
      articles.slice(-MOST_COMPARED).map((article) => accountOf(article, sources.get(article.sourceId))),
      concepts,
    );
}

function accountOf(article: Article, source: Source | undefined): Account {
  const { id, title, text, summary, language, published, firstSeen, url, publisher, sourceId } = article;
  return {
    articleId: id,
    title,
    text: text ?? summary,
    language,
    published,
    firstSeen,
    timezone: source?.timezone ?? PLAIN_SOURCE.timezone,
    url,
    outlet: publisher?.name ?? source?.title ?? sourceId,
    outletKind: source?.kind ?? PLAIN_SOURCE.kind,
  };
}
