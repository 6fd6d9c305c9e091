import { describe, expect, it } from 'vitest';
import type { ThresholdMove } from '../../src/domain/learning.ts';
import { openLearner, type Readable, type Taught } from '../../src/judge/learner.ts';
import { MINES, MORE_MINES, OTHER, topicOf } from './mine-clearing.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const answered = (answer: 'yes' | 'no', ...articles: readonly Readable[]): readonly Taught[] =>
  articles.map((article, at) => ({ id: `${answer}-${at}`, answer, article }));

/** Near the topic: mining, not mines. */
const quarry: Readable = {
  title: 'Quarry office destroys old explosives',
  summary: '',
  text: 'The mining office of the quarry had nine boxes of old explosives blown up. The quarry is cleared of them now, the office said. The mine above it is closed.',
  language: 'en',
};
const quarryAgain: Readable = {
  ...quarry,
  title: 'Mining office closes the quarry',
  text: 'The mining office has closed the quarry. The old explosives were blown up and the mine will be cleared, the office said.',
};

describe('what people answered', () => {
  const topic = topicOf(MINES);
  const before = openLearner(topic, OTHER);
  const stored = before.learned();
  const scoreOf = (taught: readonly Taught[], article: Readable) =>
    openLearner(topic, stored, { taught }).judge(article).score;

  it('decides on the article itself at once, and shows the answer first', () => {
    const learner = openLearner(topic, stored, { taught: answered('no', MORE_MINES[0]) });
    const verdict = learner.judge(MORE_MINES[0], { answer: 'no' });
    expect(verdict.decision).toBe('rejected');
    expect(verdict.reasons[0]).toMatchObject({ rule: 'label', quote: MORE_MINES[0].title, weight: -10 });
    expect(verdict.flip).toMatch(/^It was labelled no; without the label it would/);
  });

  it('makes a yes an example: what is like it scores higher', () => {
    expect(scoreOf(answered('yes', quarry), quarryAgain)).toBeGreaterThan(scoreOf([], quarryAgain));
  });

  it('makes a no damp its words: what is like it scores lower', () => {
    expect(scoreOf(answered('no', quarry), quarryAgain)).toBeLessThan(scoreOf([], quarryAgain));
  });

  it('moves the threshold half the way to where the answers would be parted', () => {
    const plain = before.judge(OTHER[0]).acceptAt;
    const moves: ThresholdMove[] = [];
    const taught = answered('no', ...MORE_MINES);
    const learner = openLearner(topic, stored, { taught, now: NOW, onMove: (move) => moves.push(move) });
    const { acceptAt } = learner.judge(OTHER[0]);
    expect(acceptAt).toBeGreaterThan(plain);
    expect(moves).toEqual([{ at: NOW, from: plain, to: acceptAt, why: 'answers' }]);
    expect(learner.learned().moves).toEqual(moves);
  });

  it('leaves the threshold where it is when that parts the answers already', () => {
    const taught = [...answered('no', OTHER[0], OTHER[1])];
    const learner = openLearner(topic, stored, { taught });
    expect(learner.learned().acceptAt).toBeCloseTo(stored.acceptAt, 6);
  });

  it('moves no threshold that is a number', () => {
    const fixed = { ...topic, thresholds: { accept: 0.4, review: 'auto' as const } };
    const learner = openLearner(fixed, stored, { taught: answered('no', ...MORE_MINES), now: NOW });
    expect(learner.judge(OTHER[0]).acceptAt).toBe(0.4);
    expect(learner.learned().moves).toEqual([]);
  });

  it('can be taken back: then all is as it was', () => {
    const taught = openLearner(topic, stored, { taught: answered('yes', quarry) }).learned();
    const { answers, profiles, acceptAt } = openLearner(topic, taught).learned();
    expect({ answers, profiles, acceptAt }).toEqual({
      answers: stored.answers,
      profiles: stored.profiles,
      acceptAt: stored.acceptAt,
    });
  });

  it('keeps what the stream has shown', () => {
    const learner = openLearner(topic, stored, { taught: answered('yes', quarry) });
    const { spread, ordinary, adopted } = learner.learned();
    expect({ spread, ordinary, adopted }).toEqual({
      spread: stored.spread,
      ordinary: stored.ordinary,
      adopted: stored.adopted,
    });
  });

  it('outweighs an example in the same words, and the topic says so', () => {
    const [first, ...others] = MINES;
    const { title, text, language } = first;
    const copy = { title, summary: '', text, language };
    const learner = openLearner(topicOf(MINES), [], { taught: answered('no', copy) });
    expect(learner.lacks).toEqual([
      'example en-1 was labelled otherwise as an article; the label counts. Take the example out, or the label back',
    ]);
    expect(learner.learned().profiles.en?.leftOut).toHaveLength(others.length);
  });

  it('makes a topic of facets alone learn words', () => {
    const faceted = topicOf([], {
      facets: [{ id: 'sappers', title: 'Sappers', required: true }],
      concepts: [
        {
          id: 'sapper',
          kind: 'idea',
          facets: ['sappers'],
          names: { en: ['sapper', 'sappers'] },
          seenAs: [],
          weak: [],
        },
      ],
    });
    const taught = [...answered('yes', ...MINES), ...answered('no', OTHER[0])];
    const [article] = MORE_MINES;
    expect(openLearner(faceted, [], { taught }).judge(article).score).toBeGreaterThan(
      openLearner(faceted, []).judge(article).score,
    );
  });
});

describe('judging again', () => {
  it('teaches nothing: the stream has shown these articles before', () => {
    const learner = openLearner(topicOf(MINES), OTHER);
    const before = openLearner(topicOf(MINES), learner.learned());
    const state = before.learned();
    for (const article of [...OTHER, ...MORE_MINES]) before.judge(article, { again: true });
    expect(before.learned()).toEqual(state);
  });

  it('teaches a topic that starts anew what its scores are like', () => {
    const old = openLearner(topicOf(MINES.slice(0, 3)), OTHER).learned();
    const learner = openLearner(topicOf(MINES), old);
    for (const article of OTHER) learner.judge(article, { again: true });
    expect(learner.learned().spread.documents).toBe(OTHER.length);
  });
});

describe('a frozen topic', () => {
  const frozen = { ...openLearner(topicOf(MINES), OTHER).learned(), frozen: true };

  it('learns nothing from the stream', () => {
    const learner = openLearner(topicOf(MINES), frozen);
    for (let round = 0; round < 60; round += 1) for (const article of OTHER) learner.judge(article);
    expect(learner.learned()).toEqual(frozen);
  });

  it('still learns what people say', () => {
    const learner = openLearner(topicOf(MINES), frozen, { taught: answered('yes', quarry) });
    expect(learner.judge(quarryAgain).score).toBeGreaterThan(
      openLearner(topicOf(MINES), frozen).judge(quarryAgain).score,
    );
  });
});

it('other names of a facet start the scores anew, since old ones say nothing of them', () => {
  const facets = [{ id: 'sappers', title: 'Sappers', required: true }];
  const named = (names: readonly string[]) =>
    topicOf([], {
      facets,
      concepts: [
        { id: 'sapper', kind: 'idea', facets: ['sappers'], names: { en: names }, seenAs: [], weak: [] },
      ],
    });
  const before = openLearner(named(['sapper', 'sappers']), []);
  for (const article of [...MINES, ...OTHER]) before.judge(article);
  expect(before.learned().spread.documents).toBeGreaterThan(0);
  const after = openLearner(named(['sapper', 'sappers', 'deminer']), before.learned()).learned();
  expect(after.spread.documents).toBe(0);
});
