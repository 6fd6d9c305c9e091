// The parts of a corpus as the store takes them, without what does not matter to a figure.
import type { Article } from '../src/domain/article.ts';
import type { ChangeSet, Judgement } from '../src/domain/change.ts';
import type { Story } from '../src/domain/story.ts';
import { uuidFrom } from '../src/text/fingerprints.ts';

type ArticleParts = Pick<Article, 'id' | 'sourceId' | 'title' | 'language' | 'firstSeen'> & Partial<Article>;

/** An article of the corpus, published when it was first seen. */
export function storedArticle(parts: ArticleParts): Article {
  const { id, sourceId, firstSeen } = parts;
  return {
    url: `https://${sourceId}.example/${id}`,
    keys: [`guid:${sourceId}:${id}`],
    contentHash: id,
    summary: '',
    text: null,
    html: null,
    authors: [],
    categories: [],
    enclosures: [],
    published: firstSeen,
    updated: null,
    publisher: null,
    revision: 1,
    ...parts,
  };
}

/** That an article was accepted, unless `other` says otherwise. */
export function judgementOn({ id }: Article, topicId: string, other: Partial<Judgement> = {}): Judgement {
  return {
    articleId: id,
    topicId,
    topicHash: 'bench',
    decision: 'accepted',
    score: 0.8,
    acceptAt: 0.5,
    reviewAt: 0.3,
    reasons: [],
    missing: [],
    nearest: null,
    flip: '',
    judged: 'full',
    tags: [],
    ...other,
  };
}

/** A story that all its accounts joined when it was opened, led by the first. */
export function storyOf([lead, ...others]: readonly [Article, ...Article[]], topicId: string): Story {
  return {
    id: uuidFrom('story', lead.id),
    topicId,
    leadId: lead.id,
    articleIds: [lead.id, ...others.map(({ id }) => id)],
    opened: lead.firstSeen,
    updated: lead.firstSeen,
    listed: true,
  };
}

/** One commit of new articles, with the openings of their stories. */
export function changeOf(
  articles: readonly Article[],
  judgements: readonly Judgement[],
  stories: readonly Story[],
): ChangeSet {
  return {
    at: articles.at(-1)?.firstSeen ?? '',
    articles,
    keys: articles.flatMap(({ id, keys }) => keys.map((key) => ({ key, articleId: id }))),
    sightings: articles.map(({ id, sourceId, url, firstSeen }) => ({
      articleId: id,
      sourceId,
      url,
      seen: firstSeen,
    })),
    pages: [],
    judgements,
    stories,
    closed: [],
    developments: stories.map(({ id, topicId, leadId, opened }) => ({
      id: uuidFrom('development', id),
      storyId: id,
      topicId,
      articleId: leadId,
      kind: 'opening',
      at: opened,
      text: '',
    })),
    comparisons: [],
    acts: [],
    sources: [],
    learned: [],
  };
}
