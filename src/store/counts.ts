import type { Decision } from '../domain/verdict.ts';
import type { Connection } from './connection.ts';

/** Articles that still have content, stories that are open, and judgements by decision over all topics. */
export function counts(connection: Connection): {
  readonly articles: number;
  readonly stories: number;
  readonly byDecision: Readonly<Record<Decision, number>>;
} {
  const totals = connection.get<{ articles: number; stories: number }>(
    // Not from `contents`: counting rows goes through them, and those are fat.
    'select (select count(*) from articles where forgotten = 0) as articles, (select count(*) from stories) as stories',
  );
  const byDecision = { accepted: 0, review: 0, rejected: 0 };
  const decisions = connection.all<{ decision: Decision; count: number }>(
    // By topic as well, which is the order of the index.
    'select decision, count(*) as count from judgements group by topic_id, decision',
  );
  for (const { decision, count } of decisions) byDecision[decision] += count;
  return { articles: totals?.articles ?? 0, stories: totals?.stories ?? 0, byDecision };
}
