import { describe, expect, it } from 'vitest';
import type { Concept, Exclusion } from '../../src/domain/topic.ts';
import { backedMentions, conceptFinder } from '../../src/text/names/concepts.ts';

const concept = (id: string, names: readonly string[], given: Partial<Concept> = {}): Concept => ({
  id,
  kind: 'place',
  facets: [],
  names: { en: names },
  seenAs: [],
  weak: [],
  ...given,
});

const mask = (given: Partial<Exclusion>): Exclusion => ({
  id: 'mask',
  phrases: [],
  pattern: null,
  effect: 'mask',
  field: 'any',
  ...given,
});

const korea = concept('korea', ['Korea'], { facets: ['south'] });
const north = concept('north', ['North Korea', 'North Korean'], { facets: ['north'] });
const soldiers = concept('soldiers', ['North Korean soldiers', 'soldiers'], { kind: 'idea' });
const minister = concept('minister', ['No Kwang Chol'], {
  kind: 'person',
  seenAs: ['No Gwansuk'],
  weak: ['the minister'],
});

/** What a text names: concept, kind of name and quote. */
function named(text: string, exclusions: readonly Exclusion[] = [], field: 'title' | 'body' = 'body') {
  const { mentions } = conceptFinder([korea, north, soldiers, minister], exclusions)(text, field);
  return mentions.map(({ concept, as, start, end }) => `${concept.id} ${as} ${text.slice(start, end)}`);
}

describe('the concepts of a text', () => {
  it('are found by right spellings, garbled ones and weak ones, each told apart', () => {
    expect(named('No Kwang Chol, also No Gwansuk: the minister')).toEqual([
      'minister name No Kwang Chol',
      'minister seenAs No Gwansuk',
      'minister weak the minister',
    ]);
  });

  it('are those of the longest name', () => {
    expect(named('From Korea to North Korea')).toEqual(['korea name Korea', 'north name North Korea']);
  });

  it('keep their facet where a longer name without one covers it', () => {
    expect(named('North Korean soldiers')).toEqual([
      'soldiers name North Korean soldiers',
      'north name North Korean',
    ]);
  });

  it('are all given where one name is of several', () => {
    const twin = concept('twin', ['Korea'], { facets: ['other'] });
    const { mentions } = conceptFinder([korea, twin])('Korea', 'title');
    expect(mentions.map(({ concept: { id } }) => id)).toEqual(['korea', 'twin']);
  });

  it('do not count under a mask, in the title only where it asks for that', () => {
    const paper = mask({ phrases: ['Korea Herald'] });
    expect(named('The Korea Herald on Korea', [paper])).toEqual(['korea name Korea']);
    expect(named('The Korea Herald', [{ ...paper, field: 'title' }])).toEqual(['korea name Korea']);
    expect(named('The Korea Herald', [{ ...paper, field: 'title' }], 'title')).toEqual([]);
    expect(named('Korea 2030, Korea', [mask({ pattern: 'korea \\d+' })])).toEqual(['korea name Korea']);
  });

  it('count where their name is longer than the mask inside it', () => {
    expect(named('North Korea', [mask({ phrases: ['Korea'] })])).toEqual(['north name North Korea']);
  });

  it('tell which masks covered something', () => {
    const find = conceptFinder([korea], [mask({ phrases: ['Korea Herald', 'morning paper'] })]);
    expect(find('The Korea Herald, a morning paper', 'body').excluded).toEqual([
      expect.objectContaining({ start: 4, end: 16 }),
    ]);
  });

  it('by weak names count beside a strong one of each of their facets', () => {
    const both = concept('ties', [], { facets: ['north', 'south'], weak: ['the ties'] });
    const find = conceptFinder([korea, north, both, minister]);
    const counted = (...fields: readonly string[]) =>
      backedMentions(fields.map((text) => find(text, 'body').mentions)).map((mentions) => mentions.length);
    expect(counted('the ties', 'North Korea')).toEqual([0, 1]);
    expect(counted('the ties', 'North Korea and Korea')).toEqual([1, 2]);
    expect(counted('the minister', 'North Korea')).toEqual([0, 1]);
    expect(counted('the minister', 'No Kwang Chol')).toEqual([1, 1]);
  });

  it('are found in a long text full of masks in time that grows with the text only', () => {
    const find = conceptFinder([korea], [mask({ phrases: ['Korea Herald'] })]);
    const before = process.cpuUsage();
    const { mentions } = find('Korea Herald Korea. '.repeat(50_000), 'body');
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
    expect(mentions).toHaveLength(50_000);
  });
});
