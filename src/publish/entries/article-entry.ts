import type { Topic } from '../../domain/topic.ts';
import type { ArticleView } from '../../domain/view.ts';
import type { PublishedEntry, Publishing } from '../entry.ts';
import { derivedId } from '../ids.ts';
import { line } from '../plain-text.ts';
import { accountOf, linksOf, statedDate } from './account.ts';
import { explain } from './body.ts';
import { categoriesOf, labelsOf } from './tags.ts';
import { entryTitle } from './title.ts';
import { whyAccepted } from './why.ts';

/**
 * An accepted article with the feed it was taken from. `updated` is when it was first seen: that is when it came to this
 * feed, and what sources say of their own edits is often wrong.
 */
export function articleEntry(view: ArticleView, topic: Topic, publishing: Publishing): PublishedEntry {
  const { article, judgement } = view;
  const account = accountOf(article, publishing);
  const authors = account.private ? [] : article.authors.map(line).filter(Boolean);
  return {
    id: derivedId(publishing.settings.tagAuthority, `${topic.id}/article/${article.id}`),
    title: entryTitle(account, judgement, topic, publishing.settings.languages),
    language: account.language,
    published: statedDate(article),
    updated: article.firstSeen,
    links: linksOf(account, []),
    categories: categoriesOf(judgement.tags, topic, publishing),
    authors: authors.length === 0 ? [account.outlet] : authors,
    body: explain({
      counts: null,
      comparison: null,
      news: [],
      accounts: [account],
      tags: labelsOf(judgement.tags, topic),
      why: whyAccepted(judgement, topic, account),
      advice: [],
    }),
    source: account.feed,
  };
}
