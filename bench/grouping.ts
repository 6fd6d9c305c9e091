/**
 * What placing one article costs beside so many recent ones: `node --max-old-space-size=256 bench/grouping.ts [most]`
 * (without the limit the engine lets garbage pile up that grouping does not need). Made-up news with the word statistics
 * of real news (Zipf), three accounts an event, ten thousand articles a day.
 */
import { ANY_NEWS, type Arrival, Grouping } from '../src/stories/grouping.ts';

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];
const SAMPLE = 1_000;
const WORDS = 250;
const VOCABULARY = 60_000;
const ACCOUNTS = 3;
const PER_DAY = 10_000;

/** A linear congruential generator: the same news in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const word = (rank: number): string => {
  let name = '';
  for (let rest = rank + 26; rest > 0; rest = Math.floor(rest / 26))
    name += String.fromCharCode(97 + (rest % 26));
  return rank % 7 === 0 ? name.charAt(0).toUpperCase() + name.slice(1) : name;
};

/** Zipf's law: the rank of a word drawn by its frequency. */
const ranked = (roll: () => number): string => word(Math.floor(VOCABULARY ** roll()) - 1);

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

const most = Number(process.argv[2] ?? SIZES.at(-1));
const grouping = new Grouping(ANY_NEWS, (ids, taken) => ids.find((id) => !taken(id)) ?? ids.join('+'));
let number = 0;
let stories = 0;
const place = (): number => {
  const next = article(number);
  number += 1;
  const before = process.cpuUsage();
  const [placed] = grouping.add([next]);
  const { user, system } = process.cpuUsage(before);
  if (placed?.role === 'lead') stories += 1;
  return (user + system) / 1_000;
};

console.log('recent articles   mean ms   p99 ms   resident MB   stories');
for (const size of SIZES.filter((each) => each <= most)) {
  while (number < size - SAMPLE) place();
  const costs = Array.from({ length: SAMPLE }, place).sort((a, b) => a - b);
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / SAMPLE;
  const row = [size, mean.toFixed(2), (costs[Math.floor(SAMPLE * 0.99)] ?? 0).toFixed(2)];
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log([...row, memory, stories].map((cell) => String(cell).padStart(12)).join(''));
}
