import type { Decision } from '../domain/verdict.ts';

/** The tables as reads see them (migrations/ says what each column is for). */
export interface Schema {
  articles: ArticleTable;
  contents: ContentTable & { article: number };
  revisions: ContentTable & { article: number };
  keys: { key: string; article: number };
  sightings: { article: number; source_id: string; url: string | null; seen: string };
  judgements: JudgementTable;
  tags: { article: number; topic_id: string; position: number; tag: string; because: string };
  stories: StoryTable;
  story_articles: { article: number; topic_id: string; story_id: string; position: number };
  developments: DevelopmentTable;
  comparisons: { story_id: string; comparison: string };
  story_acts: { story_id: string; kind: string; undone: string | null };
  search: { rowid: number };
}

interface ArticleTable {
  n: number;
  id: string;
  source_id: string;
  first_seen: string;
  revision: number;
  content_hash: string;
  forgotten: number;
}

interface ContentTable {
  revision: number;
  content_hash: string;
  url: string | null;
  title: string;
  summary: string;
  language: string;
  /** JSON, as are the next three. */
  authors: string;
  categories: string;
  enclosures: string;
  publisher: string | null;
  published: string | null;
  updated: string | null;
  html: string | null;
  text: string | null;
}

interface JudgementTable {
  article: number;
  topic_id: string;
  topic_hash: string;
  decision: Decision;
  score: number;
  accept_at: number;
  /** JSON: the `Evidence` of judgements.ts. */
  evidence: string;
  since: string;
}

interface StoryTable {
  id: string;
  topic_id: string;
  lead: number;
  opened: string;
  updated: string;
  listed: number;
}

interface DevelopmentTable {
  id: string;
  story_id: string;
  topic_id: string;
  article: number;
  kind: 'opening' | 'fact' | 'origin';
  at: string;
  text: string;
}
