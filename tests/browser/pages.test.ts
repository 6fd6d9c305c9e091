import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKS, violations } from './axe.ts';
import { BROWSER, openStage, type Stage } from './browser.ts';
import { SHOWN } from './corpus.ts';

const PAGES = {
  overview: '/',
  'older-stories': '/topics/caldmoor-brae?tag=lighthouse',
  story: `/topics/caldmoor-brae/stories/${SHOWN.story}`,
  article: `/articles/${SHOWN.article}`,
  'hostile-article': `/articles/${SHOWN.hostile}`,
  'near-miss': `/articles/${SHOWN.nearMiss}`,
  search: '/search?q=lighthouse&language=en',
  'search-nothing': '/search?q=submarine',
  'search-empty': '/search',
  'not-found': '/topics/nowhere',
  'static-index': '/feeds/index.html',
  'static-story': `/feeds/caldmoor-brae/stories/${SHOWN.story}.html`,
} as const;

describe.skipIf(BROWSER === undefined)('the page in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  describe.each(Object.entries(PAGES))('%s', (name, path) => {
    test.each(LOOKS)('is accessible, fits and keeps quiet at $width pixels, $scheme', async (look) => {
      const { page, troubles } = await stage.open(path, { ...look, shared: true });
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      await stage.screenshot(page, `${name}-${look.width}-${look.scheme}`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
      await page.close();
    });
  });

  test('a hostile article shows as text', async () => {
    for (const path of [PAGES['hostile-article'], '/', '/search?q=Caldmoor', PAGES['static-index']]) {
      const { page, context } = await stage.open(path);
      const text = await page.locator('main').innerText();
      expect(text).toContain('<script>document.title="taken"</script><img src=x');
      expect(await page.title()).not.toBe('taken');
      expect(await page.locator('main script, main img, main style, main [onerror]').count()).toBe(0);
      expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
      await context.close();
    }
  });

  test('a search typed after the key / finds, marks what it found, and offers its feed', async () => {
    const { page, context } = await stage.open('/search');
    await page.keyboard.press('/');
    await page.keyboard.type('keeper "both towns"');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=/);
    expect(await page.locator('.results > li').count()).toBe(1);
    expect(await page.locator('.results mark').allInnerTexts()).toContain('keeper');
    const feed = await page.locator('link[rel=alternate]').getAttribute('href');
    const answer = await page.request.get(new URL(feed ?? '', page.url()).href);
    expect(answer.headers()['content-type']).toContain('application/atom+xml');
    expect(await answer.text()).toContain('Who keeps the lighthouse of Caldmoor and Brae');
    await context.close();
  });

  test('a reader finds the feeds of a topic by its address, and each of them answers', async () => {
    const { page, context } = await stage.open('/');
    const feeds = await page
      .locator('link[rel=alternate]')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
    expect(feeds.map((feed) => new URL(feed).pathname)).toEqual([
      '/feeds/caldmoor-brae.updates.atom',
      '/feeds/caldmoor-brae.atom',
    ]);
    for (const feed of feeds) expect((await page.request.get(feed)).status()).toBe(200);
    await context.close();
  });

  test('the way from an overview to an article and back needs only the keyboard', async () => {
    const { page, context } = await stage.open('/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    const title = page
      .getByRole('link', { name: 'Caldmoor and Brae light a lighthouse of both towns' })
      .first();
    for (let steps = 0; steps < 60 && !(await title.evaluate(matches, ':focus')); steps += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/stories/);
    await page.getByRole('link', { name: 'why it is here' }).press('Enter');
    await page.waitForURL(/articles/);
    expect(await page.locator('mark').first().innerText()).toBe('Caldmoor');
    await context.close();
  });

  test('dates are of the reader’s zone with scripts, and of UTC without; nothing moves', async () => {
    const path = PAGES.story;
    const here = await stage.open(path, { timezone: 'Asia/Seoul' });
    const plain = await stage.open(path, { scripts: false });
    const first = (page: Page) => page.locator('.timeline time').first().innerText();
    expect(await first(here.page)).toBe('3 Mar 2026, 22:00 GMT+9');
    expect(await first(plain.page)).toBe('3 Mar 2026, 13:00 UTC');
    const shift = await here.page.evaluate(
      `new Promise((resolve) => { new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(0), 200); })`,
    );
    expect(shift).toBeLessThan(0.01);
    await here.context.close();
    await plain.context.close();
  });

  test('texts stand in their language and direction', async () => {
    const { page, context } = await stage.open(PAGES.story);
    const direction = (language: string) => {
      const text = page.locator(`.timeline bdi[lang=${language}]`).last();
      return text.evaluate(matches, ':dir(rtl)').then((is) => (is ? 'rtl' : 'ltr'));
    };
    expect(await direction('ar')).toBe('rtl');
    expect(await direction('ko')).toBe('ltr');
    await context.close();
  });

  test('the first page is small, in all it loads', async () => {
    const { page, context } = await stage.open('about:blank');
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await page.goto(stage.url, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + body.byteLength, 0);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60_000);
    await context.close();
  });
});

/** The text of what has the focus. */
const focused = (page: Page): Promise<unknown> => page.evaluate('document.activeElement?.textContent');
const matches = (element: unknown, selector: string): boolean =>
  (element as { matches(selector: string): boolean }).matches(selector);
