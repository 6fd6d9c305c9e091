import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../src/domain/article.ts';
import type { Judgement } from '../src/domain/change.ts';
import type { Topic } from '../src/domain/topic.ts';
import type { Decision } from '../src/domain/verdict.ts';
import { loadTopic } from '../src/settings/load.ts';
import { openStore } from '../src/store/open.ts';
import { uuidFrom } from '../src/text/fingerprints.ts';
import { diceOf } from './dice.ts';
import type { Figure } from './figure.ts';
import { changeOf, judgementOn, storedArticle, storyOf } from './made-up-corpus.ts';
import { least, measure } from './measure.ts';

const ARTICLES = 100_000;
const DAYS = 90;
const SOURCES = 200;
const BATCH = 2_000;
const DAY = 24 * 3_600_000;

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * What it costs to look for suggestions in a corpus of a hundred thousand articles, one in eight of them accepted, as `suggest`
 * does from the start of its process to its end.
 */
export async function suggestionFigures(folder: string): Promise<readonly Figure[]> {
  const config = join(folder, 'config');
  mkdirSync(config);
  cpSync(pathOf('../config/topics'), join(config, 'topics'), { recursive: true });
  writeFileSync(join(config, 'topicwatch.yaml'), '{}');
  const ids = Array.from({ length: SOURCES }, (_, number) => `outlet-${number}`);
  writeFileSync(
    join(config, 'sources.yaml'),
    ids.map((id) => `- { id: ${id}, url: "https://${id}.example/feed" }\n`).join(''),
  );
  await fill(join(folder, 'data/topicwatch.db'), join(config, 'topics/russia-dprk.yaml'), ids);
  const program = pathOf('../bin/topicwatch.js');
  const used = await least(2, () => measure([program, 'suggest', '--config', config, '--json']));
  const name = `suggest, ${ARTICLES / 1000} thousand articles`;
  return [
    { name, unit: 'CPU s', atMost: 5, measured: used.cpuSeconds },
    { name: `${name}, peak memory`, unit: 'MB', atMost: 300, measured: used.peakMegabytes },
  ];
}

async function fill(file: string, topicFile: string, sources: readonly string[]): Promise<void> {
  const topic = await loadTopic(topicFile, sources);
  const clock = { now: () => new Date() };
  const store = await openStore(file, { clock, host: 'bench', pid: process.pid });
  const lease = await store.lease('bench');
  const start = Date.now() - DAYS * DAY;
  for (let from = 0; from < ARTICLES; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => from + at);
    const articles = numbers.map((n) =>
      article(n, new Date(start + (n * DAYS * DAY) / ARTICLES).toISOString(), sources),
    );
    const judgements = articles.map((one, at) => judgement(one, decisionOf(from + at), topic));
    const accepted = articles.filter((_, at) => decisionOf(from + at) === 'accepted');
    const stories = accepted.map((one) => storyOf([one], topic.id));
    await store.commit(lease, changeOf(articles, judgements, stories));
  }
  await lease.release();
  await store.close();
}

const decisionOf = (number: number): Decision =>
  number % 8 === 0 ? 'accepted' : number % 16 === 1 ? 'review' : 'rejected';

const VOCABULARY = 30_000;
const LETTERS = { en: 'eariotnslcudpmhgbfywkvxzjq', ru: 'оеаинтсрвлкмдпуяыьгзбчйхжш' } as const;
const SYLLABLES = '가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히';

function wordOf(rank: number, language: 'en' | 'ru' | 'ko'): string {
  const letters = language === 'ko' ? SYLLABLES : LETTERS[language];
  let word = '';
  for (let rest = rank + (language === 'ko' ? 40 : 700); rest > 0; rest = Math.floor(rest / letters.length))
    word += letters.charAt(rest % letters.length);
  return language === 'ko' || rank % 9 > 0 ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Eighty words by Zipf's law, every ninth of them a name, in English, Russian or Korean. */
function article(number: number, at: string, sources: readonly string[]): Article {
  const roll = diceOf(number + 1);
  const language = number % 7 === 5 ? 'ru' : number % 7 === 6 ? 'ko' : 'en';
  const words = Array.from({ length: 80 }, () => wordOf(Math.floor(VOCABULARY ** roll()) - 1, language));
  const sides = { en: 'Russia and North Korea', ru: 'Россия и КНДР', ko: '러시아와 북한' }[language];
  const sourceId = sources[Math.floor(roll() * sources.length)] ?? 'outlet-0';
  const [first, second, third] = [words.slice(8, 30), words.slice(30, 55), words.slice(55)].map((part) =>
    part.join(' '),
  );
  return storedArticle({
    id: uuidFrom('article', String(number)),
    sourceId,
    firstSeen: at,
    title: `${sides} ${words.slice(0, 8).join(' ')}`,
    summary: `${first}. ${sides} ${second}. ${third}.`,
    language,
  });
}

function judgement(article: Article, decision: Decision, topic: Topic): Judgement {
  const reason = (concept: string, facet: string) =>
    ({
      rule: `concept:${concept}`,
      facets: [facet],
      field: 'title',
      quote: concept,
      count: 1,
      weight: 0.4,
      learned: false,
    }) as const;
  const isOut = decision === 'rejected';
  return judgementOn(article, topic.id, {
    topicHash: topic.hash,
    decision,
    score: decision === 'accepted' ? 0.7 : 0.3,
    reasons: [reason('russia', 'russia'), ...(isOut ? [] : [reason('north-korea', 'north-korea')])],
    missing: isOut ? ['north-korea'] : [],
    judged: 'summary',
  });
}
