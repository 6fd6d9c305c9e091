// What a run pays before its first article can join a story: it reads the articles of a month again. Prints CPU seconds.
import type { Article } from '../src/domain/article.ts';
import type { Judgement } from '../src/domain/change.ts';
import type { StoryView } from '../src/domain/store.ts';
import { openPlacing } from '../src/pipeline/place.ts';
import { article as news } from './made-up-news.ts';

const CANDIDATES = 4_000;
const PER_DAY = CANDIDATES / 30;

const candidates = Array.from({ length: CANDIDATES }, (_, number) => stored(number));
const next = made(CANDIDATES);
const begun = process.cpuUsage();
openPlacing('topic', candidates).place(new Map([[next.id, next]]), [judgement(next)], new Map(), {
  now: next.firstSeen,
  notBefore: '2026-01-01T00:00:00.000Z',
  leads: () => 1,
  compare: () => ({ differences: [], soleClaims: [], origins: [], unnamed: [], lostAttributions: [] }),
});
const { user, system } = process.cpuUsage(begun);
process.stdout.write(`${(user + system) / 1e6}\n`);

/** A story of one article, as the store gives it back. */
function stored(number: number): StoryView {
  const article = made(number);
  const { id, firstSeen: at } = article;
  return {
    story: { id, topicId: 'topic', leadId: id, articleIds: [id], opened: at, updated: at, listed: true },
    articles: [{ article, judgement: judgement(article), sightings: [] }],
    developments: [],
    comparison: null,
    hidden: false,
  };
}

function made(number: number): Article {
  const { id, title, text, language, at } = news(number, PER_DAY);
  const published = new Date(at).toISOString();
  return {
    id,
    sourceId: `outlet-${number % 20}`,
    url: `https://outlet-${number % 20}.example/${id}`,
    keys: [`guid:${id}`],
    contentHash: id,
    title,
    summary: '',
    text,
    html: null,
    language,
    authors: [],
    categories: [],
    enclosures: [],
    published,
    updated: null,
    publisher: null,
    firstSeen: published,
    revision: 1,
  };
}

function judgement({ id }: Article): Judgement {
  return {
    articleId: id,
    topicId: 'topic',
    topicHash: '',
    decision: 'accepted',
    score: 1,
    acceptAt: 0.5,
    reviewAt: 0.3,
    reasons: [],
    missing: [],
    nearest: null,
    flip: '',
    judged: 'full',
    tags: [],
  };
}
