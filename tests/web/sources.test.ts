import { describe, expect, test } from 'vitest';
import type { SourceRow } from '../../src/web/pages/sources.ts';
import { arrivals, article, NOTHING, sourceState, TUESDAY, WEDNESDAY } from '../store/samples.ts';
import { onTopic, openSite, type Site, signIn } from './site.ts';

const SOURCES = {
  'lowport-courier': 'https://lowport-courier.example/feed.xml',
  'harbour-wire': 'https://harbour-wire.example/feed.xml',
  'pier-post': 'https://pier-post.example/feed.xml',
};

/** The courier is well, the wire is broken, the post was never asked. */
async function site(options: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const made = await openSite({ sources: SOURCES, ...options });
  await made.commit(
    onTopic(arrivals([article(1), article(2)], 'accepted')),
    onTopic(arrivals([article(3, { firstSeen: WEDNESDAY })], 'rejected')),
    {
      ...NOTHING,
      sources: [
        sourceState('lowport-courier', { lastPolled: WEDNESDAY, nextPoll: null }),
        sourceState('harbour-wire', {
          result: 'http',
          status: 503,
          message: 'it answers 503; wait',
          failures: 7,
          failingSince: TUESDAY,
          lastPolled: WEDNESDAY,
        }),
      ],
    },
  );
  return made;
}

describe('the sources', () => {
  const rows = async (made: Site) =>
    ((await (await made.ask('/api/sources')).json()) as { sources: readonly SourceRow[] }).sources;

  test('are listed with those in trouble first, how they are, and what each brought', async () => {
    const [first, second, third] = await rows(await site());
    expect(first).toMatchObject({
      id: 'harbour-wire',
      health: { state: 'broken', trouble: true, since: TUESDAY, message: 'it answers 503; wait' },
      status: 503,
      articles: 0,
    });
    expect(second).toMatchObject({
      id: 'lowport-courier',
      health: { state: 'teaser only' },
      articles: 3,
      accepted: 2,
    });
    expect(second?.days).toHaveLength(30);
    expect(second?.days.slice(-5)).toEqual([
      { day: '2026-03-02', articles: 2, accepted: 2 },
      { day: '2026-03-03', articles: 0, accepted: 0 },
      { day: '2026-03-04', articles: 1, accepted: 0 },
      { day: '2026-03-05', articles: 0, accepted: 0 },
      { day: '2026-03-06', articles: 0, accepted: 0 },
    ]);
    expect(third).toMatchObject({ id: 'pier-post', health: { state: 'not polled yet' }, lastPolled: null });
  });

  test('are shown in words, with a chart that says what it shows', async () => {
    const page = await (await (await site()).ask('/sources')).text();
    expect(page).toMatch(/3 sources: .*1 broken/);
    expect(page).toContain('since <time datetime="2026-03-03T08:00:00.000Z"');
    expect(page).toMatch(/<p>it answers 503; wait<\/p>\s*<details>/); // what is wrong stands openly
    expect(page).toMatch(
      /<details>\s*<summary>not asked yet<\/summary>\s*<p>it is polled with the next run<\/p>/,
    );
    expect(page).toContain('aria-label="3 articles, 2 of them accepted, in 30 days"');
    expect(page).not.toContain('<form');
  });

  test('can be polled, disabled and enabled by who is signed in', async () => {
    const made = await site();
    const headers = { cookie: await signIn(made) };
    const page = await (await made.ask('/sources', { headers })).text();
    expect(page.match(/action="\.\/acts\/poll-source"/g)).toHaveLength(3);
    expect(page.match(/action="\.\/acts\/disable-source"/g)).toHaveLength(3);
    expect(page).toContain('value="sources#s-pier-post"');
    expect(page).toContain('<button class="small">Poll now<span class="unseen"> pier-post</span></button>');
  });

  test('that are private stay so where anybody may read the page', async () => {
    const made = await site({ web: { public: true } });
    const { settings } = made.services;
    const all = await settings();
    Object.assign(made.services, {
      settings: async () => ({
        ...all,
        sources: all.sources.map((source) => ({ ...source, private: source.id === 'pier-post' })),
      }),
    });
    expect((await rows(made)).map(({ id }) => id)).toEqual(['harbour-wire', 'lowport-courier']);
    const headers = { cookie: await signIn(made) };
    expect(await (await made.ask('/sources', { headers })).text()).toContain('pier-post');
  });
});
