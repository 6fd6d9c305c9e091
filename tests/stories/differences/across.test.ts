import { expect, test } from 'vitest';
import type { Account } from '../../../src/stories/account.ts';
import { backgroundDays, differencesAcross } from '../../../src/stories/differences/across.ts';
import { differences } from '../../../src/stories/differences/differences.ts';
import { account, shown } from './sample.ts';

const CEREMONY = account(
  'ceremony',
  'A monument to partisans was unveiled in Karsk on Wednesday. The words recalled what the Tosan leader Ryu Sang-ok had said earlier, ' +
    'at a meeting with President Ilya Varnov in Hwagang on September 4th.',
);
const VISIT = account(
  'visit',
  'Tosan’s foreign minister came to Brezovo on Tuesday. President Ilya Varnov last met Ryu Sang-ok on September 3 in Hwagang, and both spoke of friendship.',
);

const told = (storyId: string, ...accounts: readonly Account[]) => ({ storyId, accounts });

test('two stories that look back on one meeting are told apart by its day', () => {
  const [difference, ...more] = differencesAcross([CEREMONY], [told('visits', VISIT)], []);
  expect(more).toEqual([]);
  expect(difference && shown(difference)).toBe('date/differs: 4 September | 3 September');
  expect(difference?.background).toBe(true);
  expect(difference?.values.map(({ quotes }) => quotes[0].articleId)).toEqual(['ceremony', 'visit']);
  expect(difference?.values.map(({ story }) => story)).toEqual([undefined, 'visits']);
});

test('what an account says of another event is background, and no difference of its own', () => {
  expect(backgroundDays([CEREMONY], []).map(({ value }) => value)).toContain('4 September');
  const other = account(
    'other',
    'The monument to partisans in Karsk was unveiled on Wednesday. In 2019 a smaller one had been unveiled on 6 May.',
  );
  expect(differences([CEREMONY, other], []).map(shown)).toEqual([]);
});

test('two stories that tell of different meetings do not differ', () => {
  const other = account(
    'other',
    'Mayor Greta Sollis met farmers in Dolna on September 7 last year and promised them a road.',
  );
  expect(differencesAcross([CEREMONY], [told('farmers', other)], [])).toEqual([]);
});

test('a story that gives the same day is no other value', () => {
  const agreeing = account(
    'agreeing',
    'Ryu Sang-ok opened a school in Hwagang on Friday. He had met President Ilya Varnov there on September 4.',
  );
  expect(differencesAcross([CEREMONY], [told('school', agreeing)], [])).toEqual([]);
});

test('a meeting of the same two at another time is another meeting', () => {
  const other = account(
    'other',
    'A railway bridge was opened on Monday. President Ilya Varnov met Ryu Sang-ok in Hwagang on June 19 to agree on it.',
  );
  expect(differencesAcross([CEREMONY], [told('bridge', other)], [])).toEqual([]);
});

test('an account in which both stories have the day that another one lacks stays in its own story', () => {
  const [difference] = differencesAcross(
    [CEREMONY, { ...CEREMONY, articleId: 'retelling' }],
    [told('visits', VISIT), told('more', { ...VISIT, articleId: 'again' })],
    [],
  );
  expect(difference?.values.map(({ quotes, story }) => [story, quotes.length])).toEqual([
    [undefined, 2],
    ['visits', 2],
  ]);
});
