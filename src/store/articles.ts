import type { Article, Sighting } from '../domain/article.ts';
import type { ChangeSet, Judgement } from '../domain/change.ts';
import type { Change } from './change.ts';
import type { Connection, Value } from './connection.ts';

/**
 * Stores new articles and new revisions of known ones. A revision that is stored already, or older than the stored one, changes
 * nothing, unless it brings the page that the stored one waits for: then it takes its place. What every judgement of the set
 * rejects is stored light, without text and HTML: enough to say why, and to judge it again.
 */
export function writeArticles(
  change: Change,
  articles: readonly Article[],
  judgements: readonly Judgement[],
): void {
  const light = rejectedOnly(judgements);
  for (const article of articles.toSorted(byArrival)) {
    if (insert(change, article, light.has(article.id))) continue;
    const stored = change.connection.get<StoredRow>(
      'select n, revision from articles where id = ?',
      article.id,
    );
    if (stored === undefined) continue;
    if (stored.revision < article.revision) archive(change.connection, stored.n, article);
    else if (stored.revision > article.revision || !isAwaited(change.connection, stored.n, article)) continue;
    rewrite(change, stored.n, article, light.has(article.id));
  }
}

interface StoredRow {
  readonly n: number;
  readonly revision: number;
}

const isAwaited = (connection: Connection, n: number, { page }: Article): boolean =>
  page === 'late' && connection.get('select 1 from waiting_pages where article = ?', n) !== undefined;

/** The order in which articles of one set are counted: "newest first" goes down it, so the ids of one moment go up. */
function byArrival(a: Article, b: Article): number {
  if (a.firstSeen !== b.firstSeen) return a.firstSeen < b.firstSeen ? -1 : 1;
  return a.id < b.id ? 1 : -1;
}

function rejectedOnly(judgements: readonly Judgement[]): ReadonlySet<string> {
  const rejected = new Set(judgements.map((judgement) => judgement.articleId));
  for (const { decision, articleId } of judgements) if (decision !== 'rejected') rejected.delete(articleId);
  return rejected;
}

/** @returns false, having written nothing, where the article is stored already. */
function insert(change: Change, article: Article, light: boolean): boolean {
  const { connection } = change;
  const row = connection.get<{ n: number }>(
    `insert into articles (id, source_id, first_seen, revision, content_hash) values (?, ?, ?, ?, ?)
     on conflict (id) do nothing returning n`,
    article.id,
    article.sourceId,
    article.firstSeen,
    article.revision,
    article.contentHash,
  );
  if (row === undefined) return false;
  change.added(article.id, row.n);
  writeContent(connection, row.n, article, light);
  return true;
}

/** Puts the present wording by, for the one that takes its place. */
function archive(connection: Connection, n: number, article: Article): void {
  connection.run('insert or ignore into revisions select * from contents where article = ?', n);
  connection.run(
    'update articles set revision = ?, content_hash = ?, forgotten = 0 where n = ?',
    article.revision,
    article.contentHash,
    n,
  );
}

function rewrite(change: Change, n: number, article: Article, rejected: boolean): void {
  const { connection } = change;
  // It may still stand in a feed, or have stood there: then its text is kept although this set rejects it.
  const shown =
    connection.get("select 1 from judgements where article = ? and decision <> 'rejected'", n) !== undefined;
  if (shown) change.visible = true;
  change.reindex.add(n);
  writeContent(connection, n, article, rejected && !shown);
}

const CONTENT_COLUMNS =
  'article, revision, content_hash, url, title, summary, language, authors, categories, enclosures, publisher, published, updated, html, text';
const WRITE_CONTENT = `insert or replace into contents (${CONTENT_COLUMNS}) values (${CONTENT_COLUMNS.replace(/\w+/g, '?')})`;

function writeContent(connection: Connection, n: number, article: Article, light: boolean): void {
  const values: readonly Value[] = [
    n,
    article.revision,
    article.contentHash,
    article.url,
    article.title,
    article.summary,
    article.language,
    JSON.stringify(article.authors),
    JSON.stringify(article.categories),
    JSON.stringify(article.enclosures),
    article.publisher === null ? null : JSON.stringify(article.publisher),
    article.published,
    article.updated,
    light ? null : article.html,
    light ? null : article.text,
  ];
  connection.run(WRITE_CONTENT, ...values);
}

/** A key never moves: what was looked up once is looked up the same way ever after. */
export function writeKeys(change: Change, keys: ChangeSet['keys']): void {
  for (const { key, articleId } of keys) {
    change.connection.run(
      'insert into keys (key, article) values (?, ?) on conflict (key) do nothing',
      key,
      change.numberOf(articleId),
    );
  }
}

/** The first sighting at a source counts; a later one may bring a new address. */
export function writeSightings(change: Change, sightings: readonly Sighting[]): void {
  const { connection } = change;
  for (const { articleId, sourceId, url, seen } of sightings) {
    const n = change.numberOf(articleId);
    const written = connection.run(
      `insert into sightings (article, source_id, url, seen) values (?, ?, ?, ?)
       on conflict (article, source_id) do update set url = excluded.url, seen = min(seen, excluded.seen)
       where url is not excluded.url or excluded.seen < seen`,
      n,
      sourceId,
      url,
      seen,
    );
    // Of an article that is new in this set nothing is judged yet: its judgement will tell.
    change.visible ||= written > 0 && !change.isNew(n) && isAccepted(connection, n);
  }
}

/** Whether any topic accepted an article. */
export function isAccepted(connection: Connection, n: number): boolean {
  return (
    connection.get("select 1 from judgements where article = ? and decision = 'accepted'", n) !== undefined
  );
}
