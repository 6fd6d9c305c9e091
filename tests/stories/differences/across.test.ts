import { expect, test } from 'vitest';
import { backgroundValues, differencesAcross } from '../../../src/stories/differences/across.ts';
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

test('two stories that look back on one meeting are told apart by its day', () => {
  const [difference, ...more] = differencesAcross([CEREMONY], [VISIT], []);
  expect(more).toEqual([]);
  expect(difference && shown(difference)).toBe('date/differs: 4 September | 3 September');
  expect(difference?.background).toBe(true);
  expect(difference?.values.map(({ quotes }) => quotes[0].articleId)).toEqual(['ceremony', 'visit']);
});

test('what an account says of another event is background, and no difference of its own', () => {
  expect(backgroundValues([CEREMONY], []).map(({ kind, value }) => `${kind} ${value}`)).toContain(
    'date 4 September',
  );
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
  expect(differencesAcross([CEREMONY], [other], [])).toEqual([]);
});
