import { expect, test } from 'vitest';

import { accountOf } from '../../src/publish/entries/account.ts';
import { entryTitle } from '../../src/publish/entries/title.ts';
import * as sample from './samples.ts';

const title = (more: Parameters<typeof sample.article>[1], languages = ['en'], verdict = sample.verdict()) =>
  entryTitle(accountOf(sample.article('a', more), sample.publishing()), verdict, sample.topic, languages);

test('a title in a language of the reader stands as it is', () => {
  expect(title({ title: 'Monument unveiled' })).toBe('Monument unveiled');
  expect(title({ title: '기념비 제막', language: 'ko' }, ['en', 'ko'])).toBe('기념비 제막');
});

test('a foreign title is led by its language and the names it was recognised by, in the language of the reader', () => {
  const korean = { title: '노광철, 모스크바 도착', language: 'ko', sourceId: 'hangang-daily' };
  expect(title(korean)).toBe('[ko] Andrei Belousov, No Kwang Chol — 노광철, 모스크바 도착');
  expect(title(korean, ['ru', 'en'])).toBe('[ko] Андрей Белоусов, No Kwang Chol — 노광철, 모스크바 도착');
  expect(title(korean, ['en'], sample.verdict({ reasons: [] }))).toBe('[ko] 노광철, 모스크바 도착');
});

test('names of the title come before names of the text, however much those weigh', () => {
  const [belousov, no] = sample.verdict().reasons;
  const reasons = belousov && no ? [{ ...belousov, field: 'text' as const, weight: 9 }, no] : [];
  expect(title({ language: 'ko', title: '제막' }, ['en'], sample.verdict({ reasons }))).toBe(
    '[ko] No Kwang Chol, Andrei Belousov — 제막',
  );
});

test('a title of a state agency is led by the name of the agency', () => {
  expect(title({ sourceId: 'north-agency', title: 'Statue unveiled' })).toBe('North Agency: Statue unveiled');
});

test('a title in an unknown language is not called foreign', () => {
  expect(title({ language: 'und', title: '100 days' })).toBe('100 days');
});

test('a title is one line of a length that lists can show, and never empty', () => {
  expect(title({ title: ' Two\nlines\t\u0007here ' })).toBe('Two lines here');
  expect(title({ title: '\u0000' })).toBe('(no title)');
  expect(title({ title: 'word '.repeat(500) }).length).toBeLessThan(250);
});
