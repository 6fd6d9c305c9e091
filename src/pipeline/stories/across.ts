import type { Article } from '../../domain/article.ts';
import type { Comparison } from '../../domain/comparison.ts';
import type { Source } from '../../domain/source.ts';
import type { Store } from '../../domain/store.ts';
import type { Concept, Topic } from '../../domain/topic.ts';
import type { StoryView } from '../../domain/view.ts';
import { conceptsIn, finderOf } from '../../stories/concepts-named.ts';
import { backgroundDays, differencesAcross, type OtherStory } from '../../stories/differences/across.ts';
import { accountOf, comparing } from './compare.ts';

/** Stories of the topic that are looked at, the newest ones shown, and how much of them is read. */
const RECENT = 40;
const ACCOUNTS = 3;
const CHARACTERS = 6_000;
/** Stories that are held against one, and accounts of it that look back. */
const HELD = 6;
const LOOKING_BACK = 12;
/** Concepts that must be named where an account looks back, and in the other story. */
const SHARED = 2;

/** Compares what the articles of a story say, among themselves and with the topic's other stories. */
export type ComparingStory = (storyId: string, articles: readonly Article[]) => Promise<Comparison>;

/**
 * What a story says of other events is held against the recent stories of its topic that name the same concepts: few of them, so
 * that the work is bounded. Those are read from the store once, when a story first looks back on something.
 */
export function comparingAcross(
  store: Store,
  { id, concepts }: Pick<Topic, 'id' | 'concepts'>,
  sources: readonly Source[],
): ComparingStory {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const compare = comparing(byId, concepts);
  let read: Promise<readonly NamedStory[]> | null = null;
  return async (storyId, articles) => {
    const comparison = compare(articles);
    const days = backgroundDays(
      articles.map((article) => accountOf(article, byId.get(article.sourceId))),
      concepts,
    );
    const looking = days
      .map(({ quote }) => conceptsIn(quote, finderOf(concepts)))
      .filter(({ size }) => size >= SHARED);
    if (looking.length === 0) return comparison;
    read ??= store
      .stories(id, RECENT, { listedOnly: true })
      .then((views) => views.map((view) => namedStory(view, byId, concepts)));
    const own = new Set(articles.map((article) => article.id));
    const others = (await read).filter(
      (other) => other.storyId !== storyId && !other.accounts.some(({ articleId }) => own.has(articleId)),
    );
    const lookingBack = new Set(days.map(({ articleId }) => articleId));
    const accounts = articles
      .filter((article) => lookingBack.has(article.id))
      .slice(-LOOKING_BACK)
      .map((article) => accountOf(article, byId.get(article.sourceId)));
    const across = differencesAcross(accounts, nearest(looking, others), concepts);
    return { ...comparison, differences: [...comparison.differences, ...across] };
  };
}

interface NamedStory extends OtherStory {
  /** Ids of the concepts its accounts name. */
  readonly named: ReadonlySet<string>;
}

/** The beginning of a story, without what private sources and those that were removed say: nothing of that is told elsewhere. */
function namedStory(
  { story, articles }: StoryView,
  sources: ReadonlyMap<string, Source>,
  concepts: readonly Concept[],
): NamedStory {
  const accounts = articles
    .map(({ article }) => ({ article, source: sources.get(article.sourceId) }))
    .filter(({ source }) => source !== undefined && !source.private)
    .slice(0, ACCOUNTS)
    .map(({ article, source }) => accountOf(article, source))
    .map((account) => ({ ...account, text: account.text.slice(0, CHARACTERS) }));
  const text = accounts.map((account) => `${account.title}\n${account.text}`).join('\n');
  return { storyId: story.id, accounts, named: conceptsIn(text, finderOf(concepts)) };
}

/** The stories that name most of what one sentence names; of those that name as much the newest. */
function nearest(
  sentences: readonly ReadonlySet<string>[],
  others: readonly NamedStory[],
): readonly NamedStory[] {
  return others
    .map((other) => ({
      other,
      shared: Math.max(...sentences.map((named) => [...named].filter((id) => other.named.has(id)).length)),
    }))
    .filter(({ shared }) => shared >= SHARED)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, HELD)
    .map(({ other }) => other);
}
