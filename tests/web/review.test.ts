import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/domain/verdict.ts';
import type { Asked } from '../../src/web/pages/review.ts';
import { arrivals, article, judgement, uuid } from '../store/samples.ts';
import { onTopic, openSite, type Site, signIn, TOKEN, WATCHED } from './site.ts';

/** Three near misses: the second is nearest the line. */
async function nearMisses(options: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const site = await openSite({
    sources: { 'lowport-courier': 'https://lowport-courier.example/feed' },
    ...options,
  });
  const articles = [1, 2, 3].map((n) => article(n));
  const judgements = articles.map(({ id }, n) =>
    judgement(id, 'review', { score: [0.41, 0.49, 0.45][n] ?? 0, missing: ['brae'] }),
  );
  await site.commit(onTopic(arrivals(articles, 'review', { judgements })));
  return site;
}

interface Shown {
  readonly waiting: readonly Pick<Asked, 'id' | 'matched'>[];
  readonly answered: readonly { readonly id: string; readonly answer: string }[];
}
const shown = async (site: Site, path = '/api/review'): Promise<Shown> =>
  (await (await site.ask(path)).json()) as Shown;

describe('the review page', () => {
  test('lists near misses nearest the line first, with what they lack and what was found', async () => {
    const site = await nearMisses();
    const page = await (await site.ask('/review')).text();
    const order = [...page.matchAll(/<li id="a-([\w-]+)"/g)].map(([, id]) => id);
    expect(order).toEqual([2, 3, 1].map(uuid));
    expect(page).toContain('score 0.49, accepted from 0.50');
    expect(page).toContain('not found: Brae');
    expect(page).toContain('<q lang="en">Ferry</q>');
    expect(page).toContain('without &quot;Ferry&quot; in the title it would be rejected');
  });

  test('names what was found once, with what it adds in all: a name that comes late speaks for and against', async () => {
    const site = await nearMisses();
    const quoted = (rule: string, quote: string, weight: number): Reason => ({
      ...{ rule, facets: ['caldmoor'], field: 'text', count: 1, learned: false },
      ...{ quote, weight },
    });
    const reasons = [quoted('late', 'Caldmoor', -1.2), quoted('concept:caldmoor', 'Caldmoor', 0.8)];
    const judgements = [
      judgement(uuid(4), 'review', { reasons: [...reasons, quoted('term:pier', 'pier', 0.1)] }),
    ];
    await site.commit(onTopic(arrivals([article(4)], 'review', { judgements })));
    const { waiting } = await shown(site);
    expect(waiting.find(({ id }) => id === uuid(4))?.matched).toEqual([
      { quote: 'Caldmoor', weight: expect.closeTo(-0.4) },
      { quote: 'pier', weight: 0.1 },
    ]);
  });

  test('shows forms to who is signed in, and to others how to sign in', async () => {
    const site = await nearMisses();
    const outside = await (await site.ask('/review')).text();
    expect(outside).not.toContain('<form class="act');
    expect(outside).toContain('href="./sign-in?to=review%3Ftopic%3Dcaldmoor-brae">Sign in</a> to answer');
    const inside = await (await site.ask('/review', { headers: { cookie: await signIn(site) } })).text();
    expect(inside.match(/<form class="act row" method="post" action="\.\/acts\/label">/g)).toHaveLength(3);
    expect(inside).toContain(`name="back" value="review?topic=caldmoor-brae#a-${uuid(3)}"`);
    const readOnly = await nearMisses({ token: null });
    expect(await (await readOnly.ask('/review')).text()).toContain('Set a token</a> to answer');
  });

  test('an answered article waits no more, and stands among the last answers until it is taken back', async () => {
    const site = await nearMisses();
    const label = (n: number, answer: string) => {
      site.now = new Date(site.now.getTime() + 1_000);
      return site.send('/acts/label', { topic: WATCHED, article: uuid(n), answer });
    };
    await label(2, 'yes');
    await label(1, 'no');
    expect(await shown(site)).toMatchObject({
      topic: { id: WATCHED },
      waiting: [{ id: uuid(3) }],
      answered: [
        { id: uuid(1), answer: 'no' },
        { id: uuid(2), answer: 'yes' },
      ],
    });
    await label(2, 'undo');
    expect((await shown(site)).waiting.map(({ id }) => id)).toEqual([2, 3].map(uuid));
  });

  test('a text from outside is text, in its language', async () => {
    const site = await openSite({ sources: { 'lowport-courier': 'https://lowport-courier.example/feed' } });
    const hostile = article(1, {
      title: '<script>alert(1)</script> 도선',
      language: 'ko',
      url: 'javascript:alert(1)',
    });
    await site.commit(onTopic(arrivals([hostile], 'review')));
    const page = await (await site.ask('/review')).text();
    expect(page).toContain('<bdi lang="ko">&lt;script&gt;alert(1)&lt;/script&gt; 도선</bdi>');
    expect(page).not.toMatch(/<script>|javascript:/);
  });

  test('says so where nothing waits, and where there is no such topic', async () => {
    const site = await openSite();
    expect(await (await site.ask('/review')).text()).toContain('Nothing waits for an answer');
    expect((await site.ask('/review?topic=weather')).status).toBe(404);
    const answer = await site.ask('/api/review?topic=%3Cb%3E');
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'unknown-topic' } }]);
  });
});

describe('the page the keeper’s feed leads to', () => {
  test('is where web.baseUrl says the page is opened, under a host that is then answered to', async () => {
    const site = await nearMisses({ web: { baseUrl: 'https://watch.example/harbour' } });
    const { publish } = await import('../../src/pipeline/publish.ts');
    const store = await site.services.store();
    const lease = await store.lease('publish');
    await publish(site.services, lease);
    await lease.release();
    const feed = await (await site.ask(`/feeds/keeper/${WATCHED}.review.atom`)).text();
    expect(feed).toContain(`href="https://watch.example/harbour/review/${WATCHED}/${uuid(1)}"`);
    const headers = { host: 'watch.example', authorization: `Bearer ${TOKEN}` };
    expect((await site.ask(`/review/${WATCHED}/${uuid(1)}`, { headers })).status).toBe(200);
  });

  test('asks about one article and labels nothing by being opened', async () => {
    const site = await nearMisses();
    const path = `/review/${WATCHED}/${uuid(1)}`;
    const cookie = await signIn(site);
    const page = await (await site.ask(path, { headers: { cookie } })).text();
    expect(page).toContain('Does this belong to Caldmoor and Brae?');
    expect(page).toContain('action="../../acts/label"');
    expect((await shown(site)).answered).toEqual([]);
    await site.send('/acts/label', { topic: WATCHED, article: uuid(1), answer: 'yes' });
    const answered = await (await site.ask(path, { headers: { cookie } })).text();
    expect(answered).toContain('You said yes.');
    expect(answered).toContain('Take it back');
  });

  test('also about one that was decided otherwise meanwhile', async () => {
    const site = await openSite();
    await site.commit(onTopic(arrivals([article(1)])));
    const asked = await (await site.ask(`/api/review/${WATCHED}/${uuid(1)}`)).json();
    expect(asked).toMatchObject({ article: { decision: 'accepted', answer: null } });
  });

  test.each([uuid(9), '..%2f..%2fetc', '%00', "'--", 'x'.repeat(5_000)])(
    'is not there for %s',
    async (id) => {
      const site = await nearMisses();
      expect((await site.ask(`/review/${WATCHED}/${id}`)).status).toBe(404);
    },
  );
});
