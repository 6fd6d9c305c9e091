import type { Lease } from '../domain/lease.ts';
import type { Store } from '../domain/store.ts';
import { backup } from './backup.ts';
import { commit } from './commit.ts';
import { uncompared } from './comparisons.ts';
import { type Connection, connect } from './connection.ts';
import { cycles, recordCycle, totals } from './cycles.ts';
import { toJudge } from './judged.ts';
import { changed, known } from './keys.ts';
import { acquireLease, type Environment, holdLease, leaseHolder } from './lease.ts';
import { PAGE, paged, pages } from './pages.ts';
import { publication, recordPublished, recordTold, told } from './publication.ts';
import { sourceStates } from './sources.ts';
import { storyActs } from './story-acts.ts';
import { recordSuggestions, suggestionBasis, suggestions } from './suggestions.ts';
import { forgetLearned, learned } from './topics.ts';
import { ensureCurrent } from './upgrade.ts';
import { isCurrent, outdated } from './version.ts';

/**
 * Opens the corpus in a SQLite file, creating it where it is missing and bringing older tables up to date (a copy of the
 * file is made first).
 *
 * Rejects with `StoreUnusable` when the file cannot be used or is of a newer version, and with `LeaseBusy` when its tables
 * must be brought up to date while another process works on it; the file is then left as it was.
 */
export async function openStore(file: string, environment: Environment): Promise<Store> {
  const connection = connect(file);
  try {
    await ensureCurrent(connection, () =>
      acquireLease(connection, environment, 'upgrade', UPGRADE_WAIT_SECONDS),
    );
  } catch (error) {
    connection.close();
    throw error;
  }
  return storeOn(connection, environment);
}

/** How long to wait for another process, which may be upgrading the file just now. */
const UPGRADE_WAIT_SECONDS = 10;

/** What a cycle that finds nothing new needs is here; the rest is loaded when it is first asked for. */
const lists = () => import('./lists.ts');
const vanishing = () => import('./vanished.ts');
const articleRows = () => import('./article-rows.ts');
const labelling = () => import('./labels.ts');

function storeOn(connection: Connection, environment: Environment): Store {
  const { read, write } = connection;
  let last: Lease | null = null;
  const hold = (lease: Lease) => holdLease(connection, environment, lease.token);
  const under = <T>(lease: Lease, work: () => T): T =>
    write(() => {
      hold(lease);
      return work();
    });

  return {
    sourceStates: async () => read(() => sourceStates(connection)),
    known: async (keys) => read(() => known(connection, keys)),
    changed: async (items) => read(() => changed(connection, items)),
    async waitingPages(sourceIds, since, now, limit) {
      const { waitingPages } = await import('./waiting-pages.ts');
      return read(() => waitingPages(connection, sourceIds, since, now, limit));
    },

    async lease(purpose, { waitSeconds = 0 } = {}) {
      const lease = await acquireLease(connection, environment, purpose, waitSeconds);
      last = lease;
      // While this one waited, a newer program may have changed the tables.
      if (!isCurrent(connection)) {
        await lease.release();
        throw outdated(connection);
      }
      return lease;
    },
    leaseHolder: async () => read(() => leaseHolder(connection, environment)),
    commit: (lease, change) => commit(connection, change, () => hold(lease)),
    learned: async (topicId) => read(() => learned(connection, topicId)),
    forgetLearned: async (lease, topicId) => under(lease, () => forgetLearned(connection, topicId)),
    async toJudge(topicId, topicHash, limit, after) {
      const numbers = read(() => toJudge(connection, topicId, topicHash, limit, after));
      if (numbers.length === 0) return [];
      const { articlesByNumber } = await articleRows();
      return read(() => articlesByNumber(connection, numbers));
    },
    async candidates(topicId, since, ids = []) {
      const { candidates } = await lists();
      return read(() => candidates(connection, topicId, since, ids));
    },
    async storiesOf(topicId, articleIds) {
      const { storiesOf } = await lists();
      return read(() => storiesOf(connection, topicId, articleIds));
    },
    async uncompared(topicId, newest) {
      const ids = read(() => uncompared(connection, topicId, newest));
      if (ids.length === 0) return [];
      const { newestOf } = await lists();
      return read(() => newestOf(connection, ids));
    },
    storyActs: async (topicId) => read(() => storyActs(connection, topicId)),

    async labels(topicId) {
      const { labels } = await labelling();
      return read(() => labels(connection, topicId));
    },
    async setLabels(lease, given) {
      const { setLabels } = await labelling();
      under(lease, () => setLabels(connection, given));
    },
    async removeLabels(lease, topicId, articleIds) {
      const { removeLabels } = await labelling();
      under(lease, () => removeLabels(connection, topicId, articleIds));
    },

    async stories(topicId, limit, options = {}) {
      const { stories } = await lists();
      return read(() => stories(connection, topicId, limit, options));
    },
    async taggedStories(topicId, tag, limit, options = {}) {
      const { taggedStories } = await lists();
      return read(() => taggedStories(connection, topicId, tag, limit, options));
    },
    async developments(topicId, limit) {
      const { developments } = await lists();
      return read(() => developments(connection, topicId, limit));
    },
    async articles(topicId, limit) {
      const { articles } = await lists();
      return read(() => articles(connection, topicId, limit));
    },
    async review(topicId, limit) {
      const { review } = await lists();
      return read(() => review(connection, topicId, limit));
    },
    told: async (developmentIds) => read(() => told(connection, developmentIds)),
    recordTold: async (lease, tellings) => under(lease, () => recordTold(connection, tellings)),
    corpusVersion: async () => read(() => publication(connection).corpus_version),
    published: async () => read(() => publication(connection).published),
    recordPublished: async (lease, state) => under(lease, () => recordPublished(connection, state)),

    async find(reference) {
      const { find } = await import('./find.ts');
      return read(() => find(connection, reference));
    },
    async findStories(reference) {
      const { findStories } = await import('./find.ts');
      return read(() => findStories(connection, reference));
    },
    async judgements(articleId) {
      const { judgementsOf } = await articleRows();
      return read(() => judgementsOf(connection, articleId));
    },
    async sightings(articleId) {
      const { sightingsOf } = await articleRows();
      return read(() => sightingsOf(connection, articleId));
    },
    async revisions(articleId) {
      const { revisionsOf } = await articleRows();
      return read(() => revisionsOf(connection, articleId));
    },
    async search(query) {
      const { search } = await import('./search.ts');
      return read(() => search(connection, query));
    },
    async *export(topicId, { since = '', decision = 'accepted' }) {
      const { exportPage } = await lists();
      yield* paged((after) => read(() => exportPage(connection, topicId, { after, since, decision }, PAGE)));
    },
    async *arrivals(since) {
      const { arrivalsPage } = await import('./arrivals.ts');
      yield* paged((after) => read(() => arrivalsPage(connection, { after, since }, PAGE)));
    },
    async *judged(topicId, since) {
      const { judgedPage } = await import('./arrivals.ts');
      yield* paged((after) => read(() => judgedPage(connection, topicId, { after, since }, PAGE)));
    },
    async *observed(topicId, { decision, since, newest }) {
      const { observedPage, observedStart } = await import('./observed.ts');
      const start = read(() => observedStart(connection, topicId, decision, newest));
      yield* pages(
        (after) => read(() => observedPage(connection, topicId, { decision, since, after }, PAGE)),
        start,
      );
    },
    suggestions: async () => read(() => suggestions(connection)),
    suggestionBasis: async () => read(() => suggestionBasis(connection)),
    recordSuggestions: async (lease, changed, basis) =>
      under(lease, () => recordSuggestions(connection, changed, basis)),
    async topicDays(topicId, since) {
      const { topicDays } = await import('./topic-days.ts');
      return read(() => topicDays(connection, topicId, since));
    },
    async sourceDays(since) {
      const { sourceDays } = await import('./source-days.ts');
      return read(() => sourceDays(connection, since));
    },
    async carriedBy(sourceIds, since) {
      const { carriedBy } = await vanishing();
      return read(() => carriedBy(connection, sourceIds, since));
    },
    async vanished(articleIds) {
      const { vanishedAmong } = await vanishing();
      return read(() => vanishedAmong(connection, articleIds));
    },
    cycles: async (limit) => read(() => cycles(connection, limit)),
    totals: async () => read(() => totals(connection)),
    async counts() {
      const { counts } = await import('./counts.ts');
      return read(() => counts(connection));
    },

    async recordVanished(lease, marks) {
      const { recordVanished } = await vanishing();
      under(lease, () => recordVanished(connection, marks));
    },
    recordCycle: async (lease, cycle) => under(lease, () => recordCycle(connection, cycle)),
    async retain(lease, policy, now) {
      const { retain } = await import('./retention.ts');
      return under(lease, () => retain(connection, policy, now));
    },
    backup: (file) => backup(connection, file),
    async integrity() {
      const { integrity } = await import('./integrity.ts');
      return read(() => integrity(connection));
    },
    async close() {
      await last?.release();
      last = null;
      connection.close();
    },
  };
}
