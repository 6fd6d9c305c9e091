import type { ChangeSet } from '../domain/change.ts';
import { writeArticles, writeKeys, writeSightings } from './articles.ts';
import { beginChange } from './change.ts';
import { writeComparisons } from './comparisons.ts';
import type { Connection } from './connection.ts';
import { writeJudgements } from './judgements.ts';
import { countVersion } from './publication.ts';
import { writeSourceStates } from './sources.ts';
import { writeDevelopments, writeStories } from './stories.ts';
import { writeActs } from './story-acts.ts';
import { writeLearned } from './topics.ts';

/**
 * Stores a change set in one transaction. Every part is keyed and compared with what is there, so the same set a second
 * time changes nothing.
 *
 * The corpus version grows when something changed that a published file may show: a judgement that accepts or puts up
 * for review (or did so before), the wording or a sighting of such an article, a story, a development, a comparison, a person's
 * act, the health of a source. Rejected articles and the times of polls do not count.
 *
 * @param hold called first inside the transaction; throws when the right to write has passed on.
 */
export async function commit(connection: Connection, set: ChangeSet, hold: () => void): Promise<void> {
  // Loaded before the transaction, which must not wait for anything; an idle cycle needs no words.
  const judges = set.articles.length > 0 || set.judgements.length > 0;
  const index = judges ? await import('./search-index.ts') : null;
  const pages = set.pages.length > 0 ? await import('./waiting-pages.ts') : null;
  connection.write(() => {
    hold();
    const change = beginChange(connection, set.at);
    writeArticles(change, set.articles, set.judgements);
    pages?.writePages(change, set.pages);
    writeKeys(change, set.keys);
    writeSightings(change, set.sightings);
    writeJudgements(change, set.judgements);
    writeStories(change, set.stories, set.closed);
    writeDevelopments(change, set.developments);
    writeComparisons(change, set.comparisons);
    writeActs(change, set.acts);
    index?.reindex(connection, change.reindex);
    writeLearned(connection, set.learned);
    const healthChanged = writeSourceStates(connection, set.sources);
    if (change.visible || healthChanged) countVersion(connection);
  });
}
