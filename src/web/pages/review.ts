import type { Answer } from '../../domain/label.ts';
import type { Instant, Language } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Decision, Reason } from '../../domain/verdict.ts';
import type { ArticleView } from '../../domain/view.ts';
import { accountOf, excerptOf, statedDate } from '../../publish/entries/account.ts';
import { firstWords, line } from '../../publish/plain-text.ts';
import type { Reading } from '../reading.ts';

/** An article as somebody is asked about it. */
export interface Asked {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly outlet: string;
  /** Null: it has none, or may not be shown. */
  readonly address: string | null;
  readonly date: Instant;
  /** Its beginning; null: there is nothing but the title, or it may not be shown. */
  readonly excerpt: string | null;
  readonly decision: Decision;
  readonly score: number;
  readonly acceptAt: number;
  readonly reviewAt: number;
  /** Titles of the sides of the topic that it lacks. */
  readonly missing: readonly string[];
  /** What spoke for it and against it, strongest first: the words as they stand in it. */
  readonly matched: readonly { readonly quote: string; readonly weight: number }[];
  /** The smallest thing that would have changed the decision. */
  readonly flip: string;
  /** What a person said of it; null: nothing yet. */
  readonly answer: Answer | null;
}

export interface Review {
  readonly topic: { readonly id: string; readonly title: string };
  /** Near misses that nobody has answered, nearest the threshold first. */
  readonly waiting: readonly Asked[];
  /** The last answers, newest first. */
  readonly answered: readonly Answered[];
}

export interface Answered {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly answer: Answer;
  readonly at: Instant;
}

const SHOWN = 30;
/** Looked at for those: what was answered since the last run still counts as a near miss. */
const LOOKED_AT = 200;
const LAST_ANSWERS = 15;
const EXCERPT_WORDS = 60;
const MATCHED = 8;
const QUOTE_WORDS = 6;

/** The near misses of a topic that nobody has answered yet, and the last answers. */
export async function reviewOf(reading: Reading, topic: Topic): Promise<Review> {
  const labels = await reading.store.labels(topic.id);
  const known = new Set(labels.map(({ label }) => label.articleId));
  const views = await reading.store.review(topic.id, LOOKED_AT);
  const waiting = views.filter(({ article }) => !known.has(article.id)).slice(0, SHOWN);
  const answered = labels
    .slice(-LAST_ANSWERS)
    .toReversed()
    .map(({ label: { answer, at }, article: { id, title, language } }) => ({
      id,
      title: line(title),
      language,
      answer,
      at,
    }));
  const { id, title } = topic;
  return {
    topic: { id, title },
    waiting: waiting.map((view) => asked(view, topic, reading, null)),
    answered,
  };
}

/**
 * One article to be asked about, whatever was decided on it; null: the corpus has none of that id with a verdict for the topic.
 */
export async function askedOf(reading: Reading, topic: Topic, articleId: string): Promise<Asked | null> {
  const { store } = reading;
  const article = await store.find(articleId);
  if (article === null) return null;
  const judgement = (await store.judgements(article.id)).find(({ topicId }) => topicId === topic.id);
  if (judgement === undefined) return null;
  const labels = await store.labels(topic.id);
  const answer = labels.find(({ label }) => label.articleId === article.id)?.label.answer ?? null;
  return asked({ article, judgement, sightings: await store.sightings(article.id) }, topic, reading, answer);
}

function asked(
  { article, judgement }: ArticleView,
  topic: Topic,
  { publishing, bounded }: Reading,
  answer: Answer | null,
): Asked {
  const account = accountOf(article, publishing);
  const { decision, score, acceptAt, reviewAt, missing, flip, reasons } = judgement;
  const shown = reasons.filter(({ quote, field }) => quote !== '' && (!bounded || field === 'title'));
  return {
    id: article.id,
    title: line(article.title),
    language: article.language,
    outlet: account.outlet,
    address: account.address,
    date: statedDate(article),
    excerpt: excerptOf(account, EXCERPT_WORDS),
    decision,
    score,
    acceptAt,
    reviewAt,
    missing: topic.facets.filter(({ id }) => missing.includes(id)).map(({ title }) => title),
    matched: matchedIn(shown),
    flip: line(flip),
    answer,
  };
}

/** What was found, each text once, with what it adds in all: one name may speak for an article and, coming late, against it. */
function matchedIn(reasons: readonly Reason[]): Asked['matched'] {
  const weights = new Map<string, number>();
  for (const { quote, weight } of reasons) {
    const text = firstWords(line(quote), QUOTE_WORDS);
    weights.set(text, (weights.get(text) ?? 0) + weight);
  }
  return Array.from(weights, ([quote, weight]) => ({ quote, weight }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MATCHED);
}
