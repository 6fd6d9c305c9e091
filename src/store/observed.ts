import type { Observed } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Decision, Reason, Verdict } from '../domain/verdict.ts';
import type { Connection } from './connection.ts';
import type { Page } from './pages.ts';

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

const COLUMNS = `
  a.n, a.id, a.source_id, a.first_seen, min(coalesce(c.published, a.first_seen), a.first_seen) as at,
  c.url, c.language, c.title, c.publisher, j.evidence,
  substr(iif(length(c.summary) >= length(coalesce(c.text, '')), c.summary, c.text), 1, ${LENGTH}) as text`;
const ARTICLES = `
  from judgements j
  join articles a on a.n = j.article
  join contents c on c.article = a.n`;
const WANTED = `
  where j.topic_id = ? and j.decision = ? and j.article > ? and a.first_seen >= ?
  order by j.article limit ?`;

const PAGE = `select ${COLUMNS}, null as html, null as story_id, 0 as development ${ARTICLES} ${WANTED}`;
/** Accepted ones have links and a story, too. */
const ACCEPTED_PAGE = `
  select ${COLUMNS}, c.html, s.story_id,
    exists (select 1 from developments d where d.article = a.n and d.topic_id = j.topic_id) as development
  ${ARTICLES}
  left join story_articles s on s.article = a.n and s.topic_id = j.topic_id ${WANTED}`;

/** The number behind which the newest of the articles with a decision begin. */
export function observedStart(
  connection: Connection,
  topicId: string,
  decision: Decision,
  newest: number,
): number {
  const before = connection.get<{ article: number }>(
    'select article from judgements where topic_id = ? and decision = ? order by article desc limit 1 offset ?',
    topicId,
    decision,
    newest,
  );
  return before?.article ?? 0;
}

/**
 * One page of the articles with a decision, after the number given. Text, not Kysely: of these there may be a hundred thousand.
 */
export function observedPage(
  connection: Connection,
  topicId: string,
  { decision, since, after }: { decision: Decision; since: Instant; after: number },
  limit: number,
): Page<Observed> {
  const rows = connection.all<ObservedRow>(
    decision === 'accepted' ? ACCEPTED_PAGE : PAGE,
    topicId,
    decision,
    after,
    since,
    limit,
  );
  return { found: rows.map((row) => toObserved(row, decision)), last: rows.at(-1)?.n ?? null };
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
