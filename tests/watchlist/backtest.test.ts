import { expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.ts';
import { compareDecisions, type Replayed } from '../../src/watchlist/backtest.ts';
import { judgement } from '../store/samples.ts';

const ferry = (over: Partial<Verdict['reasons'][number]> = {}): Verdict['reasons'][number] => ({
  rule: 'concept:ferry',
  facets: ['ships'],
  field: 'title',
  quote: 'Ferry',
  count: 1,
  weight: 0.6,
  learned: false,
  ...over,
});

const replayed = (n: number, before: Verdict | null, after: Verdict): Replayed => ({
  articleId: `article-${n}`,
  title: `Ferry ${n} docks at Lowport`,
  url: null,
  sourceId: 'lowport-courier',
  firstSeen: '2026-03-02T08:00:00.000Z',
  before,
  after,
});

async function* stream(...articles: readonly Replayed[]): AsyncGenerator<Replayed> {
  yield* articles;
}

test('what is decided otherwise is told in the order of arrival, with both scores', async () => {
  const yes = judgement('x', 'accepted');
  const no = judgement('x', 'rejected');
  const perhaps = judgement('x', 'review');
  const report = await compareDecisions(
    stream(
      replayed(1, yes, yes),
      replayed(2, no, yes),
      replayed(3, yes, perhaps),
      replayed(4, perhaps, no),
      replayed(5, yes, no),
      replayed(6, null, no),
      replayed(7, null, yes),
    ),
  );
  expect(report).toMatchObject({ articles: 7, accepted: { before: 3, after: 3 } });
  const ids = (list: readonly { readonly articleId: string }[]) => list.map(({ articleId }) => articleId);
  expect(ids(report.gained)).toEqual(['article-2', 'article-7']);
  expect(ids(report.lost)).toEqual(['article-3', 'article-5']);
  expect(ids(report.moved)).toEqual(['article-4']);
  expect(report.lost[0]).toMatchObject({
    from: 'accepted',
    to: 'review',
    scores: { before: 0.8, after: 0.45 },
  });
});

test('why an article is lost is what no longer speaks, the side that is missing, and the line that moved', async () => {
  const before = judgement('x', 'accepted', {
    reasons: [ferry(), ferry({ rule: 'concept:port', quote: 'Lowport' })],
  });
  const after = judgement('x', 'rejected', {
    reasons: [ferry({ rule: 'concept:port', quote: 'Lowport', weight: 0.2 })],
    missing: ['ships'],
    acceptAt: 0.55,
  });
  const { lost } = await compareDecisions(stream(replayed(1, before, after)));
  expect(lost[0]?.because).toEqual([
    'ships is named no more',
    '“Ferry” no longer speaks: concept:ferry, was +0.60',
    'concept:port weighs +0.20, was +0.60',
    'accepted from 0.55, was 0.50',
  ]);
});

test('why an article is gained is what speaks now', async () => {
  const before = judgement('x', 'rejected', { reasons: [], missing: ['ships'] });
  const { gained } = await compareDecisions(stream(replayed(1, before, judgement('x', 'accepted'))));
  expect(gained[0]?.because).toEqual(['ships is named now', '“Ferry” now speaks: concept:ferry, +0.60']);
});

test('what was judged without its text is counted', async () => {
  const no = judgement('x', 'rejected');
  const bySummary: Verdict = { ...no, judged: 'summary' };
  const full: Verdict = { ...no, judged: 'full' };
  const byTitle: Verdict = { ...no, judged: 'title' };
  const report = await compareDecisions(
    stream(replayed(1, full, bySummary), replayed(2, full, full), replayed(3, null, byTitle)),
  );
  expect(report).toMatchObject({ articles: 3, withoutText: 2 });
});

test('an empty corpus alters nothing', async () => {
  expect(await compareDecisions(stream())).toEqual({
    articles: 0,
    withoutText: 0,
    accepted: { before: 0, after: 0 },
    gained: [],
    lost: [],
    moved: [],
  });
});
