import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/domain/verdict.ts';
import { arrivals, article, judgement, uuid } from '../store/samples.ts';
import { onTopic, openSite, type Site, saidBy, signIn, WATCHED } from './site.ts';

const named = (concept: string): Reason => ({
  rule: `concept:${concept}`,
  facets: [concept],
  field: 'title',
  quote: concept,
  count: 1,
  weight: 0.5,
  learned: false,
});

/** Caldmoor is named on three articles, Brae on two of them; one is a near miss. */
async function site(options: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const made = await openSite({
    sources: { 'lowport-courier': 'https://lowport-courier.example/feed' },
    ...options,
  });
  const both = [named('caldmoor'), named('brae')];
  const accepted = [1, 2].map((n) => judgement(uuid(n), 'accepted', { reasons: both }));
  const miss = judgement(uuid(3), 'review', { reasons: [named('caldmoor')] });
  await made.commit(
    onTopic(arrivals([article(1), article(2)], 'accepted', { judgements: accepted })),
    onTopic(arrivals([article(3)], 'review', { judgements: [miss] })),
  );
  return made;
}

describe('the watchlist', () => {
  test('shows what carries the topic: sides, concepts, sources, languages', async () => {
    const made = await site();
    const health = await (await made.ask('/api/watchlist')).json();
    expect(health).toMatchObject({
      topicId: 'caldmoor-brae',
      decided: { accepted: 2, review: 1, rejected: 0 },
      facets: [
        { id: 'caldmoor', articles: 2 },
        { id: 'brae', articles: 2 },
      ],
      sources: [{ id: 'lowport-courier', accepted: 2, review: 1 }],
    });
    const page = await (await made.ask('/watchlist?topic=caldmoor-brae')).text();
    expect(page).toContain('2 articles accepted, 1 to');
    expect(page).toMatch(/<th scope="row">Caldmoor<\/th><td>place<\/td><td class="number">2<\/td>/);
    expect(page).toContain('aria-label="3 articles, 2 of them accepted, in 31 days"');
    expect(page).toMatch(/<p class="axis"><time[^>]*>4 Feb 2026<\/time><time[^>]*>6 Mar 2026<\/time><\/p>/);
    expect(page).toContain('What may be missing');
  });

  test('tells which side articles were rejected for want of, and what may be forgotten in the topic file', async () => {
    const made = await openSite();
    const rejected = [1, 2, 3, 4, 5].map((n) =>
      judgement(uuid(n), 'rejected', { reasons: [named('caldmoor')], missing: ['brae'] }),
    );
    const articles = [1, 2, 3, 4, 5].map((n) => article(n));
    await made.commit(onTopic(arrivals(articles, 'rejected', { judgements: rejected })));
    const page = await (await made.ask('/watchlist')).text();
    expect(page).toContain('5 rejected, 5 for want of Brae alone.</p>');
    expect(page).toContain('write `required: false` for the facet brae');
  });

  test('leads to the sources that are watched, by name; one that was taken out is named to its keeper alone', async () => {
    const gone = article(7, { sourceId: 'old-mill-herald', keys: ['guid:old-mill-herald:7'] });
    const of = async (web: object) => {
      const made = await site({ web });
      await made.commit(onTopic(arrivals([gone])));
      const page = await (await made.ask('/watchlist')).text();
      return [...page.matchAll(/<th scope="row">((?:<a|old).*?)<\/th>/g)].map(([, named]) => named);
    };
    const known = '<a href="./sources#s-lowport-courier"><bdi>lowport-courier</bdi></a>';
    expect(await of({})).toEqual([known, 'old-mill-herald <small class="inline">removed</small>']);
    expect(await of({ public: true })).toEqual([known]);
  });

  test('is reckoned again when something came', async () => {
    const made = await site();
    const accepted = async () =>
      ((await (await made.ask('/api/watchlist')).json()) as { decided: { accepted: number } }).decided
        .accepted;
    expect([await accepted(), await accepted()]).toEqual([2, 2]);
    await made.commit(onTopic(arrivals([article(4)])));
    expect(await accepted()).toBe(3);
  });

  test('shows what the topic learned by itself, which can be frozen and let go on', async () => {
    const made = await site();
    const frozen = async () =>
      ((await (await made.ask('/api/watchlist')).json()) as { learning: { frozen: boolean } }).learning
        .frozen;
    expect(await frozen()).toBe(false);
    const back = `watchlist?topic=${WATCHED}`;
    const answer = await made.send('/acts/freeze-topic', { topic: WATCHED, back });
    expect(await saidBy(made, answer)).toContain('keeps what it learned as it is');
    expect(await frozen()).toBe(true);
    const page = await (await made.ask('/watchlist', { headers: { cookie: await signIn(made) } })).text();
    expect(page).toContain('Let it go on learning');
    await made.send('/acts/thaw-topic', { topic: WATCHED });
    expect(await frozen()).toBe(false);
    expect(await saidBy(made, await made.send('/acts/reset-topic', { topic: WATCHED }))).toContain(
      'learns anew',
    );
  });

  test('is of a topic that is watched', async () => {
    const made = await site();
    expect((await made.ask('/watchlist?topic=../../x')).status).toBe(404);
    expect((await made.ask('/api/watchlist?topic=constructor')).status).toBe(404);
  });

  test('follows the topics as they are written now', async () => {
    const made = await site();
    const path = join(made.home.config, 'topics/caldmoor-brae.yaml');
    const topic = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(
      join(made.home.config, 'topics/ferries.yaml'),
      JSON.stringify({ ...topic, id: 'ferries', title: 'Ferries' }),
    );
    const page = await (await made.ask('/watchlist?topic=ferries')).text();
    expect(page).toContain('href="./watchlist?topic=ferries" aria-current="page">Ferries</a>');
  });
});

describe('the list of feeds', () => {
  test('has every feed with its formats, the keeper’s apart, and the OPML', async () => {
    const made = await openSite();
    const page = await (await made.ask('/subscribe')).text();
    for (const file of [
      'caldmoor-brae.updates.atom',
      'caldmoor-brae.rss.xml',
      'caldmoor-brae.articles.json',
      'feeds.opml',
      'keeper/caldmoor-brae.review.atom',
      'keeper/health.atom',
    ]) {
      expect(page).toContain(`href="./feeds/${file}"`);
    }
    expect(page).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Caldmoor and Brae: Updates" href="./feeds/caldmoor-brae.updates.atom">',
    );
    expect(page).not.toMatch(/<link rel="alternate"[^>]*keeper/);
  });

  test('has whole addresses where the feeds are published under one', async () => {
    const made = await openSite({ settings: { publish: { baseUrl: 'https://watch.example/feeds/' } } });
    const { topics, opml } = (await (await made.ask('/api/subscribe')).json()) as {
      topics: readonly { feeds: readonly { files: readonly { url: string | null }[] }[] }[];
      opml: { url: string | null };
    };
    expect(topics[0]?.feeds[0]?.files[0]?.url).toBe('https://watch.example/feeds/caldmoor-brae.updates.atom');
    expect(opml.url).toBe('https://watch.example/feeds/feeds.opml');
  });

  test('names only files that are published', async () => {
    const made = await openSite();
    const { publish } = await import('../../src/pipeline/publish.ts');
    const store = await made.services.store();
    const lease = await store.lease('publish');
    await publish(made.services, lease);
    await lease.release();
    const page = await (await made.ask('/subscribe')).text();
    const files = [...page.matchAll(/<a href="\.(\/feeds\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(10);
    for (const path of files) expect([path, (await made.ask(path)).status]).toEqual([path, 200]);
  });
});
