import { expect, test } from 'vitest';
import type { Suggestion } from '../../src/domain/suggestion.ts';
import { renderSuggestions } from '../../src/publish/render.ts';
import * as sample from './samples.ts';
import { atomProblems } from './validate.ts';

const SUGGESTION: Suggestion = {
  number: 7,
  kind: 'new-name',
  topicId: 'vell',
  subject: 'oda-brennick',
  title: 'Add Oda Brennick (person) to Vell & Brae as a tag',
  why: '9 articles of 4 sources name it.',
  weight: 9,
  change: null,
  evidence: { counts: [], quotes: [], articles: [] },
  state: 'open',
  proposed: '2026-03-02T08:00:00.000Z',
  decided: null,
  refusedAt: null,
  opening: {
    title: 'Add Oda Brennick (person) to Vell & Brae as a tag',
    why: '5 articles of 3 sources name it.',
    evidence: {
      counts: [],
      quotes: [{ articleId: 'a1', quote: 'A sentence that stays in the corpus.' }],
      articles: [{ id: 'a1', title: 'Mayor <Brennick> opens the quay', url: 'https://gazette.example/1' }],
    },
  },
};

test('the keeper’s feed tells of each open suggestion as it first read, with titles and no sentence of any article', () => {
  const { name, content } = renderSuggestions([SUGGESTION], sample.publishing());
  expect(name).toBe('keeper/suggestions.atom');
  expect(content).toContain('7: Add Oda Brennick (person) to Vell &amp; Brae as a tag');
  expect(content).toContain('5 articles of 3 sources name it.');
  expect(content).toContain('topicwatch suggest accept 7');
  expect(content).toContain('opens the quay');
  expect(content).not.toContain('A sentence that stays');
  expect(content).not.toContain('9 articles');
});

test('it is a valid feed, also when it is empty, and the same for the same suggestions in any order', () => {
  const other = { ...SUGGESTION, number: 8 };
  for (const open of [[], [SUGGESTION, other]])
    expect(atomProblems(renderSuggestions(open, sample.publishing()).content)).toEqual([]);
  expect(renderSuggestions([other, SUGGESTION], sample.publishing())).toEqual(
    renderSuggestions([SUGGESTION, other], sample.publishing()),
  );
});
