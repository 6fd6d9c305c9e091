import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import { openLearner, type Readable } from '../../src/judge/learner.ts';
import { MINES, MORE_MINES, OTHER, topicOf } from './mine-clearing.ts';
import { concept, towns } from './topics.ts';

const sided = (names: Readonly<Record<string, readonly string[]>>): Partial<Topic> => ({
  facets: [{ id: 'sappers', title: 'Sappers', required: true }],
  concepts: [concept('sapper', { kind: 'idea', facets: ['sappers'], names })],
});
const blank: Readable = { title: '', summary: '', text: null, language: 'und' };

describe('what a topic lacks is said, with what to do', () => {
  const lacksOf = (topic: Topic) => openLearner(topic, []).lacks;

  it('nothing, where there are enough examples and each side is named by them', () => {
    expect(lacksOf(topicOf(MINES, sided({ en: ['sapper', 'sappers', 'deminers'] })))).toEqual([]);
    expect(lacksOf(towns)).toEqual([]);
  });

  it('one example shows no extent', () => {
    expect(lacksOf(topicOf(MINES.slice(0, 1)))).toEqual([
      'one example shows nothing of how wide the topic is; five make a working topic',
    ]);
  });

  it('a facet that no example names', () => {
    expect(lacksOf(topicOf(MINES, sided({ en: ['lighthouse'] })))).toEqual([
      'no example names Sappers (facet sappers), so none of them would be accepted; add the names they use to its concepts',
    ]);
  });

  it('a topic with neither facets nor examples, which accepts nothing', () => {
    const empty = topicOf([]);
    expect(lacksOf(empty)).toEqual([
      'the topic has neither facets nor examples, so that nothing can be accepted; give it either',
    ]);
    expect(openLearner(empty, []).judge(MORE_MINES[0]).decision).toBe('rejected');
  });
});

describe('empty documents', () => {
  it('are rejected, whatever the topic is made of', () => {
    for (const topic of [topicOf(MINES), towns, topicOf(MINES, sided({ en: ['sappers'] }))])
      expect(openLearner(topic, OTHER).judge(blank)).toMatchObject({ decision: 'rejected', reasons: [] });
  });

  it('teach nothing when a person answers for one: the answer decides, and that is all', () => {
    const before = openLearner(topicOf(MINES), OTHER);
    const learner = openLearner(topicOf(MINES), before.learned(), {
      taught: [{ id: 'blank', answer: 'yes', article: blank }],
    });
    expect(learner.judge(blank, { answer: 'yes' }).decision).toBe('accepted');
    expect(learner.judge(MORE_MINES[0])).toEqual(before.judge(MORE_MINES[0]));
  });
});

it('answers that contradict one another: what was said of each article counts for it', () => {
  const [article] = MORE_MINES;
  const learner = openLearner(topicOf(MINES), OTHER, {
    taught: [
      { id: 'first', answer: 'yes', article },
      { id: 'copy', answer: 'no', article },
    ],
  });
  expect(learner.judge(article, { answer: 'yes' }).decision).toBe('accepted');
  expect(learner.judge(article, { answer: 'no' }).decision).toBe('rejected');
  expect(learner.judge(OTHER[0]).decision).toBe('rejected');
});

it('answers of no alone leave a working topic', () => {
  const taught = OTHER.map((article, at) => ({ id: `no-${at}`, answer: 'no' as const, article }));
  const learner = openLearner(topicOf(MINES), [], { taught });
  expect(MORE_MINES.map((article) => learner.judge(article).decision)).toEqual(['accepted', 'accepted']);
});

it('a text in several languages names in each of them', () => {
  const topic = topicOf([], {
    ...sided({ en: ['sappers'], ko: ['공병'] }),
    facets: [
      { id: 'sappers', title: 'Sappers', required: true },
      { id: 'tarrow', title: 'Tarrow', required: true },
    ],
    concepts: [
      concept('sapper', { facets: ['sappers'], names: { en: ['sappers'], ko: ['공병'] } }),
      concept('tarrow', { facets: ['tarrow'], names: { en: ['Tarrow'], ru: ['Тарроу'] } }),
    ],
  });
  const mixed = '공병이 도착했다. В Тарроу нашли мины; the sappers (공병) are in Tarrow.';
  for (const language of ['en', 'ko', 'ru', 'und'])
    expect(
      openLearner(topic, []).judge({ title: '공병, Тарроу', summary: '', text: mixed, language }),
    ).toMatchObject({
      decision: 'accepted',
      missing: [],
    });
});

it('two hundred thousand names are made ready in seconds, and judged by as quickly as a few', () => {
  const syllables = 'ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu'.split(' ');
  const nameOf = (number: number): string =>
    `Q${[0, 1, 2, 3, 4].map((place) => syllables[Math.floor(number / 20 ** place) % 20]).join('')} Works`;
  const concepts = Array.from({ length: 2_000 }, (_, at) => {
    const names = Array.from({ length: 100 }, (__, place) => nameOf(at * 100 + place));
    return concept(`works-${at}`, { kind: 'organisation', facets: ['works'], names: { en: names } });
  });
  const begun = process.cpuUsage();
  const learner = openLearner(
    topicOf([], { facets: [{ id: 'works', title: 'Works', required: true }], concepts }),
    [],
  );
  const text = `${nameOf(199_999)} and ${nameOf(7)} will merge, said ${nameOf(199_999)}.`;
  for (let at = 0; at < 1_000; at += 1)
    learner.judge({ title: `Day ${at}`, summary: '', text, language: 'en' });
  const { reasons } = learner.judge({ title: nameOf(7), summary: '', text, language: 'en' });
  expect(reasons.map(({ quote }) => quote)).toContain(nameOf(199_999));
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(20);
});
