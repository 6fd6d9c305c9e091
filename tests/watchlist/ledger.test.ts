import { expect, test } from 'vitest';
import type { Proposal, Suggestion } from '../../src/domain/suggestion.ts';
import { decided, enter } from '../../src/watchlist/suggest/ledger.ts';
import { NOW } from './observed.ts';

const proposal = (subject: string, weight = 5): Proposal => ({
  kind: 'new-name',
  topicId: 'vell',
  subject,
  title: `Add ${subject}`,
  why: `${weight} articles name it.`,
  weight,
  change: null,
  evidence: { counts: [], quotes: [], articles: [] },
});

/** The ledger after entering, one round after the other. */
function ledger(...rounds: readonly (readonly Proposal[])[]): readonly Suggestion[] {
  return rounds.reduce<readonly Suggestion[]>(
    (known, proposals) => with_(known, enter(known, proposals, NOW)),
    [],
  );
}

function with_(known: readonly Suggestion[], changed: readonly Suggestion[]): readonly Suggestion[] {
  const all = new Map([...known, ...changed].map((one) => [one.number, one]));
  return [...all.values()].toSorted((a, b) => a.number - b.number);
}

const states = (all: readonly Suggestion[]) =>
  all.map(({ number, subject, state }) => `${number} ${subject} ${state}`);

test('what is proposed again keeps its number and gets its present evidence; the feed goes on showing the first', () => {
  const [first, second] = ledger([proposal('oda')], [proposal('port'), proposal('oda', 8)]);
  expect(first).toMatchObject({ number: 1, subject: 'oda', weight: 8, why: '8 articles name it.' });
  expect(first?.opening.why).toBe('5 articles name it.');
  expect(second).toMatchObject({ number: 2, subject: 'port' });
});

test('what nothing speaks for any more passes, and returns under its number', () => {
  expect(states(ledger([proposal('oda')], []))).toEqual(['1 oda passed']);
  expect(states(ledger([proposal('oda')], [], [proposal('port'), proposal('oda')]))).toEqual([
    '1 oda open',
    '2 port open',
  ]);
});

test('what was refused returns when its evidence has doubled, and not before, also after it had passed', () => {
  const refused = ledger([proposal('oda')]).map((one) => decided(one, 'refused', NOW));
  expect(enter(refused, [proposal('oda', 9)], NOW)).toEqual([]);
  expect(enter(refused, [], NOW)).toEqual([]);
  expect(enter(refused, [proposal('oda', 10)], NOW)).toMatchObject([
    { number: 1, state: 'open', weight: 10 },
  ]);
  const returned = with_(refused, enter(refused, [proposal('oda', 10)], NOW));
  expect(states(with_(returned, enter(returned, [], NOW)))).toEqual(['1 oda passed']);
});

test('one subject in two topics, and of two kinds, makes several suggestions', () => {
  const other: Proposal = { ...proposal('oda'), topicId: 'brae' };
  expect(ledger([proposal('oda'), other, { ...proposal('oda'), kind: 'silent-concept' }])).toHaveLength(3);
});
