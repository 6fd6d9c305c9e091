import type { Observed } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Decision, Reason, Verdict } from '../domain/verdict.ts';
import type { Connection } from './connection.ts';

interface ObservedRow {
  readonly n: number;
  readonly id: string;
  readonly source_id: string;
  readonly at: string;
  readonly first_seen: string;
  readonly url: string | null;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly html: string | null;
  readonly publisher: string | null;
  readonly evidence: string;
  readonly story_id: string | null;
  readonly development: number;
}

/** As much of a text as names its people and places. */
const LENGTH = 1_000;

const PAGE = `
  select a.n, a.id, a.source_id, a.first_seen, min(coalesce(c.published, a.first_seen), a.first_seen) as at, c.url, c.language, c.title, c.publisher, j.evidence, s.story_id,
    substr(iif(length(c.summary) >= length(coalesce(c.text, '')), c.summary, c.text), 1, ${LENGTH}) as text,
    iif(j.decision = 'accepted', c.html, null) as html,
    exists (select 1 from developments d where d.article = a.n and d.topic_id = j.topic_id) as development
  from judgements j
  join articles a on a.n = j.article
  join contents c on c.article = a.n
  left join story_articles s on s.article = a.n and s.topic_id = j.topic_id
  where j.topic_id = ? and j.decision = ? and j.article > ? and a.first_seen >= ?
  order by j.article limit ?`;

/** One page of the articles with a decision, after the number given. Text, not Kysely: of these there may be a hundred thousand. */
export function observedPage(
  connection: Connection,
  topicId: string,
  { decision, since, after }: { decision: Decision; since: Instant; after: number },
  limit: number,
): { readonly articles: readonly Observed[]; readonly last: number | null } {
  const rows = connection.all<ObservedRow>(PAGE, topicId, decision, after, since, limit);
  return { articles: rows.map((row) => toObserved(row, decision)), last: rows.at(-1)?.n ?? null };
}

function toObserved(row: ObservedRow, decision: Decision): Observed {
  const { reasons, missing }: Pick<Verdict, 'reasons' | 'missing'> = JSON.parse(row.evidence);
  return {
    id: row.id,
    sourceId: row.source_id,
    url: row.url,
    at: row.at,
    firstSeen: row.first_seen,
    language: row.language,
    title: row.title,
    text: row.text,
    decision,
    concepts: spoken(reasons, 'concept:'),
    exclusions: spoken(reasons, 'exclude:'),
    missing,
    publisher: row.publisher === null ? null : JSON.parse(row.publisher),
    links: row.html === null ? [] : linksIn(row.html),
    storyId: row.story_id,
    development: row.development === 1,
  };
}

function spoken(reasons: readonly Reason[], prefix: string): readonly string[] {
  const ids = reasons.flatMap(({ rule }) => (rule.startsWith(prefix) ? [rule.slice(prefix.length)] : []));
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** Of HTML that was sanitised when it was stored, so that every address stands like this. */
function linksIn(html: string): readonly string[] {
  return Array.from(html.matchAll(/\shref="(https?:\/\/[^"]+)"/g), ([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}
