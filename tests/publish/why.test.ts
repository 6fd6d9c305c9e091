import { expect, test } from 'vitest';

import type { Reason } from '../../src/domain/verdict.ts';
import { accountOf } from '../../src/publish/entries/account.ts';
import { whyAccepted } from '../../src/publish/entries/why.ts';
import * as sample from './samples.ts';

const reason = (more: Partial<Reason>): Reason => ({
  rule: 'concept:moscow',
  facets: ['russia'],
  field: 'title',
  quote: 'Moscow',
  count: 1,
  weight: 0.4,
  learned: false,
  ...more,
});
const why = (
  reasons: readonly Reason[],
  sourceId = 'harbour-wire',
  nearest: { example: string; similarity: number } | null = null,
) =>
  whyAccepted(
    sample.verdict({ reasons, nearest }),
    sample.topic,
    accountOf(sample.article('a', { sourceId }), sample.publishing()),
  );

test('each side of the topic is named with the strongest thing that showed it', () => {
  const reasons = [
    reason({}),
    reason({ quote: 'Kremlin', weight: 0.1 }),
    reason({ facets: ['north-korea'], quote: 'KCNA' }),
  ];
  expect(why(reasons)).toBe('Russia (Moscow) + North Korea (KCNA)');
});

test('a name that stands for both sides shows both', () => {
  expect(why([reason({ facets: ['russia', 'north-korea'], quote: '북러' })])).toBe(
    'Russia (북러) + North Korea (북러)',
  );
});

test('what spoke against is not given as a reason', () => {
  expect(why([reason({ weight: -1 }), reason({ facets: ['north-korea'], quote: 'KCNA' })])).toBe(
    'North Korea (KCNA)',
  );
});

test('no more is quoted than a name: never a sentence of the article', () => {
  const sentence = 'the minister was handed a copy of the statue in bronze';
  expect(why([reason({ quote: sentence, field: 'text', learned: true })])).toBe(
    'Russia (the minister was handed…)',
  );
});

test('of a private source only its title is quoted', () => {
  expect(why([reason({ field: 'text' })], 'inner-letter')).toBe('Russia');
  expect(why([reason({ field: 'title' })], 'inner-letter')).toBe('Russia (Moscow)');
});

test('a topic without sides gives the words, the person or the example that spoke for the article', () => {
  const bare = (quote: string) => reason({ facets: [], rule: 'term:x', quote });
  expect(why([bare('sappers'), bare('minefields')])).toBe('sappers, minefields');
  expect(why([reason({ facets: [], rule: 'label', quote: '' })])).toBe('a person said so');
  expect(why([], 'harbour-wire', { example: 'belousov', similarity: 0.7 })).toBe('like belousov');
});
