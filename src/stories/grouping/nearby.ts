import type { Members } from './members.ts';
import type { Neighbours } from './neighbours.ts';
import { COPY, isInWindow } from './similarity.ts';

/** So many stories are looked at again with a new article, */
const MOST_STORIES = 3;
/** each by its newest articles: a story that grows for a year costs no more than one of a week. */
const SAMPLE = 30;

/** What lies around an article among those that are held. */
export class Nearby {
  readonly #members: Members;
  readonly #neighbours: Neighbours;

  constructor(members: Members, neighbours: Neighbours) {
    this.#members = members;
    this.#neighbours = neighbours;
  }

  /** Articles with rare terms in common, close enough in time to be of one event. */
  articles(number: number): readonly number[] {
    const { words, anchors, at } = this.#members.at(number);
    return this.#neighbours
      .near(...this.#members.range, words, anchors)
      .filter(
        (other) =>
          other !== number && this.#members.holds(other) && isInWindow(at, this.#members.at(other).at),
      );
  }

  /** The stories these articles are in. */
  stories(number: number): ReadonlySet<string> {
    return new Set(this.articles(number).map((other) => this.#members.at(other).story));
  }

  /** The stories worth looking at again with an article, linked at least so much, the nearest first. */
  nearest(number: number, least: number): readonly string[] {
    const links = Array.from(this.stories(number), (story) => ({ story, link: this.#link(number, story) }));
    return links
      .filter(({ link }) => link >= least)
      .sort((a, b) => b.link - a.link)
      .slice(0, MOST_STORIES)
      .map(({ story }) => story);
  }

  /** An article that this one is an edited copy of. */
  copied(number: number): number | null {
    const isCopy = (other: number): boolean => this.#members.similarity(number, other) >= COPY;
    return this.articles(number).find(isCopy) ?? null;
  }

  /** The newest articles of a story that are close enough in time to an article. */
  sample(story: string, to: number): readonly number[] {
    const { at } = this.#members.at(to);
    return this.#members
      .of(story)
      .slice(-SAMPLE)
      .filter((other) => isInWindow(at, this.#members.at(other).at));
  }

  /** The cosine of an article with the centroid of a story. */
  #link(number: number, story: string): number {
    const sample = this.sample(story, number);
    let cross = 0;
    let inside = 0;
    for (const [place, other] of sample.entries()) {
      cross += this.#members.similarity(number, other);
      for (let before = 0; before < place; before += 1)
        inside += this.#members.similarity(sample[before] ?? other, other);
    }
    return cross / Math.sqrt(sample.length + 2 * inside);
  }
}
