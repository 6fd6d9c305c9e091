import type { Article } from '../domain/article.ts';
import type { ChangeSet, Judgement } from '../domain/change.ts';
import type { Development, Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import { uuidFrom } from '../text/fingerprints.ts';

export type Placed = Pick<ChangeSet, 'stories' | 'closed' | 'developments'>;

/** What decides whether an accepted article may still appear in the feeds. */
export interface Freshness {
  readonly now: Instant;
  /** Articles that stated an earlier date when they were first seen are old finds. */
  readonly notBefore: Instant;
}

/**
 * Gives every accepted article its story, and takes articles that are no longer accepted out of theirs.
 *
 * A story's id is minted from its topic and the article that opened it, so an article that leaves the feed and is
 * accepted again later returns under the id its readers know. Old finds (a first run over a full feed, a new source, a
 * changed topic) enter the corpus but are not listed: nobody's reader is flooded.
 *
 * @param judgements of one topic.
 * @param stories the stories that hold any of these articles now, by article id.
 */
export function place(
  articles: ReadonlyMap<string, Article>,
  judgements: readonly Judgement[],
  stories: ReadonlyMap<string, Story>,
  freshness: Freshness,
): Placed {
  const changed: Story[] = [];
  const closed: { storyId: string; into: null }[] = [];
  const developments: Development[] = [];

  for (const { articleId, topicId, decision } of judgements) {
    const article = articles.get(articleId);
    const story = stories.get(articleId);
    if (article === undefined) continue;
    if (decision === 'accepted' && story === undefined) {
      const opened = open(topicId, article, freshness);
      changed.push(opened.story);
      developments.push(opened.development);
    } else if (decision !== 'accepted' && story !== undefined) {
      closed.push({ storyId: story.id, into: null });
    }
  }
  return { stories: changed, closed, developments };
}

function open(
  topicId: string,
  article: Article,
  { now, notBefore }: Freshness,
): { story: Story; development: Development } {
  const id = uuidFrom('story', `${topicId} ${article.id}`);
  const stated = article.published ?? article.updated ?? article.firstSeen;
  return {
    story: {
      id,
      topicId,
      leadId: article.id,
      articleIds: [article.id],
      opened: now,
      updated: now,
      listed: stated >= notBefore,
    },
    development: {
      id: uuidFrom('development', id),
      storyId: id,
      topicId,
      articleId: article.id,
      kind: 'opening',
      at: now,
      text: '',
    },
  };
}
