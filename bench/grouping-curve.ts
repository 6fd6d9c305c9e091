// What placing one article costs beside so many recent ones, in JSON lines: a program of its own, since its memory is measured.
import { ANY_NEWS } from '../src/stories/grouping/field.ts';
import { Grouping } from '../src/stories/grouping/grouping.ts';
import { article, eventOf } from './made-up-news.ts';

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];
const SAMPLE = 1_000;
const CHUNK = 100;

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
