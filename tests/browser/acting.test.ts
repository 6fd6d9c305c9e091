import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHost } from '../end-to-end/host.ts';
import { arrivals, article, judgement, NOTHING, sourceState, uuid } from '../store/samples.ts';
import { onTopic } from '../web/site.ts';
import { LOOKS, violations } from './axe.ts';
import { BROWSER, openStage, type Stage, TOKEN } from './browser.ts';
import { SHOWN } from './corpus.ts';

const PAGES = {
  review: '/review',
  'review-one': `/review/caldmoor-brae/${SHOWN.nearMiss}`,
  sources: '/sources',
  watchlist: '/watchlist',
  suggestions: '/suggestions',
  subscribe: '/subscribe',
  'sign-in': '/sign-in',
  'story-acts': `/topics/caldmoor-brae/stories/${SHOWN.story}`,
} as const;

/** Near misses beside that of the corpus, in the order they are shown: 200, 201, 202, then its own. */
const MISSES = [200, 201, 202].map((n) =>
  article(n, { sourceId: 'brae-evening', title: `Pier ${n} is repainted` }),
);

describe.skipIf(BROWSER === undefined)('the keeper’s pages in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const store = await stage.services.store();
    const lease = await store.lease('test');
    const judgements = MISSES.map(({ id }, at) => judgement(id, 'review', { score: 0.499 - at / 1_000 }));
    await store.commit(lease, onTopic(arrivals(MISSES, 'review', { judgements })));
    const broken = { result: 'http', status: 503, message: 'it answers 503; wait', failures: 5 } as const;
    const states = [
      sourceState('strait-wire'),
      sourceState('badaro', { ...broken, failingSince: '2026-03-03T08:00:00.000Z' }),
    ];
    await store.commit(lease, {
      ...NOTHING,
      sources: states.map((state) => ({ ...state, url: `https://${state.sourceId}.example/feed` })),
    });
    await lease.release();
  });
  afterAll(() => stage.close());

  async function signIn(page: Page): Promise<void> {
    await page.goto(new URL('/sign-in', stage.url).href);
    await page.getByLabel('Token').fill(TOKEN);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Sign out' }).waitFor();
  }
  const items = (page: Page) => page.locator('[data-item]');
  const atItem = (page: Page) => page.evaluate('document.activeElement?.id');

  /** Goes through the pages with everything that can be opened open. */
  async function lookAtAll(page: Page, name: string): Promise<void> {
    for (const [each, path] of Object.entries(PAGES)) {
      await page.goto(new URL(path, stage.url).href);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      await stage.screenshot(page, `${each}-${name}`);
      expect([each, await violations(page)]).toEqual([each, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), each).toBe(
        true,
      );
    }
  }

  test.each(LOOKS)('are accessible, fit and keep quiet at $width pixels, $scheme', async (look) => {
    const { page, context, troubles } = await stage.open('/sign-in', look);
    await signIn(page);
    await lookAtAll(page, `keeper-${look.width}-${look.scheme}`);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('are so too for who only reads', async () => {
    const { page, context, troubles } = await stage.open('/sign-in');
    await lookAtAll(page, 'reader');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('a near miss is labelled by one key, the next has the focus, and a key takes it back', async () => {
    const { page, context, troubles } = await stage.open('/sign-in');
    await signIn(page);
    await page.goto(new URL('/review', stage.url).href);
    const all = await items(page).count();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await atItem(page)).toBe(`a-${uuid(201)}`);
    await page.keyboard.press('k');
    expect(await atItem(page)).toBe(`a-${uuid(200)}`);

    await page.keyboard.press('y');
    await page
      .getByRole('status')
      .filter({ hasText: '“Pier 200 is repainted” belongs to the topic' })
      .waitFor();
    expect([await items(page).count(), await atItem(page)]).toEqual([all - 1, `a-${uuid(201)}`]);
    await page.keyboard.press('n');
    await page.getByRole('status').filter({ hasText: '“Pier 201 is repainted” does not belong' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('status').filter({ hasText: 'is taken back' }).waitFor();
    expect(await items(page).first().getAttribute('id')).toBe(`a-${uuid(201)}`);

    const labels = await (await stage.services.store()).labels('caldmoor-brae');
    expect(labels.map(({ label }) => [label.articleId, label.answer])).toEqual([[uuid(200), 'yes']]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('keys do nothing in a field, and forms work without scripts', async () => {
    const { page, context } = await stage.open('/sign-in', { scripts: false });
    await signIn(page);
    await page.goto(new URL(PAGES['review-one'], stage.url).href);
    await page.getByRole('button', { name: 'No' }).click();
    expect(await page.getByRole('status').innerText()).toContain(
      '“Brae repaints its harbour wall” does not belong',
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByRole('status').innerText()).toContain('is taken back');
    await context.close();
  });

  test('a link from another site finds its keeper signed in', async () => {
    const reader = await openHost((_, response) => {
      const link = `<a href="${new URL(PAGES['review-one'], stage.url).href}">a near miss</a>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(link);
    });
    const { page, context } = await stage.open('/sign-in');
    await signIn(page);
    await page.goto(reader.url.replace('127.0.0.1', 'localhost'));
    await page.getByRole('link', { name: 'a near miss' }).click();
    await page.getByRole('button', { name: 'Yes, it belongs' }).waitFor();
    await context.close();
    await reader.close();
  });

  test('a story is hidden and shown again from its page', async () => {
    const { page, context } = await stage.open('/sign-in');
    await signIn(page);
    await page.goto(new URL(PAGES['story-acts'], stage.url).href);
    await page.getByText('Change this story').click();
    await page.getByRole('button', { name: 'Hide it from every feed' }).click();
    await page.getByText('This story is hidden').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'undone: hide' }).waitFor();
    await context.close();
  });
});
