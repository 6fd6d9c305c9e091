import { expect, test } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import { type CheckedCase, checkReport } from '../../src/watchlist/check.ts';
import { judgement } from '../store/samples.ts';

const TOPIC: Topic = {
  id: 'ferry',
  title: 'Ferry',
  description: null,
  facets: [{ id: 'ports', title: 'Ports', required: true }],
  concepts: ['ferry', 'quay'].map((id) => ({
    id,
    kind: 'idea',
    facets: ['ports'],
    names: { en: [id] },
    seenAs: [],
    weak: [],
  })),
  tags: ['ferry', 'quay'].map((id) => ({
    id,
    label: id,
    anyOf: [id],
    allOf: [],
    languages: [],
    sources: [],
    feed: false,
  })),
  exclude: [{ id: 'band', phrases: ['Ferry Cross'], pattern: null, effect: 'mask', field: 'any' }],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: 'hash',
};
const HOW = { groups: 4, background: 10, lacks: [], fired: new Set<string>() };

const checked = (
  id: string,
  wanted: boolean,
  ...verdict: Parameters<typeof judgement> extends [string, ...infer Rest] ? Rest : never
): CheckedCase => ({
  id,
  title: id,
  from: 'example',
  wanted,
  verdict: judgement(id, ...verdict),
});

test('precision and recall count what is accepted; what is put up for review is told apart', () => {
  const report = checkReport(
    TOPIC,
    [
      checked('right', true, 'accepted'),
      checked('near', true, 'review'),
      checked('far', true, 'rejected', { missing: ['ports'] }),
      checked('wrong', false, 'accepted'),
      checked('rightly out', false, 'rejected'),
    ],
    HOW,
  );
  expect(report).toMatchObject({
    accepted: { rightly: 1, wrongly: 1 },
    missed: { review: 1, rejected: 1 },
    precision: 0.5,
    recall: 1 / 3,
    facets: [{ id: 'ports', named: 2, of: 3 }],
  });
  expect(report.misses.map(({ id }) => id)).toEqual(['far', 'wrong', 'near']);
});

test('rules that speak neither here nor in the corpus are silent', () => {
  const cases = [checked('right', true, 'accepted')];
  expect(checkReport(TOPIC, cases, HOW).silent).toEqual({
    concepts: ['quay'],
    exclusions: ['band'],
    tags: ['quay'],
  });
  const fired = new Set(['concept:quay', 'exclude:band']);
  expect(checkReport(TOPIC, cases, { ...HOW, fired }).silent).toEqual({
    concepts: [],
    exclusions: [],
    tags: [],
  });
});

test('without a case there are no figures', () => {
  expect(checkReport(TOPIC, [], HOW)).toMatchObject({ precision: null, recall: null, misses: [] });
});
