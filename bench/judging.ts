import { fileURLToPath } from 'node:url';
import type { Topic } from '../src/domain/topic.ts';
import { type Learner, openLearner, type Readable } from '../src/judge/learner.ts';
import { loadTopic } from '../src/settings/load.ts';
import { diceOf } from './dice.ts';
import type { Figure } from './figure.ts';

const TOPIC = fileURLToPath(new URL('../config/topics/russia-dprk.yaml', import.meta.url));
const ARTICLES = 2_000;
const RUNS = 4;
const WORDS = 500;
const VOCABULARY = 30_000;
/** What is asked: 2,500 articles a CPU second. */
const MOST_MS = 0.4;

/** What judging one article of 500 words costs by the shipped topic: its facets, its examples, both. */
export async function judgingFigures(): Promise<readonly Figure[]> {
  const both = await loadTopic(TOPIC);
  const facets: Topic = { ...both, examples: { positive: [], negative: [] } };
  const examples: Topic = { ...both, facets: [], concepts: [], exclude: [], tags: [] };
  const articles = madeUpNews(ARTICLES);
  const topics = { facets, examples, 'facets and examples': both };
  return Object.entries(topics).map(([name, topic]) => ({
    name: `judging an article of ${WORDS} words by ${name}`,
    unit: 'CPU ms',
    atMost: MOST_MS,
    measured: millisecondsEach(openLearner(topic, []), articles),
  }));
}

/**
 * The least of several runs; the first warms up the engine and fills the memories of words, as the first minutes of a poll do.
 */
function millisecondsEach(learner: Learner, articles: readonly Readable[]): number {
  const each = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage();
    for (const article of articles) learner.judge(article);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000 / articles.length;
  });
  return Math.min(...each.slice(1));
}

/** One article in ten names one side of the topic, one in thirty both. */
function madeUpNews(count: number): readonly Readable[] {
  const roll = diceOf(7);
  const vocabulary = Array.from({ length: VOCABULARY }, () => madeUpWord(roll));
  // Zipf: a word's frequency falls with its rank.
  const word = () => vocabulary[Math.floor(VOCABULARY ** roll()) - 1] ?? 'town';
  const sentence = (length: number, named: string) =>
    `${[named, ...Array.from({ length }, word)].filter((part) => part !== '').join(' ')}.`;
  return Array.from({ length: count }, (_, at): Readable => {
    const named = (sentenceAt: number): string => {
      if (sentenceAt % 5 !== 1) return '';
      if (at % 30 === 0) return 'Russia and North Korea';
      return at % 10 === 0 ? 'Moscow' : '';
    };
    const sentences = Array.from({ length: WORDS / 20 }, (_, part) => sentence(20, named(part)));
    return { title: sentence(8, named(1)), summary: '', text: sentences.join(' '), language: 'en' };
  });
}

function madeUpWord(roll: () => number): string {
  const pick = (letters: string) => letters[Math.floor(roll() * letters.length)] ?? '';
  const syllables = 1 + Math.floor(roll() * 3);
  return (
    Array.from({ length: syllables }, () => pick('bcdfghklmnprstvw') + pick('aeiou')).join('') +
    pick('nrstdl')
  );
}
