import type { Comparison } from '../../domain/comparison.ts';
import type { Store } from '../../domain/store.ts';
import type { Story, StoryAct } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { ArticleView, StoryView } from '../../domain/view.ts';
import { isEdited, type Passage, revisionDiff } from '../../stories/revisions.ts';
import type { Services } from '../services.ts';
import { comparingAcross } from './across.ts';
import { storiesSpokenOf } from './changes.ts';

/** A story as it is known now, retellings that its entry does not tell of yet included. */
export interface StoryReport {
  readonly story: Story;
  readonly hidden: boolean;
  /** In the order they joined. */
  readonly timeline: readonly TimelineEntry[];
  /** Over all accounts there are now. */
  readonly comparison: Comparison;
  /** What people said of it and what stands, oldest first. */
  readonly acts: readonly StoryAct[];
}

/** One account of a story. */
export interface TimelineEntry {
  readonly view: ArticleView;
  readonly role: 'opening' | 'news' | 'retelling';
  /** What it added, in its own sentences. */
  readonly news: readonly string[];
  /** What its outlet changed in it since, an edit after the other. */
  readonly edits: readonly (readonly Passage[])[];
  /** Since when its source carries it no more, though it carries older ones; null: it does. */
  readonly vanished: Instant | null;
}

/** Everything that is known of a story, computed from all its accounts. */
export async function readStory(services: Services, view: StoryView): Promise<StoryReport> {
  const { sources, topics } = await services.settings();
  const store = await services.store();
  const { story, articles, hidden } = view;
  const concepts = topics.find(({ id }) => id === story.topicId)?.concepts ?? [];
  const compare = comparingAcross(store, { id: story.topicId, concepts }, sources);
  const vanished = await store.vanished(story.articleIds);
  const timeline = await Promise.all(
    articles.map(async (one) => ({
      ...(await timelineEntry(store, view, one)),
      vanished: vanished.get(one.article.id) ?? null,
    })),
  );
  const acts = (await store.storyActs(story.topicId)).filter(
    (act) => act.undone === null && storiesSpokenOf(act).includes(story.id),
  );
  const comparison = await compare(
    story.id,
    articles.map(({ article }) => article),
  );
  return { story, hidden, timeline, acts, comparison };
}

async function timelineEntry(
  store: Store,
  { developments }: StoryView,
  view: ArticleView,
): Promise<Omit<TimelineEntry, 'vanished'>> {
  const own = developments.filter(({ articleId }) => articleId === view.article.id);
  const news = own.map(({ text }) => text).filter((text) => text !== '');
  const opens = own.some(({ kind }) => kind === 'opening');
  const role = opens ? 'opening' : own.length > 0 ? 'news' : 'retelling';
  return { view, role, news, edits: await editsOf(store, view) };
}

/** What changed from one wording that is kept to the next. */
async function editsOf(store: Store, { article }: ArticleView): Promise<TimelineEntry['edits']> {
  if (article.revision === 1) return [];
  const wordings = await store.revisions(article.id);
  return wordings
    .slice(1)
    .flatMap((after, at) => {
      const before = wordings[at];
      return before === undefined ? [] : [revisionDiff(before, after)];
    })
    .filter(isEdited);
}
