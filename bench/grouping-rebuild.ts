// What a run pays before its first article can join a story: it reads the articles of a month again. Prints CPU seconds.
import type { Article } from '../src/domain/article.ts';
import type { StoryView } from '../src/domain/view.ts';
import { openPlacing } from '../src/pipeline/place.ts';
import { judgementOn, storedArticle, storyOf } from './made-up-corpus.ts';
import { article as news } from './made-up-news.ts';

const TOPIC = 'topic';
const CANDIDATES = 4_000;
const PER_DAY = CANDIDATES / 30;

const candidates = Array.from({ length: CANDIDATES }, (_, number) => stored(number));
const next = made(CANDIDATES);
const begun = process.cpuUsage();
openPlacing(TOPIC, candidates).place(new Map([[next.id, next]]), [judgementOn(next, TOPIC)], new Map(), {
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
  return {
    story: storyOf([article], TOPIC),
    articles: [{ article, judgement: judgementOn(article, TOPIC), sightings: [] }],
    developments: [],
    comparison: null,
    hidden: false,
  };
}

function made(number: number): Article {
  const { id, title, text, language, at } = news(number, PER_DAY);
  const firstSeen = new Date(at).toISOString();
  return storedArticle({ id, sourceId: `outlet-${number % 20}`, title, text, language, firstSeen });
}
