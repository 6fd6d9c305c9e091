import type { Phase } from '../phases.ts';
import { similarity, type Traits } from './similarity.ts';

/** An article that is held for comparison. */
export interface Member extends Traits {
  readonly id: string;
  /** Who published it; null: not known. */
  readonly outlet: string | null;
  /** What deeds have come to by its title and lead. */
  readonly phases: readonly Phase[];
  /** The id of its story; '': none yet. */
  story: string;
  /** A person said where it belongs; null: nobody did. */
  readonly held: Held | null;
}

/** Where a person wants an article to be. */
export interface Held {
  readonly story: string;
  /** New articles may join it, stories that are there already may not: it is kept out of sight. */
  readonly apart: boolean;
}

/** Articles held at once, in the order they came; the oldest make room. */
const CAPACITY = 100_000;
/** Pairs whose similarity is remembered before the memory starts anew. */
const REMEMBERED = 100_000;

/** The articles that are held, numbered as they come, and the stories they are in. */
export class Members {
  readonly #byNumber: (Member | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #stories = new Map<string, number[]>();
  readonly #similarities = new Map<number, number>();
  readonly #eventDays: number;

  /** @param eventDays within which accounts of one event come. */
  constructor(eventDays: number) {
    this.#eventDays = eventDays;
  }

  /** The first number that is held, and the one the next article gets. */
  get range(): readonly [from: number, until: number] {
    const until = this.#byNumber.length;
    return [Math.max(0, until - CAPACITY), until];
  }

  add(member: Member): number {
    const number = this.#byNumber.push(member) - 1;
    this.#numbers.set(member.id, number);
    if (number >= CAPACITY) this.drop(number - CAPACITY);
    return number;
  }

  holds(number: number): boolean {
    return this.#byNumber[number] !== undefined;
  }

  at(number: number): Member {
    const member = this.#byNumber[number];
    if (member === undefined) throw new Error(`article ${number} is no longer held`);
    return member;
  }

  find(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** The articles of a story in the order they came. */
  of(story: string): readonly number[] {
    return this.#stories.get(story) ?? [];
  }

  /** Puts an article into a story, out of the one it was in. */
  move(number: number, story: string): void {
    const member = this.at(number);
    if (member.story === story) return;
    this.#leave(number, member.story);
    member.story = story;
    const joined = this.#stories.get(story);
    if (!joined) this.#stories.set(story, [number]);
    else if (joined.push(number) > 1 && (joined.at(-2) ?? 0) > number) joined.sort((a, b) => a - b);
  }

  similarity(a: number, b: number): number {
    const [older, newer] = a < b ? [a, b] : [b, a];
    const key = newer * 2 ** 26 + older;
    const known = this.#similarities.get(key);
    if (known !== undefined) return known;
    if (this.#similarities.size >= REMEMBERED) this.#similarities.clear();
    const value = similarity(this.at(a), this.at(b), this.#eventDays);
    this.#similarities.set(key, value);
    return value;
  }

  #leave(number: number, story: string): void {
    const left = this.#stories.get(story);
    if (!left) return;
    const place = left.indexOf(number);
    if (place >= 0) left.splice(place, 1);
    if (left.length === 0) this.#stories.delete(story);
  }

  /** Lets go of an article. */
  drop(number: number): void {
    const member = this.#byNumber[number];
    if (member === undefined) return;
    this.#leave(number, member.story);
    if (this.#numbers.get(member.id) === number) this.#numbers.delete(member.id);
    this.#byNumber[number] = undefined;
  }
}

/** Whether a person's word keeps two articles in different stories. */
export function areHeldApart(one: Member, other: Member): boolean {
  if (one.held !== null && other.held !== null) return one.held.story !== other.held.story;
  if (one.held === null && other.held === null) return false;
  const [held, free] = one.held === null ? [other, one] : [one, other];
  return held.held?.apart === true && free.story !== '' && free.story !== held.story;
}

/** The numbers of all terms of these articles. */
export function termsOf(members: readonly Member[]): ReadonlySet<number> {
  return new Set(members.flatMap(({ words, anchors }) => [...words.terms, ...anchors.terms]));
}
