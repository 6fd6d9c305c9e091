import { describe, expect, it } from 'vitest';
import type { TagRule, Topic } from '../../src/domain/topic.ts';
import type { Reason } from '../../src/domain/verdict.ts';
import { taggerOf } from '../../src/tag/tags.ts';

const rule = (id: string, given: Partial<TagRule>): TagRule => ({
  id,
  label: id,
  anyOf: [],
  allOf: [],
  languages: [],
  sources: [],
  feed: false,
  ...given,
});

const topicWith = (...tags: readonly TagRule[]): Topic => ({
  id: 'river',
  title: 'The river',
  description: null,
  facets: [],
  concepts: [],
  tags,
  exclude: [],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: '',
});

const named = (concept: string, quote: string): Reason => ({
  rule: `concept:${concept}`,
  facets: [],
  field: 'text',
  quote,
  count: 1,
  weight: 0,
  learned: false,
});

const reasons = [named('bridge', 'bridges'), named('ferry', 'Fähre'), named('bridge', 'bridge')];
const article = { language: 'de' };
const source = { id: 'lorn-post', kind: 'press' as const };

describe('a tag', () => {
  it.each<[string, Partial<TagRule>, string | null]>([
    ['any concept of its rule is named', { anyOf: ['tunnel', 'bridge'] }, 'bridges'],
    ['none of them is', { anyOf: ['tunnel'] }, null],
    ['all of them are named', { allOf: ['ferry', 'bridge'] }, 'Fähre + bridges'],
    ['one of them is not', { allOf: ['ferry', 'tunnel'] }, null],
    ['the article is in its language', { languages: ['fr', 'de'] }, 'language de'],
    ['the article is in another', { languages: ['fr'] }, null],
    ['the source is one of its', { sources: ['lorn-post'] }, 'source lorn-post'],
    ['the source is of its kind', { sources: ['agency', 'press'] }, 'source of kind press'],
    ['every condition holds', { anyOf: ['ferry'], languages: ['de'] }, 'Fähre, language de'],
    ['one condition of several fails', { anyOf: ['ferry'], languages: ['fr'] }, null],
    ['its rule states no condition', {}, null],
  ])('depends on its rule: %s', (_, given, because) => {
    const tags = taggerOf(topicWith(rule('tag', given)))(reasons, article, source);
    expect(tags).toEqual(because === null ? [] : [{ tag: 'tag', because }]);
  });

  it('that asks for a source is not given where the source is not configured any more', () => {
    expect(taggerOf(topicWith(rule('tag', { sources: ['press'] })))(reasons, article, undefined)).toEqual([]);
  });

  it('is given in the order of the topic', () => {
    const topic = topicWith(rule('crossings', { anyOf: ['ferry'] }), rule('bridge', { anyOf: ['bridge'] }));
    expect(taggerOf(topic)(reasons, article, source).map(({ tag }) => tag)).toEqual(['crossings', 'bridge']);
  });
});
