import type { Source } from '../../domain/source.ts';
import type { Instant } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { ArticleView } from '../../domain/view.ts';
import { feedAddress } from '../addresses.ts';
import type { EntryLink, PublishedEntry, Publishing } from '../entry.ts';
import { derivedId } from '../ids.ts';
import { firstWords, line } from '../plain-text.ts';
import { accountOf, linksOf, statedDate } from './account.ts';
import { explain } from './body.ts';
import { categoriesOf, labelsOf } from './tags.ts';
import { entryTitle } from './title.ts';
import { whyAccepted } from './why.ts';

/** A source that needs its keeper. */
export interface SourceTrouble {
  readonly source: Source;
  /** In a word or two: `failing`, `silent`, `gone`. */
  readonly health: string;
  /** Since when; together with `health` it makes one entry of the health feed. */
  readonly since: Instant;
  /** What happened and what to do. No counters, no poll times. */
  readonly message: string;
}

const SENTENCE_WORDS = 30;

/** A near miss, for the keeper to say yes or no to. Its link leads to a page that asks, never to one that acts. */
export function nearMissEntry(view: ArticleView, topic: Topic, publishing: Publishing): PublishedEntry {
  const { article, judgement } = view;
  const account = accountOf(article, publishing);
  const page = publishing.confirmUrl?.(topic.id, article.id) ?? null;
  const links = linksOf(account, []);
  return {
    id: derivedId(publishing.settings.tagAuthority, `${topic.id}/near-miss/${article.id}`),
    title: entryTitle(account, judgement, topic, publishing.settings.languages),
    language: account.language,
    published: statedDate(article),
    updated: article.firstSeen,
    links: page === null ? links : [confirming(page), ...links.map(asRelated)],
    categories: categoriesOf(judgement.tags, topic, publishing),
    authors: [account.outlet],
    body: explain({
      counts: scores(judgement, topic),
      comparison: null,
      news: [],
      accounts: [account],
      tags: labelsOf(judgement.tags, topic),
      why: whyAccepted(judgement, topic, account),
      advice: [firstWords(line(judgement.flip), SENTENCE_WORDS), `More: topicwatch explain ${article.id}`],
    }),
    source: null,
  };
}

/** Trouble of a source. It is a new entry each time trouble begins, and never again while it lasts. */
export function troubleEntry(trouble: SourceTrouble, publishing: Publishing): PublishedEntry {
  const { source, health, since, message } = trouble;
  const address = feedAddress(source);
  const advice = (text: string) => ({ role: 'advice', language: null, runs: [{ text }] }) as const;
  return {
    id: derivedId(publishing.settings.tagAuthority, `health/${source.id}/${health}/${since}`),
    title: `${source.title}: ${health}`,
    language: 'en',
    published: since,
    updated: since,
    links: address === null ? [] : [{ rel: 'alternate', href: address, title: source.title, language: null }],
    categories: [],
    authors: ['topicwatch'],
    body: [advice(message), advice(`To try it now: topicwatch sources check ${source.id}`)],
    source: null,
  };
}

function scores({ score, acceptAt, missing }: Verdict, { facets }: Topic): string {
  const lacking = facets.filter(({ id }) => missing.includes(id)).map(({ title }) => title);
  const numbers = `score ${score.toFixed(2)}, accepted from ${acceptAt.toFixed(2)}`;
  return lacking.length === 0 ? numbers : `${numbers} · not found: ${lacking.join(', ')}`;
}

const confirming = (href: string): EntryLink => ({ rel: 'alternate', href, title: null, language: null });

const asRelated = (link: EntryLink): EntryLink =>
  link.rel === 'alternate' ? { ...link, rel: 'related' } : link;
