import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Extent } from '../../src/domain/article.ts';
import type { ChangeSet } from '../../src/domain/change.ts';
import type { Cycle } from '../../src/domain/cycle.ts';
import { type Lease, LeaseBusy, LeaseLost } from '../../src/domain/lease.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Observed } from '../../src/domain/suggestion.ts';
import {
  arrivals,
  article,
  comparison,
  development,
  hiding,
  item,
  judgement,
  MONDAY,
  NOTHING,
  sighting,
  sourceState,
  story,
  storyId,
  TOPIC,
  TUESDAY,
  uuid,
  WEDNESDAY,
} from './samples.ts';

/** An empty place for one corpus, which can be opened more than once. */
export interface StorePlace {
  open(who?: { readonly host: string; readonly now: () => Date }): Promise<Store>;
  remove(): Promise<void>;
}

/** What every store must do, whatever database is behind it. */
export function storeContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    async function commit(...sets: readonly ChangeSet[]): Promise<void> {
      const lease = await store.lease('test');
      for (const set of sets) await store.commit(lease, set);
      await lease.release();
    }
    const storyIds = async (listedOnly = false) =>
      (await store.stories(TOPIC, 100, { listedOnly })).map((view) => view.story.id);

    describe('keys', () => {
      it('tells what is known under each key, and leaves out what is not', async () => {
        await commit(arrivals([article(1)]));
        const known = await store.known([
          'guid:lowport-courier:1',
          'url:https://news.example/lowport/1',
          'guid:x:9',
        ]);
        expect([...known.keys()].toSorted()).toEqual([
          'guid:lowport-courier:1',
          'url:https://news.example/lowport/1',
        ]);
        expect(known.get('guid:lowport-courier:1')).toEqual({
          articleId: uuid(1),
          sourceId: 'lowport-courier',
          contentHash: 'hash of 1',
          revision: 1,
          firstSeen: MONDAY,
          forgotten: false,
        });
      });

      it('never moves a key to another article', async () => {
        await commit(arrivals([article(1)]), {
          ...NOTHING,
          keys: [{ key: 'guid:lowport-courier:1', articleId: uuid(1) }],
        });
        await commit(arrivals([article(2)]), {
          ...NOTHING,
          keys: [{ key: 'guid:lowport-courier:1', articleId: uuid(2) }],
        });
        const known = await store.known(['guid:lowport-courier:1']);
        expect(known.get('guid:lowport-courier:1')?.articleId).toBe(uuid(1));
      });

      it('looks up tens of thousands of keys at once', async () => {
        await commit(arrivals([article(1), article(2)], 'rejected'));
        const keys = Array.from({ length: 20_000 }, (_, n) => `guid:lowport-courier:${n}`);
        expect([...(await store.known(keys)).keys()]).toEqual([
          'guid:lowport-courier:1',
          'guid:lowport-courier:2',
        ]);
      });

      it('calls an item news when it is new, changed at its own source, or first seen at another', async () => {
        await commit(arrivals([article(1), article(2), article(3)]));
        const copy = item(2, {
          sourceId: 'harbour-wire',
          title: 'Ferry 2 in, says the wire',
          contentHash: 'other words',
        });
        const news = await store.changed([
          item(1),
          item(3, { title: 'Ferry 3 delayed', contentHash: 'delayed' }),
          copy,
          item(4),
        ]);
        expect(news.map((found) => [found.sourceId, found.title])).toEqual([
          ['lowport-courier', 'Ferry 3 delayed'],
          ['harbour-wire', 'Ferry 2 in, says the wire'],
          ['lowport-courier', 'Ferry 4 docks at Lowport'],
        ]);
      });

      it('does not call another source’s copy news again, however its wording changes', async () => {
        await commit(arrivals([article(2)]), {
          ...NOTHING,
          keys: [{ key: 'guid:harbour-wire:2', articleId: uuid(2) }],
          sightings: [sighting(2, { sourceId: 'harbour-wire', seen: TUESDAY })],
        });
        expect(
          await store.changed([item(2, { sourceId: 'harbour-wire', contentHash: 'other words' })]),
        ).toEqual([]);
      });

      it('goes by the strongest key that is known', async () => {
        await commit(arrivals([article(1), article(2)]));
        const mixed = item(1, { keys: ['guid:lowport-courier:1', 'url:https://news.example/lowport/2'] });
        expect(await store.changed([mixed])).toEqual([]);
        expect(await store.changed([{ ...mixed, contentHash: 'hash of 2' }])).toHaveLength(1);
      });
    });

    describe('articles', () => {
      it('gives back what was stored, to the last field', async () => {
        await commit(arrivals([article(1)]));
        expect(await store.find(uuid(1))).toEqual(article(1));
        expect(await store.judgements(uuid(1))).toEqual([judgement(uuid(1))]);
        expect(await store.sightings(uuid(1))).toEqual([sighting(1)]);
      });

      it('gives back an article that says nothing but its title', async () => {
        const bare = article(1, {
          url: null,
          keys: ['guid:lowport-courier:1'],
          summary: '',
          text: null,
          html: null,
          language: 'und',
          authors: [],
          categories: [],
          enclosures: [],
          published: null,
          publisher: null,
        });
        await commit(arrivals([bare]));
        expect(await store.find(uuid(1))).toEqual(bare);
      });

      it('keeps text of every script as it is, odd signs included', async () => {
        const title = 'Паром \u{1F6A2} 항구 \u0000 "в" \u2028 порту';
        await commit(arrivals([article(1, { title })]));
        expect((await store.find(uuid(1)))?.title).toBe(title);
      });

      it('keeps the wording that a revision replaces', async () => {
        const revised = article(1, { revision: 2, title: 'Ferry 1 leaves Lowport', contentHash: 'left' });
        await commit(arrivals([article(1)]), { ...NOTHING, at: TUESDAY, articles: [revised] });
        expect(await store.find(uuid(1))).toEqual(revised);
        expect(await store.revisions(uuid(1))).toEqual([article(1), revised]);
      });

      it('ignores a revision older than the stored one', async () => {
        const revised = article(1, { revision: 2, contentHash: 'left' });
        await commit(arrivals([article(1)]), { ...NOTHING, articles: [revised] }, arrivals([article(1)]));
        expect(await store.find(uuid(1))).toEqual(revised);
      });

      it('stores what every topic rejects light, and what one of them does not in full', async () => {
        const other = judgement(uuid(2), 'review', { topicId: 'weather' });
        await commit({
          ...arrivals([article(1), article(2)], 'rejected'),
          judgements: [judgement(uuid(1), 'rejected'), judgement(uuid(2), 'rejected'), other],
        });
        expect(await store.find(uuid(1))).toEqual({ ...article(1), text: null, html: null });
        expect(await store.find(uuid(2))).toEqual(article(2));
      });

      it('keeps one article with two sightings when two sources carry one address, its own source first', async () => {
        await commit(arrivals([article(1)]), {
          ...NOTHING,
          keys: [{ key: 'guid:harbour-wire:1', articleId: uuid(1) }],
          sightings: [sighting(1, { sourceId: 'harbour-wire', seen: '2026-03-01T00:00:00.000Z' })],
        });
        expect((await store.sightings(uuid(1))).map((found) => found.sourceId)).toEqual([
          'lowport-courier',
          'harbour-wire',
        ]);
        expect((await store.find(uuid(1)))?.keys).toEqual([
          'guid:harbour-wire:1',
          'guid:lowport-courier:1',
          'url:https://news.example/lowport/1',
        ]);
        expect((await store.counts()).articles).toBe(1);
      });

      it('finds an article by id, by a beginning of it that is unique, and by address', async () => {
        const [first, second] = [
          '1a2b3c4d-0000-4000-8000-000000000001',
          '1a2b3c4e-0000-4000-8000-000000000002',
        ] as const;
        const set = arrivals([article(1), article(2)], 'rejected');
        await commit({
          ...NOTHING,
          articles: [article(1, { id: first }), article(2, { id: second })],
          keys: set.keys.map(({ key, articleId }) => ({
            key,
            articleId: articleId === uuid(1) ? first : second,
          })),
        });
        expect((await store.find(first))?.id).toBe(first);
        expect((await store.find('1A2B3C4D'))?.id).toBe(first);
        expect(await store.find('1a2b3c4')).toBeNull();
        expect(await store.find('1a2b3')).toBeNull();
        expect(await store.find('')).toBeNull();
        expect((await store.find(' https://NEWS.example/lowport/2#quay '))?.id).toBe(second);
        expect((await store.find('http://news.example/lowport/2'))?.id).toBe(second);
        expect(await store.find('https://news.example/lowport/3')).toBeNull();
      });
    });

    describe('judging', () => {
      it('replaces a judgement on the same topic, and keeps those on others', async () => {
        const weather = judgement(uuid(1), 'review', { topicId: 'weather' });
        const second = judgement(uuid(1), 'rejected', { topicHash: 'changed', tags: [] });
        await commit(arrivals([article(1)], 'accepted', { judgements: [judgement(uuid(1)), weather] }), {
          ...NOTHING,
          judgements: [second],
          closed: [{ storyId: storyId(1), into: null }],
        });
        expect(await store.judgements(uuid(1))).toEqual([second, weather]);
      });

      it('lists what has no verdict under a topic’s hash, oldest first, a page at a time', async () => {
        await commit(arrivals([article(1), article(2), article(3)], 'rejected'));
        const ids = async (hash: string, limit: number, after?: string) =>
          (await store.toJudge(TOPIC, hash, limit, after)).map(({ id }) => id);
        expect(await ids('hash of the topic', 10)).toEqual([]);
        const all = await ids('changed', 10);
        expect(all.toSorted()).toEqual([uuid(1), uuid(2), uuid(3)]);
        expect(await ids('changed', 2)).toEqual(all.slice(0, 2));
        expect(await ids('changed', 2, all[1])).toEqual(all.slice(2));

        const [first = ''] = all;
        await commit({ ...NOTHING, judgements: [judgement(first, 'rejected', { topicHash: 'changed' })] });
        expect(await ids('changed', 10)).toEqual(all.slice(1));
        expect(await ids('hash of the topic', 10)).toEqual([first]);
        expect(await store.toJudge('weather', 'any', 10)).toHaveLength(3);
      });

      it('still lists an article that came without a verdict between others that had one', async () => {
        await commit(
          arrivals([article(1)], 'rejected'),
          arrivals([article(2)], 'rejected', { judgements: [] }),
          arrivals([article(3)], 'rejected'),
        );
        const left = await store.toJudge(TOPIC, 'hash of the topic', 10);
        expect(left.map(({ id }) => id)).toEqual([uuid(2)]);
      });

      it('shows near misses, the nearest to the threshold first', async () => {
        await commit({
          ...arrivals([article(1), article(2), article(3)], 'review'),
          judgements: [
            judgement(uuid(1), 'review', { score: 0.41 }),
            judgement(uuid(2), 'review', { score: 0.49 }),
            judgement(uuid(3), 'review', { score: 0.45 }),
          ],
        });
        expect((await store.review(TOPIC, 2)).map((view) => view.article.id)).toEqual([uuid(2), uuid(3)]);
      });
    });

    describe('stories', () => {
      it('shows a story whole', async () => {
        const told = story(1, [2], { updated: TUESDAY });
        const fact = development(2, {
          storyId: told.id,
          kind: 'fact',
          at: TUESDAY,
          text: 'The ferry carried mail.',
        });
        await commit(arrivals([article(1)]), {
          ...arrivals([article(2, { firstSeen: TUESDAY })]),
          stories: [told],
          developments: [fact],
          comparisons: [{ storyId: told.id, comparison: comparison(1, 2) }],
        });
        expect(await store.stories(TOPIC, 10)).toEqual([
          {
            comparison: comparison(1, 2),
            hidden: false,
            story: told,
            articles: [
              { article: article(1), judgement: judgement(uuid(1)), sightings: [sighting(1)] },
              {
                article: article(2, { firstSeen: TUESDAY }),
                judgement: judgement(uuid(2)),
                sightings: [sighting(2, { seen: TUESDAY })],
              },
            ],
            developments: [development(1), fact],
          },
        ]);
      });

      it('lists stories newest first, those of one moment by id, and unlisted ones only where asked', async () => {
        await commit({
          ...arrivals([article(1), article(2), article(3), article(4)]),
          stories: [story(3), story(4, [], { updated: TUESDAY }), story(2), story(1, [], { listed: false })],
        });
        expect(await storyIds()).toEqual([4, 1, 2, 3].map(storyId));
        expect(await storyIds(true)).toEqual([4, 2, 3].map(storyId));
        expect(await store.stories(TOPIC, 1)).toHaveLength(1);
        expect(await store.stories('weather', 10)).toEqual([]);
      });

      it('keeps unlisted stories out of every feed', async () => {
        await commit({
          ...arrivals([article(1), article(2)]),
          stories: [story(1, [], { listed: false }), story(2)],
        });
        expect((await store.articles(TOPIC, 10)).map((view) => view.article.id)).toEqual([uuid(2)]);
        expect((await store.taggedStories(TOPIC, 'ferries', 10)).map((view) => view.story.id)).toEqual([
          storyId(2),
        ]);
        expect((await store.developments(TOPIC, 10)).map(({ development: { id } }) => id)).toEqual([
          development(2).id,
        ]);
      });

      it('keeps a story that a person has hidden out of every feed, until the word is taken back', async () => {
        await commit({ ...arrivals([article(1), article(2)]), acts: [hiding(1)] });
        const shown = async () => [
          ...(await store.stories(TOPIC, 10, { listedOnly: true })).map((view) => view.story.id),
          ...(await store.articles(TOPIC, 10)).map((view) => view.article.id),
          ...(await store.taggedStories(TOPIC, 'ferries', 10)).map((view) => view.story.id),
          ...(await store.developments(TOPIC, 10)).map(({ development: { id } }) => id),
        ];
        expect(await shown()).toEqual([storyId(2), uuid(2), storyId(2), development(2).id]);
        expect((await store.stories(TOPIC, 10)).map(({ hidden }) => hidden)).toEqual([true, false]);

        const version = await store.corpusVersion();
        await commit({ ...NOTHING, acts: [hiding(1, { undone: WEDNESDAY })] });
        expect(await shown()).toHaveLength(8);
        expect(await store.corpusVersion()).toBeGreaterThan(version);
        expect(await store.storyActs(TOPIC)).toEqual([hiding(1, { undone: WEDNESDAY })]);
        expect(await store.storyActs('weather')).toEqual([]);
      });

      it('finds a story by its id, the beginning of it, an article of it, and the id of one that went into it', async () => {
        const [first, second] = [
          '1a2b3c4d-0000-4000-8000-000000000001',
          '1a2b3c4e-0000-4000-8000-000000000002',
        ] as const;
        await commit({
          ...arrivals([article(1), article(2)]),
          stories: [story(1, [], { id: first }), story(2, [], { id: second })],
        });
        const found = async (reference: string) =>
          (await store.findStories(reference)).map((view) => view.story.id);
        expect(await found('1A2B3C4D')).toEqual([first]);
        expect(await found('1a2b3c4')).toEqual([]);
        expect(await found('https://news.example/lowport/2')).toEqual([second]);
        expect(await found(uuid(1))).toEqual([first]);
        expect(await found('no such thing')).toEqual([]);

        await commit({ ...NOTHING, stories: [story(1, [2], { id: first })] });
        expect(await found(second)).toEqual([first]);
        const third = story(1, [2], { id: storyId(3) });
        await commit({ ...NOTHING, stories: [third], closed: [{ storyId: first, into: third.id }] });
        expect(await found('1a2b3c4e')).toEqual([third.id]);
      });

      it('says which shown stories were told of since they were compared', async () => {
        await commit({
          ...arrivals([article(1), article(2), article(3)]),
          stories: [story(1), story(2), story(3, [], { listed: false })],
        });
        const uncompared = async (newest = 10) =>
          (await store.uncompared(TOPIC, newest)).map((view) => view.story.id);
        expect(await uncompared()).toEqual([storyId(1), storyId(2)]);
        expect(await uncompared(1)).toEqual([storyId(1)]);
        await commit({ ...NOTHING, comparisons: [{ storyId: storyId(1), comparison: comparison(1) }] });
        expect(await uncompared()).toEqual([storyId(2)]);
        await commit({ ...NOTHING, stories: [story(1, [], { updated: TUESDAY })] });
        expect(await uncompared()).toEqual([storyId(1), storyId(2)]);
      });

      it('remembers which articles their source took out, until they are back', async () => {
        await commit(arrivals([article(1)]), arrivals([article(2)], 'rejected'));
        const carried = () => store.carriedBy(['lowport-courier'], MONDAY);
        const first = { articleId: uuid(1), sourceId: 'lowport-courier', published: MONDAY, vanished: null };
        expect(await carried()).toEqual([
          { ...first, keys: ['guid:lowport-courier:1', 'url:https://news.example/lowport/1'] },
        ]);
        expect(await store.carriedBy(['harbour-wire'], MONDAY)).toEqual([]);
        expect(await store.carriedBy(['lowport-courier'], TUESDAY)).toEqual([]);

        const mark = async (since: string | null) => {
          const lease = await store.lease('test');
          await store.recordVanished(lease, [{ articleId: uuid(1), since }]);
          await lease.release();
        };
        await mark(TUESDAY);
        await mark(WEDNESDAY);
        expect(await store.vanished([uuid(1), uuid(2)])).toEqual(new Map([[uuid(1), TUESDAY]]));
        expect((await carried())[0]?.vanished).toBe(TUESDAY);
        await mark(null);
        expect(await store.vanished([uuid(1)])).toEqual(new Map());
      });

      it('hands the stories asked for to those who place articles, however old they are', async () => {
        await commit(arrivals([article(1), article(2)]));
        const ids = async (...also: string[]) =>
          (await store.candidates(TOPIC, WEDNESDAY, also)).map((view) => view.story.id);
        expect(await ids()).toEqual([]);
        expect(await ids(storyId(2), storyId(9))).toEqual([storyId(2)]);
      });

      it('finds the stories that carry a tag', async () => {
        const tagged = judgement(uuid(2), 'accepted', { tags: [{ tag: 'strikes', because: 'walkout' }] });
        await commit({
          ...arrivals([article(1), article(2), article(3)]),
          judgements: [judgement(uuid(1)), tagged, judgement(uuid(3))],
          stories: [story(1, [2]), story(3)],
          developments: [],
        });
        expect((await store.taggedStories(TOPIC, 'strikes', 10)).map((view) => view.story.id)).toEqual([
          storyId(1),
        ]);
        expect(await store.taggedStories(TOPIC, 'strikes', 10, { after: storyId(1) })).toEqual([]);
        expect(await store.taggedStories(TOPIC, 'fog', 10)).toEqual([]);
      });

      it('finds the newest stories of a tag that almost all carry', async () => {
        const many = Array.from({ length: 2200 }, (_, n) => article(n + 1, { text: null }));
        await commit(arrivals(many));
        await commit({
          ...NOTHING,
          stories: [story(7, [], { updated: TUESDAY }), story(9, [], { listed: false })],
        });
        const found = await store.taggedStories(TOPIC, 'ferries', 9);
        expect(found.map((view) => view.story.id)).toEqual([7, 1, 2, 3, 4, 5, 6, 8, 10].map(storyId));
        const later = await store.taggedStories(TOPIC, 'ferries', 2, { after: storyId(8) });
        expect(later.map((view) => view.story.id)).toEqual([10, 11].map(storyId));
      });

      it('takes an article out of its former story when it joins another', async () => {
        await commit(
          arrivals([article(1), article(2), article(3)], 'accepted', { stories: [story(1, [2]), story(3)] }),
        );
        await commit({ ...NOTHING, stories: [story(3, [1])] });
        const views = await store.stories(TOPIC, 10);
        expect(views.map((view) => view.story)).toEqual([
          story(1, [], { leadId: uuid(2), articleIds: [uuid(2)] }),
          story(3, [1]),
        ]);
      });

      it('closes a story that lost its last article, and its developments go where the article went', async () => {
        await commit(arrivals([article(1), article(2)]));
        await commit({ ...NOTHING, stories: [story(2, [1])] });
        expect(await storyIds()).toEqual([storyId(2)]);
        expect((await store.stories(TOPIC, 10))[0]?.developments).toEqual([development(1), development(2)]);
        const updates = await store.developments(TOPIC, 10);
        expect(updates.map(({ view }) => view.story.id)).toEqual([storyId(2), storyId(2)]);
      });

      it('forgets no development of a story that closes and comes back', async () => {
        await commit(arrivals([article(1)]));
        await commit({
          ...NOTHING,
          judgements: [judgement(uuid(1), 'rejected')],
          closed: [{ storyId: storyId(1), into: null }],
        });
        expect(await storyIds()).toEqual([]);
        expect(await store.developments(TOPIC, 10)).toEqual([]);
        await commit({ ...NOTHING, judgements: [judgement(uuid(1))], stories: [story(1)] });
        expect((await store.developments(TOPIC, 10)).map(({ development: { id } }) => id)).toEqual([
          development(1).id,
        ]);
      });

      it('never rewrites a development', async () => {
        await commit(arrivals([article(1)]), {
          ...NOTHING,
          developments: [development(1, { text: 'second thoughts', at: TUESDAY })],
        });
        expect((await store.stories(TOPIC, 1))[0]?.developments).toEqual([development(1)]);
      });

      it('offers the stories with a development since a moment as candidates', async () => {
        await commit({
          ...arrivals([article(1), article(2)]),
          stories: [story(1), story(2, [], { updated: WEDNESDAY })],
        });
        expect((await store.candidates(TOPIC, TUESDAY)).map((view) => view.story.id)).toEqual([storyId(2)]);
        expect((await store.candidates(TOPIC, MONDAY)).map((view) => view.story.id)).toEqual([
          storyId(2),
          storyId(1),
        ]);
      });

      it('tells which story holds an article', async () => {
        await commit(
          arrivals([article(1), article(2), article(3)], 'accepted', { stories: [story(1, [2]), story(3)] }),
        );
        const found = await store.storiesOf(TOPIC, [uuid(2), uuid(3), uuid(9)]);
        expect(found).toEqual(
          new Map([
            [uuid(2), story(1, [2])],
            [uuid(3), story(3)],
          ]),
        );
      });
    });

    describe('committing', () => {
      it('is refused under a lease that was released, and writes nothing', async () => {
        const lease = await store.lease('test');
        await lease.release();
        await expect(store.commit(lease, arrivals([article(1)]))).rejects.toThrow(LeaseLost);
        expect((await store.counts()).articles).toBe(0);
      });

      it('writes all of a set or nothing', async () => {
        const broken = { ...arrivals([article(1)]), judgements: [judgement(uuid(9))] };
        await expect(commit(broken)).rejects.toThrow(uuid(9));
        await store.close();
        store = await place.open();
        expect(await store.find(uuid(1))).toBeNull();
      });

      it('counts a corpus version only for what a published file could show', async () => {
        const versionAfter = async (...sets: readonly ChangeSet[]) => {
          await commit(...sets);
          return store.corpusVersion();
        };
        const start = await versionAfter(arrivals([article(1)]));
        expect(await versionAfter(arrivals([article(1)]))).toBe(start);
        expect(await versionAfter(arrivals([article(2)], 'rejected'))).toBe(start);
        expect(await versionAfter({ ...NOTHING, sources: [sourceState('lowport-courier')] })).toBe(start);
        const later = sourceState('lowport-courier', {
          lastPolled: TUESDAY,
          result: 'unchanged',
          newestItem: TUESDAY,
        });
        expect(await versionAfter({ ...NOTHING, sources: [later] })).toBe(start);
        const ailing = sourceState('lowport-courier', {
          result: 'dns',
          message: 'no such host',
          failingSince: TUESDAY,
        });
        expect(await versionAfter({ ...NOTHING, sources: [ailing] })).toBe(start + 1);
        expect(await versionAfter(arrivals([article(3)], 'review'))).toBe(start + 2);
        const elsewhere = sighting(1, { sourceId: 'harbour-wire' });
        expect(await versionAfter({ ...NOTHING, sightings: [elsewhere] })).toBe(start + 3);
        const revised = article(1, { revision: 2, contentHash: 'left' });
        expect(await versionAfter({ ...NOTHING, articles: [revised] })).toBe(start + 4);
        expect(await versionAfter({ ...NOTHING, closed: [{ storyId: storyId(1), into: null }] })).toBe(
          start + 5,
        );
      });

      it('remembers what the folder was published from', async () => {
        expect(await store.published()).toBeNull();
        const lease = await store.lease('publish');
        await store.recordPublished(lease, 'state 7');
        await lease.release();
        expect(await store.published()).toBe('state 7');
        await expect(store.recordPublished(lease, 'state 8')).rejects.toThrow(LeaseLost);
      });

      it('gives back the states of sources', async () => {
        const states = [sourceState('lowport-courier'), sourceState('harbour-wire', { habits: null })];
        await commit({ ...NOTHING, sources: states });
        const other = sourceState('harbour-wire', { failures: 2 });
        await commit({ ...NOTHING, sources: [other] });
        expect(await store.sourceStates()).toEqual(
          new Map([
            ['lowport-courier', states[0]],
            ['harbour-wire', other],
          ]),
        );
      });
    });

    describe('how developments were told', () => {
      it('is kept as it is, and handed back for those that are asked for', async () => {
        const lease = await store.lease('publish');
        await store.recordTold(lease, [
          { developmentId: uuid(1), telling: { title: 'Ferry resumes' } },
          { developmentId: uuid(2), telling: { title: '도선 재개' } },
        ]);
        await lease.release();
        expect(await store.told([uuid(2), uuid(3)])).toEqual(new Map([[uuid(2), { title: '도선 재개' }]]));
      });
    });

    describe('labels', () => {
      const under = async (work: (lease: Lease) => Promise<void>) => {
        const lease = await store.lease('label');
        await work(lease);
        await lease.release();
      };
      const answers = async () =>
        (await store.labels(TOPIC)).map(({ label, article: { id } }) => [id, label.answer, label.at]);
      const toJudge = async () =>
        (await store.toJudge(TOPIC, 'hash of the topic', 10)).map(({ id }) => id).toSorted();

      it('are listed in the order they were given, one an article, each topic its own', async () => {
        await commit(arrivals([article(1), article(2)], 'rejected'));
        const label = (n: number, answer: 'yes' | 'no', at: string) =>
          ({ articleId: uuid(n), topicId: TOPIC, answer, at }) as const;
        await under((lease) => store.setLabels(lease, [label(2, 'no', TUESDAY), label(1, 'yes', MONDAY)]));
        expect(await answers()).toEqual([
          [uuid(1), 'yes', MONDAY],
          [uuid(2), 'no', TUESDAY],
        ]);
        await under((lease) =>
          store.setLabels(lease, [label(1, 'no', WEDNESDAY), label(2, 'no', WEDNESDAY)]),
        );
        expect(await answers()).toEqual([
          [uuid(2), 'no', TUESDAY],
          [uuid(1), 'no', WEDNESDAY],
        ]);
        await under((lease) => store.removeLabels(lease, TOPIC, [uuid(1), uuid(9)]));
        expect(await answers()).toEqual([[uuid(2), 'no', TUESDAY]]);
        expect(await store.labels('weather')).toEqual([]);
      });

      it('have their own article judged again, and all that they may move: what has a score', async () => {
        const judgements = [
          judgement(uuid(1), 'rejected', { score: 0 }),
          judgement(uuid(2), 'rejected', { score: 0 }),
          judgement(uuid(3), 'review'),
        ];
        await commit(
          arrivals([article(1), article(2), article(3)], 'rejected', { judgements }),
          arrivals([article(4)], 'rejected', {
            judgements: [judgement(uuid(4), 'review', { topicId: 'weather', topicHash: 'weather' })],
          }),
        );
        await commit({ ...NOTHING, judgements: [judgement(uuid(4), 'rejected', { score: 0 })] });
        expect(await toJudge()).toEqual([]);
        const yes = { articleId: uuid(1), topicId: TOPIC, answer: 'yes', at: TUESDAY } as const;
        await under((lease) => store.setLabels(lease, [yes]));
        expect(await toJudge()).toEqual([uuid(1), uuid(3)]);
        expect(await store.toJudge('weather', 'weather', 10)).toHaveLength(3);

        await commit({ ...NOTHING, judgements });
        expect(await toJudge()).toEqual([]);
        await under((lease) => store.setLabels(lease, [{ ...yes, at: WEDNESDAY }]));
        expect(await toJudge()).toEqual([]);
        await under((lease) => store.removeLabels(lease, TOPIC, [uuid(1)]));
        expect(await toJudge()).toEqual([uuid(1), uuid(3)]);
      });

      it('leave what was rejected by a full text that is not kept, but not what there still is to judge', async () => {
        const rejected = (n: number, judged: Extent) => judgement(uuid(n), 'rejected', { judged });
        await commit(
          arrivals([article(1)], 'rejected', { judgements: [rejected(1, 'full')] }),
          arrivals([article(2)], 'rejected', { judgements: [rejected(2, 'summary')] }),
          arrivals([article(3)], 'accepted', {
            judgements: [rejected(3, 'full'), judgement(uuid(3), 'accepted', { topicId: 'weather' })],
          }),
          arrivals([article(4)]),
        );
        const yes = { articleId: uuid(4), topicId: TOPIC, answer: 'yes', at: TUESDAY } as const;
        await under((lease) => store.setLabels(lease, [yes]));
        expect(await toJudge()).toEqual([uuid(2), uuid(3), uuid(4)]);
      });

      it('are refused under a lease that was released', async () => {
        await commit(arrivals([article(1)]));
        const lease = await store.lease('label');
        await lease.release();
        const yes = { articleId: uuid(1), topicId: TOPIC, answer: 'yes', at: TUESDAY } as const;
        await expect(store.setLabels(lease, [yes])).rejects.toThrow(LeaseLost);
        await expect(store.removeLabels(lease, TOPIC, [uuid(1)])).rejects.toThrow(LeaseLost);
        expect(await answers()).toEqual([]);
      });
    });

    describe('what topics learned', () => {
      it('is kept as it is, each the last that was committed', async () => {
        expect(await store.learned('ferries')).toBeNull();
        await commit(
          { ...NOTHING, learned: [{ topicId: 'ferries', state: { documents: 1 } }] },
          { ...NOTHING, learned: [{ topicId: 'ferries', state: { documents: 2, terms: { 도선: 3 } } }] },
        );
        expect(await store.learned('ferries')).toEqual({ documents: 2, terms: { 도선: 3 } });
        expect(await store.learned('bridges')).toBeNull();
      });

      it('can be forgotten: then all that has a score is judged again', async () => {
        const judgements = [judgement(uuid(1), 'rejected', { score: 0 }), judgement(uuid(2), 'review')];
        await commit(arrivals([article(1), article(2)], 'review', { judgements }));
        const forget = async () => {
          const lease = await store.lease('test');
          await store.forgetLearned(lease, TOPIC);
          await lease.release();
          return (await store.toJudge(TOPIC, 'hash of the topic', 10)).map(({ id }) => id);
        };
        expect(await forget()).toEqual([]);
        await commit({ ...NOTHING, learned: [{ topicId: TOPIC, state: { documents: 1 } }] });
        expect(await forget()).toEqual([uuid(2)]);
        expect(await store.learned(TOPIC)).toBeNull();
      });
    });

    describe('the lease', () => {
      it('is held by one at a time, and says who has it', async () => {
        const second = await place.open();
        const lease = await store.lease('run');
        const holder = await second.leaseHolder();
        expect(holder).toMatchObject({ purpose: 'run', host: 'quayside' });
        const refused = await second.lease('publish').catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(LeaseBusy);
        expect(refused).toMatchObject({ holder });
        await lease.release();
        expect(await second.leaseHolder()).toBeNull();
        const next = await second.lease('publish');
        expect(next.token).toBeGreaterThan(lease.token);
        await expect(lease.check()).rejects.toThrow(LeaseLost);
        await next.check();
        await second.close();
      });

      it('can be waited for', async () => {
        const second = await place.open();
        const lease = await store.lease('run');
        const waiting = second.lease('label', { waitSeconds: 30 });
        await lease.release();
        await (await waiting).check();
        await second.close();
      });

      it('is given up when the store is closed', async () => {
        const second = await place.open();
        await second.lease('run');
        await second.close();
        await (await store.lease('publish')).release();
      });

      it('passes on from a holder elsewhere when its time is over, whose late commit is refused', async () => {
        let now = new Date(MONDAY);
        const here = await place.open({ host: 'quayside', now: () => now });
        const there = await place.open({ host: 'lighthouse', now: () => now });
        const paused = await there.lease('run');
        await expect(here.lease('run')).rejects.toThrow(LeaseBusy);
        now = new Date(now.getTime() + 3_600_000);
        const taken = await here.lease('run');
        await expect(there.commit(paused, arrivals([article(1)]))).rejects.toThrow(LeaseLost);
        await expect(paused.check()).rejects.toThrow(LeaseLost);
        await paused.release();
        await taken.check();
        expect((await here.counts()).articles).toBe(0);
        await Promise.all([here.close(), there.close()]);
      });

      it('lasts as long as its holder keeps checking', async () => {
        let now = new Date(MONDAY);
        const here = await place.open({ host: 'quayside', now: () => now });
        const there = await place.open({ host: 'lighthouse', now: () => now });
        const lease = await there.lease('run');
        for (let minute = 0; minute < 60; minute += 1) {
          now = new Date(now.getTime() + 60_000);
          await lease.check();
        }
        await expect(here.lease('run')).rejects.toThrow(LeaseBusy);
        await Promise.all([here.close(), there.close()]);
      });
    });

    describe('pages that wait to be read', () => {
      const waits = (n: number, due = MONDAY, failures = 0) => ({
        articleId: uuid(n),
        wait: { failures, due },
      });
      const needsNone = (n: number) => ({ articleId: uuid(n), wait: null });
      const waiting = async (limit = 10, since = '') =>
        (await store.waitingPages(['lowport-courier'], since, MONDAY, limit)).map(({ id }) => id);

      it('are told newest first, so many of each source asked for', async () => {
        await commit(
          arrivals([article(1), article(2), article(3, { firstSeen: TUESDAY })], 'review', {
            pages: [waits(1), waits(2), waits(3)],
          }),
          arrivals([article(4, { sourceId: 'harbour-wire' })], 'review', { pages: [waits(4)] }),
        );
        expect(await waiting()).toEqual([uuid(3), uuid(1), uuid(2)]);
        expect(await waiting(2)).toEqual([uuid(3), uuid(1)]);
        expect(await waiting(10, TUESDAY)).toEqual([uuid(3)]);
        expect(await store.waitingPages(['lowport-courier', 'harbour-wire'], '', MONDAY, 1)).toHaveLength(2);
      });

      it('are told when they are due, with how often they failed', async () => {
        await commit(arrivals([article(1)], 'review', { pages: [waits(1)] }));
        await commit({ ...NOTHING, pages: [waits(1, TUESDAY, 2)] });
        expect(await waiting()).toEqual([]);
        expect(await store.waitingPages(['lowport-courier'], '', TUESDAY, 10)).toMatchObject([
          { id: uuid(1), page: { failures: 2, due: TUESDAY } },
        ]);
      });

      it('complete their article once, which is no revision', async () => {
        await commit(arrivals([article(1, { text: null })], 'accepted', { pages: [waits(1)] }));
        const late = article(1, { text: 'Ferry 1 sank no more.', page: 'late' });
        await commit({ ...NOTHING, articles: [late], pages: [needsNone(1)] });
        expect(await store.find(uuid(1))).toMatchObject({ text: 'Ferry 1 sank no more.', revision: 1 });
        expect(await store.revisions(uuid(1))).toHaveLength(1);
        expect((await store.search({ text: 'sank', limit: 5 })).map((view) => view.article.id)).toEqual([
          uuid(1),
        ]);
        expect(await waiting()).toEqual([]);
        const other = { ...late, text: 'Ferry 1 sank again.' };
        await commit({ ...NOTHING, articles: [other], pages: [needsNone(1)] });
        expect(await store.find(uuid(1))).toMatchObject({ text: 'Ferry 1 sank no more.' });
      });

      it('are forgotten with their article', async () => {
        await commit(arrivals([article(1)], 'rejected', { pages: [waits(1)] }));
        const lease = await store.lease('test');
        await store.retain(lease, { rejectedDays: 1, revisions: 2 }, '2026-07-01T00:00:00.000Z');
        expect(await waiting()).toEqual([]);
      });
    });

    describe('keeping', () => {
      const forget = async (now: string, policy = { rejectedDays: 90, revisions: 2 }) => {
        const lease = await store.lease('test');
        const forgotten = await store.retain(lease, policy, now);
        await lease.release();
        return forgotten;
      };

      it('drops what every topic has rejected for long, and keeps its keys', async () => {
        await commit(
          arrivals([article(1), article(2)], 'rejected'),
          arrivals([article(3)]),
          arrivals([article(4)], 'review'),
        );
        await commit({ ...NOTHING, judgements: [judgement(uuid(2), 'review', { topicId: 'weather' })] });
        expect(await forget('2026-05-01T00:00:00.000Z')).toBe(0);
        expect(await forget('2026-07-01T00:00:00.000Z')).toBe(1);
        expect(await store.find(uuid(1))).toBeNull();
        expect((await store.known(['guid:lowport-courier:1'])).get('guid:lowport-courier:1')?.forgotten).toBe(
          true,
        );
        expect((await store.counts()).articles).toBe(3);
        expect(await store.toJudge(TOPIC, 'changed', 10)).toHaveLength(3);
        expect(await store.integrity()).toEqual([]);
      });

      it('keeps what somebody labelled: the topic goes on learning from it', async () => {
        await commit(arrivals([article(1), article(2)], 'rejected'));
        const lease = await store.lease('label');
        await store.setLabels(lease, [{ articleId: uuid(1), topicId: TOPIC, answer: 'no', at: TUESDAY }]);
        await lease.release();
        expect(await forget('2026-07-01T00:00:00.000Z')).toBe(1);
        expect((await store.labels(TOPIC)).map(({ article: { title } }) => title)).toEqual([
          'Ferry 1 docks at Lowport',
        ]);
      });

      it('takes nothing that was forgotten for news, changed or seen elsewhere', async () => {
        await commit(arrivals([article(1)], 'rejected'));
        await forget('2026-07-01T00:00:00.000Z');
        expect(
          await store.changed([item(1, { contentHash: 'new words' }), item(1, { sourceId: 'harbour-wire' })]),
        ).toEqual([]);
      });

      it('counts the days from the first rejection, and anew after an acceptance', async () => {
        const rejected = (hash: string) => [judgement(uuid(1), 'rejected', { topicHash: hash })];
        await commit(arrivals([article(1)], 'rejected'), {
          ...NOTHING,
          at: '2026-05-20T00:00:00.000Z',
          judgements: rejected('second'),
        });
        await commit(arrivals([article(2)]));
        const turned = judgement(uuid(2), 'rejected', { topicHash: 'second' });
        await commit({
          ...NOTHING,
          at: '2026-05-20T00:00:00.000Z',
          judgements: [turned],
          closed: [{ storyId: storyId(2), into: null }],
        });
        expect(await forget('2026-06-20T00:00:00.000Z')).toBe(1);
        expect((await store.find(uuid(2)))?.id).toBe(uuid(2));
      });

      it('keeps only so many old revisions', async () => {
        const revisions = [2, 3, 4, 5].map((revision) =>
          article(1, { revision, contentHash: `words ${revision}` }),
        );
        await commit(
          arrivals([article(1)]),
          ...revisions.map((revised) => ({ ...NOTHING, articles: [revised] })),
        );
        await forget(MONDAY);
        expect((await store.revisions(uuid(1))).map(({ revision }) => revision)).toEqual([3, 4, 5]);
      });

      it('lists cycles, newest first, and keeps the last one however old', async () => {
        const cycle = (finished: string) => ({
          started: MONDAY,
          finished,
          polled: 3,
          unchanged: 1,
          failed: [{ sourceId: 'harbour-wire', result: 'dns' as const, message: 'no such host' }],
          fresh: 2,
          revised: 0,
          accepted: 1,
          review: 0,
          published: 4,
        });
        const lease = await store.lease('run');
        for (const finished of [MONDAY, TUESDAY, WEDNESDAY]) await store.recordCycle(lease, cycle(finished));
        await lease.release();
        expect(await store.cycles(2)).toEqual([cycle(WEDNESDAY), cycle(TUESDAY)]);
        await forget('2027-03-01T00:00:00.000Z');
        expect(await store.cycles(9)).toEqual([cycle(WEDNESDAY)]);
      });

      it('tells what each source brought a day, and how much of it was accepted', async () => {
        const elsewhere = article(4, { sourceId: 'harbour-wire', firstSeen: TUESDAY });
        await commit(
          arrivals([article(1)]),
          arrivals([article(2), article(3)], 'review'),
          arrivals([elsewhere, article(5, { firstSeen: TUESDAY })], 'accepted', {
            judgements: [4, 5].flatMap((n) => [
              judgement(uuid(n)),
              judgement(uuid(n), 'accepted', { topicId: 'weather' }),
            ]),
          }),
        );
        expect(await store.sourceDays(MONDAY)).toEqual([
          { sourceId: 'harbour-wire', day: '2026-03-03', articles: 1, accepted: 1 },
          { sourceId: 'lowport-courier', day: '2026-03-02', articles: 3, accepted: 1 },
          { sourceId: 'lowport-courier', day: '2026-03-03', articles: 1, accepted: 1 },
        ]);
        expect((await store.sourceDays(TUESDAY)).map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-03']);
      });

      it('tells what a topic got a day, by the dates that are stated', async () => {
        const early = { published: '2026-02-20T23:59:00.000Z' };
        const undated = { published: null, firstSeen: TUESDAY };
        const ahead = { published: '2031-01-01T00:00:00.000Z', firstSeen: WEDNESDAY };
        const accepted = [article(1, early), article(2), article(3, undated), article(4, ahead)];
        await commit(arrivals(accepted), arrivals([article(5)], 'review'), {
          ...NOTHING,
          at: WEDNESDAY,
          stories: [story(1, [2])],
          closed: [{ storyId: storyId(2), into: storyId(1) }],
        });
        expect(await store.topicDays(TOPIC, '2026-02-01T00:00:00.000Z')).toEqual([
          { day: '2026-02-20', articles: 1, stories: 1 },
          { day: '2026-03-02', articles: 1, stories: 0 },
          { day: '2026-03-03', articles: 1, stories: 1 },
          { day: '2026-03-04', articles: 1, stories: 1 },
        ]);
        expect((await store.topicDays(TOPIC, TUESDAY)).map(({ day }) => day)).toEqual([
          '2026-03-03',
          '2026-03-04',
        ]);
        expect(await store.topicDays('weather', MONDAY)).toEqual([]);
      });

      it('gives stories a page at a time', async () => {
        const dated = (n: number, updated: string) => story(n, [], { updated });
        await commit(
          arrivals(
            [1, 2, 3, 4].map((n) => article(n)),
            'accepted',
            {
              stories: [dated(1, MONDAY), dated(2, WEDNESDAY), dated(3, MONDAY), dated(4, TUESDAY)],
            },
          ),
        );
        const pages = async (after?: string): Promise<string[]> => {
          const page = await store.stories(TOPIC, 1, after === undefined ? {} : { after });
          const [id] = page.map((view) => view.story.id);
          return id === undefined ? [] : [id, ...(await pages(id))];
        };
        expect(await pages()).toEqual([2, 4, 1, 3].map(storyId));
        expect(await store.stories(TOPIC, 9, { after: storyId(9) })).toEqual([]);
      });

      it('adds up what all cycles did, those it forgets among them', async () => {
        expect(await store.totals()).toEqual({ cycles: 0, polls: {}, fresh: 0, revised: 0 });
        const cycle: Cycle = {
          started: MONDAY,
          finished: MONDAY,
          polled: 5,
          unchanged: 2,
          failed: [{ sourceId: 'harbour-wire', result: 'dns', message: 'no such host' }],
          fresh: 3,
          revised: 1,
          accepted: 1,
          review: 0,
          published: 4,
        };
        const lease = await store.lease('run');
        await store.recordCycle(lease, cycle);
        await store.recordCycle(lease, { ...cycle, polled: 1, unchanged: 1, failed: [], fresh: 0 });
        await lease.release();
        await forget('2027-03-01T00:00:00.000Z');
        expect(await store.totals()).toEqual({
          cycles: 2,
          polls: { ok: 2, unchanged: 3, dns: 1 },
          fresh: 3,
          revised: 2,
        });
      });

      it('exports accepted articles in the order they were first seen, from a moment on', async () => {
        await commit(
          arrivals([article(1), article(2)]),
          arrivals([article(3, { firstSeen: TUESDAY })]),
          arrivals([article(4, { firstSeen: TUESDAY })], 'review'),
        );
        const exported = async (options: Parameters<Store['export']>[1]) => {
          const ids: string[] = [];
          for await (const view of store.export(TOPIC, options)) ids.push(view.article.id);
          return ids;
        };
        const all = await exported({});
        expect(all.toSorted()).toEqual([uuid(1), uuid(2), uuid(3)]);
        expect(all.at(-1)).toBe(uuid(3));
        expect(await exported({ since: TUESDAY })).toEqual([uuid(3)]);
        expect(await exported({ decision: 'review' })).toEqual([uuid(4)]);
      });

      it('exports more than a page without skipping or repeating, also while the corpus grows', async () => {
        const many = Array.from({ length: 450 }, (_, n) => article(n + 1));
        await commit(arrivals(many));
        const ids: string[] = [];
        for await (const view of store.export(TOPIC, {})) {
          if (ids.length === 210) await commit(arrivals([article(1000)]));
          ids.push(view.article.id);
        }
        expect(new Set(ids).size).toBe(451);
        expect(ids).toHaveLength(451);
      });

      it('goes through what arrived since a moment, in that order, more than a page of it', async () => {
        const early = Array.from({ length: 3 }, (_, n) => article(900 + n));
        const minute = (n: number) => new Date(Date.parse(TUESDAY) + n * 60_000).toISOString();
        const many = Array.from({ length: 450 }, (_, n) => article(n + 1, { firstSeen: minute(n) }));
        await commit(arrivals(early), arrivals(many));
        const ids: string[] = [];
        for await (const { id } of store.arrivals(TUESDAY)) ids.push(id);
        expect(ids).toEqual(many.map(({ id }) => id));
      });

      it('goes through what was decided for a topic, with sources and stories but without texts', async () => {
        await commit(arrivals([article(1)]), {
          ...NOTHING,
          sightings: [sighting(1, { sourceId: 'herald', seen: TUESDAY })],
        });
        await commit({
          ...NOTHING,
          articles: [article(2)],
          judgements: [judgement(uuid(2), 'rejected')],
        });
        const found = [];
        for await (const one of store.judged(TOPIC, '')) found.push(one);
        expect(found).toMatchObject([
          {
            articleId: uuid(1),
            sourceIds: ['lowport-courier', 'herald'],
            storyId: storyId(1),
            verdict: { decision: 'accepted' },
          },
          { articleId: uuid(2), storyId: null, verdict: { decision: 'rejected', missing: ['ports'] } },
        ]);
        for await (const one of store.judged('another', '')) expect(one).toBeUndefined();
        expect(Object.keys(found[0] ?? {})).not.toContain('text');
      });

      it('counts articles, stories and decisions', async () => {
        await commit(
          arrivals([article(1), article(2)]),
          arrivals([article(3)], 'rejected'),
          arrivals([article(4)], 'review'),
        );
        expect(await store.counts()).toEqual({
          articles: 4,
          stories: 2,
          byDecision: { accepted: 2, review: 1, rejected: 1 },
        });
      });

      it('shows the newest articles of a decision as suggestions look at them, in the order they were first seen', async () => {
        await commit(
          arrivals([
            article(1, { html: '<p><a href="https://brae.example/?a=1&amp;b=2">b</a></p>' }),
            article(2),
          ]),
          arrivals([article(3, { published: WEDNESDAY, firstSeen: TUESDAY })]),
          arrivals([article(4)], 'rejected'),
        );
        const observed = async (decision: 'accepted' | 'rejected', since = '', newest = 10) => {
          const found: Observed[] = [];
          for await (const page of store.observed(TOPIC, { decision, since, newest })) found.push(...page);
          return found;
        };
        const accepted = await observed('accepted');
        expect(accepted.find(({ id }) => id === uuid(1))).toMatchObject({
          at: MONDAY,
          concepts: ['ferry'],
          exclusions: [],
          missing: [],
          links: ['https://brae.example/?a=1&b=2'],
          storyId: storyId(1),
          development: true,
        });
        expect(accepted.at(-1)).toMatchObject({ id: uuid(3), at: TUESDAY, firstSeen: TUESDAY });
        expect(accepted).toHaveLength(3);
        expect((await observed('accepted', '', 1)).map(({ id }) => id)).toEqual([uuid(3)]);
        expect((await observed('accepted', TUESDAY)).map(({ id }) => id)).toEqual([uuid(3)]);
        expect(await observed('rejected')).toMatchObject([
          { missing: ['ports'], links: [], storyId: null, development: false },
        ]);
      });

      it('keeps suggestions by number, and counts a version when what is open changes', async () => {
        const opening = { title: 'Add Oda', why: 'five', evidence: { counts: [], quotes: [], articles: [] } };
        const suggestion = (number: number, state: 'open' | 'refused', weight = 5) =>
          ({
            ...opening,
            number,
            kind: 'new-name',
            topicId: TOPIC,
            subject: `oda-${number}`,
            weight,
            change: null,
            state,
            proposed: MONDAY,
            decided: null,
            refusedAt: null,
            opening,
          }) as const;
        const record = async (...changed: readonly ReturnType<typeof suggestion>[]) => {
          const lease = await store.lease('test');
          await store.recordSuggestions(lease, changed, { at: TUESDAY, files: { 'sources.yaml': '[]' } });
          await lease.release();
          return store.corpusVersion();
        };
        expect([await store.suggestions(), await store.suggestionBasis()]).toEqual([[], null]);
        const before = await record(suggestion(2, 'open'), suggestion(1, 'open'));
        expect(await record(suggestion(2, 'open', 9))).toBe(before);
        expect(await record(suggestion(1, 'refused'))).toBeGreaterThan(before);
        expect(await store.suggestions()).toEqual([suggestion(1, 'refused'), suggestion(2, 'open', 9)]);
        expect(await store.suggestionBasis()).toEqual({ at: TUESDAY, files: { 'sources.yaml': '[]' } });
      });

      it('finds the breach of a rule between articles and stories', async () => {
        await commit({ ...arrivals([article(1)]), stories: [], developments: [] });
        expect(await store.integrity()).toEqual([
          expect.stringContaining('1 accepted articles without a story'),
        ]);
        await commit({ ...NOTHING, stories: [story(1)] });
        expect(await store.integrity()).toEqual([]);
        await commit({ ...NOTHING, judgements: [judgement(uuid(1), 'rejected')] });
        expect(await store.integrity()).toEqual([expect.stringContaining(uuid(1))]);
      });
    });

    describe('newest first', () => {
      it('lists the articles of one moment by id', async () => {
        await commit(
          arrivals([2, 4, 1].map((n) => article(n))),
          arrivals([article(3, { firstSeen: TUESDAY })]),
        );
        expect((await store.articles(TOPIC, 10)).map((view) => view.article.id)).toEqual(
          [3, 1, 2, 4].map(uuid),
        );
        expect((await store.articles(TOPIC, 2)).map((view) => view.article.id)).toEqual([3, 1].map(uuid));
      });
    });
  });
}
