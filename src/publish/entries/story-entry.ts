import type { Comparison } from '../../domain/comparison.ts';
import type { Development } from '../../domain/story.ts';
import type { Topic } from '../../domain/topic.ts';
import type { ArticleView, StoryView } from '../../domain/view.ts';
import type { PublishedEntry, Publishing } from '../entry.ts';
import { mintedId } from '../ids.ts';
import { line } from '../plain-text.ts';
import { type Account, accountOf, linksOf } from './account.ts';
import { explain } from './body.ts';
import { countsLine, showable } from './compared.ts';
import { inReadersWords } from './readers-words.ts';
import { categoriesOf, labelsOf } from './tags.ts';
import { entryTitle } from './title.ts';
import { whyAccepted } from './why.ts';

/**
 * A story in its present state: the state of its newest development. A retelling that joined since shows nowhere in it, so
 * that the entry keeps every byte until there is something to say.
 */
export function storyEntry(view: StoryView, topic: Topic, publishing: Publishing): PublishedEntry {
  const { story, developments } = view;
  const lead = view.articles.find(({ article }) => article.id === story.leadId) ?? firstOf(view);
  const news = newsSinceOpening(developments).slice(-1);
  return {
    id: mintedId(publishing.settings.tagAuthority, `${topic.id}/story`, story.id),
    published: story.opened,
    updated: story.updated,
    ...tell(lead, knownBy(view, developments), view.comparison, news, topic, publishing),
  };
}

/** What became known after a story was first shown: what came in the cycle of its opening is among its accounts, and no news. */
export function newsSinceOpening(developments: readonly Development[]): readonly Development[] {
  const opening = developments.find(({ kind }) => kind === 'opening');
  return developments.filter(({ at }) => at !== opening?.at);
}

/**
 * A development, as the story stood then, led by the article that brought it; an opening by the lead of the story. Where it tells
 * of several, by the newest in a language that readers prefer.
 *
 * @param news the developments it tells of, itself the last; the newest is told first, since room is short.
 */
export function updateEntry(
  view: StoryView,
  development: Development,
  news: readonly Development[],
  topic: Topic,
  publishing: Publishing,
): PublishedEntry {
  const { languages } = publishing.settings;
  const articleOf = (id: string) => view.articles.find(({ article }) => article.id === id);
  const newestFirst = news.toReversed();
  const readable = newestFirst.filter(({ articleId }) =>
    languages.includes(articleOf(articleId)?.article.language ?? ''),
  );
  const told = new Set([...readable, ...newestFirst]);
  const [first = development] = told;
  const leadId = development.kind === 'opening' ? view.story.leadId : first.articleId;
  const lead = articleOf(leadId) ?? firstOf(view);
  const own = developmentsOf(development, view);
  const until = own.slice(0, own.findIndex(({ id }) => id === development.id) + 1);
  return {
    id: mintedId(publishing.settings.tagAuthority, `${topic.id}/update`, development.id),
    published: development.at,
    updated: development.at,
    ...tell(lead, knownBy(view, until), view.comparison, [...told], topic, publishing),
  };
}

/**
 * The developments that arose in the same story, oldest first. Those that came along when stories merged are of another
 * one; what was said of each before must stay as it was.
 */
export function developmentsOf({ storyId }: Development, view: StoryView): readonly Development[] {
  return view.developments.filter((other) => other.storyId === storyId);
}

/**
 * The articles that had joined the story when the last of these developments came: up to the one that brought it, and the
 * retellings that were first seen in the same cycle, since nothing was published in between.
 */
function knownBy(view: StoryView, developments: readonly Development[]): readonly ArticleView[] {
  const places = developments.map(({ articleId }) =>
    view.articles.findIndex(({ article }) => article.id === articleId),
  );
  const first = Math.max(0, Math.min(...places));
  const last = Math.max(0, ...places);
  const at = developments.at(-1)?.at;
  return view.articles.filter(
    ({ article }, place) => place >= first && (place <= last || article.firstSeen === at),
  );
}

/** Accounts that an entry links beside its lead, the newest: a story may grow for a year. */
const MOST_LINKED = 60;

function tell(
  lead: ArticleView,
  known: readonly ArticleView[],
  compared: Comparison | null,
  news: readonly Development[],
  topic: Topic,
  publishing: Publishing,
): Pick<PublishedEntry, 'title' | 'language' | 'links' | 'categories' | 'authors' | 'body' | 'source'> {
  const account = accountOf(lead.article, publishing);
  const besides = known.filter(({ article }) => article.id !== lead.article.id);
  const allOthers = besides.map(({ article }) => accountOf(article, publishing));
  const others = besides.slice(-MOST_LINKED);
  const otherAccounts = allOthers.slice(-MOST_LINKED);
  const accounts: readonly [Account, ...Account[]] = [account, ...otherAccounts];
  const comparison =
    compared && showable(inReadersWords(compared, topic.concepts, publishing.settings.languages), accounts);
  const tags = [lead, ...others].flatMap(({ judgement }) => judgement.tags);
  return {
    title: entryTitle(account, lead.judgement, topic, publishing.settings.languages),
    language: account.language,
    links: linksOf(account, otherAccounts),
    categories: categoriesOf(tags, topic, publishing),
    authors: [account.outlet],
    body: explain({
      counts: countsLine([account, ...allOthers], comparison),
      comparison,
      news: quotable(news, accounts),
      accounts,
      unlisted: besides.length - others.length,
      tags: labelsOf(tags, topic),
      why: whyAccepted(lead.judgement, topic, account),
      advice: [],
    }),
    source: null,
  };
}

/** What the developments say, but for those whose source lets nothing but its titles be shown. */
function quotable(news: readonly Development[], accounts: readonly Account[]): readonly string[] {
  return news
    .filter(({ articleId }) =>
      accounts.some(({ article, republish }) => article.id === articleId && republish !== 'title'),
    )
    .map(({ text }) => line(text))
    .filter((text) => text !== '');
}

function firstOf(view: StoryView): ArticleView {
  const [first] = view.articles;
  if (first === undefined) throw new Error(`story ${view.story.id} was given without its articles`);
  return first;
}
