import type { Comparison } from '../../domain/comparison.ts';
import type { Topic } from '../../domain/topic.ts';
import type { ArticleView, StoryView } from '../../domain/view.ts';
import { type Account, accountOf } from '../entries/account.ts';
import { showable } from '../entries/compared.ts';
import { inReadersWords } from '../entries/readers-words.ts';
import type { Publishing } from '../entry.ts';

/** What a page of a topic needs besides what it shows. */
export interface PageView {
  readonly topic: Topic;
  /** Its sources bound how much of each text is shown. */
  readonly publishing: Publishing;
  readonly links: PageLinks;
}

/** Where the parts of a page lead, relative to it. */
export interface PageLinks {
  story(storyId: string): string;
  /** The page of an article; null: there is none, and its own address is linked. */
  article(articleId: string): string | null;
  /** The stories with a tag; null: there is no such list. */
  tagged(tagId: string): string | null;
}

/** One article of a story, and how it is told of. */
export interface Told {
  readonly view: ArticleView;
  readonly account: Account;
}

/** The accounts of a story in the order they joined, and the one it is shown by. */
export function tellersOf(
  { story, articles }: StoryView,
  { publishing }: PageView,
): { readonly lead: Told; readonly all: readonly Told[] } {
  const all = articles.map((view) => ({ view, account: accountOf(view.article, publishing) }));
  const lead = all.find(({ view }) => view.article.id === story.leadId) ?? all[0];
  if (lead === undefined) throw new Error(`story ${story.id} was given without its articles`);
  return { lead, all };
}

/** What of a story's comparison may be shown, in the readers' words; null: it was never compared. */
export function shownComparison(story: StoryView, view: PageView): Comparison | null {
  if (story.comparison === null) return null;
  const accounts = tellersOf(story, view).all.map(({ account }) => account);
  const { topic, publishing } = view;
  return inReadersWords(showable(story.comparison, accounts), topic.concepts, publishing.settings.languages);
}
