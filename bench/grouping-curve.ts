// What placing one article costs beside so many recent ones, in JSON lines: a program of its own, since its memory is measured.
// Made-up news with the word statistics of real news (Zipf), three accounts an event, ten thousand articles a day.
import { ANY_NEWS } from '../src/stories/field.ts';
import { type Arrival, Grouping } from '../src/stories/grouping.ts';

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];
const SAMPLE = 1_000;
const CHUNK = 100;
const WORDS = 250;
const VOCABULARY = 60_000;
const ACCOUNTS = 3;
const PER_DAY = 10_000;

const grouping = new Grouping(ANY_NEWS, (ids, taken) => ids.find((id) => !taken(id)) ?? ids.join('+'));
let held = 0;
for (const recent of SIZES) {
  fill(recent - SAMPLE);
  const costs = Array.from({ length: SAMPLE }, place).sort((a, b) => a - b);
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / SAMPLE;
  const p99 = costs[Math.floor(SAMPLE * 0.99)] ?? 0;
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  process.stdout.write(`${JSON.stringify({ recent, mean, p99, megabytes })}\n`);
}

/** Takes in articles whose stories are known, as a run does with those of earlier days: placing each would take minutes. */
function fill(until: number): void {
  while (held < until) {
    const count = Math.min(CHUNK, until - held);
    grouping.restore(
      Array.from({ length: count }, (_, n) => ({ ...article(held + n), story: eventOf(held + n) })),
    );
    held += count;
  }
}

/** @returns CPU milliseconds. */
function place(): number {
  const next = article(held);
  held += 1;
  const begun = process.cpuUsage();
  grouping.add([next]);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

function eventOf(number: number): string {
  return `event ${Math.floor(number / ACCOUNTS)}`;
}

function article(number: number): Arrival {
  const event = dice(7919 * Math.floor(number / ACCOUNTS) + 1);
  const own = dice(104_729 * number + 3);
  const about = Array.from({ length: 40 }, () => word(Math.floor(event() * VOCABULARY)));
  const words = Array.from({ length: WORDS }, () =>
    own() < 0.3 ? (about[Math.floor(own() * about.length)] ?? '') : ranked(own),
  );
  return {
    id: String(number),
    title: words.slice(0, 8).join(' '),
    text: words.join(' '),
    language: 'en',
    at: Date.UTC(2026, 0, 1) + (number * 86_400_000) / PER_DAY,
    concepts: [],
  };
}

/** Zipf's law: the rank of a word drawn by its frequency. */
function ranked(roll: () => number): string {
  return word(Math.floor(VOCABULARY ** roll()) - 1);
}

function word(rank: number): string {
  let name = '';
  for (let rest = rank + 26; rest > 0; rest = Math.floor(rest / 26))
    name += String.fromCharCode(97 + (rest % 26));
  return rank % 7 === 0 ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** A linear congruential generator: the same news in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
