import { describe, expect, it } from 'vitest';
import { countOrdinary, presence, rarity, tidy } from '../../src/judge/ordinary.ts';
import { adopt, learnProfile, presenceOf } from '../../src/judge/profile.ts';
import { termsOf } from '../../src/judge/terms.ts';

const read = (text: string, title = '') =>
  termsOf(
    [
      { field: 'title', text: title },
      { field: 'text', text },
    ],
    'en',
  );

const weighed = (worth: number) => (terms: ReturnType<typeof read>) => ({ ...terms, worth });
const examples = [
  read('Sappers cleared a minefield near the river. The sappers blew up forty mines.'),
  read('A minefield in the hills was marked by sappers and dogs.'),
  read('Sappers trained on an old minefield before the winter.'),
].map(weighed(1));
const background = countOrdinary({}, [
  read('The river rose after the winter rain.'),
  read('Dogs and cats won prizes near the river.'),
  read('Rain fell in the hills before winter.'),
]).en;

describe('a profile', () => {
  it('weighs most what all examples share and the background lacks', () => {
    const { given } = learnProfile(examples, [], background, undefined);
    const strongest = Object.entries(given)
      .toSorted(([, a], [, b]) => b - a)
      .map(([term]) => term);
    expect(strongest.slice(0, 2).toSorted()).toEqual(['minefield', 'sapper']);
    expect(given.sapper).toBeGreaterThan((given.river ?? 0) * 10);
  });

  it('is scaled so that examples, judged by the others, have 1 in the geometric mean', () => {
    const { leftOut } = learnProfile(examples, [], background, undefined);
    expect(leftOut).toHaveLength(3);
    expect(leftOut.reduce((product, score) => product * score, 1)).toBeCloseTo(1, 6);
  });

  it('does not depend on the order of the examples', () => {
    const one = learnProfile(examples, [], background, undefined).given;
    const other = learnProfile(examples.toReversed(), [], background, undefined).given;
    expect(Object.keys(one).toSorted()).toEqual(Object.keys(other).toSorted());
    for (const [term, weight] of Object.entries(one)) expect(other[term]).toBeCloseTo(weight, 9);
  });

  it('follows an example the less, the less it is worth', () => {
    const dogs = read('Dogs, dogs and again dogs.');
    const share = (worth: number) => {
      const { given } = learnProfile([...examples, weighed(worth)(dogs)], [], background, undefined);
      return given.dog ?? 0;
    };
    expect(share(0.5)).toBeLessThan(share(1));
    expect(share(0.5)).toBeGreaterThan(0);
  });

  it('loses weight on what counter-examples say', () => {
    const dogs = read('Dogs, dogs and again dogs.');
    const share = (negative: Parameters<typeof learnProfile>[1]) => {
      const { given } = learnProfile(examples, negative, background, undefined);
      return (given.dog ?? 0) / (given.sapper ?? 1);
    };
    expect(share([dogs])).toBeLessThan(share([]));
  });

  it('takes terms of adopted documents in beside its own, which stay as they are', () => {
    const { usualLength } = learnProfile(examples, [], background, undefined);
    const adopted = adopt(
      undefined,
      presenceOf(read('Sappers use a hovercraft on the minefield.'), usualLength),
    );
    const { given, adapted } = learnProfile(examples, [], background, adopted);
    expect(given).not.toHaveProperty('hovercraft');
    expect(adapted.hovercraft).toBeGreaterThan(0);
    expect(given).toEqual(learnProfile(examples, [], background, undefined).given);
  });
});

it('adopted documents blend into a mean, in which new ones replace old ones evenly once there are many', () => {
  const [mines, dogs] = [read('mines'), read('dogs')].map((document) => presenceOf(document, 10));
  let adopted = adopt(undefined, mines ?? new Map());
  for (let at = 0; at < 200; at += 1) adopted = adopt(adopted, dogs ?? new Map());
  expect(adopted.count).toBe(30);
  expect(adopted.presence.dog).toBeGreaterThan(0.95 * (dogs?.get('dog') ?? 0));
  expect(adopted.presence.mine).toBeLessThan(0.05 * (mines?.get('mine') ?? 0));
});

describe('what is ordinary', () => {
  it('makes a term the less telling the more documents hold it', () => {
    expect(rarity(background, 'river')).toBeLessThan(rarity(background, 'cat'));
    expect(rarity(background, 'cat')).toBeLessThan(rarity(background, 'unheard'));
  });

  it('is counted by language', () => {
    const russian = termsOf([{ field: 'text', text: 'Сапёры нашли мины' }], 'ru');
    const ordinary = countOrdinary({}, [russian, read('Rain')]);
    expect(ordinary.ru?.documents).toBe(1);
    expect(ordinary.en?.documents).toBe(1);
    expect(ordinary.en?.containing).toEqual({ rain: 1 });
  });

  it('forgets the rarest terms when there are too many, and lets old documents fade', () => {
    const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`t${at}`, at < 5_000 ? 3 : 1]));
    const { en } = tidy({ en: { documents: 60_000, length: 600_000, containing: many } });
    expect(Object.keys(en?.containing ?? {})).toHaveLength(5_000);
    expect(en).toMatchObject({ documents: 30_000, length: 300_000 });
    expect(en?.containing.t1).toBe(2);
  });
});

describe('presence', () => {
  it('grows with each mention, less and less, and less in a long document', () => {
    const [one, two, ten] = [1, 2, 10].map((count) => presence(count, 100, 100));
    expect(two).toBeGreaterThan(one ?? 0);
    expect((two ?? 0) - (one ?? 0)).toBeGreaterThan(((ten ?? 0) - (two ?? 0)) / 8);
    expect(presence(2, 1000, 100)).toBeLessThan(two ?? 0);
    expect(presence(10_000, 100, 100)).toBeLessThan(4);
  });
});

describe('the terms of an article', () => {
  it('count double in the title and remember where they first stood', () => {
    const { found, length } = read('Sappers clear mines. A mine lay near.', 'Mines cleared');
    expect(found.get('mine')).toEqual({ weight: 4, field: 'title', quote: 'Mines', count: 1 });
    expect(found.get('sapper')).toEqual({ weight: 1, field: 'text', quote: 'Sappers', count: 1 });
    expect(length).toBe([...found.values()].reduce((sum, { weight }) => sum + weight, 0));
  });
});
