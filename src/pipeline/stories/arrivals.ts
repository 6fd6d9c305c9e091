import type { Article } from '../../domain/article.ts';
import type { Judgement } from '../../domain/change.ts';
import type { StoryView } from '../../domain/view.ts';
import type { Arrival } from '../../stories/grouping/grouping.ts';
import type { Held } from '../../stories/grouping/members.ts';
import { statedOf } from '../lead.ts';
import type { Holds } from './holds.ts';

/**
 * Articles that are read again in a cycle that places some: within a CPU second. In a topic of forty a day they are those of a
 * month; accounts of one event come within days, so in a busier one only copies of old texts are missed.
 */
const RESTORED = 1_200;

/** The newest articles of the candidates, and those a person placed, in the order they were first seen. */
export function restorable(
  candidates: readonly StoryView[],
  holds: Holds,
): readonly (Arrival & { readonly story: string })[] {
  const views = candidates.flatMap(({ story, articles }) =>
    articles.map((view) => ({ ...view, story: story.id })),
  );
  const arrivals = views
    .sort((a, b) => (a.article.firstSeen < b.article.firstSeen ? -1 : 1))
    .map(({ article, judgement, story }) => ({ ...arrivalOf(article, judgement, holds), story }));
  const oldest = arrivals.map(({ at }) => at).sort((a, b) => b - a)[RESTORED - 1] ?? -Infinity;
  return arrivals.filter(({ at, held }) => held !== null || at >= oldest);
}

const CONCEPT = 'concept:';

/** What grouping reads of an article. The concepts it names stand in its verdict. */
export function arrivalOf(
  article: Article,
  { reasons }: Judgement,
  holds: Holds,
): Arrival & { readonly at: number; readonly held: Held | null } {
  const { id, title, text, summary, language, firstSeen, publisher, sourceId } = article;
  const stated = statedOf(article);
  return {
    id,
    title,
    text: text ?? summary,
    language,
    outlet: publisher?.name ?? sourceId,
    held: holds.get(id) ?? null,
    // A date in the future is wrong.
    at: Date.parse(stated < firstSeen ? stated : firstSeen),
    concepts: reasons
      .filter(({ rule }) => rule.startsWith(CONCEPT))
      .map(({ rule }) => rule.slice(CONCEPT.length)),
  };
}
