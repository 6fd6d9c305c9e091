import type { ChangeSet } from '../../domain/change.ts';
import type { Development, Story } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { StoryView } from '../../domain/view.ts';
import { uuidFrom } from '../../text/fingerprints.ts';

/** The stories of a topic as they stand while articles are placed, and what changed since `begin`. */
export interface TopicStories {
  /** Begins a set of changes. @param stories those that hold the articles of it, by article id. */
  begin(stories: ReadonlyMap<string, Story>): void;
  story(id: string): Story | undefined;
  storyOf(articleId: string): Story | undefined;
  /** Whether a story of this id is there or was closed by this set of changes. */
  holds(id: string): boolean;
  open(id: string, articleId: string, opening: { readonly now: Instant; readonly listed: boolean }): void;
  join(id: string, articleId: string): void;
  /** Shows a story by another of its articles. */
  lead(id: string, articleId: string): void;
  /**
   * Moves an article to another story; one that is left empty is closed and forwarded, one that is not there opened. What the
   * article brought was told where it was: a story that parts from another with it is no news by that. What it brought in this
   * set of changes nobody has read: it is told where the article comes, by the opening where that is new.
   */
  move(articleId: string, to: string, now: Instant): void;
  /** Makes a story stand as it is given, with articles that may be in others now; those that are left empty are closed. */
  restore(story: Story): void;
  /** Takes an article out; a story that is left empty is closed. */
  leave(articleId: string): void;
  /** Adds a development; it lists its story. @param revision of the article, where that is what brought it. */
  develop(
    id: string,
    development: Pick<Development, 'articleId' | 'kind' | 'at' | 'text'>,
    revision?: number,
  ): void;
  changes(): Pick<ChangeSet, 'stories' | 'closed' | 'developments'>;
}

/** @param views the stories as the store has them; what is not among them comes by `begin` */
export function openTopicStories(topicId: string, views: readonly StoryView[]): TopicStories {
  const stories = new Map<string, Story>();
  const byArticle = new Map<string, string>();
  /** When an article last brought something new. */
  const developed = new Map<string, Instant>();
  let changed = new Set<string>();
  let closed = new Map<string, string | null>();
  let developments: Development[] = [];
  /** Stories that this set of changes opened: nobody has seen them yet. */
  let opened = new Set<string>();

  const put = (story: Story): void => {
    stories.set(story.id, story);
    for (const articleId of story.articleIds) byArticle.set(articleId, story.id);
  };
  const change = (story: Story): void => {
    put(story);
    changed.add(story.id);
    closed.delete(story.id);
  };
  const begun = (story: { id: string; articleId: string; at: Instant; listed: boolean }): void => {
    const { id, articleId, at, listed } = story;
    opened.add(id);
    change({ id, topicId, leadId: articleId, articleIds: [articleId], opened: at, updated: at, listed });
  };
  const add = (development: Development): void => {
    developments.push(development);
    developed.set(development.articleId, development.at);
  };
  for (const view of views) {
    put(view.story);
    for (const { articleId, at } of view.developments) developed.set(articleId, at);
  }

  const takeOut = (articleId: string, into: string | null): void => {
    const story = stories.get(byArticle.get(articleId) ?? '');
    byArticle.delete(articleId);
    if (story === undefined) return;
    const [first, ...others] = story.articleIds.filter((id) => id !== articleId);
    if (first === undefined) {
      stories.delete(story.id);
      changed.delete(story.id);
      closed.set(story.id, into);
      return;
    }
    const articleIds = [first, ...others] as const;
    const leadId = story.leadId === articleId ? first : story.leadId;
    change({ ...story, articleIds, leadId, updated: newest(articleIds, developed) ?? story.updated });
  };

  /**
   * Takes back what an article brought in this set of changes; a story that it opened is opened by the first that stays.
   *
   * @returns what it told beside opening a story.
   */
  const untell = (articleId: string, former: Story | undefined): readonly Development[] => {
    const stays = stories.get(former?.id ?? '')?.articleIds[0];
    const its = developments.filter((one) => one.articleId === articleId);
    developments = developments.flatMap((one) => {
      if (one.articleId !== articleId) return [one];
      return one.kind === 'opening' && stays !== undefined ? [{ ...one, articleId: stays }] : [];
    });
    developed.delete(articleId);
    return its.filter(({ kind }) => kind !== 'opening');
  };

  const topicStories: TopicStories = {
    begin(known) {
      changed = new Set();
      closed = new Map();
      developments = [];
      opened = new Set();
      for (const [articleId, story] of known) {
        if (!byArticle.has(articleId) && !stories.has(story.id)) put(story);
      }
    },
    story: (id) => stories.get(id),
    storyOf: (articleId) => stories.get(byArticle.get(articleId) ?? ''),
    holds: (id) => stories.has(id) || closed.has(id),
    open(id, articleId, { now, listed }) {
      begun({ id, articleId, at: now, listed });
      const opening = { id: uuidFrom('development', id), storyId: id, topicId, articleId, at: now, text: '' };
      add({ ...opening, kind: 'opening' });
    },
    join(id, articleId) {
      const story = stories.get(id);
      if (story) change({ ...story, articleIds: [...story.articleIds, articleId] });
    },
    lead(id, leadId) {
      const story = stories.get(id);
      if (story) change({ ...story, leadId });
    },
    move(articleId, to, now) {
      const former = topicStories.storyOf(articleId);
      takeOut(articleId, to);
      const told = developed.get(articleId);
      const brought = told === now ? untell(articleId, former) : [];
      if (!stories.has(to)) {
        const listed = former?.listed ?? true;
        if (told === undefined || told === now) topicStories.open(to, articleId, { now, listed });
        else begun({ id: to, articleId, at: told, listed });
        return;
      }
      topicStories.join(to, articleId);
      const story = stories.get(to);
      if (story === undefined) return;
      const updated = told !== undefined && told < now && told > story.updated ? told : story.updated;
      change({ ...story, updated, listed: story.listed || (former?.listed ?? false) });
      for (const { kind, text } of brought) topicStories.develop(to, { articleId, kind, at: now, text });
    },
    restore(story) {
      for (const articleId of story.articleIds)
        if (byArticle.get(articleId) !== story.id) takeOut(articleId, story.id);
      change({ ...story, updated: newest(story.articleIds, developed) ?? story.updated });
    },
    leave(articleId) {
      takeOut(articleId, null);
    },
    develop(id, { articleId, kind, at, text }, revision = 1) {
      const story = stories.get(id);
      if (story) change({ ...story, updated: at, listed: true });
      add({
        id: uuidFrom('development', revision > 1 ? `${id} ${articleId} ${revision}` : `${id} ${articleId}`),
        storyId: id,
        topicId,
        articleId,
        kind,
        at,
        text,
      });
    },
    changes: () => ({
      stories: Array.from(changed).flatMap((id) => stories.get(id) ?? []),
      closed: Array.from(closed, ([storyId, into]) => ({ storyId, into })).filter(
        ({ storyId }) => !opened.has(storyId),
      ),
      developments: developments.filter(({ storyId }) => !closed.has(storyId) || !opened.has(storyId)),
    }),
  };
  return topicStories;
}

function newest(articleIds: readonly string[], developed: ReadonlyMap<string, Instant>): Instant | undefined {
  return articleIds
    .flatMap((id) => developed.get(id) ?? [])
    .sort()
    .at(-1);
}
