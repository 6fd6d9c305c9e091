import type { Verdict } from '../domain/verdict.ts';

/**
 * The verdict on an article that is in the corpus and was edited by its outlet since: readers know it already, so it stays in while
 * it is still worth a look. The score stays what it is. What plainly left the topic is out.
 */
export function keptThroughEdit(verdict: Verdict): Verdict {
  if (verdict.decision !== 'review') return verdict;
  return {
    ...verdict,
    decision: 'accepted',
    reasons: [
      { rule: 'edited', facets: [], field: 'title', quote: '', count: 1, weight: 0, learned: false },
      ...verdict.reasons,
    ],
    flip: 'It was accepted before its outlet edited it; had it come like this, it would have been put up for review.',
  };
}
