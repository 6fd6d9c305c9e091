import { newSentences } from '../novelty.ts';
import { phasesTold } from '../phases.ts';
import { countAnchors, countFigures } from './anchors.ts';
import { Copies } from './copies.ts';
import { type Explanation, explain } from './explain.ts';
import { type Field, joinAmong, type LookedFor } from './field.ts';
import { inherit } from './inherit.ts';
import { knownTo } from './known.ts';
import { areHeldApart, type Held, Members } from './members.ts';
import { Nearby } from './nearby.ts';
import { Neighbours } from './neighbours.ts';
import { regroup } from './regroup.ts';
import { isInWindow, TELLING_TERMS } from './similarity.ts';
import { countTerms, type Told } from './terms.ts';
import { type Numbered, Vocabulary } from './vector.ts';

/** An article as it comes in. */
export interface Arrival extends Told {
  readonly id: string;
  /** When it was published, in milliseconds; null: it does not say. */
  readonly at: number | null;
  /** Who published it. */
  readonly outlet?: string;
  /** The concepts of the topic that it names; empty: not known. */
  readonly concepts: readonly string[];
  /** Where a person wants it to be: no grouping moves it. */
  readonly held?: Held | null;
}

/** `lead` opens a story, `new` adds something to one, `retelling` does not. */
export type Role = 'lead' | 'new' | 'retelling';

export interface Placed {
  readonly story: string;
  readonly role: Role;
  /** The sentences that say something new to the story. */
  readonly news: readonly string[];
  /** Earlier articles that are in another story now. */
  readonly moved: readonly { readonly id: string; readonly story: string }[];
}

/**
 * Stories linked at least this share of the joining link to a new article are looked at again with it: one that wrongly holds an
 * account of its event is not as near as that account.
 */
const NEARBY = 0.7;

/**
 * Groups articles into stories as they come: an article is compared with its neighbours of 30 days, and the nearest stories
 * are put together anew, with it, from single articles up (`regroup`). So each answer rests on all that is known by then, stories
 * merge and split as later articles make them clearer, and every group keeps the id of the story it has most articles of.
 *
 * Guards: articles of one event come within days (`similarity`), dense groups that are loosely tied stay apart (`regroup`),
 * what is too short to tell anything stays alone, and all work is bounded: words read, postings followed, stories and articles
 * looked at again. What is older than the newest 30 articles of a story stays in it unasked. A person's word goes before all of
 * it.
 */
export class Grouping {
  readonly #field: Field;
  readonly #vocabulary: Vocabulary;
  readonly #neighbours = new Neighbours();
  readonly #members: Members;
  readonly #nearby: Nearby;
  readonly #copies = new Copies();
  readonly #newId: (articleIds: readonly string[], taken: (id: string) => boolean) => string;

  /**
   * @param newId the id of a story that begins with these articles; it must not be taken.
   * @param lookedFor what the articles were chosen by.
   */
  constructor(
    field: Field,
    newId: (articleIds: readonly string[], taken: (id: string) => boolean) => string,
    lookedFor: readonly LookedFor[] = [],
  ) {
    this.#field = field;
    this.#vocabulary = new Vocabulary(field.prior);
    this.#members = new Members(field.eventDays);
    this.#nearby = new Nearby(this.#members, this.#neighbours);
    this.#newId = newId;
    for (const { concept, names, share } of lookedFor) {
      const words = names.flatMap(({ text, language }) => [
        ...countTerms({ title: text, text: '', language }).keys(),
      ]);
      this.#vocabulary.expect(share, this.#vocabulary.number(new Map(words.map((word) => [word, 1]))));
      this.#vocabulary.expect(share, this.#vocabulary.number(countAnchors([concept])));
    }
  }

  /** Takes in articles whose stories are known, all at once, so that they are weighed by what all of them say. */
  restore(articles: readonly (Arrival & { readonly story: string })[]): void {
    const told = new Map<string, number>();
    const counted = articles.map((article) => {
      const counts = this.#count(article);
      const times = (told.get(article.story) ?? 0) + 1;
      told.set(article.story, times);
      this.#learn(article, counts, 1 / times);
      return { article, counts };
    });
    for (const { article, counts } of counted) {
      this.#members.move(this.#hold(article, counts).number, article.story);
    }
  }

  /**
   * Places articles, one after the other. What all of them say is learned first: one day's news tells which names are in all of
   * it.
   */
  add(articles: readonly Arrival[]): readonly Placed[] {
    const counted = articles.map((article) => {
      const counts = this.#count(article);
      this.#learn(article, counts, 1);
      return { article, counts };
    });
    return counted.map(({ article, counts }) => this.#add(article, counts));
  }

  #add(article: Arrival, counts: Counted): Placed {
    const { number, original } = this.#hold(article, counts);
    const copied = original ?? this.#nearby.copied(number);
    const at = article.held?.story ?? (copied === null ? null : this.#members.at(copied).story);
    const moved =
      at === null ? this.#regroup(number, this.#nearby.nearest(number, NEARBY * this.#field.join)) : [];
    if (at !== null) this.#members.move(number, at);
    const { story } = this.#members.at(number);
    const others = this.#nearby.sample(story, number).filter((other) => other !== number);
    if (others.length === 0) return { story, role: 'lead', news: [], moved };
    // It was learned as if it opened a story.
    this.#learn(article, counts, 1 / (others.length + 1) - 1);
    const accounts = others.map((other) => this.#members.at(other));
    const news = original === null ? newSentences(article, knownTo(accounts, article, this.#vocabulary)) : [];
    return { story, role: news.length > 0 ? 'new' : 'retelling', news, moved };
  }

  /** Forgets an article. */
  remove(id: string): void {
    const number = this.#members.find(id);
    if (number !== undefined) this.#members.drop(number);
  }

  /** Why an article is where it is; null: it is not held. */
  explain(id: string): Explanation | null {
    const number = this.#members.find(id);
    if (number === undefined) return null;
    return explain(
      number,
      [...this.#nearby.stories(number)],
      (story) => this.#nearby.sample(story, number),
      this.#members,
      this.#vocabulary,
    );
  }

  #count(article: Arrival): Counted {
    const inFigures = countFigures(article);
    const words = this.#vocabulary.number(countTerms(article));
    const figures = this.#vocabulary.number(inFigures);
    const anchors = this.#vocabulary.number(countAnchors(article.concepts, inFigures));
    return { words, figures, anchors, original: this.#copies.originalOf(article) };
  }

  /** A text that is sent out a thousand times does not make its words common. */
  #learn({ id }: Arrival, { words, anchors, original }: Counted, share: number): void {
    if (original === id) this.#vocabulary.learn(share, words, anchors);
  }

  /** Holds an article for comparison; a copy of a recent one shares what that weighs, and is found through it. */
  #hold(article: Arrival, counts: Counted): { readonly number: number; readonly original: number | null } {
    const { id, outlet = null, language, at, held = null } = article;
    const original = this.#members.find(counts.original);
    if (original !== undefined && counts.words.terms.length >= TELLING_TERMS) {
      const traits = this.#members.at(original);
      if (isInWindow(at, traits.at))
        return { number: this.#members.add({ ...traits, id, outlet, at, story: '', held }), original };
    }
    const words = this.#vocabulary.vector(counts.words);
    const figures = this.#vocabulary.vector(counts.figures);
    // Without concepts they are the same.
    const anchors = article.concepts.length > 0 ? this.#vocabulary.vector(counts.anchors) : figures;
    const told = { language, words, figures, anchors, phases: phasesTold(article) };
    const number = this.#members.add({ ...told, id, outlet, at, story: '', held });
    this.#neighbours.add(number, words, anchors);
    this.#copies.renew(article);
    return { number, original: null };
  }

  /** Puts the stories together anew with an article; returns who moved. */
  #regroup(number: number, stories: readonly string[]): Placed['moved'] {
    const members = this.#members;
    const pool = [
      ...stories.flatMap((story) => this.#nearby.sample(story, number)).sort((a, b) => a - b),
      number,
    ];
    const inPool = (place: number): number => pool[place] ?? number;
    const heldOf = (one: number): Held | null => members.at(one).held;
    const groups = regroup(
      pool.length,
      (a, b) =>
        areHeldApart(members.at(inPool(a)), members.at(inPool(b)))
          ? -Infinity
          : members.similarity(inPool(a), inPool(b)),
      this.#join(),
      (place) => heldOf(inPool(place))?.story,
    ).map((group) => group.map(inPool));
    const ids = inherit(
      groups,
      // The new article speaks for the nearest story: where that one splits in halves, its id stays with the half that grows.
      (one) => (one === number ? stories[0] : members.at(one).story),
      (one) => (heldOf(one) === null ? 1 : pool.length),
    );
    const moved: { id: string; story: string }[] = [];
    for (const [index, group] of groups.entries()) {
      const story = ids[index] ?? this.#opened(group);
      for (const one of group) {
        const { id, story: former } = members.at(one);
        if (former !== story && one !== number) moved.push({ id, story });
        members.move(one, story);
      }
    }
    return moved;
  }

  #join(): number {
    const [from, until] = this.#members.range;
    return joinAmong(until - from, this.#field);
  }

  #opened(group: readonly number[]): string {
    const ids = group.map((one) => this.#members.at(one).id);
    return this.#newId(ids, (id) => this.#members.of(id).length > 0);
  }
}

interface Counted {
  /** The first article with this text. */
  readonly original: string;
  readonly words: Numbered;
  readonly figures: Numbered;
  readonly anchors: Numbered;
}
