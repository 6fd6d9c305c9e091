import { describe, expect, test } from 'vitest';
import { inWords } from '../../../src/stories/grouping/explain.ts';
import { ANY_NEWS } from '../../../src/stories/grouping/field.ts';
import type { Arrival } from '../../../src/stories/grouping/grouping.ts';
import { arrival, group, storiesOf } from './sample.ts';

const FERRY =
  'The ferry Osprey has gone back into service between Vell and Port Ellory after four months in the yard at Imber. Captain Marta Quillfeather took 212 passengers across on the first morning. ' +
  'The yard replaced both shafts and the galley. The harbour board paid 3.4 million crowns for the work, half of it from the storm fund.';
const RETOLD =
  'Four months after she was laid up at Imber, the Osprey is carrying passengers from Vell to Port Ellory once more. On her first crossing under Captain Marta Quillfeather 212 people were aboard the ferry. ' +
  'Both shafts are new, and so is the galley; the harbour board met the bill.';
const BAKERS =
  'Bakers in Caldmoor walked out for a third day over the price of flour. The union wants the council to open its granary, which holds nine hundred tonnes. Mayor Edwin Thorne will hear both sides on Friday.';
const HERRING =
  'Talks on the herring quota in the Aldo Strait broke off without a text. Negotiators from Brae asked for sixty thousand barrels and went home with none. They meet again in March at Lower Imber.';
const others = [
  arrival('bakers', 'Bakers in Caldmoor strike for a third day', BAKERS),
  arrival('herring', 'No text on the Aldo Strait herring quota', HERRING),
];

describe('an article joins the story of its event', () => {
  const ferry = arrival('ferry', 'Osprey ferry sails again between Vell and Port Ellory', FERRY);
  const copies: Readonly<Record<string, Arrival>> = {
    'the same text': arrival('copy', ferry.title, FERRY, 1),
    'an edited text under another title': arrival(
      'copy',
      'Ferry back after four months',
      FERRY.replace('four months', 'some four months').replace('the galley', 'the old galley'),
      1,
    ),
    'a part of the text': arrival('copy', 'Osprey back in service', FERRY.slice(0, 190), 1),
    'a text that holds the other': arrival(
      'copy',
      'Osprey back in service',
      `${FERRY} A band played on the quay. The next crossing is at noon.`,
      1,
    ),
    'the same text a fortnight later': arrival('copy', ferry.title, FERRY, 14),
    'a retelling in other words': arrival('copy', 'Osprey back on the Vell crossing', RETOLD, 1),
  };
  test.each(Object.entries(copies))('%s', (_, copy) => {
    const stories = storiesOf(group(), [...others, ferry, copy]);
    expect(stories.get('copy')).toBe('ferry');
    expect(new Set(stories.values()).size).toBe(3);
  });

  test('and not another that happened later to the same people at the same place', () => {
    const again = arrival(
      'again',
      'Osprey ferry stops again between Vell and Port Ellory',
      'The ferry Osprey lies at Imber yard again. Captain Marta Quillfeather turned back half way to Port Ellory with smoke in the engine room, and the harbour board has asked for a report by Tuesday.',
      8,
    );
    const stories = storiesOf(group(), [...others, ferry, again]);
    expect(stories.get('again')).toBe('again');
  });

  test('in its role: it opens the story, adds something to it, or tells it again', () => {
    const grouping = group();
    const added = `${RETOLD} Engineer Osbert Fennimore blamed a fishing net from Brae for the damage to her propeller in September.`;
    const roles = grouping.add([
      ...others,
      ferry,
      arrival('retold', 'Osprey is back', RETOLD),
      arrival('added', 'Osprey is back', added, 1),
    ]);
    expect(roles.map(({ role }) => role)).toEqual(['lead', 'lead', 'lead', 'retelling', 'new']);
    expect(roles.at(-1)?.news).toEqual([
      'Engineer Osbert Fennimore blamed a fishing net from Brae for the damage to her propeller in September.',
    ]);
  });
});

test('what it is restored from goes on where it was', () => {
  const ferry = arrival('ferry', 'Osprey ferry sails again', FERRY);
  const grouping = group();
  grouping.restore([...others, ferry].map((article) => ({ ...article, story: `story of ${article.id}` })));
  expect(grouping.add([arrival('retold', 'Osprey is back', RETOLD)])).toMatchObject([
    { story: 'story of ferry', role: 'retelling', moved: [] },
  ]);
});

test('an article that was taken out is no neighbour any more', () => {
  const grouping = group();
  grouping.add([...others, arrival('ferry', 'Osprey ferry sails again', FERRY)]);
  grouping.remove('ferry');
  expect(grouping.add([arrival('copy', 'Osprey ferry sails again', FERRY)])).toMatchObject([
    { story: 'copy', role: 'lead' },
  ]);
});

test('it can be asked why an article is where it is, and what it was kept apart from', () => {
  const grouping = group();
  const engine = `Engineer Osbert Fennimore of the ferry Osprey retires after forty years. He kept bees behind the yard at Imber, and his honey won at the Brae fair.`;
  grouping.add([
    ...others,
    arrival('ferry', 'Osprey ferry sails again', FERRY),
    arrival('retold', 'Osprey is back', RETOLD),
    arrival('engineer', 'Fennimore retires', engine),
  ]);
  const why = grouping.explain('retold');
  if (why === null) throw new Error('it is held');
  expect(why).toMatchObject({ story: 'ferry', within: null, apart: { story: 'engineer' } });
  expect(why.shared.join(' ')).toMatch(/vell|ellory|quillfeather|osprey/);
  expect(inWords(why)).toMatch(
    /^joined ferry: \.\d\d between; both speak of .+\. kept apart from engineer: \.\d\d between, though both speak of .*osprey/,
  );
  expect(grouping.explain('bakers')?.between).toBeNull();
  expect(grouping.explain('nobody')).toBeNull();
});

describe('bad input costs bounded work and swallows nothing', () => {
  test('ten thousand copies of one text are one story, and leave another alone', { timeout: 60_000 }, () => {
    const copies = Array.from({ length: 10_000 }, (_, n) =>
      arrival(`copy ${n}`, 'Osprey ferry sails again', FERRY, n / 5_000),
    );
    const stories = storiesOf(group(ANY_NEWS), [...others, ...copies]);
    expect(new Set(stories.values()).size).toBe(3);
  });

  test('texts of one word, and none, stay alone', () => {
    const words = Array.from({ length: 200 }, (_, n) =>
      arrival(`word ${n}`, n % 2 ? 'Photo' : '', n % 3 ? 'Photo' : ''),
    );
    expect(new Set(storiesOf(group(), words).values()).size).toBe(200);
  });

  test('an article of a megabyte is read as far as it tells its event', () => {
    const long = arrival(
      'long',
      'Osprey ferry sails again',
      `${FERRY} ${'Letters from readers follow. '.repeat(40_000)}${'x'.repeat(100_000)}`,
    );
    const stories = storiesOf(group(), [
      ...others,
      arrival('ferry', 'Osprey ferry sails again', FERRY),
      long,
    ]);
    expect(stories.size).toBe(4);
  });

  test('a missing date keeps nobody away', () => {
    const ferry = arrival('ferry', 'Osprey ferry sails again', FERRY);
    const stories = storiesOf(group(), [
      ...others,
      ferry,
      arrival('undated', 'Osprey is back', RETOLD, null),
    ]);
    expect(stories.get('undated')).toBe('ferry');
  });

  test('a date far in the future takes nobody along', () => {
    const ferry = arrival('ferry', 'Osprey ferry sails again', FERRY);
    const future = arrival('future', 'Osprey is back', RETOLD, 30_000);
    const stories = storiesOf(group(), [
      ...others,
      ferry,
      future,
      arrival('after', 'Osprey is back', RETOLD, 1),
    ]);
    expect(stories.get('future')).toBe('future');
    expect(stories.get('after')).toBe('ferry');
  });

  test('a story that grows for a year does not swallow what else happens', { timeout: 60_000 }, () => {
    const name = (n: number): string =>
      [n, n / 12, n / 144, n / 1728].map((part) => SYLLABLES[Math.floor(part) % 12]).join('');
    const names = (seed: number): string =>
      Array.from({ length: 10 }, (_, n) => name(seed * 10 + n)).join(' ');
    const year = Array.from({ length: 365 }, (_, day) => [
      arrival(`strike ${day}`, 'Bakers in Caldmoor strike on', `${BAKERS} New today: ${names(day)}.`, day),
      arrival(
        `other ${day}`,
        `In Caldmoor, ${names(day + 500)}`,
        `Mayor Edwin Thorne of Caldmoor spoke of ${names(day + 1000)} and of ${names(day + 1500)}.`,
        day,
      ),
    ]).flat();
    const stories = storiesOf(group(), year);
    for (const ids of Map.groupBy(stories.keys(), (id) => stories.get(id)).values()) {
      expect(new Set(ids.map((id) => id.split(' ')[0])).size, ids.join()).toBe(1);
    }
  });
});

const SYLLABLES = ['ba', 'lor', 'mi', 'tan', 'ek', 'vu', 'ros', 'hi', 'gan', 'do', 'pel', 'yr'];
