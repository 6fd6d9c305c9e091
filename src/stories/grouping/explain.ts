import { type Members, termsOf } from './members.ts';
import { heaviest, type Vocabulary } from './vector.ts';

/** Why an article is in its story, and not in the next one, in figures that a person can weigh. */
export interface Explanation {
  readonly story: string;
  /** Terms it shares with the others of its story, those that weigh most first. */
  readonly shared: readonly string[];
  /** Its mean similarity to the others of its story, and that of those with one another; null: it is alone, or beside one. */
  readonly between: number | null;
  readonly within: number | null;
  /** The story that came next. */
  readonly apart: {
    readonly story: string;
    readonly shared: readonly string[];
    readonly between: number;
    readonly within: number | null;
  } | null;
}

/** Terms that are shown, of so many that weigh most. */
const SHOWN = 6;
const SHOWN_FROM = 60;

/**
 * @param near stories of the articles around it, its own among them or not.
 * @param sample the articles that stand for a story.
 */
export function explain(
  number: number,
  near: readonly string[],
  sample: (story: string) => readonly number[],
  members: Members,
  vocabulary: Vocabulary,
): Explanation {
  const beside = (story: string) => {
    const others = sample(story).filter((other) => other !== number);
    const pairs = others.flatMap((one, place) =>
      others.slice(0, place).map((other) => members.similarity(one, other)),
    );
    const shared = sharedTerms(number, others, members).map((term) => vocabulary.termOf(term));
    return {
      shared,
      between: mean(others.map((other) => members.similarity(number, other))),
      within: mean(pairs),
    };
  };
  const { story } = members.at(number);
  const [next] = near
    .filter((other) => other !== story)
    .map((other) => ({ story: other, ...beside(other) }))
    .map((other) => ({ ...other, between: other.between ?? 0 }))
    .sort((a, b) => b.between - a.between);
  return { story, ...beside(story), apart: next ?? null };
}

/** The heaviest terms of an article that others have too. */
function sharedTerms(number: number, others: readonly number[], members: Members): readonly number[] {
  const { words, anchors } = members.at(number);
  const theirs = termsOf(others.map((other) => members.at(other)));
  return [words, anchors]
    .flatMap((vector) => heaviest(vector, SHOWN_FROM))
    .filter(({ term }) => theirs.has(term))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHOWN)
    .map(({ term }) => term);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `joined: .41 between, .39 within; both speak of osprey, ellory. kept apart from 17: .12 between, .44 within` */
export function inWords({ story, shared, between, within, apart }: Explanation): string {
  const joined =
    between === null
      ? `alone in ${story}`
      : `joined ${story}: ${figures(between, within)}; both speak of ${shared.join(', ')}`;
  if (apart === null) return `${joined}. nothing else comes near`;
  const common = apart.shared.length > 0 ? `, though both speak of ${apart.shared.join(', ')}` : '';
  return `${joined}. kept apart from ${apart.story}: ${figures(apart.between, apart.within)}${common}`;
}

const figures = (between: number, within: number | null): string =>
  within === null ? `${short(between)} between` : `${short(between)} between, ${short(within)} within`;

const short = (value: number): string => value.toFixed(2).replace(/^0/u, '');
