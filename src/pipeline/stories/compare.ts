import type { Article } from '../../domain/article.ts';
import type { Comparison, Origin } from '../../domain/comparison.ts';
import { PLAIN_SOURCE, type Source, type SourceKind } from '../../domain/source.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../../stories/account.ts';
import { compare } from '../../stories/compare.ts';

/** Compares what the articles of one story say. */
export type Comparing = (articles: readonly Article[]) => Comparison;

/** Of a story that has grown long only the newest accounts are compared: the work is bounded. */
const MOST_COMPARED = 60;

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

/** Whose word moves a story: that of a person or an outlet is one of many. */
const BODIES: ReadonlySet<SourceKind> = new Set([
  'agency',
  'state-agency',
  'government',
  'international-body',
]);

/**
 * The sentence by which an article names an agency or a body that no account of its story went back to; null: it names none. Only
 * where it seems to are all accounts read again: one body has many names.
 *
 * @param before what comparing the accounts gave when the story was last told.
 * @param articles of the story, without this one.
 */
export function newOrigin(
  article: Article,
  before: Comparison,
  articles: readonly Article[],
  compare: Comparing,
): string | null {
  const names = new Set(before.origins.map(({ name }) => name));
  const concepts = new Set(before.origins.map(({ conceptId }) => conceptId));
  const isNew = ({ name, conceptId, kind, accounts }: Origin): boolean =>
    BODIES.has(kind) &&
    !names.has(name) &&
    (conceptId === null || !concepts.has(conceptId)) &&
    accounts.every(({ articleId, how }) => articleId === article.id && how === 'attribution');
  if (!compare([article]).origins.some(isNew)) return null;
  return compare([...articles, article]).origins.find(isNew)?.accounts[0]?.quote ?? null;
}

/** An article as its story hears it. @param source undefined: it was removed since. */
export function accountOf(article: Article, source: Source | undefined): Account {
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
