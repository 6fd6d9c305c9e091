import { describe, expect, test } from 'vitest';
import type { Observed, Proposal } from '../../src/domain/suggestion.ts';
import { topicSchema } from '../../src/settings/schema/topic.ts';
import { toTopic } from '../../src/settings/topic.ts';
import { proposeForTopic } from '../../src/watchlist/suggest/for-topic.ts';
import { inOrder, NOW, observed } from './observed.ts';

const names = { en: ['Vell'], ru: ['Велл'], ko: ['벨시'] };
const file = {
  id: 'vell',
  title: 'Vell',
  facets: [{ id: 'town', concepts: [{ id: 'vell', kind: 'place', names }] }],
  concepts: [{ id: 'ferries', kind: 'idea', names: { en: ['ferry', 'ferries'] } }],
};
const VELL = toTopic(topicSchema.parse(file), { listed: [], positive: [], negative: [] });
const SOURCES = ['gazette', 'courier', 'post'] as const;
const of = (at: number): string => SOURCES[at % 3] ?? 'gazette';

/** The usual news: two a day for sixty days, of three papers. */
const USUAL = Array.from({ length: 120 }, (_, at) =>
  observed({ days: 60 - at / 2, sourceId: of(at), text: `The council of Vell met in hall ${at}.` }),
);

/** One a day of late, by the days that are left: each of its own event. */
const lately = (text: string, over: Partial<Observed> = {}, count = 12): readonly Observed[] =>
  Array.from({ length: count }, (_, at) => observed({ days: 12.5 - at, sourceId: of(at), text, ...over }));

/** What a concept is called by itself. */
const calledBy = ({ change }: Proposal): readonly string[] =>
  change?.kind === 'add-concept' ? Object.values(change.concept.names).flat() : [];

async function proposed(
  fresh: readonly Observed[],
  rejected: readonly Observed[] = [],
): Promise<readonly Proposal[]> {
  const kept = inOrder([...USUAL, ...fresh]);
  return proposeForTopic({ topic: VELL, kept, rejected: [inOrder(rejected)], now: NOW });
}

describe('a word in small letters that rises', () => {
  test('is proposed as a tag, with its sentences', async () => {
    const [proposal, ...others] = await proposed(lately('Over the quay of Vell a drone was met.'));
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      kind: 'new-name',
      subject: 'drone',
      title: 'Add drone (idea) to Vell as a tag, counting for no side',
      weight: 12,
      change: { kind: 'add-concept', facet: null, concept: { kind: 'idea', names: { en: ['drone'] } } },
    });
    expect(proposal?.evidence.quotes[0]?.quote).toBe('Over the quay of Vell a drone was met.');
  });

  test('is so in Russian, in the form it has by itself', async () => {
    const texts = ['Над причалом Велла сбили беспилотник.', 'Велл ищет обломки беспилотника.'];
    const fresh = texts.flatMap((text) => lately(text, { language: 'ru', title: 'Новости Велла' }, 6));
    const ideas = (await proposed(fresh)).filter(({ subject }) => subject === 'bespilotnik');
    expect(ideas.map(({ change }) => change)).toMatchObject([
      { concept: { names: { ru: ['беспилотник'] } } },
    ]);
  });

  test('and in Korean, where nothing parts it from its particle', async () => {
    const fresh = lately('벨시 부두 위로 무인기가 날아왔다. 벨시는 무인기를 찾고 있다.', {
      language: 'ko',
      title: '벨시 소식',
    });
    expect((await proposed(fresh)).flatMap(calledBy)).toContain('무인기');
  });

  test.each([
    ['a few articles', lately('A drone flew over Vell.', {}, 7)],
    ['one paper', lately('A drone flew over Vell.', { sourceId: 'gazette' })],
    ['one event', lately('A drone flew over Vell.', { storyId: 'the drone' })],
    ['what a concept is called', lately('The ferries lay at the quay of Vell.')],
    ['what is done, and how', lately('In Vell they resumed diving, boldly.')],
    ['what comes with a name alone', lately('The dredger Anna Brine worked off Vell.')],
  ])('is none of %s', async (_, fresh) => {
    const small = (await proposed(fresh)).flatMap(calledBy).filter((name) => /^\p{Ll}/u.test(name));
    expect(small).toEqual([]);
  });

  test('is none that the news at large is full of', async () => {
    const rejected = lately('A drone flew over the hills.', { decision: 'rejected', missing: ['town'] }, 12);
    expect(await proposed(lately('A drone flew over Vell.'), rejected)).toEqual([]);
  });
});
