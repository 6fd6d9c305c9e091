import { expect, test } from 'vitest';

import { articleEntry } from '../../src/publish/entries/article-entry.ts';
import * as sample from './samples.ts';

const entry = (more: Parameters<typeof sample.article>[1], topic = sample.topic) =>
  articleEntry(sample.view(sample.article('told', more)), topic, sample.publishing());

test('an article is dated as it says, or by when it was first seen where it says nothing or lies in the future', () => {
  expect(entry({}).published).toBe('2026-03-01T09:30:00.000Z');
  expect(entry({ published: null }).published).toBe('2026-03-01T10:00:00.000Z');
  expect(entry({ published: '2099-01-01T00:00:00.000Z' }).published).toBe('2026-03-01T10:00:00.000Z');
});

test('an article was updated, for this feed, when it came to it', () => {
  expect(entry({ updated: '2099-01-01T00:00:00.000Z', revision: 3 }).updated).toBe(
    '2026-03-01T10:00:00.000Z',
  );
});

test('an article keeps its id through its revisions, and has another in each topic', () => {
  expect(entry({ title: 'Corrected title', revision: 2 }).id).toBe(entry({}).id);
  expect(entry({}, { ...sample.topic, id: 'monuments' }).id).not.toBe(entry({}).id);
});

test('an article is by its authors, or by its outlet where it names none', () => {
  expect(entry({ authors: ['Søn & Kim'] }).authors).toEqual(['Søn & Kim']);
  expect(entry({ authors: [' '] }).authors).toEqual(['Harbour Wire']);
});
