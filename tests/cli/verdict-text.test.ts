import { expect, test } from 'vitest';
import { inWords } from '../../src/cli/verdict-text.ts';
import type { Judgement } from '../../src/domain/change.ts';
import type { Reason } from '../../src/domain/verdict.ts';

const reason = (rule: string, quote: string, weight: number, more: Partial<Reason> = {}): Reason => ({
  rule,
  facets: [],
  field: 'text',
  quote,
  count: 1,
  weight,
  learned: false,
  ...more,
});

const verdict: Judgement = {
  topicId: 'caldmoor-brae',
  topicHash: '',
  articleId: '',
  tags: [],
  decision: 'accepted',
  score: 0.6,
  acceptAt: 0.38,
  reviewAt: 0.29,
  reasons: [
    reason('together', 'Caldmoor and Brae', 1.11),
    reason('concept:caldmoor', 'Caldmoor', 0.72, { facets: ['caldmoor'], field: 'title' }),
    reason('term:ferri', 'ferries', 0.3, { count: 3, learned: true }),
    reason('term:pier', 'pier', 0.03),
    reason('term:tide', 'tide', 0.02),
    reason('concept:osprey', 'Ospreys', 0, { field: 'title' }),
    reason('concept:osprey', 'osprey', 0),
  ],
  missing: [],
  nearest: null,
  flip: '',
  judged: 'full',
};

test('the pieces of evidence add up to the score', () => {
  const amounts = inWords(verdict).match(/(?<= )[+-]\d+\.\d\d(?= {2})/g) ?? [];
  expect(amounts).toHaveLength(5);
  const sum = amounts.reduce((total, amount) => total + Number(amount), 0);
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(verdict.score, 2);
});

test('each says what it is in words, slight ones are one line, and what counts for no side is named once', () => {
  const said = inWords(verdict);
  expect(said).toContain('+1.11  “Caldmoor and Brae” in the text: the sides meet in a sentence');
  expect(said).toContain('“Caldmoor” in the title: names caldmoor for caldmoor');
  expect(said).toContain('“ferries” in the text, 3 times: a word of the examples, learned');
  expect(said).toContain('+0.05  2 slight ones besides');
  expect(said).toContain('also names     osprey (Ospreys)');
  const one = verdict.reasons.filter(({ rule }) => rule !== 'term:tide');
  expect(inWords({ ...verdict, reasons: one })).toContain('+0.03  1 slight one besides');
});

test('an article that is out for one missing side is told nothing of where scores start', () => {
  const out = inWords({ ...verdict, decision: 'rejected', score: 0, missing: ['brae'] });
  expect(out).toContain('missing        brae');
  expect(out).not.toContain('where it starts');
});
