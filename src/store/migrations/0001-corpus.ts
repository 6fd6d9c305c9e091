import { type Kysely, sql } from 'kysely';

/**
 * A column for what a statement asks about; what is only ever read whole is JSON. Dates are ISO-8601 UTC text.
 *
 * Inside, articles go by the number under which they were first stored: it is shorter than an id, keeps the indexes growing at
 * their end, and is the order of "newest first".
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db);
}

const CONTENT = `
  revision integer not null,
  content_hash text not null,
  url text,
  title text not null,
  summary text not null,
  language text not null,
  authors text not null,
  categories text not null,
  enclosures text not null,
  publisher text,
  published text,
  updated text,
  html text,
  text text`;

const TABLES = [
  // What is never forgotten of an article. Its content is dropped by retention, the rest stays, so that it never returns as new.
  `create table articles (
    n integer primary key,
    id text not null unique,
    source_id text not null,
    first_seen text not null,
    revision integer not null,
    content_hash text not null,
    forgotten integer not null default 0
  ) strict`,
  'create index articles_revised on articles (revision) where revision > 1',

  `create table contents (
    article integer primary key references articles (n),${CONTENT}
  ) strict`,
  'create index contents_by_date on contents (published)',
  `create table revisions (
    article integer not null references articles (n),${CONTENT},
    primary key (article, revision)
  ) strict`,

  // Articles whose page is still to be read: a run did not come to it, or it could not be had.
  `create table waiting_pages (
    article integer primary key references articles (n),
    failures integer not null,
    due text not null
  ) strict`,

  `create table keys (
    key text primary key,
    article integer not null references articles (n)
  ) strict, without rowid`,
  'create index keys_of_article on keys (article)',

  `create table sightings (
    article integer not null references articles (n),
    source_id text not null,
    url text,
    seen text not null,
    primary key (article, source_id)
  ) strict, without rowid`,

  // `since`: when this decision was first reached; judging again to the same end does not move it. `stale`: a label may have
  // moved it.
  `create table judgements (
    article integer not null references articles (n),
    topic_id text not null,
    topic_hash text not null,
    decision text not null check (decision in ('accepted', 'review', 'rejected')),
    score real not null,
    accept_at real not null,
    evidence text not null,
    since text not null,
    stale integer not null default 0,
    primary key (article, topic_id)
  ) strict`,
  'create index judgements_by_decision on judgements (topic_id, decision, article)',
  "create index judgements_rejected on judgements (since) where decision = 'rejected'",

  `create table tags (
    article integer not null references articles (n),
    topic_id text not null,
    position integer not null,
    tag text not null,
    because text not null,
    primary key (article, topic_id, position)
  ) strict, without rowid`,
  'create index tags_by_tag on tags (topic_id, tag, article)',

  `create table labels (
    article integer not null references articles (n),
    topic_id text not null,
    answer text not null check (answer in ('yes', 'no')),
    at text not null,
    primary key (topic_id, article)
  ) strict, without rowid`,

  // Up to which article every one that still has content was judged under this hash of its topic.
  `create table judged (
    topic_id text primary key,
    topic_hash text not null,
    upto integer not null
  ) strict, without rowid`,

  `create table stories (
    id text primary key,
    topic_id text not null,
    lead integer not null references articles (n),
    opened text not null,
    updated text not null,
    listed integer not null
  ) strict, without rowid`,
  'create index stories_newest on stories (topic_id, updated desc, id)',

  `create table story_articles (
    article integer not null references articles (n),
    topic_id text not null,
    story_id text not null references stories (id),
    position integer not null,
    primary key (article, topic_id)
  ) strict, without rowid`,
  'create index story_articles_in_order on story_articles (story_id, position)',

  // Where the articles of a closed story went; null: nowhere. Not a reference: that story may close in its turn.
  `create table forwards (
    story_id text primary key,
    into_id text,
    at text not null
  ) strict, without rowid`,

  // A development is shown with the story that holds its article now; `story_id` is the one it arose in.
  `create table developments (
    id text primary key,
    story_id text not null,
    topic_id text not null,
    article integer not null references articles (n),
    kind text not null,
    at text not null,
    text text not null
  ) strict, without rowid`,
  'create index developments_newest on developments (topic_id, at desc, id)',
  'create index developments_of_article on developments (article, topic_id)',

  // Articles that their source took out of its feed, while older ones stay in it.
  'create table vanished (article integer primary key references articles (n), since text not null) strict',

  // `as_of`: the newest development of the story when its accounts were compared.
  `create table comparisons (
    story_id text primary key,
    as_of text not null,
    comparison text not null
  ) strict, without rowid`,
  // What a person said of stories; `act` is JSON and holds the rest.
  `create table story_acts (
    n integer primary key,
    id text not null unique,
    topic_id text not null,
    kind text not null,
    story_id text not null,
    undone text,
    act text not null
  ) strict`,
  "create index stories_hidden on story_acts (story_id) where kind = 'hide' and undone is null",

  'create table topic_states (topic_id text primary key, state text not null) strict, without rowid',
  // The entry of the updates feed, which is never rewritten whatever becomes of the article.
  'create table tellings (development_id text primary key, telling text not null) strict, without rowid',

  'create table source_states (source_id text primary key, state text not null) strict, without rowid',
  'create table cycles (n integer primary key, finished text not null, cycle text not null) strict',
  'create index cycles_by_end on cycles (finished)',
  // Of all cycles together, those that retention dropped among them.
  'create table totals (name text primary key, count integer not null) strict, without rowid',

  // Proposals by their permanent numbers, and what the settings said when they were last looked for.
  'create table suggestions (number integer primary key, suggestion text not null) strict',
  'create table suggestion_basis (one integer primary key check (one = 1), basis text not null) strict',

  `create table publication (
    one integer primary key check (one = 1),
    corpus_version integer not null,
    published text
  ) strict`,
  'insert into publication values (1, 0, null)',

  // `pid` is null while nobody holds it; the token stays and grows.
  `create table lease (
    one integer primary key check (one = 1),
    token integer not null,
    pid integer,
    host text,
    started text,
    purpose text,
    since text,
    expires text
  ) strict`,
  'insert into lease (one, token) values (1, 0)',

  // The words come folded and stemmed, marked with their language (text/search-terms.ts): this tokenizer only parts them at
  // spaces.
  `create virtual table search using fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':.,'"
  )`,
  'create table search_languages (language text primary key) strict, without rowid',
];
