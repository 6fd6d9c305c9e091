import { describe, expect, it } from 'vitest';
import { compileTopic } from '../../src/judge/compile.ts';
import { prejudge } from '../../src/judge/prejudge.ts';
import { exclusion, towns } from './topics.ts';

const compiled = compileTopic({
  ...towns,
  exclude: [exclusion('sport', { phrases: ['cup final'], effect: 'reject', field: 'title' })],
});

describe('a page is worth fetching', () => {
  it.each([
    ['Estmark votes', '', 'Estmark'],
    ['News of the day', 'Adler speaks tonight.', 'Adler'],
    ['The Holt in winter', '', 'The Holt'],
  ])('where title or summary name a side: %s', (title, summary, because) => {
    expect(prejudge(compiled, { title, summary })).toEqual({ plausible: true, because });
  });

  it('not where they name none, nor where an exclusion rejects the article', () => {
    expect(prejudge(compiled, { title: 'A bridge', summary: 'Over the River Lorn.' }).plausible).toBe(false);
    expect(prejudge(compiled, { title: 'Estmark in the cup final', summary: '' })).toEqual({
      plausible: false,
      because: 'exclude:sport',
    });
  });

  it('always for a topic without facets, which cannot tell from so little', () => {
    expect(
      prejudge(compileTopic({ ...towns, facets: [], concepts: [] }), { title: 'A', summary: '' }).plausible,
    ).toBe(true);
  });
});
