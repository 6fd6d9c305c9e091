import type { SourceDay } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';
import type { Connection } from './connection.ts';

/** Since a moment, by source and day. What retention dropped counts too: it was brought all the same. */
export function sourceDays(connection: Connection, since: Instant): readonly SourceDay[] {
  return connection.all<SourceDay>(
    `select a.source_id as sourceId, substr(a.first_seen, 1, 10) as day, count(*) as articles,
       sum(exists (select 1 from judgements j where j.article = a.n and j.decision = 'accepted')) as accepted
     from articles a where a.first_seen >= ? group by sourceId, day order by sourceId, day`,
    since,
  );
}
