import type { Mention } from '../text/names/concepts.ts';
import { sentences } from '../text/sentences.ts';
import { type CompiledTopic, names, type Side } from './compile.ts';
import type { Passage } from './passages.ts';

/**
 * How the sides of a topic meet in an article, in the few numbers the score of its facets depends on.
 *
 * That an article names both sides says little: much of the news about the one mentions the other in passing. What tells is how
 * often each is named, whether they stand in one sentence, and whether the second comes in late.
 */
export interface Meeting {
  /** How often each side is named, in the order of the sides; a name in the title counts threefold. */
  readonly counts: readonly number[];
  /** How many sentences name every side, the title being one. */
  readonly together: number;
  /** How many pairs of neighbouring sentences do only as a pair. */
  readonly near: number;
  /** How many words stand before the first name of the side that comes last. */
  readonly latest: number;
  /** How often supporting facets are named. */
  readonly supporting: number;
}

/** A meeting, and where it shows. */
export interface MeetingFound {
  readonly meeting: Meeting;
  /** The shortest stretch in one sentence that names every side. */
  readonly closest: Place | null;
  /** The first name of the side that comes last. */
  readonly latecomer: Place | null;
}

export interface Place {
  readonly field: Passage['field'];
  readonly quote: string;
}

const IN_TITLE = 3;

/** How often and how near each other the sides of a topic are named. Where one of them is not, none meet. */
export function meet({ sides, supporting }: CompiledTopic, passages: readonly Passage[]): MeetingFound {
  const counts = sides.map((side) => countOf(side, passages));
  const missing = counts.some((count) => count === 0);
  const { closest, ...meetings } = missing ? NO_MEETINGS : meetingsOf(sides, passages);
  const firsts = sides.map((side) => firstOf(side, passages)).filter((first) => first !== null);
  const last = firsts.reduce<First | null>((a, b) => (a && a.latest >= b.latest ? a : b), null);
  const latest = missing ? Number.POSITIVE_INFINITY : (last?.latest ?? 0);
  const meeting = { counts, ...meetings, latest, supporting: countOf(supporting, passages) };
  return { meeting, closest, latecomer: last };
}

/** How much a mention counts, by where it stands. */
export function worthOf({ field }: Passage): number {
  return field === 'title' ? IN_TITLE : 1;
}

function countOf(side: Side, passages: readonly Passage[]): number {
  return passages.reduce((sum, passage) => {
    const named = passage.mentions.filter((mention) => names(mention, side));
    return sum + worthOf(passage) * named.length;
  }, 0);
}

interface First extends Place {
  readonly latest: number;
}

function firstOf(side: Side, passages: readonly Passage[]): First | null {
  for (const { field, text, mentions, before } of passages) {
    const mention = mentions.find((one) => names(one, side));
    if (mention)
      return { field, quote: text.slice(mention.start, mention.end), latest: before + mention.word };
  }
  return null;
}

interface Meetings extends Pick<Meeting, 'together' | 'near'> {
  readonly closest: Place | null;
}

const NO_MEETINGS: Meetings = { together: 0, near: 0, closest: null };

function meetingsOf(sides: readonly Side[], passages: readonly Passage[]): Meetings {
  let together = 0;
  let near = 0;
  let closest: Place | null = null;
  let previous: ReadonlySet<Side> = new Set();
  for (const passage of passages) {
    for (const mentions of bySentence(passage)) {
      const here = new Set(sides.filter((side) => mentions.some((mention) => names(mention, side))));
      if (here.size === sides.length) {
        together += 1;
        const quote = shortest(sides, passage.text, mentions);
        if (!closest || quote.length < closest.quote.length) closest = { field: passage.field, quote };
      } else if (
        previous.size < sides.length &&
        sides.every((side) => here.has(side) || previous.has(side))
      ) {
        near += 1;
      }
      previous = here;
    }
  }
  return { together, near, closest };
}

/** The mentions of each sentence, in order. */
function bySentence({ field, text, mentions }: Passage): readonly (readonly Mention[])[] {
  if (field === 'title') return [mentions];
  let next = 0;
  return sentences(text).map(({ end }) => {
    const from = next;
    while ((mentions[next]?.start ?? end) < end) next += 1;
    return mentions.slice(from, next);
  });
}

/** The shortest stretch of a sentence that names every side; one pass, which remembers where each side was last named. */
function shortest(sides: readonly Side[], text: string, mentions: readonly Mention[]): string {
  const last = new Map<Side, Mention>();
  let best = text;
  for (const mention of mentions) {
    for (const side of sides) if (names(mention, side)) last.set(side, mention);
    if (last.size < sides.length) continue;
    const start = Math.min(...[...last.values()].map((one) => one.start));
    if (mention.end - start < best.length) best = text.slice(start, mention.end);
  }
  return best;
}
