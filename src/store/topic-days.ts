import type { Instant } from '../domain/time.ts';
import type { TopicDay } from '../domain/topic.ts';
import type { Connection } from './connection.ts';

/** By the date an article states; by when it was first seen, where it states none or one in the future. */
export function topicDays(connection: Connection, topicId: string, since: Instant): readonly TopicDay[] {
  return connection.all<TopicDay>(
    `with dated (article, day) as (
       select c.article, substr(min(c.published, a.first_seen), 1, 10)
         from contents c join articles a on a.n = c.article where c.published >= ?
       union all
       select c.article, substr(a.first_seen, 1, 10)
         from contents c join articles a on a.n = c.article where c.published is null and a.first_seen >= ?
     )
     select day, count(*) as articles, sum(d.article = s.lead) as stories
     from dated d
     join story_articles m on m.article = d.article and m.topic_id = ?
     join stories s on s.id = m.story_id
     group by day order by day`,
    since,
    since,
    topicId,
  );
}
