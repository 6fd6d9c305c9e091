import { expect, test } from 'vitest';
import type { Observed, Proposal } from '../../src/domain/suggestion.ts';
import type { Concept, Topic } from '../../src/domain/topic.ts';
import { topicSchema } from '../../src/settings/schema/topic.ts';
import { toTopic } from '../../src/settings/topic.ts';
import { proposeForTopic } from '../../src/watchlist/suggest/for-topic.ts';
import { inOrder, NOW, observed } from './observed.ts';

function topicOf(file: object): Topic {
  return toTopic(topicSchema.parse({ id: 'vell', title: 'Vell', ...file }), {
    listed: [],
    positive: [],
    negative: [],
  });
}

const VELL = topicOf({
  facets: [
    {
      id: 'town',
      concepts: [
        { id: 'vell', kind: 'place', names: { en: ['Vell'], ru: ['Велл'], ko: ['벨시'] } },
        { id: 'marta-holm', kind: 'person', names: { en: ['Marta Holm'] } },
      ],
    },
  ],
});

const SOURCES = ['gazette', 'courier', 'post'] as const;

/** The usual news: two a day for sixty days, of three papers. */
const usual = (): readonly Observed[] =>
  Array.from({ length: 120 }, (_, at) =>
    observed({
      days: 60 - at / 2,
      sourceId: SOURCES[at % 3] ?? 'gazette',
      text: `The council of Vell met in hall ${at}.${at % 4 === 0 ? ' Captain Jorun Hale was there.' : ''}`,
    }),
  );

/** So many articles of late, of three papers, that say something. */
const lately = (count: number, text: string, over: Partial<Observed> = {}): readonly Observed[] =>
  Array.from({ length: count }, (_, at) =>
    observed({ days: 6 - at * 0.8, sourceId: SOURCES[at % 3] ?? 'gazette', text, ...over }),
  );

const propose = (
  kept: readonly Observed[],
  rejected: readonly Observed[] = [],
  topic = VELL,
): Promise<readonly Proposal[]> =>
  proposeForTopic({ topic, kept: inOrder(kept), rejected: [inOrder(rejected)], now: NOW });

const kinds = (all: readonly Proposal[]) => all.map(({ kind, subject }) => `${kind} ${subject}`);

test('a name that rises is proposed with its role’s kind, its side, its sentences and its weeks', async () => {
  const [proposal, ...others] = await propose([
    ...usual(),
    ...lately(6, 'In Vell, the new mayor Oda Brennick opened the quay. It rained.'),
  ]);
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({
    kind: 'new-name',
    subject: 'oda-brennick',
    weight: 6,
    change: {
      kind: 'add-concept',
      facet: 'town',
      concept: { id: 'oda-brennick', kind: 'person', names: { en: ['Oda Brennick'] } },
    },
  });
  expect(proposal?.evidence.quotes).toHaveLength(3);
  expect(proposal?.evidence.quotes[0]?.quote).toBe('In Vell, the new mayor Oda Brennick opened the quay.');
  expect(proposal?.evidence.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 6]);
});

test.each([
  ['of one event in many papers', lately(8, 'In Vell, Oda Brennick sang.', { storyId: 'the concert' })],
  ['of one paper', lately(8, 'In Vell, Oda Brennick sang.', { sourceId: 'gazette' })],
  ['that comes four times', lately(4, 'In Vell, Oda Brennick sang.')],
  ['of who writes', lately(8, 'Our correspondent Oda Brennick reports from Vell.')],
  ['that was there before', lately(8, 'In Vell, Captain Jorun Hale sang.')],
  ['of the topic', lately(8, 'In Vell, Marta Holm sang.', { concepts: ['vell', 'marta-holm'] })],
])('a name %s is not proposed', async (_, articles) => {
  expect(kinds(await propose([...usual(), ...articles]))).toEqual([]);
});

test('a name that stands in half of what is accepted is proposed, though it was there from the first day on', async () => {
  const standing = usual().map((one, at) =>
    at % 2 === 0 ? { ...one, text: 'In Vell, harbour master Jorun Hale counted the boats.' } : one,
  );
  const [proposal, ...others] = await propose(standing);
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({ kind: 'new-name', subject: 'jorun-hale', change: { facet: 'town' } });
  expect(proposal?.why).toMatch(/ 60 of 120 accepted articles have it\.$/);
});

test.each([
  ['part of a name of the topic', 'In Vell, Holm counted the boats.'],
  ['what comes from a place of it', 'In Vell, a Vellian crew counted the boats.'],
  ['the paper’s own reporter', 'In Vell, correspondent Jorun Hale counted the boats.'],
])('a name in half of what is accepted is not proposed where it is %s', async (_, text) => {
  const standing = usual().map((one, at) => (at % 2 === 0 ? { ...one, text } : one));
  expect(kinds(await propose(standing))).toEqual([]);
});

test('a name that the news at large is full of is not proposed', async () => {
  const elsewhere = lately(8, 'Oda Brennick sang everywhere.').flatMap((one) =>
    Array.from({ length: 4 }, (_, copy) => ({
      ...one,
      id: `${one.id}-${copy}`,
      decision: 'rejected' as const,
    })),
  );
  expect(kinds(await propose([...usual(), ...lately(6, 'In Vell, Oda Brennick sang.')], elsewhere))).toEqual(
    [],
  );
});

test('a name in three scripts is one proposal, in the form it has by itself', async () => {
  const [proposal] = await propose([
    ...usual(),
    ...lately(3, 'In Vell, the mayor Oda Brennick sang.'),
    ...lately(3, 'В городе Велл мэр Павел Гринько вручил ноты.', { language: 'ru' }),
    ...lately(3, 'Хор города Велл ждал мэра Павла Гринько.', { language: 'ru' }),
    ...lately(3, 'Mayor Pavel Grinko of Vell was late.'),
    ...lately(3, '파벨 그린코 시장은 벨시에 왔다.', { language: 'ko' }),
  ]);
  expect(proposal?.change).toMatchObject({
    concept: { kind: 'person', names: { en: ['Pavel Grinko'], ko: ['파벨 그린코'], ru: ['Павел Гринько'] } },
  });
});

/** What a new body did in Vell on three days, as an English and a Korean paper tell it. */
const waterways = (koreanFigure: (figure: number) => number): readonly Observed[] =>
  [214, 37, 85].flatMap((figure, at) => {
    const story = { days: 6 - at, storyId: `nets ${figure}`, sourceId: SOURCES[at] ?? 'gazette' };
    return [
      observed({ ...story, text: `Off Vell the Waterways Service returned ${figure} nets.` }),
      observed({
        ...story,
        sourceId: 'post',
        text: `It was the Waterways Service that gave ${figure} back.`,
      }),
      observed({
        ...story,
        sourceId: 'ilbo',
        language: 'ko',
        text: `벨시의 수로관리청은 그물 ${koreanFigure(figure)}개를 돌려줬다.`,
      }),
    ];
  });

test('a body whose name is translated is proposed once, with its names in each language and the reason they are taken for one', async () => {
  const [body, ...others] = await propose([...usual(), ...waterways((figure) => figure)]);
  expect(others).toEqual([]);
  expect(body).toMatchObject({
    weight: 9,
    change: {
      concept: { kind: 'organisation', names: { en: ['Waterways Service'], ko: ['수로관리청'] } },
    },
  });
  expect(body?.why).toContain('same places of the same stories');
});

test('bodies of one story that stand in different sentences of it are not taken for one', async () => {
  const proposed = await propose([...usual(), ...waterways((figure) => figure + 100)]);
  expect(proposed.map(({ title }) => title)).toEqual([
    'Add Waterways Service (organisation) to Vell as part of town',
  ]);
});

test('another spelling of a concept is proposed as one seen, its name in a language it lacks as a name', async () => {
  const company = { concepts: ['vell'] };
  const named = Array.from({ length: 10 }, (_, at) =>
    observed({ days: 40 - at, text: 'In Vell, Marta Holm sang.', concepts: ['vell', 'marta-holm'] }),
  );
  const proposals = await propose([
    ...usual(),
    ...named,
    ...lately(5, 'In Vell, Martha Holm sang.', company),
    ...lately(5, 'В городе Велл пела певица Марта Хольм.', { language: 'ru', ...company }),
  ]);
  expect(proposals.map(({ change }) => change)).toEqual(
    expect.arrayContaining([
      { kind: 'add-name', topicId: 'vell', conceptId: 'marta-holm', language: null, name: 'Martha Holm' },
      { kind: 'add-name', topicId: 'vell', conceptId: 'marta-holm', language: 'ru', name: 'Марта Хольм' },
    ]),
  );
});

test('whoever is named beside the concept is somebody else, however alike the names', async () => {
  const both = lately(6, 'In Vell, Marta Holm sang, and Martin Holm wept.', {
    concepts: ['vell', 'marta-holm'],
  });
  expect(kinds(await propose([...usual(), ...both])).filter((one) => one.startsWith('spelling'))).toEqual([]);
});

const concept = (id: string, names: object, over: Partial<Concept> = {}) => ({
  id,
  kind: 'person',
  names,
  ...over,
});

test('two concepts that bear one name are proposed to be one; those whose names differ in one language are not', async () => {
  const topic = topicOf({
    concepts: [
      concept('no-kwang-chol', { en: ['No Kwang Chol'] }),
      concept('no-gwang-cheol', { ko: ['노광철'] }),
      concept('kim-a', { en: ['Kim Jong Un'], ko: ['김정은'] }),
      concept('kim-b', { en: ['Kim Jong Il'], ko: ['김정은일'] }),
      { id: 'vell', kind: 'place', names: { en: ['Vell'] } },
    ],
  });
  expect(kinds(await propose(usual(), [], topic))).toEqual(['same-concept no-gwang-cheol+no-kwang-chol']);
});

test('a concept that was named every other day and then no more has gone silent; a rare one has not', async () => {
  const named = (id: string, every: number) =>
    Array.from({ length: 20 }, (_, at) => observed({ days: 60 - at * every, concepts: ['vell', id] }));
  const topic = topicOf({
    concepts: [
      concept('marta-holm', { en: ['Marta Holm'] }),
      concept('oda-brennick', { en: ['Oda Brennick'] }),
      { id: 'vell', kind: 'place', names: { en: ['Vell'] } },
    ],
  });
  const kept = [...usual(), ...named('marta-holm', 2), ...named('oda-brennick', 2.8)];
  expect(kinds(await propose(kept, [], topic))).toEqual(['silent-concept marta-holm']);
});

test('a concept that only rejected articles name is proposed to go', async () => {
  const rejected = Array.from({ length: 15 }, (_, at) =>
    observed({
      days: 30 - at,
      sourceId: SOURCES[at % 3] ?? 'gazette',
      decision: 'rejected',
      concepts: ['marta-holm'],
      text: 'Marta Holm sang.',
    }),
  );
  expect(kinds(await propose(usual(), rejected))).toEqual(['rejected-concept marta-holm']);
});

test('an exclusion that keeps out accounts of accepted events costs; one that keeps out other things does not', async () => {
  const topic = topicOf({
    facets: [{ id: 'town', concepts: [{ id: 'vell', kind: 'place', names: { en: ['Vell'] } }] }],
    exclude: [
      { id: 'regatta', phrases: ['regatta'], effect: 'reject' },
      { id: 'fair', phrases: ['fair'], effect: 'reject' },
    ],
  });
  const event = (at: number) =>
    `Boats of ${at * 7 + 11} feet may land at the eastern mole of Vell without papers.`;
  const accepted = [1, 2, 3, 4].map((at) =>
    observed({ days: at * 4, title: 'Small boats', text: event(at) }),
  );
  const kept = [1, 2, 3, 4].map((at) =>
    observed({
      days: at * 4 - 0.5,
      sourceId: SOURCES[at % 2] ?? 'gazette',
      title: 'Regatta accord',
      text: event(at),
      decision: 'rejected',
      exclusions: ['regatta'],
    }),
  );
  const fairs = [1, 2, 3, 4].map((at) =>
    observed({
      days: at * 4,
      sourceId: SOURCES[at % 2] ?? 'gazette',
      title: 'Sheep win',
      text: `Ewes weighing ${at} stone took prizes at the fair.`,
      decision: 'rejected',
      exclusions: ['fair'],
    }),
  );
  expect(kinds(await propose([...usual(), ...accepted], [...kept, ...fairs], topic))).toEqual([
    'costly-exclusion regatta',
  ]);
});

test.each([
  ['no article', []],
  ['one article', [observed({ days: 3 })]],
  ['articles of three days', lately(8, 'In Vell, Oda Brennick sang.').map((one) => ({ ...one, at: NOW }))],
])('%s gives no proposal', async (_, kept) => {
  expect(await propose(kept)).toEqual([]);
});

test('a topic without facets and concepts is served too: what rises and what stands in all of it become concepts of their own', async () => {
  const proposals = await propose(
    [...usual(), ...lately(6, 'The mayor Oda Brennick sang.')],
    [],
    topicOf({}),
  );
  expect(proposals).toMatchObject([
    { subject: 'vell', change: { facet: null } },
    { subject: 'oda-brennick', change: { facet: null } },
  ]);
});
