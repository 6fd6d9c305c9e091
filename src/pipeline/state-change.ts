import type { ChangeSet } from '../domain/change.ts';
import type { SourceState } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';

/** The states of sources that brought nothing to decide on. */
export const stateChange = (sources: readonly SourceState[], at: Instant): ChangeSet => ({
  at,
  articles: [],
  keys: [],
  sightings: [],
  pages: [],
  judgements: [],
  stories: [],
  closed: [],
  developments: [],
  comparisons: [],
  acts: [],
  sources,
  learned: [],
});
