import type { Article } from '../../domain/article.ts';
import type { Republish } from '../../domain/source.ts';
import type { Instant, Language } from '../../domain/time.ts';
import { sentences } from '../../text/sentences.ts';
import { feedAddress, publicAddress } from '../addresses.ts';
import type { EntryLink, Publishing, TakenFrom } from '../entry.ts';
import { countWords, firstWords, line } from '../plain-text.ts';

/** One article as an account of a story: who says it, where, and how much of it may be shown again. */
export interface Account {
  readonly article: Article;
  /** Who published it, for people. */
  readonly outlet: string;
  readonly language: Language;
  /** Null: it has none, or its source is private. */
  readonly address: string | null;
  readonly republish: Republish;
  readonly private: boolean;
  /** A state agency's title is led by its name. */
  readonly stateAgency: boolean;
  /** The feed that brought it; null: private, or its source was removed. */
  readonly feed: TakenFrom | null;
}

/** Words of an excerpt where the source allows no more. */
const EXCERPT_WORDS = 40;
/** Fewer say nothing. */
const FEW_WORDS = 5;
/** Characters that hold any excerpt, and a title before it; whole articles are not worth reading for that. */
const EXCERPT_FROM = 5_000;

/** An article as one of the accounts of a story, shown as far as its source may be. */
export function accountOf(article: Article, publishing: Publishing): Account {
  const source = publishing.sources.get(article.sourceId);
  const own = { article, language: article.language };
  if (source === undefined && publishing.forKeeper) return { ...own, ...ofRemovedSource(article) };
  if (source === undefined || source.private) return { ...own, ...PRIVATE };
  const title = line(source.title) || source.id;
  return {
    ...own,
    outlet: line(article.publisher?.name ?? '') || title,
    address: publicAddress(article.url),
    republish: source.republish,
    private: false,
    stateAgency: source.kind === 'state-agency',
    feed: { title, url: feedAddress(source), updated: article.firstSeen },
  };
}

const PRIVATE = {
  outlet: 'a private source',
  address: null,
  republish: 'title',
  private: true,
  stateAgency: false,
  feed: null,
} as const;

/** Of a source that is no longer in the settings there is only what the article itself says. */
function ofRemovedSource({ sourceId, publisher, url }: Article): Omit<Account, 'article' | 'language'> {
  const address = publicAddress(url);
  const host = address === null ? sourceId : new URL(address).host.replace(/^www\./, '');
  const outlet = line(publisher?.name ?? '') || host;
  return { outlet, address, republish: 'full', private: false, stateAgency: false, feed: null };
}

/** When an article was published; when it was first seen, where it gives no date or a future one. */
export function statedDate(article: Article): Instant {
  const { published, firstSeen } = article;
  return published !== null && published < firstSeen ? published : firstSeen;
}

/**
 * The beginning of an article, at most so many words and no more than its source allows; null: nothing may be shown, or
 * nothing but the title would be. Feeds of search engines repeat the title and the outlet as the summary.
 *
 * @param told what stands above it already; its sentences are left out.
 */
export function excerptOf(
  account: Account,
  words = EXCERPT_WORDS,
  told: readonly string[] = [],
): string | null {
  const { article, republish } = account;
  const room = republish === 'full' ? words : Math.min(words, EXCERPT_WORDS);
  if (republish === 'title' || room < FEW_WORDS) return null;
  const text = beyondTitle(article.summary, article.title) ?? beyondTitle(article.text ?? '', article.title);
  if (text === null) return null;
  const rest = told.flatMap(sentencesOf).reduce((left, sentence) => left.replace(sentence, ''), text);
  return rest !== text && countWords(rest) < FEW_WORDS ? null : firstWords(line(rest), room);
}

const sentencesOf = (text: string): readonly string[] =>
  sentences(text).map(({ start, end }) => text.slice(start, end).trim());

/** What the beginning of a text says beyond the title it may repeat; null: hardly anything. */
function beyondTitle(text: string, title: string): string | null {
  const plain = line(text.slice(0, EXCERPT_FROM));
  const repeated = line(title);
  const rest = plain.startsWith(repeated) ? plain.slice(repeated.length).replace(/^[\s\p{P}]+/u, '') : plain;
  return countWords(rest) < FEW_WORDS ? null : rest;
}

/** The links of an entry: what it is about, the other accounts, and the feed the first of them came from. */
export function linksOf(lead: Account, others: readonly Account[]): readonly EntryLink[] {
  const links: EntryLink[] = [];
  if (lead.address !== null) links.push(link('alternate', lead.address, null, lead.language));
  for (const other of others) {
    if (other.address !== null)
      links.push(link('related', other.address, `${other.outlet} [${other.language}]`, other.language));
  }
  if (lead.feed?.url) links.push(link('via', lead.feed.url, lead.feed.title, null));
  return links;
}

const link = (rel: EntryLink['rel'], href: string, title: string | null, language: Language | null) => ({
  rel,
  href,
  title,
  language,
});
