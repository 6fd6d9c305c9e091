import { expect, test } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { IMPORT } from '../../src/ingest/import.ts';
import { leadOrder } from '../../src/pipeline/lead.ts';
import { item } from './items.ts';

const sources = new Map([['paid', { ...IMPORT, id: 'paid', paywalled: true }]]);
const article = (said: Partial<Article>): Article => ({
  ...item({ guid: 'a' }),
  id: 'a',
  firstSeen: '2026-01-05T09:00:00.000Z',
  revision: 1,
  ...said,
});

test('language comes before the paywall, the paywall before the date', () => {
  const order = leadOrder(['en', 'ru'], sources);
  const late = article({ language: 'en', published: '2026-01-05T08:00:00.000Z' });
  const early = article({ language: 'en', published: '2026-01-04T08:00:00.000Z' });
  const paid = article({ language: 'en', sourceId: 'paid', published: '2026-01-01T08:00:00.000Z' });
  const russian = article({ language: 'ru', published: '2026-01-01T08:00:00.000Z' });
  const korean = article({ language: 'ko', published: '2026-01-01T08:00:00.000Z' });
  expect([korean, russian, paid, late, early].toSorted(order)).toEqual([early, late, paid, russian, korean]);
});

test('an outlet leads before the search engine that found its article, which may be the earlier', () => {
  const found = new Map([['found', { ...IMPORT, id: 'found', kind: 'search' as const }]]);
  const order = leadOrder(['en'], found);
  const own = article({ language: 'en', sourceId: 'own', published: '2026-01-05T08:00:00.000Z' });
  const listed = article({ language: 'en', sourceId: 'found', published: '2026-01-05T07:00:00.000Z' });
  expect([listed, own].toSorted(order)).toEqual([own, listed]);
});
