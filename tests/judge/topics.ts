import type { Concept, Exclusion, Topic } from '../../src/domain/topic.ts';

export function concept(id: string, given: Partial<Concept> = {}): Concept {
  return { id, kind: 'place', facets: [], names: {}, seenAs: [], weak: [], ...given };
}

export function exclusion(id: string, given: Partial<Exclusion>): Exclusion {
  return { id, phrases: [], pattern: null, effect: 'mask', field: 'any', ...given };
}

/** Two invented towns on a river, whose dealings with each other are watched. */
export const towns: Topic = {
  id: 'towns',
  title: 'Varnholt and Estmark',
  description: null,
  facets: [
    { id: 'varnholt', title: 'Varnholt', required: true },
    { id: 'estmark', title: 'Estmark', required: true },
    { id: 'river', title: 'the river', required: false },
  ],
  concepts: [
    concept('varnholt', { facets: ['varnholt'], names: { en: ['Varnholt'] }, weak: ['the Holt'] }),
    concept('mayor-adler', { kind: 'person', facets: ['varnholt'], names: { en: ['Mayor Adler', 'Adler'] } }),
    concept('estmark', { facets: ['estmark'], names: { en: ['Estmark'] } }),
    concept('twin-towns', {
      kind: 'idea',
      facets: ['varnholt', 'estmark'],
      names: { en: ['Varnholt–Estmark'] },
    }),
    concept('river', { facets: ['river'], names: { en: ['River Lorn'] } }),
    concept('bridge', { kind: 'idea', names: { en: ['bridge', 'bridges'] } }),
  ],
  tags: [],
  exclude: [],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: 'hash-of-towns',
};

export const article = (title: string, text: string | null = null, summary = '') => ({
  title,
  text,
  summary,
});
