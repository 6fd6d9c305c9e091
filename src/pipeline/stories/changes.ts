import type { Article } from '../../domain/article.ts';
import type { ChangeSet } from '../../domain/change.ts';
import type { Story, StoryAct } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { StoryView } from '../../domain/view.ts';
import { uuidFrom } from '../../text/fingerprints.ts';
import type { PlacingAgain } from './again.ts';
import { openTopicStories, type TopicStories } from './topic-stories.ts';

/** What a person's act changes, and the act itself, to be stored with it. */
export interface ActChange extends Pick<ChangeSet, 'stories' | 'closed' | 'developments'> {
  readonly act: StoryAct;
  /** The articles of the stories it changes, by id. */
  readonly articles: ReadonlyMap<string, Article>;
}

type Views = readonly [StoryView, ...StoryView[]];

/** All articles go into the first story; the others leave a mark that leads there. */
export function merge(views: Views, now: Instant): ActChange {
  const [{ story: into }, ...others] = views;
  const topicStories = openTopicStories(into.topicId, views);
  topicStories.begin(new Map());
  for (const { story } of others) for (const id of story.articleIds) topicStories.move(id, into.id, now);
  const articleIds = views.flatMap(({ story }) => story.articleIds);
  const done = act('merge', into.id, views, articleIds.map(holdIn(into.id)), now);
  return { ...topicStories.changes(), act: done, articles: articlesOf(views) };
}

/**
 * Articles leave a story for one of their own; neither these nor the others go back by themselves.
 *
 * @param articleIds some of the story's, not all.
 * @param storyId the id of the new story.
 */
export function split(
  view: StoryView,
  articleIds: readonly string[],
  storyId: string,
  now: Instant,
): ActChange {
  const { story } = view;
  const topicStories = openTopicStories(story.topicId, [view]);
  topicStories.begin(new Map());
  for (const id of articleIds) topicStories.move(id, storyId, now);
  const staying = story.articleIds.filter((id) => !articleIds.includes(id));
  const holds = [...articleIds.map(holdIn(storyId)), ...staying.map(holdIn(story.id))];
  return {
    ...topicStories.changes(),
    act: act('split', storyId, [view], holds, now),
    articles: articlesOf([view]),
  };
}

/** The story leaves every feed, and its articles join no other. */
export function hide(view: StoryView, now: Instant): ActChange {
  const { id, articleIds } = view.story;
  const holds = articleIds.map(holdIn(id));
  const done = act('hide', id, [view], holds, now);
  return { stories: [], closed: [], developments: [], act: done, articles: new Map() };
}

/**
 * Takes an act back: articles return to the stories they were in, as far as they are still in a story the act speaks of.
 * What came since is placed again; where that says nothing it stays, or goes along if its story goes.
 *
 * @param beside acts that were taken back while it stood: what came since these were said has been placed beside it, too, and is
 *   placed again.
 * @param views the stories these acts speak of that are there now, and those around them.
 */
export function undo(
  taken: StoryAct,
  beside: readonly StoryAct[],
  views: readonly StoryView[],
  now: Instant,
  again: PlacingAgain,
): ActChange {
  const topicStories = openTopicStories(taken.topicId, views);
  topicStories.begin(new Map());
  const home = new Map(taken.before.flatMap(({ id, articleIds }) => articleIds.map((one) => [one, id])));
  const spokenOf = new Set(storiesSpokenOf(taken));
  const there = views
    .filter(({ story }) => spokenOf.has(story.id))
    .flatMap(({ story }) => story.articleIds.map((id) => ({ id, story })));
  goHome(topicStories, taken.before, there, home);
  const joined = new Set(there.map(({ id }) => id).filter((id) => !home.has(id)));
  // Others that came since may have kept away from a story that was not itself.
  const since = beside.reduce((first, { at }) => (at < first ? at : first), taken.at);
  const come = [...articlesOf(views).values()].filter(({ firstSeen }) => firstSeen > since);
  const late = [...new Set([...joined, ...come.map(({ id }) => id)])];
  const concerned = new Set([taken, ...beside].flatMap(storiesSpokenOf));
  for (const [id, to] of late.length === 0 ? [] : again(home, late)) {
    const from = topicStories.storyOf(id)?.id ?? '';
    const concerns = joined.has(id) || concerned.has(to) || concerned.has(from);
    if (concerns && to !== from) topicStories.move(id, to, now);
  }
  return { ...topicStories.changes(), act: { ...taken, undone: now }, articles: articlesOf(views) };
}

/** Gives stories back the articles they had; what joined since goes along where its story goes. */
function goHome(
  topicStories: TopicStories,
  before: readonly Story[],
  there: readonly { readonly id: string; readonly story: Story }[],
  home: ReadonlyMap<string, string>,
): void {
  const [fallback] = before;
  const homeOf = (id: string, present: Story): string | undefined =>
    home.get(id) ?? (before.some((story) => story.id === present.id) ? present.id : fallback?.id);
  for (const former of before) {
    const returning = there.filter(({ id, story }) => homeOf(id, story) === former.id).map(({ id }) => id);
    const order = [...former.articleIds, ...returning];
    const [first, ...others] = [...new Set(order)].filter((id) => returning.includes(id));
    if (first === undefined) continue;
    const articleIds = [first, ...others] as const;
    const leadId = articleIds.includes(former.leadId) ? former.leadId : first;
    topicStories.restore({ ...(topicStories.story(former.id) ?? former), articleIds, leadId });
  }
}

/** The stories an act speaks of. */
export const storiesSpokenOf = ({ storyId, before }: StoryAct): readonly string[] => [
  ...new Set([storyId, ...before.map(({ id }) => id)]),
];

/** The acts that were taken back while an act stood, and while those stood, in turn. */
export function takenBackBeside(taken: StoryAct, acts: readonly StoryAct[]): readonly StoryAct[] {
  const found = new Set([taken]);
  for (const { at, undone } of found)
    for (const act of acts)
      if (act.undone !== null && act.undone > at && (undone === null || act.undone <= undone)) found.add(act);
  found.delete(taken);
  return [...found];
}

const articlesOf = (views: readonly StoryView[]): ReadonlyMap<string, Article> =>
  new Map(views.flatMap(({ articles }) => articles.map(({ article }) => [article.id, article])));

const holdIn = (storyId: string) => (articleId: string) => ({ articleId, storyId });

function act(
  kind: StoryAct['kind'],
  storyId: string,
  views: readonly StoryView[],
  holds: StoryAct['holds'],
  at: Instant,
): StoryAct {
  const before = views.map(({ story }) => story);
  const topicId = before[0]?.topicId ?? '';
  const id = uuidFrom('story-act', `${kind} ${at} ${before.map((story) => story.id).join(' ')}`);
  return { id, topicId, kind, storyId, at, before, holds, undone: null };
}
