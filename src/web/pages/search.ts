import type { SearchQuery } from '../../domain/store.ts';
import type { Story } from '../../domain/story.ts';
import { DAY, type Language } from '../../domain/time.ts';
import type { ArticleView } from '../../domain/view.ts';
import { searchPhrases } from '../../text/search-terms.ts';
import type { Reading } from '../reading.ts';

/** What a person asked for, as it stands in the address; empty where nothing was said. */
export interface Asked {
  readonly q: string;
  readonly topic: string;
  readonly tag: string;
  readonly source: string;
  readonly language: Language;
  /** Days, both included: `2026-03-01`. */
  readonly since: string;
  readonly until: string;
}

const FIELDS = [
  'q',
  'topic',
  'tag',
  'source',
  'language',
  'since',
  'until',
] as const satisfies (keyof Asked)[];

export interface Found {
  readonly asked: Asked;
  /** Why it cannot be searched for as it stands, and what to write instead; null: it could. */
  readonly problem: string | null;
  /** Newest first. */
  readonly articles: readonly ArticleView[];
  /** By article id. */
  readonly stories: ReadonlyMap<string, Story>;
  /** The article after which it goes on; null: that is all. */
  readonly next: string | null;
}

const RESULTS = 50;
/** Longer questions are cut: no one types so much. */
const LONGEST = 500;

/** What an address asks for; what is said twice counts once. */
export function askedOf(query: (name: string) => string | undefined): Asked {
  const said = FIELDS.map((name) => [name, (query(name) ?? '').trim().slice(0, LONGEST)] as const);
  return Object.fromEntries(said) as unknown as Asked;
}

/** The same in an address, with its `?`: always in one order, so that one question has one feed. */
export function queryOf(asked: Asked): string {
  const said = FIELDS.filter((name) => asked[name] !== '').map(
    (name) => [name, asked[name]] as [string, string],
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

/** Nothing was asked yet. */
export const isEmpty = (asked: Asked): boolean =>
  FIELDS.every((name) => name === 'topic' || asked[name] === '');

/**
 * Never fails on what a person typed: `problem` says what is wrong with it.
 *
 * @param options.after the id of an article: what comes after it.
 */
export async function searchFor(
  { store, settings }: Pick<Reading, 'store' | 'settings'>,
  asked: Asked,
  { limit = RESULTS, after }: { readonly limit?: number; readonly after?: string | undefined } = {},
): Promise<Found> {
  const nothing: Found = { asked, problem: null, articles: [], stories: new Map(), next: null };
  const problem = problemOf(asked);
  if (problem !== null || isEmpty(asked)) return { ...nothing, problem };
  const articles = await store.search({ ...storeQuery(asked), ...(after && { after }), limit: limit + 1 });
  const shown = articles.slice(0, limit);
  const stories = new Map<string, Story>();
  for (const { id } of settings.topics) {
    const own = shown.filter(({ judgement }) => judgement.topicId === id);
    const ids = own.map(({ article }) => article.id);
    if (ids.length > 0)
      for (const [article, story] of await store.storiesOf(id, ids)) stories.set(article, story);
  }
  const next = articles.length > limit ? (shown.at(-1)?.article.id ?? null) : null;
  return { ...nothing, articles: shown, stories, next };
}

function problemOf({ q, since, until }: Asked): string | null {
  if (q !== '' && searchPhrases(q, 'en').length === 0)
    return `“${q}” holds no word: a search looks for words and numbers, and for phrases in quotation marks.`;
  for (const day of [since, until])
    if (day !== '' && !isDay(day)) return `“${day}” is no day of the calendar: write it like 2026-03-01.`;
  if (since !== '' && until !== '' && since > until) return `${since} is after ${until}: change the two.`;
  return null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function storeQuery({ q, topic, tag, source, language, since, until }: Asked): Omit<SearchQuery, 'limit'> {
  return {
    text: q,
    ...(topic && { topicId: topic }),
    ...(tag && { tag }),
    ...(source && { sourceId: source }),
    ...(language && { language }),
    ...(since && { since: `${since}T00:00:00.000Z` }),
    ...(until && { until: new Date(Date.parse(until) + DAY).toISOString() }),
  };
}
