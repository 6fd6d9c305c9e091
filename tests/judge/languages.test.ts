import { describe, expect, it } from 'vitest';
import type { Example, Topic } from '../../src/domain/topic.ts';
import { openLearner, type Readable } from '../../src/judge/learner.ts';
import { logit } from '../../src/judge/threshold.ts';
import { concept, towns } from './topics.ts';

/** Two invented towns and the bridge between them: names in three languages, examples in one. */
const bridge: Topic = {
  ...towns,
  facets: towns.facets.slice(0, 2),
  concepts: [
    concept('varnholt', {
      facets: ['varnholt'],
      names: { en: ['Varnholt'], ru: ['Варнхольт'], ko: ['바른홀트'] },
    }),
    concept('estmark', {
      facets: ['estmark'],
      names: { en: ['Estmark'], ru: ['Эстмарк'], ko: ['에스트마르크'] },
    }),
    concept('fennimore', {
      kind: 'person',
      names: { en: ['Fennimore'], ru: ['Феннимор'], ko: ['페니모어'] },
    }),
    concept('bridge', {
      kind: 'idea',
      names: { en: ['Lorn Bridge'], ru: ['Лорнский мост'], ko: ['로른교'] },
    }),
    concept('choir', { kind: 'idea', names: { en: ['choir'], ru: ['хор'], ko: ['합창단'] } }),
  ],
};

const example = (id: string, title: string, text: string): Example => ({ id, title, text, language: 'en' });
const ENGLISH = [
  example(
    'pier',
    'Varnholt and Estmark lay first pier of Lorn Bridge',
    'Engineer Osbert Fennimore laid the first pier of the Lorn Bridge between Varnholt and Estmark. Fennimore said the Lorn Bridge would carry two lanes.',
  ),
  example(
    'cost',
    'Lorn Bridge to cost twice as much',
    'Varnholt and Estmark will pay twice as much for the Lorn Bridge. Fennimore blamed the price of steel. The councils of Varnholt and Estmark meet again in June.',
  ),
  example(
    'cable',
    'Cables of the Lorn Bridge hang over the river',
    'The cables of the Lorn Bridge were hung on Monday. Estmark rang its bells, Varnholt closed the quay, and Fennimore walked across.',
  ),
  example(
    'delay',
    'Frost delays Lorn Bridge',
    'Frost has put off the opening of the Lorn Bridge from Varnholt to Estmark, Fennimore said.',
  ),
  example(
    'open',
    'Lorn Bridge opens between Varnholt and Estmark',
    'The Lorn Bridge is open. Fennimore cut the ribbon; the mayors of Varnholt and Estmark drove across.',
  ),
];

const korean = (title: string, text: string): Readable => ({ title, summary: '', text, language: 'ko' });
const ON_BRIDGE = korean(
  '바른홀트와 에스트마르크, 로른교 개통 연기',
  '바른홀트와 에스트마르크를 잇는 로른교의 개통이 다시 미뤄졌다. 페니모어는 로른교 교각에 금이 갔다고 설명했다.',
);
const ON_CHOIR = korean(
  '바른홀트와 에스트마르크 합창단 공연',
  '바른홀트와 에스트마르크의 합창단이 함께 노래했다. 합창단은 내년에도 공연한다고 밝혔다.',
);
const RUSSIAN: Readable = {
  title: 'Варнхольт и Эстмарк открывают Лорнский мост',
  summary: '',
  text: 'Феннимор показал Лорнский мост советам Варнхольта и Эстмарка.',
  language: 'ru',
};

const withExamples = (positive: readonly Example[]): Topic => ({
  ...bridge,
  examples: { positive, negative: [] },
});
const scoreOf = (topic: Topic, article: Readable) => openLearner(topic, []).judge(article).score;

describe('examples in one language', () => {
  it('raise an article in another that names what they name', () => {
    for (const article of [ON_BRIDGE, RUSSIAN])
      expect(scoreOf(withExamples(ENGLISH), article)).toBeGreaterThan(scoreOf(bridge, article));
  });

  it('tell it from one that the sides of the topic alone would not', () => {
    const apart = (topic: Topic) => logit(scoreOf(topic, ON_BRIDGE)) - logit(scoreOf(topic, ON_CHOIR));
    expect(apart(withExamples(ENGLISH))).toBeGreaterThan(apart(bridge) + 0.3);
  });

  it('lower one that names the sides of the topic and nothing else of theirs', () => {
    expect(scoreOf(withExamples(ENGLISH), ON_CHOIR)).toBeLessThan(scoreOf(bridge, ON_CHOIR));
  });

  it('are shown by the names that are shared, as the article writes them, with the nearest example', () => {
    const { reasons, nearest } = openLearner(withExamples(ENGLISH), []).judge(ON_BRIDGE);
    const shared = reasons.find(({ rule }) => rule === 'shared:bridge');
    expect(shared).toMatchObject({ field: 'title', quote: '로른교', learned: false });
    expect(shared?.weight).toBeGreaterThan(0);
    expect(ENGLISH.map(({ id }) => id)).toContain(nearest?.example);
  });

  it('are not like an article by one name alone', () => {
    const alike = (title: string) =>
      openLearner(withExamples(ENGLISH), []).judge({ ...ON_BRIDGE, title, text: '' }).nearest;
    expect(alike('바른홀트와 에스트마르크, 로른교')).not.toBeNull();
    expect(alike('바른홀트')).toBeNull();
  });

  it('decide in another language where the topic has no sides', () => {
    const sideless = { ...withExamples(ENGLISH), facets: [] };
    const learner = openLearner(
      { ...sideless, concepts: sideless.concepts.map((one) => ({ ...one, facets: [] })) },
      [],
    );
    expect(learner.judge(ON_BRIDGE).decision).toBe('accepted');
    expect(learner.judge(ON_CHOIR).decision).toBe('rejected');
  });

  it('make room for examples in the article’s own language once there are three', () => {
    const own = ['교각', '강철', '개통'].map((word, at): Example => {
      const text = `바른홀트와 에스트마르크는 로른교의 ${word}을 두고 회의를 열었다. 페니모어가 ${word}을 설명했다.`;
      return { id: `ko-${at}`, title: `로른교 ${word}`, text, language: 'ko' };
    });
    const { nearest } = openLearner(withExamples([...ENGLISH, ...own]), []).judge(ON_BRIDGE);
    expect(nearest?.example).toMatch(/^ko-/);
  });
});

it('leave an article that names nothing of theirs, in a language without an example, to its facets', () => {
  const other = korean('바른홀트', '에스트마르크');
  const { score } = openLearner(withExamples([]), []).judge(other);
  const unnamed = ENGLISH.map(({ id, title, text }) =>
    example(
      id,
      title.replaceAll(/Varnholt|Estmark|Lorn Bridge/g, 'it'),
      text.replaceAll(/Varnholt|Estmark|Lorn Bridge|Fennimore/g, 'it'),
    ),
  );
  expect(scoreOf(withExamples(unnamed), other)).toBeCloseTo(score, 6);
});
