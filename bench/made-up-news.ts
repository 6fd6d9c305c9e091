// Made-up news with the word statistics of real news (Zipf), three accounts an event.
import type { Arrival } from '../src/stories/grouping/grouping.ts';
import { diceOf } from './dice.ts';

const WORDS = 250;
const VOCABULARY = 60_000;
const ACCOUNTS = 3;

/** What an article tells of. */
export function eventOf(number: number): string {
  return `event ${Math.floor(number / ACCOUNTS)}`;
}

/** @param perDay articles a day, the first on 1 January 2026. */
export function article(number: number, perDay = 10_000): Arrival & { readonly at: number } {
  const event = diceOf(7919 * Math.floor(number / ACCOUNTS) + 1);
  const own = diceOf(104_729 * number + 3);
  const about = Array.from({ length: 40 }, () => word(Math.floor(event() * VOCABULARY)));
  const words = Array.from({ length: WORDS }, () =>
    own() < 0.3 ? (about[Math.floor(own() * about.length)] ?? '') : ranked(own),
  );
  return {
    id: String(number),
    title: words.slice(0, 8).join(' '),
    text: words.join(' '),
    language: 'en',
    at: Date.UTC(2026, 0, 1) + (number * 86_400_000) / perDay,
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
