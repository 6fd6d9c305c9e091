import type { Evidence, Observed } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import { sentences } from '../../text/sentences.ts';

const WEEK = 7 * DAY;
const QUOTES = 3;
const EXAMPLES = 5;
/** The longest quote, in UTF-16 units. */
const LONGEST = 280;

/**
 * What a person needs to judge a proposal by: how often it comes a week, three sentences, the newest articles.
 *
 * @param articles that speak for it, in the order of time
 * @param begin the first week counted, in milliseconds
 * @param says whether a sentence is worth quoting; absent: titles are quoted
 */
export function evidenceOf(
  articles: readonly Observed[],
  { begin, now }: { readonly begin: number; readonly now: number },
  says?: (sentence: string) => boolean,
): Evidence {
  const newest = articles.toReversed();
  return {
    counts: weekly(articles, begin, now),
    quotes: quotesOf(newest, says),
    articles: newest.slice(0, EXAMPLES).map(({ id, title, url }) => ({ id, title, url })),
  };
}

/** Weeks that end now, oldest first. */
function weekly(articles: readonly Observed[], begin: number, now: number): Evidence['counts'] {
  const weeks = Math.max(1, Math.ceil((now - begin) / WEEK));
  const counts = Array.from({ length: weeks }, () => 0);
  for (const { at } of articles) {
    const week = Math.min(weeks - 1, Math.max(0, weeks - 1 - Math.floor((now - Date.parse(at)) / WEEK)));
    counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts.map((count, week) => ({
    week: new Date(now - (weeks - week) * WEEK).toISOString().slice(0, 10),
    count,
  }));
}

/** From different sources where there are enough. */
function quotesOf(
  newest: readonly Observed[],
  says: ((sentence: string) => boolean) | undefined,
): Evidence['quotes'] {
  const quotes: { articleId: string; quote: string; sourceId: string }[] = [];
  const quote = (article: Observed, wanted: boolean): void => {
    if (quotes.length >= QUOTES || quotes.some(({ articleId }) => articleId === article.id)) return;
    if (wanted && quotes.some(({ sourceId }) => sourceId === article.sourceId)) return;
    const found = sentenceOf(article, says);
    if (found !== null) quotes.push({ articleId: article.id, quote: found, sourceId: article.sourceId });
  };
  for (const article of newest) quote(article, true);
  for (const article of newest) quote(article, false);
  return quotes.map(({ articleId, quote: text }) => ({ articleId, quote: text }));
}

function sentenceOf(
  { title, text }: Observed,
  says: ((sentence: string) => boolean) | undefined,
): string | null {
  if (says === undefined) return title;
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    if (says(sentence)) return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
  }
  return says(title) ? title : null;
}
