import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeSet } from '../../src/domain/change.ts';
import type { SearchQuery, Store } from '../../src/domain/store.ts';
import {
  arrivals,
  article,
  judgement,
  MONDAY,
  NOTHING,
  sighting,
  storyId,
  TOPIC,
  TUESDAY,
  uuid,
  WEDNESDAY,
} from './samples.ts';
import { sqlitePlace } from './sqlite.ts';

/** What is said of ferries, in four languages; the numbers are those of the articles. */
const SAID: readonly (readonly [n: number, language: string, title: string, summary: string])[] = [
  [1, 'en', 'Ferry strike ends in Lowport', 'The harbour master of Lowport thanked the crews.'],
  [2, 'ru', 'Паром вернулся в порт', 'Капитан Ветров поговорил с Ладожским: паромами займётся верфь.'],
  [3, 'ko', '등대섬 여객선 출항', '하랑은 등대섬을 방문했다고 밝혔다.'],
  [4, 'ja', '灯台島の連絡船が再開', '港湾局が発表した。'],
  [5, 'en', 'Lowport harbour reopens', 'No ferry was damaged, the master of the harbour said.'],
  [6, 'en', 'Fog over Lowport', 'The ferry waited.'],
];

describe('searching the corpus', () => {
  let store: Store;
  let remove: () => Promise<void>;
  const commit = async (...sets: readonly ChangeSet[]) => {
    const lease = await store.lease('test');
    for (const set of sets) await store.commit(lease, set);
    await lease.release();
  };
  const numbers = async (text: string, filters: Partial<SearchQuery> = {}) =>
    (await store.search({ text, limit: 50, ...filters })).map((view) =>
      Number.parseInt(view.article.id.slice(-4), 16),
    );

  beforeAll(async () => {
    const place = await sqlitePlace();
    store = await place.open();
    remove = place.remove;
    for (const [n, language, title, summary] of SAID) {
      const said = article(n, {
        language,
        title,
        summary,
        text: null,
        html: null,
        firstSeen: n < 5 ? MONDAY : TUESDAY,
      });
      await commit(arrivals([said]));
    }
    const tagged = judgement(uuid(6), 'accepted', { tags: [{ tag: 'weather', because: 'Fog' }] });
    await commit(
      { ...NOTHING, judgements: [tagged] },
      { ...NOTHING, sightings: [sighting(5, { sourceId: 'harbour-wire' })] },
      arrivals([article(7, { title: 'Ferry museum opens' })], 'review'),
      arrivals([article(8, { title: 'Ferry recipe' })], 'rejected'),
    );
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('finds accepted articles that hold every word in any form, newest first', async () => {
    expect(await numbers('ferries')).toEqual([6, 5, 1]);
    expect(await numbers('lowport FERRY')).toEqual([6, 5, 1]);
    expect(await numbers('harbours strikes')).toEqual([1]);
    expect(await numbers('submarine')).toEqual([]);
  });

  it('finds inflected names, particles of Hangul, and parts of unspaced text', async () => {
    expect(await numbers('Ладожский')).toEqual([2]);
    expect(await numbers('парому')).toEqual([2]);
    expect(await numbers('하랑')).toEqual([3]);
    expect(await numbers('등대섬')).toEqual([3]);
    expect(await numbers('灯台')).toEqual([4]);
  });

  it('holds the words of a quotation together', async () => {
    expect(await numbers('harbour master')).toEqual([5, 1]);
    expect(await numbers('"harbour master"')).toEqual([1]);
    expect(await numbers('„master of the harbour“')).toEqual([5]);
    expect(await numbers('"등대섬 방문"')).toEqual([3]);
    expect(await numbers('"하랑 방문"')).toEqual([]);
  });

  it('narrows by topic, tag, source, language and time', async () => {
    expect(await numbers('ferry', { topicId: TOPIC })).toEqual([6, 5, 1]);
    expect(await numbers('ferry', { topicId: 'weather' })).toEqual([]);
    expect(await numbers('ferry', { tag: 'weather' })).toEqual([6]);
    expect(await numbers('ferry', { sourceId: 'harbour-wire' })).toEqual([5]);
    expect(await numbers('ferry', { language: 'ru' })).toEqual([]);
    expect(await numbers('', { language: 'ru' })).toEqual([2]);
    expect(await numbers('ferry', { since: TUESDAY })).toEqual([6, 5]);
    expect(await numbers('ferry', { until: TUESDAY })).toEqual([1]);
    expect(await numbers('ferry', { since: TUESDAY, until: WEDNESDAY, tag: 'ferries' })).toEqual([5]);
    expect(await numbers('ferry', { limit: 2 })).toEqual([6, 5]);
  });

  it('goes on after an article, whether words are asked for or none', async () => {
    expect(await numbers('ferry', { after: uuid(6), limit: 1 })).toEqual([5]);
    expect(await numbers('', { after: uuid(3) })).toEqual([2, 1]);
    expect(await numbers('ferry', { after: uuid(1) })).toEqual([]);
    expect(await numbers('ferry', { after: 'nonsense' })).toEqual([]);
  });

  it('lists everything accepted where no words are asked for, and nothing where there are none', async () => {
    expect(await numbers('')).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await numbers(' *** ')).toEqual([]);
  });

  it('follows an article through revision, rejection and return', async () => {
    const ninth = article(9, { title: 'Lantern boat found', text: null });
    await commit(arrivals([ninth]));
    expect(await numbers('lantern')).toEqual([9]);
    await commit({
      ...NOTHING,
      articles: [{ ...ninth, title: 'Drift boat found', revision: 2, contentHash: 'drift' }],
    });
    expect([await numbers('lantern'), await numbers('drift')]).toEqual([[], [9]]);
    const closed = [{ storyId: storyId(9), into: null }];
    await commit({ ...NOTHING, judgements: [judgement(uuid(9), 'rejected')], closed });
    expect(await numbers('drift')).toEqual([]);
    await commit({ ...arrivals([ninth]), articles: [] });
    expect(await numbers('drift')).toEqual([9]);
    await commit({ ...NOTHING, judgements: [judgement(uuid(9), 'rejected')], closed });
  });

  it('shows an article once, as judged for the first topic that accepted it', async () => {
    await commit({
      ...NOTHING,
      judgements: [judgement(uuid(1), 'accepted', { topicId: 'a-labour', tags: [] })],
    });
    const views = await store.search({ text: 'strike', limit: 50 });
    expect(views.map((view) => view.judgement.topicId)).toEqual(['a-labour']);
    expect(await numbers('strike', { tag: 'ferries' })).toEqual([1]);
    expect(await numbers('')).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('takes whatever a person types for words, never for query syntax', async () => {
    for (const typed of [
      '"',
      "'",
      'ferry OR',
      'NEAR(ferry',
      'title:ferry',
      'ferry*',
      '-ferry',
      '{a b}: c',
      '^ferry',
      'a\u0000b',
    ])
      await expect(numbers(typed)).resolves.toBeInstanceOf(Array);
    expect(await numbers('title:fog')).toEqual([]);
    expect(await numbers('ferry*')).toEqual([6, 5, 1]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (typed) => {
        await numbers(typed);
      }),
    );
  });
});
