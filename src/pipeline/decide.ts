import type { Article, Item } from '../domain/article.ts';
import type { ChangeSet, Judgement } from '../domain/change.ts';
import type { Source, SourceState } from '../domain/source.ts';
import type { Known } from '../domain/store.ts';
import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import { withHtml } from '../ingest/normalise.ts';
import { identify } from './identify.ts';
import type { Judging } from './judging.ts';
import type { LeadOrder } from './lead.ts';
import type { Placed, Placing, Standing } from './place.ts';
import { stateChange } from './state-change.ts';
import { comparing } from './stories/compare.ts';

/** What deciding looks at. All of it is data: the store is read before, under the lease, and written after. */
export interface Situation {
  readonly now: Instant;
  readonly judgings: readonly Judging[];
  /** By topic. */
  readonly placings: ReadonlyMap<string, Placing>;
  readonly sources: ReadonlyMap<string, Source>;
  /** By topic, then by article: the stories that hold articles which are known already. */
  readonly stories: ReadonlyMap<string, ReadonlyMap<string, Story>>;
  readonly notBefore: Instant;
  readonly leads: LeadOrder;
}

/**
 * What a poll brought > what is to be stored. The same situation, what the topics have learned included, gives the same change
 * set; judging moves what they have learned, which is part of the set.
 */
export function decide(
  items: readonly Item[],
  states: readonly SourceState[],
  known: ReadonlyMap<string, Known>,
  situation: Situation,
): ChangeSet {
  const { articles, ...identified } = identify(items, known, situation.now);
  const decided = judgeAndPlace(articles, situation);
  const kept = new Set(
    decided.judgements.filter(({ decision }) => decision !== 'rejected').map((one) => one.articleId),
  );
  return {
    ...stateChange(states, situation.now),
    ...identified,
    ...decided,
    articles: articles.map((article) => (kept.has(article.id) ? withHtml(article) : light(article))),
  };
}

/** A rejected article is kept so that "why not?" has an answer and a changed topic can be judged again, but without its text. */
const light = ({ rawBody: _, ...article }: Article): Article => ({ ...article, text: null, html: null });

/** Articles the corpus already holds > their verdicts under a changed topic. */
export function decideAgain(articles: readonly Article[], situation: Situation): ChangeSet {
  return { ...stateChange([], situation.now), ...judgeAndPlace(articles, situation, { again: true }) };
}

type Decided = Pick<ChangeSet, 'judgements' | 'stories' | 'closed' | 'developments' | 'learned'>;

const NOWHERE: Placed = { stories: [], closed: [], developments: [] };

function judgeAndPlace(articles: readonly Article[], situation: Situation, how = { again: false }): Decided {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const { now, notBefore, leads } = situation;
  const decided = situation.judgings.map(({ topic, judge }) => {
    const stories = situation.stories.get(topic.id) ?? new Map<string, Story>();
    const judgements = articles.map((article) => {
      const again = how.again || article.page === 'late';
      const edited = !again && stories.has(article.id);
      return judge(article, situation.sources.get(article.sourceId), { again, edited });
    });
    const compare = comparing(situation.sources, topic.concepts);
    const standing: Standing = { now, notBefore, leads, compare };
    const placed = situation.placings.get(topic.id)?.place(byId, judgements, stories, standing);
    return { judgements, ...(placed ?? NOWHERE) };
  });
  return {
    judgements: decided.flatMap((topic): readonly Judgement[] => topic.judgements),
    stories: decided.flatMap((topic) => topic.stories),
    closed: decided.flatMap((topic) => topic.closed),
    developments: decided.flatMap((topic) => topic.developments),
    learned: articles.length === 0 ? [] : situation.judgings.map(({ learned }) => learned()),
  };
}
