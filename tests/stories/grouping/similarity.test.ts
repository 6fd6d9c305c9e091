import { expect, test } from 'vitest';
import { countFigures } from '../../../src/stories/grouping/anchors.ts';
import { similarity, type Traits } from '../../../src/stories/grouping/similarity.ts';
import { countTerms } from '../../../src/stories/grouping/terms.ts';
import { Vocabulary } from '../../../src/stories/grouping/vector.ts';

const MONDAY = Date.UTC(2026, 0, 5, 9);
const DAY = 86_400_000;

/** The traits of some texts of one day, each weighed by all of them. */
function traitsOf(...texts: readonly string[]): readonly Traits[] {
  const vocabulary = new Vocabulary(20);
  const counted = texts.map((text) => {
    const told = { title: '', text, language: 'en' };
    return [vocabulary.number(countTerms(told)), vocabulary.number(countFigures(told))] as const;
  });
  for (const [words, figures] of counted) vocabulary.learn(1, words, figures);
  return counted.map(([words, figures]) => ({
    language: 'en',
    at: MONDAY,
    words: vocabulary.vector(words),
    figures: vocabulary.vector(figures),
    anchors: vocabulary.vector(figures),
  }));
}

const [first, again, second, vague] = traitsOf(
  'A quake of magnitude 5.1 shook the island of Orrin on 3 May. It cracked walls in 120 houses, said the mayor of Tal.',
  'The quake on Orrin, of magnitude 5.1, damaged 120 houses on 3 May. Walls cracked and the mayor of Tal asked for tents.',
  'The quake on Orrin, of magnitude 5.6, damaged 340 houses on 19 May. Walls cracked and the mayor of Tal asked for tents.',
  'The quake on Orrin damaged many houses. Walls cracked and the mayor of Tal asked for tents, blankets and a doctor.',
) as [Traits, Traits, Traits, Traits];

const near = (a: Traits, b: Traits): number => similarity(a, b, 3);

test('texts with the figures of one event are nearer than those with the figures of another', () => {
  expect(near(first, again)).toBeGreaterThan(1.3 * near(first, second));
});

test('figures that differ take from what the words say, and none at all says nothing', () => {
  const silent = (traits: Traits): Traits => ({
    ...traits,
    figures: traitsOf('').at(0)?.figures ?? traits.figures,
  });
  expect(near(first, second)).toBeLessThan(near(first, silent(second)));
  expect(near(first, again)).toBe(near(first, silent(again)));
  expect(near(first, vague)).toBe(near(silent(first), vague));
});

test('what came weeks later counts for less, and after a month for nothing', () => {
  const later = (days: number): Traits => ({ ...again, at: MONDAY + days * DAY });
  expect(near(first, later(2))).toBe(near(first, again));
  expect(near(first, later(8))).toBeLessThan(near(first, again) / 3);
  expect(near(first, later(31))).toBe(0);
});
