import type { Source } from '../domain/source.ts';

/** What to do where nothing is polled; null: some source is. */
export const nothingPolled = (sources: readonly Source[]): string | null =>
  sources.some(({ disabled }) => disabled === null)
    ? null
    : 'no source is polled yet: `topicwatch sources add ADDRESS` finds the feeds of a page and adds one';
