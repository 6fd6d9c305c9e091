import type { Article } from '../domain/article.ts';
import type { ChangeSet, Judgement } from '../domain/change.ts';
import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Concept } from '../domain/topic.ts';
import type { StoryView } from '../domain/view.ts';
import { newInEdit } from '../stories/edits.ts';
import { ONE_TOPIC } from '../stories/grouping/field.ts';
import { type Placed as Answer, Grouping } from '../stories/grouping/grouping.ts';
import { type LeadOrder, statedOf } from './lead.ts';
import { arrivalOf, restorable } from './stories/arrivals.ts';
import { type Comparing, newOrigin } from './stories/compare.ts';
import type { Holds } from './stories/holds.ts';
import { lookedFor } from './stories/looked-for.ts';
import { storyIds } from './stories/story-ids.ts';
import { openTopicStories, type TopicStories } from './stories/topic-stories.ts';

export type Placed = Pick<ChangeSet, 'stories' | 'closed' | 'developments'>;

/** What decides whether an accepted article may still appear in the feeds, and whether its story is shown by it. */
export interface Standing {
  readonly now: Instant;
  /** Articles that stated an earlier date when they were first seen are old finds. */
  readonly notBefore: Instant;
  readonly leads: LeadOrder;
  readonly compare: Comparing;
}

/** The stories of one topic while its articles are placed, a batch after the other. */
export interface Placing {
  /**
   * Gives every accepted article its story, and takes articles that are no longer accepted out of theirs.
   *
   * @param judgements of this topic.
   * @param stories the stories that hold any of these articles now, by article id.
   */
  place(
    articles: ReadonlyMap<string, Article>,
    judgements: readonly Judgement[],
    stories: ReadonlyMap<string, Story>,
    standing: Standing,
  ): Placed;
}

/**
 * Opens the stories that a new article may join.
 *
 * A story's id is minted from its topic and the article that opened it, so an article that leaves the feed and is
 * accepted again later returns under the id its readers know. An article that tells something new moves its story on
 * (a development), and so does an edit of one it has; a retelling joins it silently. Old finds (a first run over a full feed, a
 * new source, a changed topic) enter the corpus but are not listed, and move nothing: nobody's reader is flooded. The first fresh
 * article of such a story lists it.
 *
 * @param candidates the topic's stories with a recent development, and those of the holds, read under the lease.
 * @param holds where people want articles to be.
 * @param concepts of the topic.
 */
export function openPlacing(
  topicId: string,
  candidates: readonly StoryView[],
  holds: Holds = new Map(),
  concepts: readonly Concept[] = [],
): Placing {
  const topicStories = openTopicStories(topicId, candidates);
  let grouping: Grouping | null = null;
  /** Reading the candidates takes most of a second, so it waits until an article wants to join. */
  const opened = (): Grouping => {
    if (grouping !== null) return grouping;
    const newId = storyIds(topicId, (id) => topicStories.holds(id));
    grouping = new Grouping(ONE_TOPIC, newId, lookedFor(concepts));
    const members = restorable(candidates, holds);
    grouping.restore(members.filter(({ id, story }) => topicStories.storyOf(id)?.id === story));
    return grouping;
  };
  /** The articles that stories are made of. */
  const known = new Map(
    candidates.flatMap((view) => view.articles.map(({ article }) => [article.id, article])),
  );

  /** What comparing them gave when they were last told. */
  const compared = new Map(candidates.map(({ story, comparison }) => [story.id, comparison]));
  const originBrought = (
    article: Article,
    { id, articleIds }: Story,
    { compare }: Standing,
  ): string | null => {
    const before = compared.get(id) ?? null;
    const others = articleIds.flatMap((other) => known.get(other) ?? []);
    return before === null ? null : newOrigin(article, before, others, compare);
  };

  return {
    place(articles, judgements, stories, standing) {
      topicStories.begin(stories);
      const edited: { readonly before: Article; readonly after: Article }[] = [];
      for (const { articleId, decision } of judgements) {
        const article = articles.get(articleId);
        const before = known.get(articleId);
        if (decision === 'accepted' && article !== undefined) {
          known.set(articleId, article);
          if (before !== undefined && before.revision < article.revision)
            edited.push({ before, after: article });
        }
        if (decision === 'accepted' || topicStories.storyOf(articleId) === undefined) continue;
        grouping?.remove(articleId);
        topicStories.leave(articleId);
      }
      const joining = judgements.flatMap((judgement) => {
        const article = articles.get(judgement.articleId);
        const isNew =
          judgement.decision === 'accepted' && topicStories.storyOf(judgement.articleId) === undefined;
        return isNew && article !== undefined
          ? [{ article, arrival: arrivalOf(article, judgement, holds) }]
          : [];
      });
      const answers = joining.length === 0 ? [] : opened().add(joining.map(({ arrival }) => arrival));
      for (const [index, { article }] of joining.entries()) {
        const answer = answers[index];
        if (!answer) continue;
        settle(topicStories, article, answer, standing, originBrought);
      }
      const touched = answers.flatMap(({ story, moved }) => [story, ...moved.map((one) => one.story)]);
      for (const id of new Set(touched)) lead(topicStories, id, known, standing);
      for (const { before, after } of edited) tellEdit(topicStories, before, after, known, standing);
      return topicStories.changes();
    },
  };
}

/** Of a story that has grown long an edit is held against so many of the newest accounts. */
const MOST_READ = 30;

/** An edit that tells something new moves the story on: a running account is often written over what stood there before. */
function tellEdit(
  topicStories: TopicStories,
  before: Article,
  after: Article,
  known: ReadonlyMap<string, Article>,
  { now, notBefore }: Standing,
): void {
  const story = topicStories.storyOf(after.id);
  if (story === undefined || !story.listed || !isFresh(after, notBefore)) return;
  const others = story.articleIds.filter((id) => id !== after.id).slice(-MOST_READ);
  const news = newInEdit(
    before,
    after,
    others.flatMap((id) => known.get(id) ?? []),
  );
  if (news.length === 0) return;
  const text = news.join(' ');
  topicStories.develop(story.id, { articleId: after.id, kind: 'fact', at: now, text }, after.revision);
}

/** Whether it may still appear in the feeds. */
const isFresh = (article: Article, notBefore: Instant): boolean =>
  article.undatedFind !== true && statedOf(article) >= notBefore;

/**
 * Puts an article where the grouping says, after those that it moved.
 *
 * @param originBrought the sentence by which it names an origin that is new to the story; null: none.
 */
function settle(
  topicStories: TopicStories,
  article: Article,
  { story: id, news, moved }: Answer,
  standing: Standing,
  originBrought: (article: Article, story: Story, standing: Standing) => string | null,
): void {
  const { now, notBefore } = standing;
  const parts = moved.some(({ story }) => story === id) && topicStories.story(id) === undefined;
  for (const { id: articleId, story } of moved) topicStories.move(articleId, story, now);
  const fresh = isFresh(article, notBefore);
  const story = topicStories.story(id);
  if (story === undefined) {
    topicStories.open(id, article.id, { now, listed: fresh });
  } else if (fresh && (news.length > 0 || !story.listed || (parts && story.updated !== now))) {
    // With what was told of another event the story parts from that: its own news is what comes now.
    topicStories.join(id, article.id);
    topicStories.develop(id, { articleId: article.id, kind: 'fact', at: now, text: news.join(' ') });
  } else {
    // What comes in the cycle of a development is told with it.
    const isShown = fresh && story.listed && story.updated !== now;
    const origin = isShown ? originBrought(article, story, standing) : null;
    topicStories.join(id, article.id);
    if (origin !== null)
      topicStories.develop(id, { articleId: article.id, kind: 'origin', at: now, text: origin });
  }
}

/** A story that opened in this cycle has been shown to nobody: it is led by the best of its articles. */
function lead(
  topicStories: TopicStories,
  id: string,
  known: ReadonlyMap<string, Article>,
  { now, leads }: Standing,
): void {
  const story = topicStories.story(id);
  if (story?.opened !== now) return;
  const [best] = story.articleIds.flatMap((one) => known.get(one) ?? []).toSorted(leads);
  if (best !== undefined && best.id !== story.leadId) topicStories.lead(id, best.id);
}
