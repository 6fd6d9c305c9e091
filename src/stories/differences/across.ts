import type { Difference, DifferingValue, Quoted } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';
import { daysOf, read } from './differences.ts';
import { gather } from './gather.ts';
import { pairClaims } from './pairing.ts';
import { alignDays, relateDays } from './when-and-where/compare-days.ts';
import type { Day } from './when-and-where/days.ts';

/** What a story is held against: another one of its topic. */
export interface OtherStory {
  readonly storyId: string;
  readonly accounts: readonly Account[];
}

/** A day an account gives for another event than its story's. */
export interface BackgroundDay extends Quoted {
  readonly subject: string;
  readonly value: string;
}

/** On which days accounts put other events than their story's, in their order: what another story may tell otherwise. */
export function backgroundDays(
  accounts: readonly Account[],
  concepts: readonly Concept[],
): readonly BackgroundDay[] {
  return daysOf(read(accounts, concepts))
    .flat()
    .filter(({ background }) => background)
    .map(({ subject, value, passage }) => ({
      subject,
      value,
      articleId: passage.account.articleId,
      quote: passage.text,
    }));
}

/**
 * On which days a story puts other events than other stories do: the meeting that it says was on the fourth of September, and
 * another story on the third, be it that story's event or one it looks back on as well. Days only: they tell which event is
 * meant. Always `background`; values that only other stories have bear the id of the first that has them.
 */
export function differencesAcross(
  story: readonly Account[],
  others: readonly OtherStory[],
  concepts: readonly Concept[],
): readonly Difference[] {
  const homes = new Map(
    others.flatMap(({ storyId, accounts }) => accounts.map(({ articleId }) => [articleId, storyId] as const)),
  );
  const all = read([...story, ...others.flatMap(({ accounts }) => accounts)], concepts);
  const days = daysOf(all);
  const kind = { align: alignAcross, relate: relateDays };
  const own = days.slice(0, story.length).map((list) => list.filter(({ background }) => background));
  const theirs = days.slice(story.length).map((list) => list.map((day) => ({ ...day, background: true })));
  const pairs = own.flatMap((mine) => theirs.flatMap((list) => pairClaims(mine, list, kind, all.weigh)));
  return gather(pairs, kind, all.weigh)
    .filter(({ nature }) => nature === 'differs')
    .map((difference) => ({
      ...difference,
      values: difference.values.map((value) => withHome(value, homes)).toSorted(ownFirst),
    }))
    .filter(({ values }) => values[0]?.story === undefined && values.at(-1)?.story !== undefined);
}

/** What two sentences must share by name to be of one meeting of many, and how far apart its days may be told. */
const NAMES = 2;
const DAYS_APART = 10;

/** As days of one story are aligned; but other stories of a topic tell of the same people at other places and times. */
function alignAcross(a: Day, b: Day, weigh: (key: string) => number): number {
  if (a.event !== b.event || Math.abs(a.from - b.from) > DAYS_APART) return 0;
  const names = [...a.passage.keys].filter(
    (key) => /^(?:name|concept):/u.test(key) && b.passage.keys.has(key),
  );
  return names.length < NAMES || elsewhere(a, b) ? 0 : alignDays(a, b, weigh);
}

/** Either sentence names a place of the topic that the other does not. */
function elsewhere(a: Day, b: Day): boolean {
  const [mine, theirs] = [placesOf(a), placesOf(b)];
  return mine.some((place) => !theirs.includes(place)) && theirs.some((place) => !mine.includes(place));
}

const placesOf = ({ passage }: Day): readonly string[] =>
  passage.mentions.flatMap(({ concept }) => (concept.kind === 'place' ? [concept.id] : []));

const ownFirst = (a: DifferingValue, b: DifferingValue): number =>
  Number(a.story !== undefined) - Number(b.story !== undefined);

/** A value with its own story's quotes; with those of another where it has none. */
function withHome({ value, quotes }: DifferingValue, homes: ReadonlyMap<string, string>): DifferingValue {
  const [own, ...more] = quotes.filter(({ articleId }) => !homes.has(articleId));
  if (own !== undefined) return { value, quotes: [own, ...more] };
  const home = homes.get(quotes[0].articleId);
  return home === undefined ? { value, quotes } : { value, quotes, story: home };
}
