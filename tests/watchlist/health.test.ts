import { describe, expect, it } from 'vitest';
import type { Concept, Topic } from '../../src/domain/topic.ts';
import type { Decision, Verdict } from '../../src/domain/verdict.ts';
import type { JudgedArticle } from '../../src/domain/view.ts';
import { forgottenFacet } from '../../src/watchlist/health/facets.ts';
import { healthOf } from '../../src/watchlist/health/health.ts';
import { judgement } from '../store/samples.ts';

const concept = (id: string, facets: readonly string[], names: Concept['names']): Concept => ({
  id,
  kind: 'place',
  facets,
  names,
  seenAs: [],
  weak: [],
});
const TOPIC: Topic = {
  id: 'ferry',
  title: 'Ferry',
  description: null,
  facets: [
    { id: 'caldmoor', title: 'Caldmoor', required: true },
    { id: 'brae', title: 'Brae', required: true },
  ],
  concepts: [
    concept('caldmoor', ['caldmoor'], { en: ['Caldmoor'], ru: ['Колдмур'] }),
    concept('brae', ['brae'], { en: ['Brae'] }),
    concept('hale', ['brae'], { en: ['Tom Hale'] }),
    concept('quay', [], { en: ['Lowport Quay'] }),
  ],
  tags: [],
  exclude: [],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: 'hash',
};

const SINCE = '2026-03-01T00:00:00.000Z';
const UNTIL = '2026-03-31T00:00:00.000Z';
const on = (day: number, hour = 8): string => new Date(Date.UTC(2026, 2, day, hour)).toISOString();

const reasonsFor = (ids: readonly string[]): Verdict['reasons'] =>
  ids.map((id) => ({
    rule: `concept:${id}`,
    facets: TOPIC.concepts.find((one) => one.id === id)?.facets ?? [],
    field: 'title',
    quote: id,
    count: 1,
    weight: 0.5,
    learned: false,
  }));

let count = 0;
function judged(
  decision: Decision,
  names: readonly string[],
  over: Partial<JudgedArticle> & { readonly score?: number } = {},
): JudgedArticle {
  count += 1;
  const { score, ...rest } = over;
  const verdict = judgement('x', decision, {
    reasons: reasonsFor(names),
    ...(score !== undefined && { score }),
  });
  return {
    articleId: `article-${count}`,
    title: 'The ferry sails',
    url: null,
    language: 'en',
    published: null,
    firstSeen: on(10),
    sourceIds: ['gazette'],
    storyId: null,
    verdict,
    ...rest,
  };
}

const health = (articles: readonly JudgedArticle[], origins: readonly (readonly [string, number])[] = []) =>
  healthOf(TOPIC, articles, { since: SINCE, until: UNTIL, origins: new Map(origins) });

describe('what carries a topic', () => {
  it('is told of facets, concepts and languages', () => {
    const report = health([
      judged('accepted', ['caldmoor', 'brae']),
      judged('accepted', ['caldmoor', 'hale', 'brae'], { language: 'ko' }),
      judged('rejected', ['hale'], { language: 'ru' }),
    ]);
    expect(report.decided).toEqual({ accepted: 2, review: 0, rejected: 1 });
    expect(report.facets.map(({ id, articles }) => [id, articles])).toEqual([
      ['caldmoor', 2],
      ['brae', 2],
    ]);
    expect(
      report.concepts.map(({ id, accepted, alone, others, silence }) => [
        id,
        accepted,
        alone,
        others,
        silence,
      ]),
    ).toEqual([
      ['brae', 2, 1, 0, 'none'],
      ['caldmoor', 2, 2, 0, 'none'],
      ['hale', 1, 0, 1, 'none'],
      ['quay', 0, 0, 0, 'never'],
    ]);
    expect(report.languages).toEqual([
      { language: 'en', concepts: 4, judged: 1, accepted: 1 },
      { language: 'ko', concepts: 0, judged: 1, accepted: 1 },
      { language: 'ru', concepts: 1, judged: 1, accepted: 0 },
    ]);
  });

  it('is told of facets that keep articles out, where nothing else that is required is missing', () => {
    const lacking = (missing: readonly string[], names: readonly string[]) => {
      const article = judged('rejected', names);
      return { ...article, verdict: { ...article.verdict, missing } };
    };
    const articles = [
      ...Array.from({ length: 5 }, () => lacking(['brae'], ['caldmoor'])),
      lacking(['caldmoor', 'brae'], []),
      lacking(['caldmoor', 'brae'], ['quay']),
      judged('review', ['caldmoor', 'brae']),
    ];
    const { facets } = health(articles);
    expect(facets.map(({ id, keptOut }) => [id, keptOut])).toEqual([
      ['caldmoor', 0],
      ['brae', 5],
    ]);
    expect(forgottenFacet(facets, 0)).toMatch(/5 articles lack Brae alone.*`required: false`.*facet brae/);
    expect(forgottenFacet(facets, 1)).toBeNull();
    expect(forgottenFacet(health(articles.slice(1)).facets, 0)).toBeNull();
  });

  it('is told day by day, days without an article too', () => {
    const { days } = health([judged('accepted', []), judged('review', [])]);
    expect(days).toHaveLength(31);
    expect(days[9]).toEqual({ day: '2026-03-10', accepted: 1, review: 1 });
    expect(days[10]).toEqual({ day: '2026-03-11', accepted: 0, review: 0 });
  });

  it('is told of sources: what they bring, open, and have alone', () => {
    const report = health(
      [
        judged('accepted', [], { storyId: 's1', sourceIds: ['gazette', 'courier'] }),
        judged('accepted', [], { storyId: 's1', sourceIds: ['courier'] }),
        judged('accepted', [], { storyId: 's2', sourceIds: ['courier'] }),
        judged('review', [], { sourceIds: ['herald'] }),
      ],
      [
        ['s1', 1],
        ['s2', 2],
      ],
    );
    expect(report.sources).toEqual([
      { id: 'courier', accepted: 2, review: 0, stories: 2, first: 0, sole: 1 },
      { id: 'gazette', accepted: 1, review: 0, stories: 1, first: 1, sole: 0 },
      { id: 'herald', accepted: 0, review: 1, stories: 0, first: 0, sole: 0 },
    ]);
    expect(report.stories).toEqual({
      total: 2,
      bySources: { one: 1, two: 1, more: 0 },
      compared: 2,
      soleOrigin: 1,
    });
  });
});

describe('a concept', () => {
  const everyOtherDay = (names: readonly string[], until: number) =>
    Array.from({ length: 15 }, (_, at) =>
      judged('accepted', at * 2 < until ? [...names, 'brae'] : ['brae'], { firstSeen: on(1 + at * 2) }),
    );
  const silence = (articles: readonly JudgedArticle[], id: string) =>
    health(articles).concepts.find((one) => one.id === id)?.silence;

  it('is lately silent where it was named regularly and is no more', () => {
    expect(silence(everyOtherDay(['hale'], 14), 'hale')).toBe('lately');
    expect(silence(everyOtherDay(['hale'], 26), 'hale')).toBe('none');
  });

  it('is not where it was named seldom, or where everything fell silent', () => {
    expect(
      silence([judged('accepted', ['hale'], { firstSeen: on(2) }), ...everyOtherDay([], 0)], 'hale'),
    ).toBe('none');
    expect(silence(everyOtherDay(['hale'], 14).slice(0, 7), 'hale')).toBe('none');
  });
});

describe('what is missed', () => {
  const story = (at: number, sourceIds: readonly string[], published: string | null = null) =>
    judged('accepted', [], { storyId: `story-${at}`, sourceIds, published, firstSeen: on(10) });
  const expected = (articles: readonly JudgedArticle[]) => health(articles).missed.map((one) => one.expected);

  it('is guessed at from near misses: with facets a score is a chance', () => {
    expect(expected([judged('review', [], { score: 0.4 }), judged('review', [], { score: 0.3 })])[0]).toBe(
      0.7,
    );
    const noFacets = healthOf({ ...TOPIC, facets: [] }, [judged('review', [], { score: 0.5 })], {
      since: SINCE,
      until: UNTIL,
      origins: new Map(),
    });
    expect(noFacets.missed[0]?.expected).toBe(0.5);
  });

  it('is guessed at from stories seen late, old finds left out', () => {
    const articles = [
      ...Array.from({ length: 8 }, (_, at) => story(at, ['a', 'b'], on(10, 2))),
      ...Array.from({ length: 2 }, (_, at) => story(10 + at, ['a', 'b'], on(8))),
      story(20, ['a', 'b'], '2025-01-01T00:00:00.000Z'),
      ...Array.from({ length: 12 }, (_, at) => story(30 + at, ['a'])),
    ];
    const [, late] = health(articles).missed;
    expect(late?.seen).toMatch(/^2 of 10 stories/);
    expect(late?.expected).toBe(3); // 12 · .2 / .8
  });

  it('is guessed at from stories of one source alone, as Chao has it', () => {
    const articles = [
      ...Array.from({ length: 6 }, (_, at) => story(at, ['a'])),
      ...Array.from({ length: 4 }, (_, at) => story(10 + at, ['a', 'b'])),
    ];
    expect(expected(articles)[2]).toBe(3); // 6 · 5 / (2 · 5)
  });

  it('is not guessed at where too little was seen', () => {
    expect(expected([])).toEqual([0, null, null]);
    for (const { estimator, assumes } of health([]).missed) {
      expect(estimator).not.toBe('');
      expect(assumes).not.toBe('');
    }
  });
});
