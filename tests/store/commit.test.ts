import { readFile } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ChangeSet } from '../../src/domain/change.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import {
  arrivals,
  article,
  comparison,
  development,
  hiding,
  judgement,
  MONDAY,
  NOTHING,
  sighting,
  sourceState,
  story,
  storyId,
  TUESDAY,
  uuid,
} from './samples.ts';
import { sqlitePlace } from './sqlite.ts';

/** Everything that is stored, but for the lease. */
function dump(file: string): unknown {
  const db = new Sqlite(file, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'search_%' and name not in ('search', 'lease', 'sqlite_stat1')",
    )
    .all();
  const content = tables.map(({ name }) => [name, db.prepare(`select * from ${name}`).all()]);
  content.push(['search', db.prepare('select rowid from search order by rowid').all()]);
  db.close();
  return content;
}

/** A few articles, sources and stories, so that random sets meet often. */
const number = fc.integer({ min: 1, max: 4 });
const decision = fc.constantFrom<Decision>('accepted', 'review', 'rejected');
const instant = fc.constantFrom(MONDAY, TUESDAY);

const articles = fc.uniqueArray(
  fc
    .record({ n: number, revision: fc.integer({ min: 1, max: 3 }) })
    .map(({ n, revision }) =>
      article(n, { revision, contentHash: `${n}.${revision}`, title: `Ferry ${n}, edition ${revision}` }),
    ),
  { selector: ({ id }) => id },
);

const stories = fc
  .array(fc.record({ n: number, others: fc.uniqueArray(number, { maxLength: 2 }), updated: instant }), {
    maxLength: 3,
  })
  .map((drafts) => {
    const free = new Set([1, 2, 3, 4]);
    return drafts.flatMap(({ n, others, updated }) => {
      if (!free.delete(n)) return [];
      return [
        story(
          n,
          others.filter((other) => free.delete(other)),
          { updated },
        ),
      ];
    });
  });

const changeSet: fc.Arbitrary<ChangeSet> = fc.record({
  learned: fc.array(
    fc.record({ topicId: fc.constantFrom('ferries', 'bridges'), state: fc.record({ documents: fc.nat() }) }),
  ),
  at: instant,
  articles,
  keys: fc.array(number.map((n) => ({ key: `guid:harbour-wire:${n}`, articleId: uuid(n) }))),
  sightings: fc.array(
    fc
      .record({ n: number, seen: instant })
      .map(({ n, seen }) => sighting(n, { sourceId: 'harbour-wire', seen })),
  ),
  pages: fc.uniqueArray(
    fc
      .record({ n: number, wait: fc.option(fc.record({ failures: fc.nat(3), due: instant })) })
      .map(({ n, wait }) => ({ articleId: uuid(n), wait })),
    { selector: ({ articleId }) => articleId },
  ),
  judgements: fc.uniqueArray(
    fc
      .record({ n: number, decision, topicHash: fc.constantFrom('first', 'second') })
      .map((drawn) => judgement(uuid(drawn.n), drawn.decision, { topicHash: drawn.topicHash })),
    { selector: ({ articleId }) => articleId },
  ),
  stories,
  closed: fc.uniqueArray(fc.record({ storyId: number.map(storyId), into: fc.option(number.map(storyId)) }), {
    selector: (closed) => closed.storyId,
    maxLength: 2,
  }),
  developments: fc.array(number.map((n) => development(n))),
  comparisons: fc.uniqueArray(
    fc
      .record({ n: number, account: number })
      .map(({ n, account }) => ({ storyId: storyId(n), comparison: comparison(account) })),
    { selector: (compared) => compared.storyId },
  ),
  acts: fc.uniqueArray(
    fc.record({ n: number, undone: fc.option(instant) }).map(({ n, undone }) => hiding(n, { undone })),
    { selector: ({ id }) => id },
  ),
  sources: fc.array(
    fc
      .record({ message: fc.option(fc.constant('no such host')) })
      .map((over) => sourceState('lowport-courier', over)),
    {
      maxLength: 1,
    },
  ),
});

describe('committing to SQLite', () => {
  let place: Awaited<ReturnType<typeof sqlitePlace>>;
  let store: Store;
  beforeEach(async () => {
    place = await sqlitePlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it('changes nothing the second time, whatever the sets', async () => {
    const lease = await store.lease('test');
    await store.commit(
      lease,
      arrivals(
        [1, 2, 3, 4].map((n) => article(n)),
        'rejected',
      ),
    );
    let version = await store.corpusVersion();
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(changeSet, async (set) => {
        await store.commit(lease, set);
        const once = dump(place.file);
        await store.commit(lease, set);
        expect(dump(place.file)).toEqual(once);
        const next = await store.corpusVersion();
        moved += next - version;
        version = next;
      }),
      { numRuns: 200 },
    );
    expect(moved).toBeGreaterThan(20);
    const damage = (await store.integrity()).filter((problem) => !/accepted|developments/u.test(problem));
    expect(damage).toEqual([]);
  });

  it('leaves a mark where the articles of a closed story went', async () => {
    const lease = await store.lease('test');
    await store.commit(lease, arrivals([article(1), article(2), article(3)]));
    await store.commit(lease, {
      ...NOTHING,
      stories: [story(2, [1])],
      closed: [{ storyId: storyId(3), into: null }],
    });
    const db = new Sqlite(place.file, { readonly: true });
    expect(db.prepare('select story_id, into_id, at from forwards order by story_id').all()).toEqual([
      { story_id: storyId(1), into_id: storyId(2), at: MONDAY },
      { story_id: storyId(3), into_id: null, at: MONDAY },
    ]);
    db.close();
  });

  it('backs up to a new file while others read and write, and never over an old one', async () => {
    const lease = await store.lease('test');
    await store.commit(lease, arrivals([article(1)]));
    const copy = `${place.dir}/copy.db`;
    await Promise.all([store.backup(copy), store.commit(lease, arrivals([article(2)]))]);
    const db = new Sqlite(copy, { readonly: true });
    expect(db.prepare('select count(*) as count from articles').get()).not.toEqual({ count: 0 });
    db.close();
    const bytes = await readFile(copy);
    await expect(store.backup(copy)).rejects.toMatchObject({ name: 'StoreUnusable', file: copy });
    expect(await readFile(copy)).toEqual(bytes);
    const nowhere = `${place.dir}/nowhere/copy.db`;
    await expect(store.backup(nowhere)).rejects.toThrow(`there is no folder ${place.dir}/nowhere`);
  });
});
