import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import { compileTopic } from '../../src/judge/compile.ts';
import { judge } from '../../src/judge/verdict.ts';
import { article, concept, exclusion, towns } from './topics.ts';

const compiled = compileTopic(towns);
const verdictOn = (title: string, text: string | null = null, topic: Topic = towns) =>
  judge(topic === towns ? compiled : compileTopic(topic), article(title, text));
const scoreOf = (title: string, text: string | null = null) => verdictOn(title, text).score;

const FILLER = 'The choir sang until late and nobody went home early. ';

describe('a verdict', () => {
  it('accepts an article that names every side together, and quotes what it saw', () => {
    const verdict = verdictOn(
      'Varnholt and Estmark share a bridge',
      'Adler opened it. The mayor of Estmark came by boat.',
    );
    expect(verdict).toMatchObject({
      topicId: 'towns',
      topicHash: 'hash-of-towns',
      decision: 'accepted',
      missing: [],
      judged: 'full',
    });
    const seen = verdict.reasons.map(({ rule, field, quote, count }) => `${rule} ${field} ${quote} ${count}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        'concept:varnholt title Varnholt 1',
        'concept:estmark title Estmark 1',
        'concept:mayor-adler text Adler 1',
        'concept:bridge title bridge 1',
        'together title Varnholt and Estmark 1',
      ]),
    );
  });

  it('rejects what misses a side, and says which', () => {
    const verdict = verdictOn('Varnholt builds a bridge');
    expect(verdict).toMatchObject({ decision: 'rejected', score: 0, missing: ['estmark'] });
    expect(verdict.flip).toBe(
      'It would have been accepted if a sentence at its beginning named Estmark beside Varnholt.',
    );
  });

  it('takes one name that stands for both sides for both', () => {
    expect(verdictOn('Varnholt–Estmark summit')).toMatchObject({ decision: 'accepted', missing: [] });
  });

  it('explains its score: the weights add up to the log-odds', () => {
    const bases = [
      verdictOn('Varnholt and Estmark share a bridge'),
      verdictOn(
        'Estmark',
        `${FILLER.repeat(9)}Varnholt wrote to Estmark. The River Lorn rose. Adler laughed.`,
      ),
      verdictOn('Varnholt–Estmark', 'Varnholt, Varnholt and Estmark. Estmark.'),
    ].map(
      ({ score, reasons }) =>
        Math.log(score / (1 - score)) - reasons.reduce((sum, { weight }) => sum + weight, 0),
    );
    for (const base of bases) expect(base).toBeCloseTo(bases[0] ?? 0, 1);
  });

  it('gives a reason of weight 0 for concepts that count for no side, since tags follow from them', () => {
    const { reasons } = verdictOn('Varnholt and Estmark share two bridges');
    expect(reasons).toContainEqual(
      expect.objectContaining({ rule: 'concept:bridge', quote: 'bridges', facets: [], weight: 0 }),
    );
  });

  it('is the same for the same article', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) => {
        const first = verdictOn(title, text);
        expect(verdictOn(title, text)).toEqual(first);
        expect(first.score).toBeGreaterThanOrEqual(0);
        expect(first.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the score', () => {
  const both = 'Varnholt wrote to Estmark.';

  it('is higher for a name in the title than in the text', () => {
    expect(scoreOf('Varnholt has news', 'Estmark is told.')).toBeGreaterThan(
      scoreOf('There is news', 'Varnholt has some. Estmark is told.'),
    );
  });

  it('grows less and less with every further mention', () => {
    const scores = [1, 2, 3, 10, 11].map((times) =>
      scoreOf('News', both.repeat(times).replaceAll('.', '. ')),
    );
    const odds = scores.map((score) => Math.log(score / (1 - score)));
    const steps = odds.slice(1).map((value, at) => value - (odds[at] ?? 0));
    expect(steps[0]).toBeGreaterThan(steps[1] ?? 0);
    expect(steps[1]).toBeGreaterThan(steps[3] ?? 0);
    expect(steps[3]).toBeGreaterThan(0);
  });

  it('is higher where the sides stand in one sentence than in neighbouring ones, and lowest apart', () => {
    const together = scoreOf('News', `Varnholt wrote to Estmark. ${FILLER}`);
    const near = scoreOf('News', `Varnholt wrote. Estmark read it. ${FILLER}`);
    const apart = scoreOf('News', `Varnholt wrote. ${FILLER} Estmark read it.`);
    expect(together).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(apart);
  });

  it('falls with how late the second side comes in, so that a name in passing at the end is not enough', () => {
    const passing = (before: number) =>
      verdictOn('Varnholt votes', `Varnholt votes. ${FILLER.repeat(before)}Varnholt is larger than Estmark.`);
    expect(passing(0).decision).toBe('accepted');
    expect(passing(5).score).toBeLessThan(passing(0).score);
    expect(passing(40).decision).toBe('rejected');
  });

  it('rises where a facet that is not required is named', () => {
    expect(scoreOf('News', `${both} The River Lorn rose.`)).toBeGreaterThan(
      scoreOf('News', `${both} The river rose.`),
    );
  });

  it('counts a summary once that the text begins with', () => {
    const { reasons } = judge(compiled, { title: 'News', summary: both, text: `${both} ${FILLER}` });
    expect(reasons.filter(({ rule }) => rule === 'concept:estmark')).toEqual([
      expect.objectContaining({ field: 'text', count: 1 }),
    ]);
    const deck = judge(compiled, { title: 'News', summary: both, text: FILLER });
    expect(deck.reasons).toContainEqual(
      expect.objectContaining({ rule: 'concept:estmark', field: 'summary' }),
    );
  });
});

describe('a weak name', () => {
  it('counts only beside another name of its facet', () => {
    expect(verdictOn('The Holt and Estmark')).toMatchObject({ decision: 'rejected', missing: ['varnholt'] });
    const { reasons } = verdictOn('The Holt and Estmark', 'Varnholt is known as the Holt.');
    expect(reasons).toContainEqual(
      expect.objectContaining({ rule: 'concept:varnholt', quote: 'The Holt', field: 'title' }),
    );
  });
});

describe('an exclusion', () => {
  const masking = { ...towns, exclude: [exclusion('paper', { phrases: ['Estmark Gazette'] })] };

  it('masks what it covers, and says so', () => {
    const verdict = verdictOn('Varnholt in the Estmark Gazette', null, masking);
    expect(verdict).toMatchObject({ decision: 'rejected', missing: ['estmark'] });
    expect(verdict.reasons).toContainEqual(
      expect.objectContaining({ rule: 'exclude:paper', quote: 'Estmark Gazette', weight: 0 }),
    );
    expect(verdictOn('Varnholt and Estmark', 'The Estmark Gazette reports.', masking).decision).toBe(
      'accepted',
    );
  });

  it('masks by a pattern too', () => {
    const lists = { ...towns, exclude: [exclusion('lists', { pattern: '(?:\\w+, ){2,9}\\w+ and \\w+' })] };
    expect(verdictOn('Varnholt, Lund, Brack and Estmark', null, lists).missing).toEqual([
      'varnholt',
      'estmark',
    ]);
  });

  it('rejects an article, in the title only where it asks for that', () => {
    const sport = {
      ...towns,
      exclude: [exclusion('sport', { phrases: ['cup final'], effect: 'reject', field: 'title' })],
    };
    const verdict = verdictOn('Varnholt meets Estmark in the cup final', null, sport);
    expect(verdict).toMatchObject({
      decision: 'rejected',
      score: 0,
      flip: 'Without “cup final” (exclude:sport) it would have been accepted.',
    });
    expect(verdictOn('Varnholt meets Estmark', 'They skipped the cup final.', sport).decision).toBe(
      'accepted',
    );
  });
});

describe('a threshold', () => {
  const title = 'Varnholt and Estmark share a bridge';

  it('that is a number stands; review never lies above acceptance', () => {
    const strict = { ...towns, thresholds: { accept: 0.99, review: 'auto' as const } };
    expect(verdictOn(title, null, strict)).toMatchObject({ acceptAt: 0.99, decision: 'review' });
    const lax = { ...towns, thresholds: { accept: 0.1, review: 'auto' as const } };
    expect(verdictOn(title, null, lax)).toMatchObject({ acceptAt: 0.1, reviewAt: 0.1 });
  });

  it('that is automatic moves with the breadth of the topic', () => {
    const [broad, normal, narrow] = (['broad', 'normal', 'narrow'] as const).map(
      (breadth) => verdictOn(title, null, { ...towns, breadth }).acceptAt,
    );
    expect(broad).toBeLessThan(normal ?? 0);
    expect(normal).toBeLessThan(narrow ?? 0);
  });
});

describe('what would have flipped the decision', () => {
  it('is true: the article with that change is decided otherwise', () => {
    const near = verdictOn('News', `Varnholt wrote. ${FILLER.repeat(2)}Estmark read it.`);
    expect(near.decision).not.toBe('accepted');
    expect(near.flip).toBe(
      'It would have been accepted with one more sentence that named Varnholt and Estmark.',
    );
    const more = `Varnholt wrote. ${FILLER.repeat(2)}Estmark read it. Estmark thanked Varnholt.`;
    expect(verdictOn('News', more).decision).toBe('accepted');

    const accepted = verdictOn('News', 'Varnholt wrote to Estmark.');
    expect(accepted.flip).toBe(
      'It would have been rejected if it never named Varnholt and Estmark close together.',
    );
  });

  it('tells sides that meet in a sentence from those that meet in two', () => {
    const rules = (text: string) => verdictOn('News', text).reasons.map(({ rule }) => rule);
    expect(rules('Varnholt wrote to Estmark.')).toContain('together');
    const apart = rules('Varnholt wrote. Estmark read it.');
    expect(apart).toContain('near');
    expect(apart).not.toContain('together');
  });

  it('tells the smallest change first', () => {
    const strong = verdictOn(
      'Varnholt and Estmark',
      'Varnholt wrote to Estmark. Estmark answered Varnholt. '.repeat(5),
    );
    expect(strong.flip).toBe('It would have been rejected if it did not name Varnholt.');
  });
});

describe('a topic', () => {
  it('without required facets asks for any of its facets', () => {
    const facets = towns.facets.map((facet) => ({ ...facet, required: false }));
    const any = { ...towns, facets };
    expect(verdictOn('Estmark has a new mayor', 'Estmark voted.', any)).toMatchObject({
      decision: 'accepted',
      missing: [],
    });
    expect(verdictOn('The moon is full', null, any)).toMatchObject({ decision: 'rejected', score: 0 });
  });

  it('of one side judges how much an article is about it', () => {
    const one = {
      ...towns,
      facets: towns.facets.slice(0, 1),
      concepts: [concept('varnholt', { facets: ['varnholt'], names: { en: ['Varnholt'] } })],
    };
    expect(verdictOn('Varnholt votes', 'Varnholt has a new mayor.', one).decision).toBe('accepted');
    expect(verdictOn('Fair weather', `${FILLER.repeat(30)}In Varnholt it rained.`, one).decision).toBe(
      'rejected',
    );
  });

  it('without facets and examples accepts nothing, and says why', () => {
    const bare = { ...towns, facets: [], concepts: [] };
    expect(verdictOn('Varnholt', null, bare)).toMatchObject({
      decision: 'rejected',
      flip: 'Nothing speaks for it: the topic needs facets or examples that do.',
    });
  });
});

describe('what examples say', () => {
  it('is weighed with the facets into one score, with its own threshold and reasons', () => {
    const term = {
      rule: 'term:ferry',
      facets: [],
      field: 'text' as const,
      quote: 'ferry',
      count: 1,
      weight: 0.4,
      learned: true,
    };
    const examples = {
      odds: (facets: number | null | undefined) => (typeof facets === 'number' ? facets - 5 : null),
      threshold: { accept: 0, review: -1 },
      reasons: [term],
      earned: 0.4,
      nearest: { example: 'opening-day', similarity: 0.7 },
    };
    const on = article('Varnholt and Estmark share a bridge');
    const verdict = judge(compiled, on, examples);
    expect(verdict).toMatchObject({
      decision: 'rejected',
      acceptAt: 0.5,
      nearest: { example: 'opening-day' },
    });
    expect(verdict.score).toBeLessThan(judge(compiled, on).score);
    expect(verdict.reasons).toContainEqual(term);
  });
});

describe('odd articles', () => {
  it('say how much there was to judge', () => {
    const of = (title: string, summary: string, text: string | null) =>
      judge(compiled, { title, summary, text }).judged;
    expect([of('t', '', null), of('t', 's', null), of('t', 's', 'x'), of('t', '', '')]).toEqual([
      'title',
      'summary',
      'full',
      'title',
    ]);
  });

  it('of 10 MB are judged by their beginning, in bounded time', () => {
    const text = 'Varnholt wrote to Estmark. '.repeat(400_000);
    const before = process.cpuUsage();
    const verdict = verdictOn('News', text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
    expect(verdict.decision).toBe('accepted');
  });
});
